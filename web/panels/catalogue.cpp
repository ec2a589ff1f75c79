#include "web/panels/catalogue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "web/panels/panel.h"

namespace ntk::web::panels {
namespace {

using ui::Face;
using ui::px;
using ui::Role;

constexpr std::size_t most_columns = 5;
constexpr float gutter = 20;   ///< between columns
constexpr float line_gap = 4;  ///< between the lines of a cell
constexpr float row_padding = 10;

/// How much of the width each column takes; the first is of the name and the id.
constexpr std::array<std::array<float, most_columns>, catalogue_list_count> shares = {{
    {0.32f, 0.14f, 0.26f, 0.28f, 0},
    {0.18f, 0.16f, 0.27f, 0.23f, 0.16f},
    {0.22f, 0.12f, 0.26f, 0.22f, 0.18f},
}};

/// The first column that is set back: where the source lists a row, and remarks on it.
bool is_set_back(CatalogueList list, std::size_t column) {
  return column + 1 == row(list).columns.size();
}

/// One text of a row, in its place.
struct Piece {
  std::string_view words;
  ImVec2 at;  ///< from the row's upper left corner
  float width;
  Role role;
  Face face;
};

/// A row laid out: as a line of a table, or as a paragraph with the titles of the columns in it.
class RowLayout {
 public:
  RowLayout(CatalogueList list, const CatalogueRow& row, float width, bool narrow)
      : list_(list), width_(width) {
    height_ = narrow ? as_paragraph(row) : as_line(row);
  }

  float height() const { return height_; }
  void draw(ImVec2 at) const {
    for (const Piece& each : pieces_) {
      ui::draw_text({at.x + each.at.x, at.y + each.at.y}, each.words, each.role, each.face, each.width);
    }
  }

 private:
  float as_line(const CatalogueRow& row) {
    float left = 0, height = 0;
    for (std::size_t column = 0; column <= row.cells.size(); ++column) {
      const float width = std::floor(width_ * shares[static_cast<std::size_t>(list_)][column]);
      float y = px(row_padding);
      if (column == 0) {
        y = put(row.name, {left, y}, width - px(gutter), Role::ink, Face::strong);
        y = put(row.id, {left, y}, width - px(gutter), Role::muted, Face::small);
      } else {
        y = put_cell(row.cells[column - 1], column, {left, y}, width - px(gutter));
      }
      height = std::max(height, y);
      left += width;
    }
    return height + px(row_padding - line_gap);
  }

  float as_paragraph(const CatalogueRow& row) {
    float y = put(row.name, {0, px(row_padding)}, width_, Role::ink, Face::strong);
    y = put(row.id, {0, y}, width_, Role::muted, Face::small);
    for (std::size_t column = 1; column <= row.cells.size(); ++column) {
      if (row.cells[column - 1].empty()) continue;
      y = put(web::row(list_).columns[column], {0, y + px(6)}, width_, Role::muted, Face::small);
      y = put_cell(row.cells[column - 1], column, {0, y - px(line_gap)}, width_);
    }
    return y + px(row_padding - line_gap);
  }

  float put_cell(const std::vector<std::string>& lines, std::size_t column, ImVec2 at, float width) {
    const bool back = is_set_back(list_, column);
    for (const std::string& each : lines) {
      at.y = put(each, at, width, back ? Role::muted : Role::ink, back ? Face::small : Face::regular);
    }
    return at.y;
  }

  /// Where the next text may begin.
  float put(std::string_view words, ImVec2 at, float width, Role role, Face face) {
    pieces_.push_back({words, at, width, role, face});
    return at.y + ui::text_size(words, face, width).y + px(line_gap);
  }

  CatalogueList list_;
  float width_;
  float height_ = 0;
  std::vector<Piece> pieces_;
};

/// The titles of the columns, which stay in sight above the rows.
void draw_titles(CatalogueList list, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float left = 0;
  for (std::size_t column = 0; column < row(list).columns.size(); ++column) {
    const float share = std::floor(width * shares[static_cast<std::size_t>(list)][column]);
    ui::draw_text_cut({at.x + left, at.y}, share - px(gutter), row(list).columns[column], Role::muted,
                      Face::small);
    left += share;
  }
  ImGui::Dummy({width, ui::line_height(Face::small)});
  ui::hairline();
}

void draw_rows(CatalogueList list, const std::vector<std::uint32_t>& found, float width, bool narrow) {
  for (const std::uint32_t at : found) {
    const CatalogueRow& entry = catalogue_rows(list)[at];
    const RowLayout layout(list, entry, width, narrow);
    // Nothing happens when it is pressed: it is there for the arrow keys, which so scroll the list.
    const ui::Hit place = ui::hit("###" + entry.id, {ImGui::GetContentRegionAvail().x, layout.height()});
    if (place.visible) layout.draw({place.min.x, place.min.y});
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
    ui::hairline();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
  }
}

}  // namespace

void Catalogue::choose(CatalogueList list) {
  list_ = list;
  to_the_top_ = true;
}

void Catalogue::draw_tools(bool narrow) {
  const float field = narrow ? ImGui::GetContentRegionAvail().x : px(300);
  const std::string before = search_;
  if (opened_ && !ui::look().touch) ImGui::SetKeyboardFocusHere();
  opened_ = false;
  ui::field("###Search", search_, "Search: P36, a name, lookout …", field);
  if (search_ != before) to_the_top_ = true;
  if (!narrow) ImGui::SameLine(0, px(24));
  for (const CatalogueListRow& each : catalogue_lists()) {
    if (each.list != CatalogueList::agencies) ImGui::SameLine(0, px(20));
    const auto found = static_cast<int>(find_in_catalogue(each.list, search_).size());
    const std::string label = std::string(each.title) + "###" + std::string(each.word);
    if (ui::tab(label, each.list == list_, found)) choose(each.list);
  }
}

/// Nothing fits: what the other lists have, and the way back.
void Catalogue::draw_nothing() {
  const CatalogueListRow& here = row(list_);
  std::string help = "Each word of the search must stand in the row; take some away.";
  for (const CatalogueListRow& each : catalogue_lists()) {
    const std::size_t found = find_in_catalogue(each.list, search_).size();
    if (found > 0) help += ' ' + std::string(each.title) + ": " + std::to_string(found) + '.';
  }
  empty_state("None of the " + std::string(here.several) + " fits the search.", help);
  if (ui::button("Show all")) {
    search_.clear();
    to_the_top_ = true;
  }
}

void Catalogue::draw(const Rectangle& at, bool narrow, Actions& actions) {
  const float margin = std::max(narrow ? 16.0f : 24.0f, (at.width / ui::look().scale - 1400) / 2);
  const Frame frame("Catalogue", at, Role::paper, {margin, narrow ? 10.0f : 16.0f});
  panel_heading("Catalogue");
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(OpenCatalogue{false});
  if (!narrow) ui::note(about_catalogue());
  draw_tools(narrow);
  const std::vector<std::uint32_t> found = find_in_catalogue(list_, search_);
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  ui::hairline();
  if (found.empty()) return draw_nothing();
  if (!narrow) draw_titles(list_, width);
  ui::gap(-8);
  const Body body;
  if (to_the_top_) ImGui::SetScrollY(0);
  to_the_top_ = false;
  if (narrow) ui::note(about_catalogue());
  draw_rows(list_, found, width, narrow);
}

}  // namespace ntk::web::panels
