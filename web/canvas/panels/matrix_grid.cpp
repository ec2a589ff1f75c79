#include "web/canvas/panels/matrix_grid.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using ui::px;
using ui::Role;

/// What of the grid is in sight.
struct GridSight {
  ImVec2 min, max;        ///< of the window
  ImVec2 body;            ///< upper left corner of the cells' part of it
  ImVec2 from;            ///< upper left corner of the first cell, in sight or not
  GridPlace first, last;  ///< one past the last
};

std::size_t index_at(float offset, float size, std::size_t count) {
  return static_cast<std::size_t>(std::clamp(offset / size, 0.0f, static_cast<float>(count)));
}

GridSight in_sight(const GridContent& content) {
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  GridSight sight;
  sight.min = window->InnerRect.Min;
  sight.max = window->InnerRect.Max;
  sight.body = {sight.min.x + content.name_width, sight.min.y + content.head_height};
  sight.from = {sight.body.x - std::round(window->Scroll.x), sight.body.y - std::round(window->Scroll.y)};
  sight.first = {index_at(window->Scroll.y, content.cell.y, content.rows),
                 index_at(window->Scroll.x, content.cell.x, content.columns)};
  const float right = sight.max.x - sight.from.x, bottom = sight.max.y - sight.from.y;
  sight.last = {index_at(std::ceil(bottom / content.cell.y), 1, content.rows),
                index_at(std::ceil(right / content.cell.x), 1, content.columns)};
  return sight;
}

ImVec2 place_of(const GridContent& content, const GridSight& sight, GridPlace place) {
  return {sight.from.x + static_cast<float>(place.column) * content.cell.x,
          sight.from.y + static_cast<float>(place.row) * content.cell.y};
}

/// Arrow keys move the cursor while there is a cell in their direction.
bool move_by_keys(const GridContent& content, GridPlace& cursor, ImGuiID id) {
  const GridPlace before = cursor;
  const auto key = [&](ImGuiKey which, bool can, std::size_t& at, std::size_t step) {
    if (!can) return;
    ImGui::SetKeyOwner(which, id);
    if (ImGui::IsKeyPressed(which, ImGuiInputFlags_Repeat, id)) at += step;
  };
  constexpr auto back = static_cast<std::size_t>(-1);
  key(ImGuiKey_UpArrow, cursor.row > 0, cursor.row, back);
  key(ImGuiKey_DownArrow, cursor.row + 1 < content.rows, cursor.row, 1);
  key(ImGuiKey_LeftArrow, cursor.column > 0, cursor.column, back);
  key(ImGuiKey_RightArrow, cursor.column + 1 < content.columns, cursor.column, 1);
  return !(cursor == before);
}

void bring_into_sight(const GridContent& content, const GridSight& sight, GridPlace cursor) {
  const ImVec2 min = place_of(content, sight, cursor);
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const auto by = [](float low, float high, float from, float to) {
    return low < from ? low - from : high > to ? std::min(high - to, low - from) : 0;
  };
  const float x = by(min.x, min.x + content.cell.x, sight.body.x, sight.max.x);
  const float y = by(min.y, min.y + content.cell.y, sight.body.y, sight.max.y);
  if (x != 0) ImGui::SetScrollX(window, window->Scroll.x + x);
  if (y != 0) ImGui::SetScrollY(window, window->Scroll.y + y);
}

void draw_cells(const GridContent& content, const GridSight& sight) {
  ImGui::PushClipRect(sight.body, sight.max, true);
  const bool recording = platform::is_recording();
  for (std::size_t row = sight.first.row; row < sight.last.row; ++row) {
    for (std::size_t column = sight.first.column; column < sight.last.column; ++column) {
      const GridPlace place{row, column};
      const ImVec2 min = place_of(content, sight, place);
      const ImVec2 max = {min.x + content.cell.x, min.y + content.cell.y};
      content.draw_cell(place, min, max);
      if (recording) platform::note(content.label(place), min, max);
    }
  }
  ImGui::PopClipRect();
}

void draw_heads(const GridContent& content, const GridSight& sight) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImGui::PushClipRect({sight.body.x, sight.min.y}, {sight.max.x, sight.body.y}, true);
  for (std::size_t column = sight.first.column; column < sight.last.column; ++column) {
    const float left = place_of(content, sight, {0, column}).x;
    content.draw_head(column, {left, sight.min.y}, {left + content.cell.x, sight.body.y});
  }
  ImGui::PopClipRect();
  ImGui::PushClipRect({sight.min.x, sight.body.y}, {sight.body.x, sight.max.y}, true);
  for (std::size_t row = sight.first.row; row < sight.last.row; ++row) {
    const float top = place_of(content, sight, {row, 0}).y;
    content.draw_name(row, {sight.min.x, top}, {sight.body.x, top + content.cell.y});
    list->AddRectFilled({sight.min.x, top}, {sight.body.x, top + 1}, ui::colour(Role::line));
  }
  ImGui::PopClipRect();
  list->AddRectFilled({sight.min.x, sight.body.y - 1}, {sight.max.x, sight.body.y}, ui::colour(Role::edge));
}

/// The ring of the cursor: two, so that it is seen on any ground.
void draw_cursor(const GridContent& content, const GridSight& sight, GridPlace cursor) {
  const ImVec2 min = place_of(content, sight, cursor);
  ImGui::PushClipRect(sight.body, sight.max, true);
  ImGui::GetWindowDrawList()->AddRect({min.x + 1, min.y + 1},
                                      {min.x + content.cell.x - 1, min.y + content.cell.y - 1},
                                      ui::colour(Role::accent), px(4), 0, px(2.5f));
  ImGui::PopClipRect();
}

/// The cell under the pointer, if it is over one.
bool point(const GridContent& content, const GridSight& sight, GridPlace& place) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (mouse.x < sight.body.x || mouse.y < sight.body.y) return false;
  place = {index_at(mouse.y - sight.from.y, content.cell.y, content.rows),
           index_at(mouse.x - sight.from.x, content.cell.x, content.columns)};
  return place.row < content.rows && place.column < content.columns;
}

}  // namespace

bool draw_grid(const char* name, const GridContent& content, GridPlace& cursor, float height) {
  ImGui::BeginChild(name, {0, height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const GridSight sight = in_sight(content);
  cursor = {std::min(cursor.row, content.rows - 1), std::min(cursor.column, content.columns - 1)};

  ImGui::SetCursorScreenPos(sight.min);
  const ui::Hit on = ui::hit("Cells", {sight.max.x - sight.min.x, sight.max.y - sight.min.y});
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const ImGuiID id = ImGui::GetItemID();
  bool pressed = false;
  GridPlace under;
  const bool pointed = on.hovered && !g.NavHighlightItemUnderNav && point(content, sight, under);
  if (on.pressed && g.NavActivateId == id) {
    pressed = true;
  } else if (on.pressed && pointed) {
    cursor = under;
    pressed = true;
  }
  if (pointed) ui::tooltip(content.label(under));
  if (g.NavId == id && move_by_keys(content, cursor, id)) bring_into_sight(content, sight, cursor);

  draw_cells(content, sight);
  draw_heads(content, sight);
  draw_cursor(content, sight, cursor);

  const float width = content.name_width + static_cast<float>(content.columns) * content.cell.x;
  const float all = content.head_height + static_cast<float>(content.rows) * content.cell.y;
  ImGui::SetCursorScreenPos({origin.x + width - 1, origin.y + all - 1});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  return pressed;
}

}  // namespace ntk::web::panels
