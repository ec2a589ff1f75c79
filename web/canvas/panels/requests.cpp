#include "web/canvas/panels/requests.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "sim/policy/explain.h"
#include "sim/session/misconceptions.h"
#include "web/app/shared_words.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/table_text.h"

namespace ntk::web::panels {
namespace {

using session::Freshness;
using session::Prediction;
using session::PredictionResult;
using session::Session;
using ui::ButtonKind;
using ui::Face;
using ui::px;
using ui::Role;

const scenario::AskedPrediction* asked_prediction(const Session& session, std::uint32_t request) {
  for (const scenario::AskedPrediction& each : session.scenario().predictions) {
    if (each.request == request) return &each;
  }
  return nullptr;
}

/// What has been seen can no longer be predicted.
bool can_predict(const Session& session, std::uint32_t request) {
  return !session.conceals() && session.latest_run(request) == nullptr;
}

/// Whether there is a prediction that the request can be run with.
bool is_predicted(const Session& session, std::uint32_t request) {
  const bool incomplete = request < session.scenario().requests.size() && session.awaits_prediction(request);
  return session.prediction(request) != nullptr && !incomplete;
}

std::string_view result_words(PredictionResult result) {
  switch (result) {
    case PredictionResult::pending:
      return "; run it to see";
    case PredictionResult::hit:
      return ": right";
    case PredictionResult::wrong_reason:
      return ": right outcome, another reason";
    case PredictionResult::miss:
      return ": it came out otherwise";
  }
  return "";
}

std::string_view certainty_title(session::Certainty certainty) {
  constexpr std::array<std::string_view, 3> titles = {"A guess", "Likely", "Sure"};
  return titles[static_cast<std::size_t>(certainty)];
}

Role role_of(PredictionResult result) {
  if (result == PredictionResult::pending) return Role::muted;
  return result == PredictionResult::hit ? Role::permit : Role::partial;
}

/// What was predicted, how it turned out, and the rule behind it; the row leads to Why.
std::string prediction_words(const Session& session, const Prediction& prediction) {
  std::string words = prediction.permitted ? "You predicted permit" : "You predicted deny";
  if (prediction.reason) words += ", " + std::string(policy::check(*prediction.reason).code);
  if (prediction.certainty) words += ", " + policy::in_sentence(certainty_title(*prediction.certainty));
  words += std::string(result_words(prediction.result));
  const bool is_run_since =
      prediction.run && session.latest_run(prediction.request) != &session.runs()[*prediction.run];
  if (is_run_since) words += ", when it was first run";
  const bool wrong = prediction.run && prediction.result != PredictionResult::hit;
  return wrong ? words + ". " + session::what_it_was(session, prediction) : words;
}

/// "Ana Ortega (FBI) · Subject query · Display: Harbour report · for fugitive apprehension · 12 August 2016,
/// 09:00, a port"
std::string detail_words(const Session& session, const scenario::ScriptedRequest& scripted) {
  const policy::World& world = session.world();
  const policy::Request& request = scripted.request;
  std::string text = with_agency(world, request.user) + " · ";
  if (!policy::names_no_function(request.operation))
    text += std::string(policy::title(request.function)) + " · ";
  text += std::string(policy::title(request.operation));
  if (const std::string target = target_in_words(world, request); !target.empty()) text += ": " + target;
  return text + " · for " + world[request.purpose].title + " · " +
         policy::in_words(scripted.at_clock ? session.clock() : request.moment) + ", " + request.place;
}

/// "DA-7 Another agency’s level 3 or 4 record needs ..."
std::string reason_words(const policy::Check& check) {
  return std::string(check.code) + "  " + std::string(check.sentence);
}

/// How sure the student is; pressed again, a choice is taken back.
void draw_certainty(std::optional<session::Certainty>& chosen) {
  ui::note("How sure are you?");
  ui::gap(-4);
  for (const session::Certainty each :
       {session::Certainty::guess, session::Certainty::likely, session::Certainty::sure}) {
    const bool on = chosen == each;
    if (!ui::segment(std::string(certainty_title(each)), on, each == session::Certainty::guess,
                     each == session::Certainty::sure))
      continue;
    if (on) {
      chosen.reset();
    } else {
      chosen = each;
    }
  }
}

}  // namespace

void Requests::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  const Frame frame("Requests", at);
  const Session& session = *desk.session();
  if (seen_ != desk.sessions_begun()) {
    seen_ = desk.sessions_begun();
    drafts_.clear();
    asking_ = false;
    ask_.clear(session);
  }
  drafts_.resize(session.requests().size());

