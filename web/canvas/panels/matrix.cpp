#include "web/canvas/panels/matrix.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/policy/phrases.h"
#include "web/app/shared_words.h"
#include "web/canvas/panels/panel.h"
#include "web/view/calendar_view.h"
#include "web/view/header_view.h"

namespace ntk::web::panels {
namespace {

using ui::ButtonKind;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

void centred_words(std::string_view words, ImVec2 min, ImVec2 max, Role role, Face face) {
  const ImVec2 size = ui::text_size(words, face);
  const float left = std::max(min.x + px(3), std::round((min.x + max.x - size.x) / 2));
  ui::draw_text_cut({left, std::round((min.y + max.y - size.y) / 2)}, max.x - px(3) - left, words, role,
                    face);
}

/// A cell that flips: a ring and a sign, beside the colour.
void draw_flip(const char* sign, Role role, Role ground, ImVec2 min, ImVec2 max) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 from = {min.x + px(3), min.y + px(3)}, to = {max.x - px(3), max.y - px(3)};
  list->AddRectFilled(from, to, ui::colour(ground), px(6));
  list->AddRect(from, to, ui::colour(role), px(6), 0, px(2));
  ui::draw_text({from.x + px(6), std::round((min.y + max.y - ui::line_height(Face::heading)) / 2)}, sign,
                role, Face::heading);
}

Role role_of(const CellFlip& flip) {
  return flip.gained() ? Role::permit : flip.lost() ? Role::deny : Role::partial;
}
Role ground_of(const CellFlip& flip) {
  return flip.gained() ? Role::permit_soft : flip.lost() ? Role::deny_soft : Role::partial_soft;
}

void draw_one_cell(const MatrixView& view, std::uint32_t user, std::uint32_t column, ImVec2 min, ImVec2 max) {
  const analysis::Cell cell = view.matrix().at({user}, column);
  ImGui::GetWindowDrawList()->AddRectFilled(min, {max.x, min.y + 1}, ui::colour(Role::line));
  const CellFlip* flip = view.flip(user, column);
  float left = min.x;
  if (flip != nullptr) {
    draw_flip(sign(*flip), role_of(*flip), ground_of(*flip), min, max);
    left += px(14);
  }
  const ImVec2 middle = {(left + max.x) / 2, (min.y + max.y) / 2};
  const Role ground = flip != nullptr ? ground_of(*flip) : Role::paper;
  if (const auto primary = cell.primary()) {
    const std::string_view code = policy::check(*primary).code;
    const ImVec2 size = ui::text_size(code, Face::small);
    const float wide = px(18) + size.x;
    if (wide > max.x - left - px(6)) return ui::draw_mark(Mark::deny, middle, px(13), Role::deny, ground);
    ui::draw_mark(Mark::deny, {middle.x - wide / 2 + px(7), middle.y}, px(13), Role::deny, ground);
    ui::draw_text({middle.x - wide / 2 + px(18), std::round(middle.y - size.y / 2)}, code, Role::ink,
                  Face::small);
    return;
  }
  switch (cell.state()) {
    case analysis::CellState::permitted:
      return ui::draw_mark(Mark::permit, middle, px(15), Role::permit, ground);
    case analysis::CellState::in_part:
      return ui::draw_mark(Mark::partial, middle, px(15), Role::partial, ground);
    case analysis::CellState::pending:
      return;
    case analysis::CellState::denied:  // by its primary reason, above
    case analysis::CellState::absent:
    case analysis::CellState::not_asked:
      return ui::draw_mark(Mark::not_applicable, middle, px(12), Role::muted);
  }
}

void draw_share(const MatrixView& view, GridPlace place, ImVec2 min, ImVec2 max) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(min, {max.x, min.y + 1}, ui::colour(Role::line));
  if (view.is_working()) return centred_words("…", min, max, Role::muted, Face::regular);
  const analysis::Share share = view.share(place.row, place.column);
  const FlipCount flips = view.flips(place.row, place.column);
  const float bottom = max.y - px(12);
  if (flips.all() > 0) {
    list->AddRect({min.x + px(3), min.y + px(3)}, {max.x - px(3), max.y - px(3)}, ui::colour(Role::ink),
                  px(6), 0, px(2));
  }
  if (share.decided == 0)
    return ui::draw_mark(Mark::not_applicable, {(min.x + max.x) / 2, (min.y + max.y) / 2}, px(12),
                         Role::muted);
  std::string words = std::to_string(share.permitted) + "/" + std::to_string(share.decided);
  if (flips.all() > 0) words += "  " + signs(flips);
  centred_words(words, {min.x, min.y + px(4)}, {max.x, bottom}, Role::ink,
                flips.all() > 0 ? Face::strong : Face::regular);
  const float left = min.x + px(12), right = max.x - px(12);
  const float part = static_cast<float>(share.permitted) / static_cast<float>(share.decided);
  list->AddRect({left, bottom - px(1)}, {right, bottom + px(4)}, ui::colour(Role::edge), px(2));
  if (share.permitted == 0) return;
  list->AddRectFilled({left, bottom - px(1)}, {left + (right - left) * part, bottom + px(4)},
                      ui::colour(Role::permit), px(2));
}

