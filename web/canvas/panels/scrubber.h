// The scrubber: how every request would end on each day on which anything begins or lapses. A track with a
// mark where an outcome flips; the day that is chosen, with its outcomes, and the clock to be moved there.
//
// The forecast is computed a slice a frame while it is looked at, and can be stopped.
#pragma once

#include <cstdint>
#include <optional>

#include "sim/analysis/forecast.h"
#include "web/app/desk.h"
#include "web/canvas/panels/action.h"
#include "web/view/calendar_view.h"

namespace ntk::web::panels {

class Scrubber {
 public:
  /// Asks for a session, and for its calendar.
  void draw(const Desk& desk, const CalendarView& calendar, bool narrow, Actions& actions);

 private:
  void refresh(const Desk& desk);
  void draw_progress();
  void draw_track();
  void draw_steps(Actions& actions, const CalendarView& calendar, bool narrow);
  void draw_changes(const CalendarView& calendar) const;
  void draw_endings(bool narrow) const;
  /// The day that is shown: the chosen one, or the last that is computed.
  std::size_t day() const;
  bool flips_on(std::size_t day) const;
  /// The next day in a direction on which an outcome flips; none where there is none.
  std::optional<std::size_t> flip_beside(int direction) const;

  std::optional<analysis::Forecast> forecast_;
  std::vector<std::vector<analysis::OutcomeFlip>> flips_;  ///< of each day that is computed
  std::uint64_t seen_ = 0;                                 ///< Desk::sessions_begun() of the forecast
  std::uint64_t fresh_at_ = 0;                             ///< Session::revision() of it
  bool stopped_ = false;
  std::size_t chosen_ = 0;  ///< day of the forecast; it may not be computed yet
};

}  // namespace ntk::web::panels