  if (!ui::look().touch) {  // there the bar at the bottom says which panel it is
    panel_heading("Requests");
    ImGui::SameLine(0, px(12));
  }
  draw_clock(session, actions);
  ImGui::SameLine();
  ui::align_right(ui::button_width("Run all"));
  const std::string waits_for = run_all_waits_for(session);
  ImGui::BeginDisabled(!waits_for.empty());
  if (ui::button("Run all", ButtonKind::primary)) actions.push_back(session::RunAllCommand{});
  ImGui::EndDisabled();
  end_heading();

  const Body body;
  if (!waits_for.empty()) {
    ui::note(waits_for);
    ui::hairline();
  }
  list_.begin(session.requests().size());
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (scrolls_to_ == i) ImGui::SetScrollHereY(0.1f);
    if (list_.passes_over(i)) continue;
    if (i > 0) ui::hairline();
    draw_request(desk, i, actions);
    list_.drawn(i);
  }
  scrolls_to_.reset();
  ui::hairline();
  ui::gap(4);
  if (ui::button("Copy as text", ButtonKind::quiet)) {
    TableText table = requests_as_text(session);
    const std::string said = copied_in_words(table);
    actions.push_back(CopyText{std::move(table.text), said});
  }
  ui::tooltip("All requests with their outcomes and reasons, as text for a spreadsheet");
  if (session.conceals()) return;  // nothing can be run
  const bool opens = ui::disclosure("Ask your own", asking_);
  if (opens) asking_ = !asking_;
  if (opens && asking_) ImGui::SetScrollHereY(0);
  if (asking_) ask_.draw(session, actions);
}

void Requests::draw_clock(const Session& session, Actions& actions) {
  const std::string label = policy::in_words(session.clock()) + "###Clock";
  ui::mark(ui::Mark::outdated, Role::muted, 15, ui::control_height());
  ImGui::SameLine(0, 0);
  ImGui::BeginDisabled(session.conceals());
  const bool moves_on = ui::button(label, ButtonKind::quiet);
  ImGui::EndDisabled();
  if (moves_on) {
    moment_ = policy::to_text(session.clock());
    ImGui::OpenPopup("Clock");
  }
  ui::tooltip(
      "The lesson’s clock: when requests without a moment of their own are asked. Press to move it on.");
  if (!ImGui::BeginPopup("Clock")) return;
  ui::field_name("Move the clock on to");
  ui::field("###Moment", moment_, "2016-08-12T09:00", px(200));
  const auto advance_to = [&](policy::Moment moment) {
    actions.push_back(session::AdvanceCommand{moment});
    ImGui::CloseCurrentPopup();
  };
  const std::optional<policy::Moment> moment = policy::parse_moment(moment_);
  if (!moment) ui::note("Write it as 2016-08-12T09:00.", Role::deny);
  ImGui::BeginDisabled(!moment);
  if (ui::button("Move on", ButtonKind::primary)) advance_to(*moment);
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ui::button("A day"))
    advance_to({std::min(policy::next_day(session.clock().day), policy::last_date), session.clock().minute});
  ImGui::SameLine();
  if (ui::button("A year"))
    advance_to(
        {std::min(policy::plus_years(session.clock().day, 1), policy::last_date), session.clock().minute});
  ImGui::EndPopup();
}