/// A name over a note, cut to the width.
void draw_two_lines(std::string_view name, std::string_view note, ImVec2 min, ImVec2 max) {
  const float line = ui::line_height(Face::strong), below = note.empty() ? 0 : ui::line_height(Face::small);
  const float top = std::round((min.y + max.y - line - below) / 2), width = max.x - min.x - px(8);
  ui::draw_text_cut({min.x + px(2), top}, width, name, Role::ink, Face::strong);
  if (!note.empty()) ui::draw_text_cut({min.x + px(2), top + line}, width, note, Role::muted, Face::small);
}

/// A head: as much of the title as has room on three lines, and the note, which never gives way.
void draw_column_head(const MatrixHead& head, ImVec2 min, ImVec2 max) {
  const float width = max.x - min.x - px(8), line = ui::line_height(Face::small);
  const float note = head.note.empty() ? 0 : line;
  const float left = min.x + px(4), lowest = max.y - px(6) - note;
  const float height = std::min(ui::text_size(head.title, Face::small, width).y, 3 * line);
  ui::draw_lines_cut({left, lowest - height}, width, 3, head.title, Role::ink, Face::small);
  if (!head.note.empty()) ui::draw_text_cut({left, lowest}, width, head.note, Role::muted, Face::small);
}

float wide_enough(float room, std::size_t columns, float least, float most) {
  return std::clamp(std::floor(room / static_cast<float>(std::max<std::size_t>(columns, 1))), px(least),
                    px(most));
}

constexpr const char* all_agencies = "All agencies";
constexpr float summary_head = 46, summary_row = 52;  // CSS pixels at normal text size

/// The summary, or what is told of a cell in its place.
float upper_part(const MatrixView& view) {
  const float summary = px(summary_head) + px(summary_row) * static_cast<float>(view.agencies().size());
  return std::max(summary + ImGui::GetStyle().ScrollbarSize, px(170));
}
float every_cell_title() {
  return ui::line_height(Face::strong) + px(20);
}

std::string users_in_words(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " user" : " users");
}

}  // namespace

void AccessMatrix::open() {
  block_.reset();
  summary_cursor_ = cursor_ = {};
  told_ = false;
}

