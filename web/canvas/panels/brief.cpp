#include "web/canvas/panels/brief.h"

#include <algorithm>
#include <string>
#include <utility>

#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/view/header_view.h"

namespace ntk::web::panels {
namespace {

using session::GoalState;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

void draw_objective(std::string_view words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddCircleFilled({at.x + px(4), at.y + ui::line_height(Face::regular) / 2},
                                              px(2), ui::colour(Role::muted));
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(16));
  ui::text(words);
}

void draw_brief(const BriefView& brief) {
  ui::field_name(title(Screen::brief));
  ui::heading(brief.lesson, Face::heading);
  ui::gap(4);
  for (const std::string& each : brief.paragraphs) ui::text(each);
  if (!brief.objectives.empty()) {
    ui::gap(8);
    ui::heading(brief.objectives_title);
    for (const std::string& each : brief.objectives) draw_objective(each);
  }
  ui::gap(4);
  ui::note(brief.clock);
}

/// Beside the heading, or below it where there is no room.
void draw_progress_words(std::string_view words) {
  const float width = ui::text_size(words, Face::small).x;
  const float heading = ui::text_size(title(Screen::goals), Face::strong).x;
  if (heading + px(16) + width <= ImGui::GetContentRegionAvail().x) {
    ImGui::SameLine();
    ui::align_right(width);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui::line_height(Face::regular) -
                         ui::line_height(Face::small) - px(1));
  } else {
    ui::gap(-6);
  }
  ui::note(words);
}

void draw_progress(const GoalsView& goals) {
  ui::heading(title(Screen::goals));
  if (goals.progress.empty()) return ui::note(goals.empty);
  draw_progress_words(goals.progress);
  const float width = ImGui::GetContentRegionAvail().x, height = px(4);
  const float part =
      goals.points > 0 ? static_cast<float>(goals.points_met) / static_cast<float>(goals.points) : 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + width, at.y + height}, ui::colour(Role::line), height / 2);
  if (part > 0)
    list->AddRectFilled(at, {at.x + width * part, at.y + height}, ui::colour(Role::permit), height / 2);
  ImGui::Dummy({width, height});
  ui::gap(4);
}

void draw_hint(const HintRow& hint, std::size_t hints_seen) {
  ui::note(hint_label, Role::accent);
  ui::gap(-6);
  ui::note(hint.text, Role::ink);
  if (hint.number > hints_seen) ImGui::SetScrollHereY(0.5f);
}

/// How each state is drawn; `name` is what the mark is found by.
struct StateStyle {
  Mark mark;
  Role role;
  const char* name;
};

StateStyle style_of(GoalState state) {
  switch (state) {
    case GoalState::met:
      return {Mark::permit, Role::permit, " met"};
    case GoalState::unmet:
      return {Mark::deny, Role::deny, " unmet"};
    case GoalState::open:
      break;
  }
  return {Mark::not_run, Role::muted, " open"};
}

void draw_goal(const GoalRow& goal, std::size_t hints_seen) {
  const StateStyle style = style_of(goal.state);
  const float left = ImGui::GetCursorPosX();
  ui::mark(style.mark, style.role);
  platform::note("Goal " + goal.id + style.name);
  ImGui::SameLine(0, 0);
  ImGui::SetCursorPosX(left + px(24));
  ImGui::BeginGroup();
  ui::text(goal.title);
  ui::gap(-6);
  ui::note(goal.state_words, style.role);
  ImGui::SameLine(0, px(12));
  ui::note(goal.points);
  if (!goal.evidence.empty()) {
    ui::gap(-6);
    ui::note(goal.evidence);
  }
  for (const HintRow& each : goal.hints) draw_hint(each, hints_seen);
  ImGui::EndGroup();
}

void draw_hints(const GoalsView& goals, std::size_t hints_seen, Actions& actions) {
  for (const HintRow& each : goals.hints) draw_hint(each, hints_seen);
  if (goals.hint_button.empty()) return;
  ui::gap(4);
  if (ui::button(goals.hint_button + "###Show a hint", ui::ButtonKind::secondary))
    actions.push_back(session::HintCommand{});
}

/// The rules that predictions were wrong about, most often first.
void draw_misconceptions(const MisconceptionsView& log) {
  if (!log.shown) return;
  ui::gap(8);
  ui::heading(log.title);
  if (!log.empty.empty()) ui::note(log.empty);
  for (const MisconceptionRow& each : log.rules) {
    const std::string code(each.code);
    ui::text(code + "  " + each.words);
    platform::note("Misconception " + code);
    ui::gap(-6);
    ui::note(each.sentence);
  }
}

void draw_goals(const GoalsView& goals, std::size_t hints_seen, Actions& actions) {
  draw_progress(goals);
  if (!goals.predictions.empty()) {
    ui::gap(-4);
    ui::note(goals.predictions);
    ui::gap(4);
  }
  for (const GoalRow& each : goals.goals) draw_goal(each, hints_seen);
  draw_hints(goals, hints_seen, actions);
  draw_misconceptions(goals.misconceptions);
}

}  // namespace

void Brief::refresh(const Desk& desk) {
  if (fresh_at_ == desk.revision()) return;
  fresh_at_ = desk.revision();
  brief_ = view_brief(*desk.session());
  goals_ = view_goals(*desk.session());
}

void Brief::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  refresh(desk);
  const Frame frame("Brief", at);
  if (seen_ != desk.sessions_begun()) hints_seen_ = goals_.hints_shown;
  seen_ = desk.sessions_begun();
  const std::size_t hints_seen = std::exchange(hints_seen_, goals_.hints_shown);
  const float room = ImGui::GetContentRegionAvail().y;
  const float whole = room + px(12);
  // The brief has what the goals leave, and no less than two fifths.
  const float brief_height = std::max(whole * 0.4f, whole - goals_height_);
  if (ui::look().touch) {
    const Body body;
    draw_brief(brief_);
    ui::gap(12);
    ui::hairline();
    ui::gap(8);
    draw_goals(goals_, hints_seen, actions);
    return;
  }
  {
    const Body body("brief", brief_height, Body::Holds::text);
    draw_brief(brief_);
  }
  ui::hairline();
  const Body body("goals");
  const float top = ImGui::GetCursorPosY();
  draw_goals(goals_, hints_seen, actions);
  goals_height_ = ImGui::GetCursorPosY() - top + px(32);
}

}  // namespace ntk::web::panels
