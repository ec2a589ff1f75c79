// A table of texts: each row a line of it, or, where the table is narrow, a paragraph with the titles of the
// columns in it. The first column is of a name and of a note below it.
//
// Nothing happens when a row is pressed: rows are there for the arrow keys, which so scroll the table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntk::web::panels {

struct TextColumn {
  std::string_view title;
  float share = 0;        ///< of the width
  bool set_back = false;  ///< muted and small: it remarks on the others
};

struct TextRow {
  std::string_view name, note;
  const std::vector<std::vector<std::string>>& cells;  ///< the further columns: of each its lines
};

class TextTable {
 public:
  TextTable(std::vector<TextColumn> columns, float width, bool narrow)
      : columns_(std::move(columns)), width_(width), narrow_(narrow) {}

  /// The titles of the columns, which stay in sight above the rows. Nothing where it is narrow.
  void draw_titles() const;
  /// A row, and a hairline below it. It goes by `name` for tests and for the keyboard.
  void draw_row(const std::string& name, const TextRow& row) const;

 private:
  std::vector<TextColumn> columns_;
  float width_;
  bool narrow_;
};

}  // namespace ntk::web::panels
