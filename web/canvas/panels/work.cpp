#include "web/canvas/panels/work.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/announcement.h"

namespace ntk::web::panels {
namespace {

using ui::ButtonKind;
using ui::Face;
using ui::px;
using ui::Role;

/// Of a long history, the steps around the one at hand.
constexpr std::size_t most_steps = 200;

const Attempt* attempt_at_hand(const Desk& desk) {
  for (const Attempt& each : desk.attempts()) {
    if (each.state == Attempt::State::at_hand) return &each;
  }
  return nullptr;
}

/// One thing that can be done with an attempt.
struct Act {
  const char* label;
  const char* what;  ///< page_calls.h
};

std::vector<Act> acts_on(const Attempt& attempt) {
  if (attempt.state == Attempt::State::deleted) return {{"Bring back", "bringBack"}};
  std::vector<Act> acts = {
      {"Open", "open"}, {"Copy", "copy"}, {"Commands", "commands"}, {"Delete", "remove"}};
  if (attempt.state == Attempt::State::at_hand) acts.erase(acts.begin());
  return acts;
}

float width_of(const std::vector<Act>& acts) {
  float width = 0;
  for (const Act& each : acts) width += ui::text_size(each.label, Face::regular).x + px(20);
  return width;
}

void draw_attempt(const Attempt& attempt, bool narrow, Actions& actions) {
  const platform::NamedScope scope(attempt.name);
  ImGui::PushID(attempt.id.c_str());
  const std::vector<Act> acts = acts_on(attempt);
  const float width = ImGui::GetContentRegionAvail().x - (narrow ? 0 : width_of(acts) + px(8));
  const bool at_hand = attempt.state == Attempt::State::at_hand;
  const bool deleted = attempt.state == Attempt::State::deleted;
  ImGui::BeginGroup();
  ui::text(at_hand   ? attempt.name + " (open now)"
           : deleted ? attempt.name + " (deleted)"
                     : attempt.name,
           at_hand ? Role::accent : Role::ink, Face::strong, width);
  ui::gap(-6);
  ui::text(attempt.about, Role::muted, Face::regular, width);
  ImGui::EndGroup();
  if (!narrow) {
    ImGui::SameLine();
    ui::align_right(width_of(acts));
  }
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (i > 0) ImGui::SameLine(0, px(4));
    if (ui::button(acts[i].label, ButtonKind::quiet)) {
      actions.push_back(AskPage{acts[i].what, attempt.id, {}});
    }
    if (acts[i].label == std::string_view("Commands")) ui::tooltip("Save its steps as a file of commands");
  }
  ImGui::PopID();
  ui::hairline();
}

}  // namespace

void Work::open() {
  to_the_top_ = true;
}

void Work::draw_tabs(const Desk& desk, bool narrow) {
  struct Tab {
    Part part;
    const char* label;
    std::size_t count;
  };
  const Tab tabs[] = {{Part::attempts, "Attempts", desk.attempts().size()},
                      {Part::history, "History", desk.steps().size()},
                      {Part::hand_in, narrow ? "Pass on###Hand in or pass on" : "Hand in or pass on", 0}};
  for (const Tab& each : tabs) {
    if (each.part != Part::attempts) ImGui::SameLine(0, px(20));
    const bool chosen = ui::tab(each.label, each.part == part_, static_cast<int>(each.count));
    if (each.part == Part::attempts) ImGui::SetItemDefaultFocus();
    if (!chosen) continue;
    part_ = each.part;
    to_the_top_ = true;
  }
}

/// The name of the attempt at hand, which can be changed.
void Work::draw_name(const Desk& desk, bool narrow, Actions& actions) {
  const Attempt* attempt = attempt_at_hand(desk);
  if (attempt == nullptr) {
    ui::note(desk.session() == nullptr ? "No lesson is open."
                                       : "The lesson at hand is kept here from its first step on.");
    return;
  }
  if (named_ != attempt->id) {
    named_ = attempt->id;
    name_ = attempt->name;
  }
  ui::field_name("Name of the attempt at hand");
  const float width = narrow ? ImGui::GetContentRegionAvail().x : px(320);
  if (ui::field("###Name", name_, "Attempt 1", width)) {
    actions.push_back(AskPage{"rename", attempt->id, name_});
    named_.clear();  // shows what the page has made of it
  }
}

