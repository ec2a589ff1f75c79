#include "web/canvas/panels/why.h"

#include <algorithm>
#include <array>
#include <string>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "sim/session/misconceptions.h"
#include "web/app/shared_words.h"
#include "web/canvas/panels/check_row.h"
#include "web/canvas/panels/flow.h"
#include "web/canvas/panels/inquiry.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"

namespace ntk::web::panels {
namespace {

using policy::Gate;
using policy::Hit;
using policy::Scope;
using policy::Verdict;
using session::Run;
using session::Session;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

std::optional<policy::Ref<policy::Record>> record_asked(const policy::Request& request) {
  if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.target)) return *record;
  return std::nullopt;
}

/// The outcome on its soft ground: the first thing to be read.
void draw_headline(const Session& session, const Run& run) {
  const OutcomeStyle outcome = style_of(run.decision);
  const std::string words = session::outcome_in_words(session, run);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float wrap = width - px(56);
  const float word_height = ui::line_height(Face::heading);
  const float height = px(24) + word_height + px(4) + ui::text_size(words, Face::regular, wrap).y;
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, ui::colour(outcome.ground),
                                            px(8));
  const float left = at.x + px(44);
  ui::draw_mark(outcome.mark, {at.x + px(24), at.y + px(12) + word_height / 2}, px(22), outcome.role,
                outcome.ground);
  ui::draw_text({left, at.y + px(12)}, outcome.words, outcome.role, Face::heading);
  ui::draw_text({left, at.y + px(16) + word_height}, words, Role::ink, Face::regular, wrap);
  ImGui::Dummy({width, height});
  platform::note("Outcome: " + outcome.words);
}

void draw_outdated(const Session& session, const Run& run, Actions& actions) {
  if (run.assignment == session.assignment()) return;
  ui::mark(Mark::outdated, Role::partial);
  ImGui::SameLine();
  ui::text("This is how it came out before your last change.", Role::partial, Face::regular,
           ImGui::GetContentRegionAvail().x - ui::button_width("Run it again") - px(8));
  ImGui::SameLine();
  ui::align_right(ui::button_width("Run it again"));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - (ui::control_height() - ui::line_height(Face::regular)) / 2);
  if (ui::button("Run it again")) actions.push_back(session::RunCommand{session.requests()[run.request].id});
}

/// " You predicted deny, DA-7."; empty where nothing was predicted.
std::string prediction_words(const Session& session, const Run& run) {
  const session::Prediction* prediction = session.prediction(run.request);
  if (prediction == nullptr) return {};
  std::string words = prediction->permitted ? " You predicted permit" : " You predicted deny";
  if (prediction->reason) words += ", " + std::string(policy::check(*prediction->reason).code);
  const bool wrong = prediction->run && prediction->result != session::PredictionResult::hit;
  return words + (wrong ? ". " + session::what_it_was(session, *prediction) : ".");
}

std::string content_of(const policy::Record& record) {
  std::string text = std::string(policy::title(record.category));
  for (const policy::Field& field : record.fields) text += "; " + field.name + ": " + field.value;
  return text;
}

/// A record in one of the two lists of a search.
void draw_listed(const policy::Record& record, Mark shape, Role role, std::string_view below) {
  const float left = ImGui::GetCursorPosX();
  ui::mark(shape, role, 12);
  ImGui::SameLine(0, 0);
  ImGui::SetCursorPosX(left + px(20));
  ImGui::BeginGroup();
  ui::text(record.title);
  ui::gap(-6);
  ui::note(below);
  ImGui::EndGroup();
}

void draw_seen(const Run& run) {
  const policy::World& world = *run.world;
  ui::heading("What " + world[run.asked.user].name + " sees");
  if (!run.decision.permitted()) {
    ui::text("A refusal, and nothing of the data.", Role::muted);
    return;
  }
  if (const auto record = record_asked(run.asked)) {
    draw_listed(world[*record], Mark::pass, Role::permit, content_of(world[*record]));
  }
  if (!policy::finds_records(run.asked.operation)) {
    if (policy::has_no_target(run.asked.operation)) ui::text("That it is done, and no data.", Role::muted);
    return;
  }
  std::size_t seen = 0;
  for (const Hit& hit : run.decision.hits) {
    if (hit.withheld()) continue;
    ++seen;
    draw_listed(world[hit.record], Mark::pass, Role::permit, policy::title(world[hit.record].category));
  }
  if (seen == 0) ui::text("No record found.", Role::muted);
  if (seen != run.decision.hits.size()) ui::note("Nothing tells that more was found.");
}