void Requests::draw_request(const Desk& desk, std::uint32_t request, Actions& actions) {
  const Session& session = *desk.session();
  const scenario::ScriptedRequest& scripted = session.requests()[request];
  const platform::NamedScope scope(scripted.id);
  const OutcomeStyle outcome = style_of(session, request);
  const session::Run* run = session.latest_run(request);
  const std::string detail = (run == nullptr ? "Not run · " : "") + detail_words(session, scripted);
  const bool chosen =
      run != nullptr && desk.selected_run() && session.runs()[*desk.selected_run()].request == request;

  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float left = px(32), button = ui::button_width("Run") + px(8);
  const float text_width = width - left - button - px(8);
  const std::string_view words = run == nullptr ? std::string_view() : outcome.words;
  const float word_width = ui::text_size(words, Face::strong).x;
  const bool beside =
      words.empty() || ui::text_size(scripted.title, Face::strong).x + px(16) + word_width <= text_width;
  const float title_height = ui::text_size(scripted.title, Face::strong, text_width).y;
  const float word_height = beside ? 0 : ui::line_height(Face::strong);
  const Prediction* predicted = session.prediction(request);
  const std::string prediction = predicted != nullptr ? prediction_words(session, *predicted) : "";
  const float detail_height = ui::text_size(detail, Face::small, text_width).y;
  const float prediction_height =
      predicted != nullptr ? ui::text_size(prediction, Face::small, text_width).y : 0;
  const float height = std::max(px(18) + title_height + word_height + detail_height + prediction_height,
                                ui::control_height() + px(12));

  if (run != nullptr) {
    if (ui::row("Show", height, chosen, button)) {
      actions.push_back(SelectRun{static_cast<std::size_t>(run - session.runs().data())});
      actions.push_back(ShowPanel{Panel::why});
    }
  }
  const ImVec2 text = {at.x + left, at.y + px(8)};
  ui::draw_mark(outcome.mark, {at.x + px(16), text.y + ui::line_height(Face::strong) / 2}, px(17),
                outcome.role);
  ui::draw_text(text, scripted.title, Role::ink, Face::strong, text_width);
  const ImVec2 word_at =
      beside ? ImVec2{text.x + text_width - word_width, text.y} : ImVec2{text.x, text.y + title_height};
  ui::draw_text(word_at, words, outcome.role, Face::strong);
  const float below = text.y + title_height + word_height + px(2);
  ui::draw_text({text.x, below}, detail, Role::muted, Face::small, text_width);
  if (predicted != nullptr) {
    ui::draw_text({text.x, below + detail_height}, prediction, role_of(predicted->result), Face::small,
                  text_width);
  }

  ImGui::SetCursorScreenPos({at.x + width - ui::button_width("Run") - px(6), at.y + px(6)});
  const std::string_view waits_for = run_waits_for(session, request);
  ImGui::BeginDisabled(!waits_for.empty());
  if (ui::button("Run")) actions.push_back(session::RunCommand{scripted.id});
  ImGui::EndDisabled();
  if (!waits_for.empty()) ui::tooltip(waits_for);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, height});
  platform::note(outcome.words);
  if (scripted.request.operation == policy::Operation::vet) {
    ImGui::Indent(px(32));
    if (ui::button("Vet a file of persons")) actions.push_back(VetFile{scripted.id});
    ImGui::Unindent(px(32));
    ui::gap(4);
  }
  draw_prediction(session, request, actions);
}

void Requests::draw_prediction(const Session& session, std::uint32_t request, Actions& actions) {
  if (!can_predict(session, request)) return;
  const scenario::AskedPrediction* asked = asked_prediction(session, request);
  Draft& draft = drafts_[request];
  ImGui::Indent(px(32));
  ui::gap(-8);
  if (is_predicted(session, request) && !draft.changing) {
    draft.changing = ui::button("Change the prediction", ButtonKind::quiet);
    ImGui::Unindent(px(32));
    return;
  }
  if (asked == nullptr && !draft.unasked && !draft.changing) {
    draft.unasked = ui::button("Predict it first, if you like", ButtonKind::quiet);
    ImGui::Unindent(px(32));
    return;
  }
  const bool required = asked != nullptr && asked->required;
  ui::note(required ? "Predict how it will end; then run it." : "How will it end? Predict before you run it.",
           Role::accent);
  ui::gap(-4);
  if (ui::segment("Permit", draft.permitted == true, true, false)) draft.permitted = true;
  if (ui::segment("Deny", draft.permitted == false, false, true)) draft.permitted = false;
  const bool takes_reason =
      draft.permitted == false;  // after every denial, so that the list gives nothing away
  if (takes_reason) {
    ImGui::SameLine();
    if (ImGui::GetContentRegionAvail().x < px(200)) ImGui::NewLine();
    const float room = ImGui::GetContentRegionAvail().x;
    const std::string preview =
        draft.reason ? reason_words(policy::check(*draft.reason)) : "Which check fails first?";
    if (ui::begin_choice("###Reason", preview, std::min(room, px(360)))) {
      std::optional<policy::Gate> gate;
      for (const policy::Check& check : policy::checks()) {
        if (gate != check.gate) ui::note(policy::gate_title(check.gate));
        gate = check.gate;
        const std::string label = reason_words(check) + "###" + std::string(check.code);
        if (ui::option(label, draft.reason == check.id)) draft.reason = check.id;
      }
      ui::end_choice();
    }
  }
  draw_certainty(draft.certainty);
  ImGui::SameLine();
  if (ImGui::GetContentRegionAvail().x < ui::button_width("Predict")) ImGui::NewLine();
  const bool lacks_reason = asked != nullptr && asked->reason && takes_reason && !draft.reason;
  ImGui::BeginDisabled(!draft.permitted || lacks_reason);
  if (ui::button("Predict")) {
    draft.changing = false;
    actions.push_back(session::PredictCommand{session.requests()[request].id, *draft.permitted,
                                              takes_reason ? draft.reason : std::nullopt, draft.certainty});
  }
  ImGui::EndDisabled();
  ImGui::Unindent(px(32));
  ui::gap(4);
}

}  // namespace ntk::web::panels
