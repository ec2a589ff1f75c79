// A grid of cells of any size: the heads of rows and columns stay in sight, only what is in sight is drawn,
// and a cursor is moved by arrow keys. To Dear ImGui it is one item: the keyboard comes to it by arrows as to
// any other, and leaves it over its upper and lower edge.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "web/canvas/ui/control.h"

namespace ntk::web::panels {

struct GridPlace {
  std::size_t row = 0, column = 0;
  bool operator==(const GridPlace&) const = default;
};

/// What is in it, and how it is drawn. Sizes are in CSS pixels as they are on the screen.
struct GridContent {
  std::size_t rows = 0, columns = 0;
  float name_width = 0, head_height = 0;
  ImVec2 cell;
  std::function<void(std::size_t row, ImVec2 min, ImVec2 max)> draw_name;
  std::function<void(std::size_t column, ImVec2 min, ImVec2 max)> draw_head;
  std::function<void(GridPlace place, ImVec2 min, ImVec2 max)> draw_cell;
  /// What a cell is called: for tests, and as its tooltip.
  std::function<std::string(GridPlace place)> label;
};

/// Draws it into a height; true where the cell under the cursor was pressed, by pointer or key.
bool draw_grid(const char* name, const GridContent& content, GridPlace& cursor, float height);

}  // namespace ntk::web::panels
