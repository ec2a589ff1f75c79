// The access matrix: agencies by categories; a block of it, users by records; one cell, in a sentence, which
// leads to Why. Before an assignment is made it shows what that would flip, and after, what it has flipped.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/canvas/panels/matrix_grid.h"

namespace ntk::web::panels {

class AccessMatrix {
 public:
  /// Asks for a session, which Desk::matrix() follows.
  void draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions);
  /// It was opened: from afar.
  void open();
  /// Whether Escape leads back from a cell or a block, and does not close the view.
  bool takes_escape() const { return block_ || told_; }

 private:
  void keep_within(const Desk& desk);
  void go_back();
  void draw_all(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions);
  std::string block_label(const MatrixView& view, GridPlace place) const;
  std::string cell_label(const MatrixView& view, GridPlace place) const;
  /// What is looked at now: a cell that was chosen, a block that was opened, or where the cursor is.
  std::string news(const Desk& desk, const std::optional<GridPlace>& block_before,
                   GridPlace cursor_before) const;
  void draw_tools(const MatrixView& view, bool narrow, Actions& actions);
  void draw_trial(const MatrixView& view, bool narrow, Actions& actions);
  void draw_day(const Desk& desk, bool narrow, Actions& actions);
  void draw_state(const MatrixView& view, Actions& actions) const;
  void draw_summary(const MatrixView& view, bool narrow, float height);
  void choose_cells(const MatrixView& view, bool narrow, float room);
  void draw_cells(const MatrixView& view, bool narrow, float height);
  void draw_every_cell(const Desk& desk, float room, Actions& actions);
  float draw_story(const Desk& desk, bool narrow, bool measure, Actions& actions);

  std::uint64_t seen_ = 0;  ///< Desk::sessions_begun()
  analysis::Axis axis_ = analysis::Axis::records;
  std::optional<GridPlace> block_;              ///< agency and group
  std::vector<std::uint32_t> users_, columns_;  ///< of the cells that are drawn one by one, if any
  GridPlace summary_cursor_, cursor_;
  bool told_ = false;  ///< a cell was chosen

  std::size_t trial_ = 0;  ///< the field whose values are on offer
};

}  // namespace ntk::web::panels