void draw_recorded(const Session& session, const Run& run) {
  const session::AuditEvent& event = session.trail().events()[static_cast<std::size_t>(run.event) - 1];
  ui::heading("What the trail records");
  ui::note("Event " + std::to_string(event.sequence) + ", " + policy::in_words(event.moment) + ": " +
           std::string(scenario::title(event.outcome)));
  for (const auto record : event.returned) {
    draw_listed((*run.world)[record], Mark::pass, Role::permit, "returned");
  }
  for (const session::WithheldRecord& withheld : event.withheld) {
    draw_listed((*run.world)[withheld.record], Mark::fail, Role::deny, "withheld: " + codes(withheld.failed));
  }
  if (!event.returned.empty() || !event.withheld.empty()) return;
  if (!run.decision.permitted()) {
    ui::text("Nothing returned; failed: " + codes(event.failed), Role::muted);
  } else if (policy::finds_records(event.operation)) {
    ui::text("No record found.", Role::muted);
  }
}

/// Forms written, notices sent; and for the reviewer a mark.
void draw_followed(const Session& session, const Run& run, Actions& actions) {
  const auto followed = session::what_followed(session, run);
  if (!followed.empty()) {
    ui::gap(4);
    ui::heading("What followed");
    for (const std::string& each : followed) ui::text(each);
  }
  if (!session::asks_for_review(session.scenario())) return;
  const bool marked = session.is_marked(run.request);
  ui::gap(4);
  if (ui::check("Not for its purpose", marked))
    actions.push_back(session::MarkCommand{session.requests()[run.request].id, !marked});
}

/// The two sides beside each other, or one below the other where they do not fit.
void draw_sides(const Session& session, const Run& run) {
  const float width = ImGui::GetContentRegionAvail().x;
  if (width < px(440)) {
    draw_seen(run);
    ui::gap(4);
    draw_recorded(session, run);
    return;
  }
  if (!ImGui::BeginTable(
          "Sides", 2,
          ImGuiTableFlags_SizingStretchSame | ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_BordersInnerV))
    return;
  ImGui::TableNextColumn();
  draw_seen(run);
  ImGui::TableNextColumn();
  draw_recorded(session, run);
  ImGui::EndTable();
}

/// The picture of it: in full where the panel is high enough, else in brief, until it is chosen otherwise.
void draw_path(const Run& run) {
  ImGuiStorage* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("path");
  const bool open = storage->GetBool(key, ImGui::GetWindowHeight() > px(480));
  if (ui::disclosure("Path", open)) storage->SetBool(key, !open);
  open ? draw_flow(run) : draw_flow_in_brief(run);
  ui::gap(4);
}

struct Tally {
  int pass = 0, fail = 0, not_applicable = 0;

  void count(Verdict verdict) {
    (verdict == Verdict::pass ? pass : verdict == Verdict::fail ? fail : not_applicable) += 1;
  }
  std::string words() const {
    std::string text;
    const auto add = [&](int count, std::string_view what) {
      if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + std::string(what);
    };
    add(fail, " failed");
    add(pass, " passed");
    add(not_applicable, " not applicable");
    return text;
  }
};

void draw_gate_heading(int number, Gate gate, const Tally& tally) {
  const std::string words = std::to_string(number) + "  " + std::string(policy::gate_title(gate));
  ui::gap(8);
  ui::heading(words);
  const std::string count = tally.words();
  ImGui::SameLine();
  ui::align_right(ui::text_size(count, Face::small).x);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(2));
  ui::note(count, tally.fail > 0 ? Role::deny : Role::muted);
  ui::gap(-2);
  ui::hairline();
}

/// The checks on one hit of a search, under the record's name.
void draw_hit(const Desk& desk, const Run& run, const Hit& hit, Actions& actions) {
  const policy::Record& record = (*run.world)[hit.record];
  const platform::NamedScope scope(record.id);
  ImGuiStorage* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("open");
  const bool open = storage->GetBool(key, hit.withheld());
  const std::string label =
      record.title + (hit.withheld() ? ": withheld, " + codes(hit.verdicts.failed()) : ": shown") + "###Hit";
  if (ui::disclosure(label, open)) storage->SetBool(key, !open);
  if (!open) return;
  if (hit.withheld() && !run.vets) draw_ask_for_record(desk, run, hit.record, actions);
  for (const policy::CheckId each : policy::checks_of(hit))
    draw_check(run, each, hit.verdicts[each], hit.record);
}

