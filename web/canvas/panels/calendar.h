// The calendar: what begins and lapses on which day, with the clock to be moved there; the notices sent; the
// disclosures recorded. It takes the place of the desk while it is open, and changes nothing but the clock.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/canvas/panels/scrubber.h"
#include "web/view/calendar_view.h"

namespace ntk::web::panels {

class Calendar {
 public:
  /// Asks for a session. `narrow`: each row as a paragraph of its own in place of a table.
  void draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions);
  /// It was opened: the next frame begins at the top.
  void open() { to_the_top_ = true; }

 private:
  void refresh(const Desk& desk);
  void draw_tools(bool can_foresee);
  void copy(Actions& actions) const;
  void draw_changes(bool narrow, Actions& actions) const;
  /// Notices or disclosures.
  void draw_table(float width, bool narrow);
  /// The part's body begins: back to the top, where something else is shown than before.
  void begin_rows(bool narrow);
  void end_rows() const;

  CalendarView view_;
  std::uint64_t fresh_at_ = 0;  ///< Desk::revision() of the view
  CalendarPart part_ = CalendarPart::changes;
  bool foresees_ = false;  ///< the forecast is shown in place of a part
  Scrubber scrubber_;
  bool to_the_top_ = false;
};

}  // namespace ntk::web::panels
