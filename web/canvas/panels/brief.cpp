#include "web/canvas/panels/brief.h"

#include <algorithm>
#include <string>
#include <utility>

#include "sim/session/misconceptions.h"
#include "web/app/shared_words.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"

namespace ntk::web::panels {
namespace {

using session::GoalState;
using session::Session;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

void draw_paragraphs(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    ui::text(text.substr(0, end));
    text.remove_prefix(std::min(text.find_first_not_of('\n', end), text.size()));
  }
}

void draw_brief(const Session& session) {
  const scenario::Scenario& lesson = session.scenario();
  ui::heading(lesson.title, Face::heading);
  ui::gap(4);
  draw_paragraphs(lesson.brief);
  if (lesson.objectives.empty()) return;
  ui::gap(8);
  ui::heading("Afterwards you can");
  for (const std::string& objective : lesson.objectives) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::draw_text(at, "–", Role::muted, Face::regular);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(16));
    ui::text(objective);
  }
}

void draw_progress(const Session& session) {
  const session::Progress progress = session.progress();
  ui::heading("Goals");
  const std::string words = std::to_string(progress.goals_met) + " of " + std::to_string(progress.goals) +
                            " met, " + std::to_string(progress.points_met) + " of " +
                            counted(static_cast<std::size_t>(progress.points), "point", "points");
  ImGui::SameLine();
  ui::align_right(ui::text_size(words, Face::small).x);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui::line_height(Face::regular) -
                       ui::line_height(Face::small) - px(1));
  ui::note(words);
  const float width = ImGui::GetContentRegionAvail().x, height = px(4);
  const float part =
      progress.points > 0 ? static_cast<float>(progress.points_met) / static_cast<float>(progress.points) : 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + width, at.y + height}, ui::colour(Role::line), height / 2);
  if (part > 0)
    list->AddRectFilled(at, {at.x + width * part, at.y + height}, ui::colour(Role::permit), height / 2);
  ImGui::Dummy({width, height});
  if (const std::string predictions = predictions_in_words(session); !predictions.empty()) {
    ui::gap(-4);
    ui::note(predictions);
  }
  ui::gap(4);
}

void draw_hint(std::string_view words, bool is_new) {
  ui::note("Hint", Role::accent);
  ui::gap(-6);
  ui::note(words, Role::ink);
  if (is_new) ImGui::SetScrollHereY(0.5f);
}

void draw_goal(const Session& session, std::uint32_t index, std::size_t hints_seen) {
  const scenario::Goal& goal = session.scenario().goals[index];
  const session::GoalStatus status = session.goal_status(index);
  const bool met = status.state == GoalState::met;
  const bool unmet = status.state == GoalState::unmet;
  const float left = ImGui::GetCursorPosX();
  ui::mark(met     ? Mark::permit
           : unmet ? Mark::fail
                   : Mark::not_run,
           met     ? Role::permit
           : unmet ? Role::deny
                   : Role::muted,
           unmet ? 12.0f : 16.0f);
  platform::note("Goal " + goal.id + (met ? " met" : unmet ? " unmet" : " open"));
  ImGui::SameLine(0, 0);
  ImGui::SetCursorPosX(left + px(24));
  ImGui::BeginGroup();
  ui::text(goal.title);
  if (!status.evidence.empty()) {
    ui::gap(-6);
    ui::note((met ? "Met: " : unmet ? "Not met: " : "") + status.evidence);
  }
  ui::gap(-6);
  ui::note(counted(static_cast<std::size_t>(goal.points), "point", "points"));
  for (std::size_t i = 0; i < session.hints_revealed(); ++i) {
    const scenario::Hint& hint = session.scenario().hints[i];
    if (hint.goal == index) draw_hint(hint.text, i >= hints_seen);
  }
  ImGui::EndGroup();
}

void draw_hints(const Session& session, std::size_t hints_seen, Actions& actions) {
  const auto& hints = session.scenario().hints;
  for (std::size_t i = 0; i < session.hints_revealed(); ++i) {
    if (!hints[i].goal) draw_hint(hints[i].text, i >= hints_seen);
  }
  if (session.hints_revealed() == hints.size()) return;
  const std::string label = "Show a hint (" + std::to_string(session.hints_revealed() + 1) + " of " +
                            std::to_string(hints.size()) + ")###Show a hint";
  ui::gap(4);
  if (ui::button(label, ui::ButtonKind::secondary)) actions.push_back(session::HintCommand{});
}

/// The rules that predictions were wrong of, most often first.
void draw_misconceptions(const Session& session) {
  if (!shows_misconceptions(session)) return;
  ui::gap(8);
  ui::heading(misconceptions_title);
  const auto log = session::misconceptions(session);
  if (log.empty()) ui::note(session::no_misconceptions(session));
  for (const session::Misconception& each : log) {
    const policy::Check& rule = policy::check(each.rule);
    ui::text(std::string(rule.code) + "  " + session::in_words(each));
    platform::note("Misconception " + std::string(rule.code));
    ui::gap(-6);
    ui::note(rule.sentence);
  }
}

void draw_goals(const Session& session, std::size_t hints_seen, Actions& actions) {
  draw_progress(session);
  for (std::uint32_t i = 0; i < session.scenario().goals.size(); ++i) draw_goal(session, i, hints_seen);
  if (session.scenario().goals.empty()) ui::note("This lesson sets no goals: try what you like.");
  draw_hints(session, hints_seen, actions);
  draw_misconceptions(session);
}

}  // namespace

void Brief::draw(const Desk& desk, const Rectangle& at, Actions& actions) {
  const Frame frame("Brief", at);
  const Session& session = *desk.session();
  if (seen_ != desk.sessions_begun()) hints_seen_ = session.hints_revealed();
  seen_ = desk.sessions_begun();
  const std::size_t hints_seen = std::exchange(hints_seen_, session.hints_revealed());
  const float room = ImGui::GetContentRegionAvail().y;
  const float whole = room + px(12);
  // The brief has what the goals leave, and no less than two fifths.
  const float brief_height = std::max(whole * 0.4f, whole - goals_height_);
  if (ui::look().touch) {
    const Body body;
    draw_brief(session);
    ui::gap(12);
    ui::hairline();
    ui::gap(8);
    draw_goals(session, hints_seen, actions);
    return;
  }
  {
    const Body body("brief", brief_height);
    draw_brief(session);
  }
  ui::hairline();
  const Body body("goals");
  const float top = ImGui::GetCursorPosY();
  draw_goals(session, hints_seen, actions);
  goals_height_ = ImGui::GetCursorPosY() - top + px(32);
}

}  // namespace ntk::web::panels