void AccessMatrix::keep_within(const Desk& desk) {
  const MatrixView& view = desk.matrix();
  if (seen_ != desk.sessions_begun() || axis_ != view.axis()) {
    seen_ = desk.sessions_begun();
    axis_ = view.axis();
    trial_ = 0;
    open();
  }
  if (block_ && (block_->row >= view.agencies().size() || block_->column >= view.groups().size())) open();
  if (takes_escape() && ImGui::IsKeyPressed(ImGuiKey_Escape) &&
      !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
    go_back();
}

void AccessMatrix::go_back() {
  if (!told_) {
    block_.reset();
    cursor_ = {};
  }
  told_ = false;
}

/// Those of the block; of a world that is small enough all, where there is room for a few below the summary.
void AccessMatrix::choose_cells(const MatrixView& view, bool narrow, float room) {
  constexpr std::size_t at_a_glance = 600;
  const float least = upper_part(view) + every_cell_title() + px(180);
  users_.clear();
  columns_.clear();
  if (block_) {
    users_ = view.users(block_->row);
    columns_ = view.columns(block_->column);
    return;
  }
  const auto add = [](std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& some) {
    all.insert(all.end(), some.begin(), some.end());
  };
  if (narrow || room < least || view.matrix().users() * view.matrix().columns() > at_a_glance) {
    told_ = false;  // nothing of it is in sight any more
    return;
  }
  for (std::size_t row = 0; row < view.agencies().size(); ++row) add(users_, view.users(row));
  for (std::size_t column = 0; column < view.groups().size(); ++column) add(columns_, view.columns(column));
}

void AccessMatrix::draw_tools(const MatrixView& view, bool narrow, Actions& actions) {
  constexpr analysis::Axis axes[] = {analysis::Axis::records, analysis::Axis::requests,
                                     analysis::Axis::functions};
  constexpr const char* titles[] = {"Records", "Requests", "Functions"};
  for (std::size_t i = 0; i < std::size(axes); ++i) {
    if (i > 0) ImGui::SameLine(0, 0);
    if (!ui::segment(titles[i], view.axis() == axes[i], i == 0, i + 1 == std::size(axes))) continue;
    const analysis::Axis axis = axes[i];
    actions.push_back(ChangeMatrix{[axis](MatrixView& matrix) { matrix.choose(axis); }});
  }
  if (view.trials().empty()) return;
  if (!narrow) ImGui::SameLine(0, px(24));
  draw_trial(view, narrow, actions);
}

void AccessMatrix::draw_trial(const MatrixView& view, bool narrow, Actions& actions) {
  const std::vector<Trial>& trials = view.trials();
  trial_ = std::min(trial_, trials.size() - 1);
  const float room = ImGui::GetContentRegionAvail().x;
  const float buttons = ui::button_width("Apply") + ui::button_width("Drop") + px(16);
  ImGui::AlignTextToFramePadding();
  if (!narrow) {
    ui::text("What if", Role::muted);
    ImGui::SameLine();
  }
  const float width =
      narrow ? room : std::clamp((ImGui::GetContentRegionAvail().x - buttons) / 2, px(120), px(320));
  if (ui::begin_choice("###What if", (narrow ? "What if: " : "") + trials[trial_].field, width)) {
    for (std::size_t i = 0; i < trials.size(); ++i) {
      if (ui::option(trials[i].field, i == trial_)) trial_ = i;
    }
    ui::end_choice();
  }
  const auto& tried = view.tried();
  std::string now = "were …";
  for (const TrialValue& each : trials[trial_].values) {
    if (tried && *tried == each.edit) now = each.words;
  }
  if (!narrow) ImGui::SameLine(0, px(8));
  if (ui::begin_choice("###What if value", now, narrow ? room - buttons : width)) {
    for (const TrialValue& each : trials[trial_].values) {
      if (!ui::option(each.words, tried && *tried == each.edit)) continue;
      actions.push_back(ChangeMatrix{[edit = each.edit](MatrixView& matrix) { matrix.try_out(edit); }});
    }
    ui::end_choice();
  }
  ImGui::BeginDisabled(!tried);
  ImGui::SameLine(0, px(8));
  if (ui::button("Apply") && tried) actions.push_back(session::Command(*tried));
  ui::tooltip("Make this assignment. It can be undone.");
  ImGui::SameLine(0, px(8));
  if (ui::button("Drop")) actions.push_back(ChangeMatrix{[](MatrixView& matrix) { matrix.try_out({}); }});
  ImGui::EndDisabled();
}

/// The day that it is of, and the way to make it the clock's.
void AccessMatrix::draw_day(const Desk& desk, bool narrow, Actions& actions) {
  const MatrixView& view = desk.matrix();
  const policy::Moment clock = desk.session()->clock();
  if (view.days().size() < 2) return;
  ImGui::AlignTextToFramePadding();
  if (!narrow) {
    ui::text("On", Role::muted);
    ImGui::SameLine();
  }
  const auto move = move_to(view.day(), clock);
  const std::string now = day_in_words(view.day(), clock.day);
  const float room = ImGui::GetContentRegionAvail().x;
  if (ui::begin_choice("###Day", narrow ? "On: " + now : now, narrow ? room : std::min(room, px(320)))) {
    for (const policy::Date each : view.days()) {
      if (!ui::option(day_in_words(each, clock.day) + "###On " + policy::to_text(each), each == view.day()))
        continue;
      actions.push_back(ChangeMatrix{[each](MatrixView& matrix) { matrix.show_on(each); }});
    }
    ui::end_choice();
  }
  if (move) {
    if (!narrow) ImGui::SameLine(0, px(8));
    if (ui::button("Move the clock there")) actions.push_back(*move);
  }
}

/// How far it is, or what flips.
void AccessMatrix::draw_state(const MatrixView& view, Actions& actions) const {
  ImGui::AlignTextToFramePadding();
  if (view.done()) return ui::text(view.flips_in_words(), view.tried() ? Role::accent : Role::muted);
  if (view.stopped()) {
    if (ui::button("Go on")) actions.push_back(ChangeMatrix{[](MatrixView& matrix) { matrix.go_on(); }});
  } else if (ui::button("Cancel")) {
    actions.push_back(ChangeMatrix{[](MatrixView& matrix) { matrix.stop(); }});
  }
  ImGui::SameLine(0, px(12));
  ui::progress_bar(view.progress(), view.progress_in_words());
}

std::string AccessMatrix::block_label(const MatrixView& view, GridPlace place) const {
  return view.block_title(place.row, place.column) + ": " +
         (view.is_working() ? "not computed yet" : share_in_words(view.share(place.row, place.column)));
}

std::string AccessMatrix::cell_label(const MatrixView& view, GridPlace place) const {
  const std::uint32_t user = users_[place.row], column = columns_[place.column];
  const CellFlip* flip = view.flip(user, column);
  return view.world().users[user].name + ", " + view.head(column).title + ": " +
         cell_in_words(view.matrix().at({user}, column)) +
         (flip == nullptr ? "" : " (" + flip_in_words(*flip, view.tried().has_value()) + ")");
}

void AccessMatrix::draw_summary(const MatrixView& view, bool narrow, float height) {
  GridContent grid;
  grid.rows = view.agencies().size();
  grid.columns = view.groups().size();
  grid.name_width = px(narrow ? 116 : 260);
  grid.head_height = px(summary_head);
  const float room = ImGui::GetContentRegionAvail().x - grid.name_width - ImGui::GetStyle().ScrollbarSize;
  grid.cell = {wide_enough(room, grid.columns, 96, 320), px(summary_row)};
  const auto name = [&](std::size_t row) {
    const policy::Agency& agency = view.world()[view.agencies()[row]];
    return narrow ? policy::called(agency) : agency.name;
  };
  grid.draw_name = [&](std::size_t row, ImVec2 min, ImVec2 max) {
    draw_two_lines(name(row), users_in_words(view.users(row).size()), min, max);
  };
  grid.draw_head = [&](std::size_t column, ImVec2 min, ImVec2 max) {
    draw_column_head(view.groups()[column], min, max);
  };
  grid.draw_cell = [&](GridPlace place, ImVec2 min, ImVec2 max) { draw_share(view, place, min, max); };
  grid.label = [&](GridPlace place) { return block_label(view, place); };
  if (!draw_grid("Blocks", grid, summary_cursor_, height)) return;
  block_ = summary_cursor_;
  cursor_ = {};
  told_ = false;
}

void AccessMatrix::draw_cells(const MatrixView& view, bool narrow, float height) {
  const policy::World& world = view.world();
  GridContent grid;
  grid.rows = users_.size();
  grid.columns = columns_.size();
  grid.name_width = px(narrow ? 104 : block_ ? 190 : 260);
  grid.head_height = px(84);
  const float room = ImGui::GetContentRegionAvail().x - grid.name_width - ImGui::GetStyle().ScrollbarSize;
  grid.cell = {wide_enough(room, grid.columns, 80, 180), ui::look().touch || !block_ ? px(44) : px(36)};
  grid.draw_name = [&](std::size_t row, ImVec2 min, ImVec2 max) {
    const policy::User& user = world.users[users_[row]];
    draw_two_lines(user.name, block_ ? "" : policy::called(world[user.agency]), min, max);
  };
  grid.draw_head = [&](std::size_t column, ImVec2 min, ImVec2 max) {
    draw_column_head(view.head(columns_[column]), min, max);
  };
  grid.draw_cell = [&](GridPlace place, ImVec2 min, ImVec2 max) {
    draw_one_cell(view, users_[place.row], columns_[place.column], min, max);
  };
  grid.label = [&](GridPlace place) { return cell_label(view, place); };
  const GridPlace before = cursor_;
  if (draw_grid(block_ ? "Block" : "Every cell", grid, cursor_, height) || (told_ && !(cursor_ == before)))
    told_ = true;
}

/// The cell that was chosen; returns the height that it needs.
float AccessMatrix::draw_story(const Desk& desk, bool narrow, bool measure, Actions& actions) {
  if (!told_ || cursor_.row >= users_.size() || cursor_.column >= columns_.size()) return 0;
  const MatrixView& view = desk.matrix();
  const std::uint32_t user = users_[cursor_.row], column = columns_[cursor_.column];
  const CellStory story = view.story(*desk.session(), user, column);
  const float width = ImGui::GetContentRegionAvail().x - (narrow ? 0 : ui::button_width("Ask why") + px(24));
  const std::string title = story.flip.empty() ? story.title : story.title + ", " + story.flip;
  if (measure) {
    const float gap = ImGui::GetStyle().ItemSpacing.y;
    float height = px(10) + ui::text_size(title, Face::strong, width).y + 2 * gap +
                   ui::text_size(story.outcome, Face::regular, width).y;
    if (!story.rule.empty()) height += gap + ui::text_size(story.rule, Face::small, width).y;
    if (narrow && !story.asking.empty()) height += gap + ui::control_height();
    return height + px(8);
  }
  ui::hairline();
  const ImVec2 from = ImGui::GetCursorScreenPos();
  ui::text(title, Role::ink, Face::strong, width);
  ui::text(story.outcome, Role::ink, Face::regular, width);
  if (!story.rule.empty()) ui::text(story.rule, Role::muted, Face::small, width);
  if (story.asking.empty()) return 0;
  if (!narrow) ImGui::SetCursorScreenPos({from.x + width + px(24), from.y});
  if (ui::button("Ask why", ButtonKind::primary)) {
    for (const session::Command& each : story.asking) actions.push_back(each);
    actions.push_back(ShowPanel{Panel::why});
  }
  ui::tooltip("Asks this as a request of your own, runs it, and shows every check");
  return 0;
}

std::string AccessMatrix::news(const Desk& desk, const std::optional<GridPlace>& block_before,
                               GridPlace cursor_before) const {
  const MatrixView& view = desk.matrix();
  const bool is_within = cursor_.row < users_.size() && cursor_.column < columns_.size();
  if (told_ && is_within)
    return story_in_words(view.story(*desk.session(), users_[cursor_.row], columns_[cursor_.column]));
  if (block_ != block_before)
    return block_ ? view.block_title(block_->row, block_->column) : std::string(all_agencies);
  if (!(cursor_ == cursor_before) && is_within) return cell_label(view, cursor_);
  return block_ ? std::string() : block_label(view, summary_cursor_);
}

void AccessMatrix::draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) {
  keep_within(desk);
  const auto block = block_;
  const GridPlace cursor = cursor_, summary = summary_cursor_;
  const bool told = told_;
  draw_all(desk, at, narrow, actions);
  if (block == block_ && cursor == cursor_ && summary == summary_cursor_ && told == told_) return;
  if (std::string words = news(desk, block, cursor); !words.empty())
    actions.push_back(Tell{std::move(words)});
}

