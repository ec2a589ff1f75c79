#include "web/canvas/panels/work.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/header_view.h"

namespace ntk::web::panels {
namespace {

using ui::ButtonKind;
using ui::Face;
using ui::px;
using ui::Role;

float width_of(std::span<const AttemptAct> acts) {
  float width = 0;
  for (const AttemptAct& each : acts) width += ui::text_size(each.label, Face::regular).x + px(20);
  return width;
}

void draw_empty(const EmptyWork& empty) {
  empty_state(empty.what, empty.what_to_do);
}

void draw_acts(const AttemptRow& attempt, Actions& actions) {
  bool is_first = true;
  for (const AttemptAct& each : attempt.acts) {
    if (!is_first) ImGui::SameLine(0, px(4));
    is_first = false;
    if (ui::button(std::string(each.label), ButtonKind::quiet))
      actions.push_back(AskPage{each.word.data(), attempt.id, {}});
    if (!each.about.empty()) ui::tooltip(each.about);
  }
}

void draw_attempt(const AttemptRow& attempt, bool narrow, Actions& actions) {
  const platform::NamedScope scope(attempt.name);
  ImGui::PushID(attempt.id.c_str());
  const float acts = width_of(attempt.acts);
  const float width = ImGui::GetContentRegionAvail().x - (narrow ? 0 : acts + px(8));
  ImGui::BeginGroup();
  ui::text(attempt.heading, attempt.state == Attempt::State::at_hand ? Role::accent : Role::ink, Face::strong,
           width);
  ui::gap(-6);
  ui::text(attempt.about, Role::muted, Face::regular, width);
  ImGui::EndGroup();
  if (!narrow) {
    ImGui::SameLine();
    ui::align_right(acts);
  }
  draw_acts(attempt, actions);
  ImGui::PopID();
  ui::hairline();
}

void draw_step(const HistoryRow& step, Actions& actions) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = ui::line_height(Face::regular) + px(12);
  if (ui::row("Step " + std::to_string(step.number), height, step.is_here))
    actions.push_back(GoTo{step.number});
  const float width = ImGui::GetContentRegionAvail().x;
  const float note = step.note.empty() ? 0 : ui::text_size(step.note, Face::small).x + px(12);
  const float top = from.y + px(6);
  ui::draw_text_cut({from.x + px(12), top}, width - px(24) - note, step.words,
                    step.is_applied ? Role::ink : Role::muted, step.is_here ? Face::strong : Face::regular);
  if (note > 0) ui::draw_text({from.x + width - note, top + px(1)}, step.note, Role::muted, Face::small);
  ImGui::Dummy({width, height});
}

}  // namespace

void Work::open(std::string student) {
  to_the_top_ = true;
  if (student.empty()) return;
  student_ = std::move(student);
  remembers_student_ = true;
}

void Work::refresh(const Desk& desk) {
  if (fresh_at_ == desk.revision()) return;
  fresh_at_ = desk.revision();
  view_ = view_work(desk);
  history_ = view_history(desk);
}

void Work::draw_tabs(std::size_t steps, bool narrow) {
  const auto tab = [&](Part part, std::string_view label, const char* name, std::size_t count) {
    if (part != Part::attempts) ImGui::SameLine(0, narrow ? px(12) : px(20));
    if (ImGui::GetContentRegionAvail().x < ui::tab_width(label, static_cast<int>(count))) ImGui::NewLine();
    const bool chosen = ui::tab(std::string(label) + "###" + name, part == part_, static_cast<int>(count));
    if (part == Part::attempts) ImGui::SetItemDefaultFocus();
    if (!chosen) return;
    part_ = part;
    to_the_top_ = true;
  };
  tab(Part::attempts, attempts_title, "Attempts", view_.attempts.size());
  tab(Part::history, history_title, "History", steps);
  tab(Part::hand_in, hand_in_title, "Hand in or pass on", 0);
}

/// The name of the attempt at hand, which can be changed.
void Work::draw_name(bool narrow, Actions& actions) {
  const auto at_hand = std::find_if(view_.attempts.begin(), view_.attempts.end(), [](const AttemptRow& each) {
    return each.state == Attempt::State::at_hand;
  });
  if (at_hand == view_.attempts.end()) return;
  if (named_ != at_hand->id) {
    named_ = at_hand->id;
    name_ = at_hand->name;
  }
  ui::field_name(name_label);
  const float width = narrow ? ImGui::GetContentRegionAvail().x : px(320);
  if (ui::field("###Name", name_, "Attempt 1", width)) {
    actions.push_back(AskPage{"rename", at_hand->id, name_});
    named_.clear();  // shows what the page has made of it
  }
}

void Work::draw_attempts(bool narrow, Actions& actions) {
  draw_name(narrow, actions);
  ImGui::BeginDisabled(!view_.can_begin);
  if (ui::button(std::string(new_attempt))) actions.push_back(AskPage{"new", {}, {}});
  ImGui::EndDisabled();
  ui::tooltip(new_attempt_about);
  ImGui::SameLine();
  if (ui::button(std::string(named::open_a_file))) actions.push_back(OpenFile{});
  ui::tooltip(open_a_file_about);
  ui::hairline();
  if (view_.attempts.empty()) return draw_empty(no_attempts);
  for (const AttemptRow& each : view_.attempts) draw_attempt(each, narrow, actions);
}

void Work::draw_history(Actions& actions) const {
  if (history_.steps.empty()) return draw_empty(no_steps);
  ui::heading(history_.summary);
  ui::note(history_about);
  if (!history_.before.empty()) ui::note(history_.before);
  for (const HistoryRow& each : history_.steps) draw_step(each, actions);
  if (!history_.after.empty()) ui::note(history_.after);
}

void Work::draw_hand_in(bool narrow, Actions& actions) {
  if (!view_.can_begin) return draw_empty(nothing_to_hand_in);
  const float width = narrow ? ImGui::GetContentRegionAvail().x : px(320);
  ui::text(hand_in_about);
  ui::field_name(student_label);
  ui::field("###Student", student_, "", width);
  if (ui::check(std::string(remember_student) + "###Remember", remembers_student_))
    remembers_student_ = !remembers_student_;
  if (ui::button(std::string(save_submission) + "###Save the submission", ButtonKind::primary))
    actions.push_back(AskPage{"submission", remembers_student_ ? "remember" : "", student_});
  ui::gap(8);
  ui::hairline();
  ui::heading(share_title);
  ui::text(share_about);
  if (ui::button(std::string(save_attempt))) actions.push_back(AskPage{"file", {}, {}});
  if (!narrow) ImGui::SameLine();
  if (ui::button(std::string(copy_link))) actions.push_back(AskPage{"link", {}, {}});
}

void Work::draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) {
  refresh(desk);
  const float margin = std::max(narrow ? 16.0f : 24.0f, (at.width / ui::look().scale - 900) / 2);
  const Frame frame("Your work", at, Role::paper, {margin, narrow ? 10.0f : 16.0f});
  panel_heading(title(Screen::work));
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(OpenView{});
  ui::note(view_.keeping, view_.is_kept ? Role::muted : Role::deny);
  draw_tabs(desk.steps().size(), narrow);
  ui::hairline();
  const Body body;
  if (to_the_top_) ImGui::SetScrollY(0);
  to_the_top_ = false;
  ui::gap(4);
  if (part_ == Part::attempts) {
    draw_attempts(narrow, actions);
  } else if (part_ == Part::history) {
    draw_history(actions);
  } else {
    draw_hand_in(narrow, actions);
  }
}

}  // namespace ntk::web::panels
