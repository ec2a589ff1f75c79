#include "web/canvas/panels/text_table.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using ui::Face;
using ui::px;
using ui::Role;

constexpr float gutter = 20;   ///< between columns
constexpr float line_gap = 4;  ///< between the lines of a cell
constexpr float row_padding = 10;

/// One text of a row, in its place.
struct Piece {
  std::string_view words;
  ImVec2 at;  ///< from the row's upper left corner
  float width;
  Role role;
  Face face;
};

/// A row laid out: as a line of a table, or as a paragraph.
class RowLayout {
 public:
  RowLayout(std::span<const TextColumn> columns, const TextRow& row, float width, bool narrow)
      : columns_(columns), width_(width) {
    height_ = narrow ? as_paragraph(row) : as_line(row);
  }

  float height() const { return height_; }
  void draw(ImVec2 at) const {
    for (const Piece& each : pieces_) {
      ui::draw_text({at.x + each.at.x, at.y + each.at.y}, each.words, each.role, each.face, each.width);
    }
  }

 private:
  float as_line(const TextRow& row) {
    float left = 0, height = 0;
    for (std::size_t column = 0; column <= row.cells.size(); ++column) {
      const float width = std::floor(width_ * columns_[column].share);
      float y = px(row_padding);
      if (column == 0) {
        y = put(row.name, {left, y}, width - px(gutter), Role::ink, Face::strong);
        y = put(row.note, {left, y}, width - px(gutter), Role::muted, Face::small);
      } else {
        y = put_cell(row.cells[column - 1], column, {left, y}, width - px(gutter));
      }
      height = std::max(height, y);
      left += width;
    }
    return height + px(row_padding - line_gap);
  }

  float as_paragraph(const TextRow& row) {
    float y = put(row.name, {0, px(row_padding)}, width_, Role::ink, Face::strong);
    y = put(row.note, {0, y}, width_, Role::muted, Face::small);
    for (std::size_t column = 1; column <= row.cells.size(); ++column) {
      if (row.cells[column - 1].empty()) continue;
      y = put(columns_[column].title, {0, y + px(6)}, width_, Role::muted, Face::small);
      y = put_cell(row.cells[column - 1], column, {0, y - px(line_gap)}, width_);
    }
    return y + px(row_padding - line_gap);
  }

  float put_cell(const std::vector<std::string>& lines, std::size_t column, ImVec2 at, float width) {
    const bool back = columns_[column].set_back;
    for (const std::string& each : lines) {
      at.y = put(each, at, width, back ? Role::muted : Role::ink, back ? Face::small : Face::regular);
    }
    return at.y;
  }

  /// Where the next text may begin.
  float put(std::string_view words, ImVec2 at, float width, Role role, Face face) {
    if (words.empty()) return at.y;
    pieces_.push_back({words, at, width, role, face});
    return at.y + ui::text_size(words, face, width).y + px(line_gap);
  }

  std::span<const TextColumn> columns_;
  float width_;
  float height_ = 0;
  std::vector<Piece> pieces_;
};

}  // namespace

void TextTable::draw_titles() const {
  if (narrow_) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float left = 0;
  for (const TextColumn& each : columns_) {
    const float width = std::floor(width_ * each.share);
    ui::draw_text_cut({at.x + left, at.y}, width - px(gutter), each.title, Role::muted, Face::small);
    left += width;
  }
  ImGui::Dummy({width_, ui::line_height(Face::small)});
  ui::hairline();
}

void TextTable::draw_row(const std::string& name, const TextRow& row) const {
  const RowLayout layout(columns_, row, width_, narrow_);
  const ui::Hit place = ui::hit("###" + name, {ImGui::GetContentRegionAvail().x, layout.height()});
  if (place.visible) layout.draw({place.min.x, place.min.y});
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
  ui::hairline();
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y);
}

}  // namespace ntk::web::panels