void AccessMatrix::draw_all(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) {
  const MatrixView& view = desk.matrix();
  const Frame frame("Access matrix", at, Role::paper, {narrow ? 12.0f : 24.0f, narrow ? 10.0f : 16.0f});
  panel_heading(title(Screen::matrix));
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(OpenView{});
  if (const std::string_view why = shut_because(*desk.session()); !why.empty()) {
    ui::hairline();
    return empty_state("Nothing to be seen yet.", why);
  }
  if (!narrow || !block_ || !told_) {  // on a phone they give way to what is told of a cell
    draw_tools(view, narrow, actions);
    draw_day(desk, narrow, actions);
  }
  draw_state(view, actions);
  if (const std::string why = view.nothing_because(); !why.empty())
    return empty_state("There is nothing to show.", why);
  if (block_) {
    if (ui::button(narrow ? "Back###All agencies" : all_agencies)) narrow ? go_back() : open();
    if (block_) {
      ImGui::SameLine(0, px(12));
      ImGui::AlignTextToFramePadding();
      ui::text(view.block_title(block_->row, block_->column), Role::ink, Face::strong);
    }
  }
  const float room = ImGui::GetContentRegionAvail().y;
  choose_cells(view, narrow, room);
  if (!block_ && !users_.empty()) return draw_every_cell(desk, room, actions);
  const float height = std::max(room - draw_story(desk, narrow, true, actions), px(160));
  block_ ? draw_cells(view, narrow, height) : draw_summary(view, narrow, height);
  draw_story(desk, narrow, false, actions);
}

/// All cells, and above them the summary, or in its place the cell that was chosen: so the cells stay where
/// they are.
void AccessMatrix::draw_every_cell(const Desk& desk, float room, Actions& actions) {
  const MatrixView& view = desk.matrix();
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float story = draw_story(desk, false, true, actions);
  const float upper = std::max(upper_part(view), story > 0 ? story + ui::control_height() + px(16) : 0);
  if (told_) {
    draw_story(desk, false, false, actions);
    ImGui::SetCursorScreenPos({from.x, from.y + std::max(story, ui::control_height() + px(16))});
    if (ui::button(all_agencies)) go_back();
  } else {
    draw_summary(view, false, upper);
    if (block_) return;  // it was opened just now: all is drawn anew for it
  }
  ImGui::SetCursorScreenPos({from.x, from.y + upper + px(8)});
  ui::text("Every cell", Role::ink, Face::strong);
  draw_cells(view, false, room - upper - every_cell_title());
}

}  // namespace ntk::web::panels