void draw_gate(const Desk& desk, const Run& run, Gate gate, int number, Actions& actions) {
  const bool search = policy::is_search(run.asked.operation);
  // Of a search, the checks on records are asked of each hit.
  const auto belongs = [&](const policy::Check& check) {
    return check.gate == gate && !(search && check.scope == Scope::record);
  };
  Tally tally;
  for (const policy::Check& check : policy::checks()) {
    if (belongs(check)) tally.count(run.decision.verdicts[check.id]);
  }
  draw_gate_heading(number, gate, tally);
  for (const policy::Check& check : policy::checks()) {
    if (belongs(check)) draw_check(run, check.id, run.decision.verdicts[check.id], record_asked(run.asked));
  }
  if (gate != Gate::data) return;
  for (const Hit& hit : run.decision.hits) draw_hit(desk, run, hit, actions);
  if (search && run.decision.hits.empty()) {
    ui::note(run.decision.permitted() ? "The search found no record: the other checks are not applicable."
                                      : "A denied search is not run: no record was looked at.");
  }
}

/// What failed, by the rule alone: the case would tell what is to be found out.
void draw_rules_alone(const Run& run) {
  ui::gap(8);
  ui::heading("What failed: the rules alone");
  ui::note(concealed_why);
  const auto draw = [](const policy::Verdicts& verdicts) {
    for (const policy::CheckId each : verdicts.failed()) {
      const policy::Check& check = policy::check(each);
      ui::text(std::string(check.code) + "  " + std::string(check.sentence));
    }
  };
  draw(run.decision.verdicts);
  for (const Hit& hit : run.decision.hits) {
    if (!hit.withheld()) continue;
    ui::note((*run.world)[hit.record].title + ": withheld");
    draw(hit.verdicts);
  }
}

}  // namespace

void Why::draw_heading(const Desk& desk, const Run& run, Actions& actions) const {
  const std::string title = desk.session()->requests()[run.request].title;
  const bool is_asked = !run.vets && shut_because(*desk.session()).empty();
  const float ask = is_asked ? ui::button_width("What would change it?") : 0;
  ImGui::SameLine(0, px(12));
  const ImVec2 beside = ImGui::GetCursorScreenPos();
  ui::draw_text_cut({beside.x, beside.y + ImGui::GetStyle().FramePadding.y},
                    ImGui::GetContentRegionAvail().x - ask - px(12), title, Role::muted, Face::regular);
  if (!is_asked) {
    ImGui::NewLine();
  } else {
    ui::align_right(ask);
    if (ui::button("What would change it?"))
      actions.push_back(Inquire{Inquire::What::begin, {run.request, std::nullopt}, 0});
  }
  end_heading();
}

void Why::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  const Frame frame("Why", at);
  const Session& session = *desk.session();
  panel_heading("Why");
  if (!desk.selected_run()) {
    end_heading();
    if (session.runs().empty()) {
      empty_state("Nothing has been run yet.",
                  "Run a request, or all of them: here you read how each came out, check by check.");
    } else {
      empty_state("Nothing is chosen.",
                  "Choose a request, or an event of the audit trail: here you read how it came out.");
    }
    return;
  }
  const Run& run = session.runs()[*desk.selected_run()];
  draw_heading(desk, run, actions);
  const Body body;
  if (drawn_run_ != *desk.selected_run()) ImGui::SetScrollY(0);
  drawn_run_ = *desk.selected_run();
  draw_headline(session, run);
  draw_outdated(session, run, actions);
  if (!session.conceals()) draw_path(run);
  if (to_the_answer_ && is_asked_about(desk, run)) {
    ImGui::SetScrollHereY(0);
    to_the_answer_ = false;
  }
  if (shut_because(session).empty()) draw_inquiry(desk, run, actions);
  ui::note(policy::in_words(*run.world, run.asked) + " " + policy::in_words(run.asked.moment) + ", " +
           run.asked.place + "." + prediction_words(session, run));
  ui::gap(4);
  draw_sides(session, run);
  draw_followed(session, run, actions);
  if (session.conceals()) return draw_rules_alone(run);
  constexpr std::array gates = {Gate::account, Gate::agency, Gate::function, Gate::data};
  for (std::size_t i = 0; i < gates.size(); ++i)
    draw_gate(desk, run, gates[i], static_cast<int>(i) + 1, actions);
  for (const Action& each : actions) {
    const auto* asked = std::get_if<Inquire>(&each);
    if (asked != nullptr && asked->what == Inquire::What::begin) to_the_answer_ = true;
  }
}

}  // namespace ntk::web::panels