void Work::draw_attempts(const Desk& desk, bool narrow, Actions& actions) {
  draw_name(desk, narrow, actions);
  ImGui::BeginDisabled(desk.session() == nullptr);
  if (ui::button("New attempt")) actions.push_back(AskPage{"new", {}, {}});
  ImGui::EndDisabled();
  ui::tooltip("Begins the lesson anew. The attempt at hand stays in the list.");
  ImGui::SameLine();
  if (ui::button("Open a file")) actions.push_back(OpenFile{});
  ui::tooltip("A scenario of your own, or an attempt that was saved");
  ui::hairline();
  if (desk.attempts().empty()) {
    return empty_state("Nothing is kept yet.", "The first step in a lesson begins an attempt.");
  }
  for (const Attempt& each : desk.attempts()) draw_attempt(each, narrow, actions);
}

void Work::draw_history(const Desk& desk, Actions& actions) {
  const std::size_t count = desk.steps().size(), position = desk.position();
  if (count == 0) {
    return empty_state("There are no steps yet.", "Assign, predict or run something in the lesson.");
  }
  const std::size_t first = position > most_steps / 2 ? position - most_steps / 2 : 0;
  const std::size_t end = std::min(count, first + most_steps);
  const auto line = [&](std::size_t at, const std::string& words) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float height = ui::line_height(Face::regular) + px(12);
    const std::string number = std::to_string(at);
    if (ui::row("Step " + number, height, at == position)) actions.push_back(GoTo{at});
    const float width = ImGui::GetContentRegionAvail().x;
    ui::draw_text({from.x + px(12), from.y + px(6)}, number, Role::muted, Face::regular);
    ui::draw_text_cut({from.x + px(64), from.y + px(6)}, width - px(72), words,
                      at > position ? Role::muted : Role::ink, at == position ? Face::strong : Face::regular);
    ImGui::Dummy({width, height});
  };
  if (first == 0) {
    line(0, "The lesson as it began");
  } else {
    ui::note(std::to_string(first) + " earlier steps are not shown.");
  }
  for (std::size_t i = first; i < end; ++i) {
    const std::string words = step_in_words(*desk.session(), desk.steps()[i]);
    line(i + 1, i < position ? words : words + " (undone)");
  }
  if (end < count) ui::note(std::to_string(count - end) + " later steps are not shown.");
}

void Work::draw_hand_in(const Desk& desk, bool narrow, Actions& actions) {
  if (desk.session() == nullptr) return empty_state("No lesson is open.", "Choose one first.");
  ui::heading("A file to hand in");
  ui::text(
      "It holds the lesson, every step in order, predictions and hints used. Whoever has the program can "
      "replay it.");
  ui::field_name("Your name or number, as your course wants it");
  ui::field("###Student", student_, "for the submission only",
            narrow ? ImGui::GetContentRegionAvail().x : px(320));
  ui::note("It is written into the file and kept nowhere else.");
  if (ui::button("Save the submission", ButtonKind::primary)) {
    actions.push_back(AskPage{"submission", {}, student_});
  }
  ui::gap(8);
  ui::hairline();
  ui::heading("To go on elsewhere");
  ui::text(
      "The file of the attempt opens on any device that has this page. The link does the same and needs no "
      "server: the work is in the address itself. Neither has your name in it.");
  if (ui::button("Save the attempt as a file")) actions.push_back(AskPage{"file", {}, {}});
  if (!narrow) ImGui::SameLine();
  if (ui::button("Copy link")) actions.push_back(AskPage{"link", {}, {}});
}

void Work::draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) {
  const float margin = std::max(narrow ? 16.0f : 24.0f, (at.width / ui::look().scale - 900) / 2);
  const Frame frame("Your work", at, Role::paper, {margin, narrow ? 10.0f : 16.0f});
  panel_heading("Your work");
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(OpenView{});
  ui::note(desk.keeping());
  draw_tabs(desk, narrow);
  ui::hairline();
  const Body body;
  if (to_the_top_) ImGui::SetScrollY(0);
  to_the_top_ = false;
  ui::gap(4);
  if (part_ == Part::attempts) {
    draw_attempts(desk, narrow, actions);
  } else if (part_ == Part::history) {
    draw_history(desk, actions);
  } else {
    draw_hand_in(desk, narrow, actions);
  }
}

}  // namespace ntk::web::panels
