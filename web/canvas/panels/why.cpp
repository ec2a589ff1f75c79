#include "web/canvas/panels/why.h"

#include <string>
#include <variant>

#include "web/canvas/panels/check_row.h"
#include "web/canvas/panels/flow.h"
#include "web/canvas/panels/inquiry.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/inquiry_view.h"

namespace ntk::web::panels {
namespace {

using session::Run;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

/// The outcome on its soft ground: the first thing to be read.
void draw_headline(const WhyView& view) {
  const OutcomeStyle style = style_of(view.outcome.state);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float wrap = width - px(56);
  const float word_height = ui::line_height(Face::heading);
  const float reason_height = ui::text_size(view.reason, Face::regular, wrap).y;
  float height = px(24) + word_height + px(4) + reason_height;
  if (!view.failing.empty()) height += px(4) + ui::text_size(view.failing, Face::small, wrap).y;
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, ui::colour(style.ground),
                                            px(8));
  const float left = at.x + px(44);
  ui::draw_mark(style.mark, {at.x + px(24), at.y + px(12) + word_height / 2}, px(22), style.role,
                style.ground);
  ui::draw_text({left, at.y + px(12)}, view.outcome.word, style.role, Face::heading);
  const float reason_top = at.y + px(16) + word_height;
  ui::draw_text({left, reason_top}, view.reason, Role::ink, Face::regular, wrap);
  if (!view.failing.empty())
    ui::draw_text({left, reason_top + reason_height + px(4)}, view.failing, Role::ink, Face::small, wrap);
  ImGui::Dummy({width, height});
  platform::note("Outcome: " + view.outcome.word);
}

void draw_outdated(const WhyView& view, Actions& actions) {
  if (view.outdated.empty()) return;
  const std::string again(why_run_again);
  ui::mark(Mark::outdated, Role::partial);
  ImGui::SameLine();
  ui::text(view.outdated, Role::partial, Face::regular,
           ImGui::GetContentRegionAvail().x - ui::button_width(again) - px(8));
  ImGui::SameLine();
  ui::align_right(ui::button_width(again));
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - (ui::control_height() - ui::line_height(Face::regular)) / 2);
  if (ui::button(again)) actions.push_back(session::RunCommand{view.request});
}

/// A record on one of the two sides; what the user sees of it, a line for each field.
void draw_record(const WhyRecord& record) {
  const float left = ImGui::GetCursorPosX();
  ui::mark(record.withheld ? Mark::fail : Mark::pass, record.withheld ? Role::deny : Role::permit, 12);
  ImGui::SameLine(0, 0);
  ImGui::SetCursorPosX(left + px(20));
  ImGui::BeginGroup();
  ui::text(record.title);
  ui::gap(-6);
  ui::note(record.words);
  for (const WhyRecord::Field& each : record.fields) {
    ui::gap(-6);
    ui::note(each.label);
    ImGui::SameLine(0, px(8));
    ui::note(each.value, Role::ink);
  }
  ImGui::EndGroup();
}

void draw_side(const WhySide& side) {
  ui::heading(side.heading);
  if (!side.event.empty()) ui::note(side.event);
  if (!side.summary.empty()) ui::text(side.summary, Role::muted);
  for (const WhyRecord& each : side.records) draw_record(each);
  if (!side.note.empty()) ui::note(side.note);
}

/// The two sides beside each other, or one below the other where they do not fit.
void draw_sides(const WhyView& view) {
  const float width = ImGui::GetContentRegionAvail().x;
  if (width < px(440)) {
    draw_side(view.seen);
    ui::gap(4);
    draw_side(view.recorded);
    return;
  }
  if (!ImGui::BeginTable(
          "Sides", 2,
          ImGuiTableFlags_SizingStretchSame | ImGuiTableFlags_NoPadOuterX | ImGuiTableFlags_BordersInnerV))
    return;
  ImGui::TableNextColumn();
  draw_side(view.seen);
  ImGui::TableNextColumn();
  draw_side(view.recorded);
  ImGui::EndTable();
}

/// Forms written, notices sent; and for the reviewer a mark.
void draw_followed(const WhyView& view, Actions& actions) {
  if (!view.followed.empty()) {
    ui::gap(4);
    ui::heading(why_followed);
    for (const std::string& each : view.followed) ui::text(each);
  }
  if (!view.mark) return;
  ui::gap(4);
  if (ui::check(std::string(view.mark->label), view.mark->marked)) actions.push_back(view.mark->toggle);
}

/// The picture of it: in full where the panel is high enough, else in brief, until it is chosen otherwise.
void draw_path(const WhyView& view) {
  if (view.path.empty()) return;
  ImGuiStorage* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("path");
  const bool open = storage->GetBool(key, ImGui::GetWindowHeight() > px(480));
  if (ui::disclosure(std::string(path_title), open)) storage->SetBool(key, !open);
  open ? draw_flow(view.path) : draw_flow_in_brief(view.path);
  ui::gap(4);
}

