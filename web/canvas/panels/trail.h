// The audit trail: every event as a row that can be sorted and filtered, and that leads back to the
// decision; on a phone as a list. Only the rows in sight are drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/trail_view.h"

namespace ntk::web::panels {

class Trail {
 public:
  /// `open`: whether there is more than the heading. `narrow`: a list in place of a table.
  void draw(const Desk& desk, const Rectangle& at, bool open, bool narrow, Actions& actions);

 private:
  void draw_heading(const session::Session& session, bool open, bool narrow, Actions& actions);
  void draw_tools(const session::Session& session, float filter_width, bool empty, bool narrow,
                  Actions& actions);
  void copy(const session::Session& session, Actions& actions) const;
  void draw_table(const Desk& desk, Actions& actions);
  void draw_list(const Desk& desk, Actions& actions);
  void refresh(const Desk& desk);

  TrailQuery query_;
  std::vector<std::uint32_t> order_;  ///< the events that fit the query
  std::uint64_t fresh_at_ = 0;        ///< Desk::revision() of the order
  TrailQuery fresh_for_;
};

}  // namespace ntk::web::panels
