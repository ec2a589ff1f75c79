#include "web/canvas/panels/calendar.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "web/app/shared_words.h"
#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/text_table.h"
#include "web/view/header_view.h"
#include "web/view/table_text.h"

namespace ntk::web::panels {
namespace {

using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

constexpr float word_width = 104;  ///< of the mark and "Begins" or "Lapses"
constexpr float code_width = 64;
constexpr float change_padding = 6;

/// How much of the width each column takes; changes, which are no table, have none.
constexpr std::array<std::array<float, 5>, calendar_part_count> part_shares = {{
    {},
    {0.24f, 0.26f, 0.5f},
    {0.24f, 0.24f, 0.18f, 0.16f, 0.18f},
}};

std::vector<TextColumn> columns_of(CalendarPart part) {
  std::vector<TextColumn> columns;
  for (const std::string_view title : row(part).columns) {
    columns.push_back({title, part_shares[static_cast<std::size_t>(part)][columns.size()], false});
  }
  return columns;
}

/// What follows stands right below what was drawn last.
void close_up() {
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
}

void draw_day_heading(const CalendarDay& day, bool narrow, Actions& actions) {
  ui::gap(8);
  ImGui::AlignTextToFramePadding();
  ui::heading(day.words);
  if (!day.move) return;
  if (!narrow) ImGui::SameLine(0, px(16));
  if (ui::button("Move the clock to this day###" + policy::to_text(day.day))) actions.push_back(*day.move);
}

/// A row that is there for the arrow keys, as those of tables are.
void draw_change(const CalendarChange& change, const std::string& name, bool narrow) {
  const float width = ImGui::GetContentRegionAvail().x, line = ui::line_height(Face::regular);
  const float left = narrow ? 0 : px(word_width + code_width), below = narrow ? line + px(4) : 0;
  const float height =
      below + ui::text_size(change.what, Face::regular, width - left).y + 2 * px(change_padding);
  const ui::Hit place = ui::hit("###" + name, {width, height});
  if (!place.visible) return;
  const ImVec2 at = {place.min.x, place.min.y + px(change_padding)};
  ui::draw_mark(change.begins ? Mark::pass : Mark::outdated, {at.x + px(7), at.y + line / 2}, px(14),
                Role::muted);
  ui::draw_text({at.x + px(22), at.y}, word(change), Role::ink, Face::regular);
  ui::draw_text({at.x + px(word_width), at.y}, change.code, Role::muted, Face::regular);
  ui::draw_text({at.x + left, at.y + below}, change.what, Role::ink, Face::regular, width - left);
}

}  // namespace

void Calendar::refresh(const Desk& desk) {
  if (fresh_at_ == desk.revision()) return;
  fresh_at_ = desk.revision();
  const policy::Moment before = view_.clock;
  view_ = view_calendar(*desk.session());
  if (!(view_.clock == before)) to_the_top_ = true;
}

void Calendar::draw_tools(bool can_foresee) {
  for (const CalendarPartRow& each : calendar_parts()) {
    if (each.part != CalendarPart::changes) ImGui::SameLine(0, px(20));
    const std::string label = std::string(each.tab) + "###" + std::string(each.word);
    const bool chosen =
        ui::tab(label, each.part == part_ && !foresees_, static_cast<int>(view_.count(each.part)));
    if (each.part == CalendarPart::changes)
      ImGui::SetItemDefaultFocus();  // from where the arrow keys go down
    if (!chosen) continue;
    part_ = each.part;
    foresees_ = false;
    to_the_top_ = true;
  }
  foresees_ = foresees_ && can_foresee;
  if (!can_foresee) return;  // only the trail is given
  ImGui::SameLine(0, px(20));
  if (ImGui::GetContentRegionAvail().x < ui::tab_width("Forecast", 0)) ImGui::NewLine();  // a narrow phone
  if (ui::tab("Forecast", foresees_)) foresees_ = true;
}

void Calendar::copy(Actions& actions) const {
  TableText table = calendar_as_text(view_, part_);
  const std::string said = copied_in_words(table);
  actions.push_back(CopyText{std::move(table.text), said});
}

void Calendar::begin_rows(bool narrow) {
  if (to_the_top_) ImGui::SetScrollY(0);
  to_the_top_ = false;
  if (narrow) ui::note(row(part_).about);
  ui::note(caption(view_, part_));
}

void Calendar::end_rows() const {
  const std::string left_out = left_out_in_words(view_, part_);
  if (left_out.empty()) return;
  ui::gap(8);
  ui::note(left_out);
}

void Calendar::draw_changes(bool narrow, Actions& actions) const {
  for (const CalendarDay& day : view_.days) {
    draw_day_heading(day, narrow, actions);
    std::size_t number = 0;
    for (const CalendarChange& each : day.changes) {
      draw_change(each, policy::to_text(day.day) + ' ' + std::to_string(++number), narrow);
      close_up();
    }
    ui::gap(8);
    ui::hairline();
  }
}

void Calendar::draw_table(float width, bool narrow) {
  const TextTable table(columns_of(part_), width, narrow);
  table.draw_titles();
  ui::gap(-8);
  const Body body;
  begin_rows(narrow);
  std::size_t number = 0;
  for (const CalendarRow& each : view_.rows(part_)) {
    table.draw_row(std::string(row(part_).word) + ' ' + std::to_string(++number),
                   {each.name, each.note, each.cells});
  }
  end_rows();
}

void Calendar::draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) {
  refresh(desk);
  const float margin = std::max(narrow ? 16.0f : 24.0f, (at.width / ui::look().scale - 1400) / 2);
  const Frame frame("Calendar", at, Role::paper, {margin, narrow ? 10.0f : 16.0f});
  panel_heading(title(Screen::calendar));
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close") + ui::button_width("Copy") + ImGui::GetStyle().ItemSpacing.x);
  ImGui::BeginDisabled(foresees_ || view_.count(part_) == 0);
  if (ui::button("Copy")) copy(actions);
  ui::tooltip("What is shown, as text for a spreadsheet");
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ui::button("Close")) actions.push_back(OpenView{});
  ui::note(narrow ? clock_in_words(view_)
                  : clock_in_words(view_) + ' ' + std::string(foresees_ ? "" : row(part_).about));
  draw_tools(!desk.session()->conceals());
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  ui::hairline();
  const std::string_view shut = shut_because(*desk.session());
  if (foresees_ && !shut.empty()) return empty_state("Nothing to be seen yet.", shut);
  if (foresees_) return scrubber_.draw(desk, view_, narrow, actions);
  if (view_.count(part_) == 0) {
    const CalendarEmpty empty = empty_part(view_, part_);
    return empty_state(empty.what, empty.what_to_do);
  }
  if (part_ != CalendarPart::changes) return draw_table(width, narrow);
  ui::gap(-8);
  const Body body;
  begin_rows(narrow);
  draw_changes(narrow, actions);
  end_rows();
}

}  // namespace ntk::web::panels