void draw_gate(const WhyGate& gate, bool rules_shown) {
  ui::gap(8);
  ui::heading(gate.heading);
  ImGui::SameLine();
  ui::align_right(ui::text_size(gate.tally, Face::small).x);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + px(2));
  ui::note(gate.tally, gate.fails ? Role::deny : Role::muted);
  ui::gap(-2);
  ui::hairline();
  for (const WhyCheck& each : gate.checks) draw_check(each, rules_shown);
  if (!gate.note.empty()) ui::note(gate.note);
}

/// The checks on one hit of a search, under the record's name.
void draw_hit(const Desk& desk, const Run& run, const WhyHit& hit, bool rules_shown, Actions& actions) {
  const platform::NamedScope scope(hit.id);
  ImGuiStorage* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("open");
  const bool open = storage->GetBool(key, hit.withheld);
  if (ui::disclosure(with_id(hit.heading, "Hit"), open)) storage->SetBool(key, !open);
  if (!open) return;
  if (hit.withheld) draw_ask_for_record(desk, run, hit.record, actions);
  for (const WhyCheck& each : hit.checks) draw_check(each, rules_shown);
}

/// Whether all rules are to be seen, and the control for that.
bool draw_rules_control() {
  ImGuiStorage* storage = ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("rules");
  const bool shown = storage->GetBool(key, false);
  const std::string words(shown ? why_hide_rules : why_show_rules);
  ImGui::SameLine();
  ui::align_right(ui::button_width(words));
  if (ui::button(with_id(words, "Rules"), ui::ButtonKind::quiet)) storage->SetBool(key, !shown);
  return shown;
}

void draw_checks(const Desk& desk, const WhyView& view, const Run& run, Actions& actions) {
  ui::gap(8);
  ui::heading(view.checks_heading);
  const bool rules_shown = draw_rules_control();
  if (!view.concealed.empty()) ui::note(view.concealed);
  for (const WhyGate& each : view.gates) draw_gate(each, rules_shown);
  for (const WhyHit& each : view.hits) draw_hit(desk, run, each, rules_shown, actions);
}

void draw_request(const WhyView& view) {
  ui::note(view.words);
  ui::note(view.where);
  if (!view.prediction.empty()) ui::note(view.prediction);
  ui::gap(4);
}

/// The heading of a run: its request's title, and the button that asks what would change how it ended.
void draw_heading(const WhyView& view, const Run& run, Actions& actions) {
  const std::string ask(view.can_ask ? ask_what_would_change : std::string_view());
  const float button = view.can_ask ? ui::button_width(ask) : 0;
  ImGui::SameLine(0, px(12));
  const ImVec2 beside = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x - button - px(12);
  constexpr float least = 48;  // CSS pixels: less shows nothing but dots
  if (room > px(least))
    ui::draw_text_cut({beside.x, beside.y + ImGui::GetStyle().FramePadding.y}, room, view.title, Role::muted,
                      Face::regular);
  if (!view.can_ask) {
    ImGui::NewLine();
  } else {
    ui::align_right(button);
    if (ui::button(ask)) actions.push_back(Inquire{Inquire::What::begin, {run.request, std::nullopt}, 0});
  }
  end_heading();
}

}  // namespace

const WhyView& Why::view_of(const Desk& desk) {
  const Source now = {desk.sessions_begun(), desk.session()->revision(), desk.selected_run()};
  if (source_ != now) {
    view_ = view_why(*desk.session(), desk.selected_run());
    source_ = now;
  }
  return view_;
}

void Why::draw_run(const Desk& desk, const WhyView& view, const Run& run, Actions& actions) {
  draw_headline(view);
  draw_outdated(view, actions);
  draw_path(view);
  if (to_the_answer_ && is_asked_about(desk, run)) {
    ImGui::SetScrollHereY(0);
    to_the_answer_ = false;
  }
  if (view.can_ask) draw_inquiry(desk, run, actions);
  draw_request(view);
  draw_sides(view);
  draw_followed(view, actions);
  draw_checks(desk, view, run, actions);
  for (const Action& each : actions) {
    const auto* asked = std::get_if<Inquire>(&each);
    if (asked != nullptr && asked->what == Inquire::What::begin) to_the_answer_ = true;
  }
}

void Why::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  const Frame frame("Why", at);
  const WhyView& view = view_of(desk);
  panel_heading(view.heading);
  if (view.empty) {
    end_heading();
    empty_state(view.empty->what, view.empty->what_to_do);
    return;
  }
  const Run& run = desk.session()->runs()[*desk.selected_run()];
  draw_heading(view, run, actions);
  const Body body;
  if (drawn_run_ != *desk.selected_run()) ImGui::SetScrollY(0);
  drawn_run_ = *desk.selected_run();
  draw_run(desk, view, run, actions);
}

}  // namespace ntk::web::panels
