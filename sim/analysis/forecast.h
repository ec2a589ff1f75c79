// The forecast: the outcome of every request on each day on which anything begins or lapses, if it is asked
// then.
//
// A what-if that moves no clock. Of each day the script is played from its beginning, as `run all` does, in
// the world as it is assigned: every request in its order, with what follows from it, on the day in question
// and at its own time of day (at the clock's, where it states none). One that states a day still to come
// keeps it; all others of a script that spreads over several days are so played within one. The first day is
// that of the clock; the others are those of the timeline.
//
// It is computed in steps, so that a view can spend part of a frame on it and drop it; it keeps the world
// that it is of. A matrix of the same setting with its moment on that day shows the same world then.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/analysis/matrix.h"

namespace ntk::analysis {

/// What a decision comes to, in short.
struct Outcome {
  bool permitted = false;
  std::size_t withheld = 0;                ///< records that were found and not shown
  std::optional<policy::CheckId> primary;  ///< the first failing check, where it is denied

  /// `permitted`, `in_part` or `denied`.
  CellState state() const;
  bool operator==(const Outcome&) const = default;
};

/// "permit", "permit, 2 withheld", "deny by AC-3"
std::string in_words(const Outcome& outcome);

/// The day of the setting's moment, then each later one on which anything begins or lapses, or which a
/// request states.
std::vector<policy::Date> days_of_change(const Setting& setting);

/// The requests that state an earlier day than this one, and are asked on this one instead: positions in
/// Setting::requests.
std::vector<std::uint32_t> moved_to(const Setting& setting, policy::Date day);
/// What was moved, in a sentence; empty where nothing was. At most five requests are named.
std::string moved_in_words(const Setting& setting, policy::Date day);

/// How the setting's requests end on a day, in their order.
std::vector<Outcome> outcomes_on(const Setting& setting, policy::Date day);

/// A request ends otherwise from a day on: permitted, in part, denied, or with another number of records withheld. That it
/// is denied for another reason is no flip.
struct OutcomeFlip {
  policy::Date day{};
  std::uint32_t request = 0;  ///< position in Setting::requests
  Outcome from, to;

  bool operator==(const OutcomeFlip&) const = default;
};

/// What flips between two days, the second of which is `day`; both of all requests.
std::vector<OutcomeFlip> flips_between(std::span<const Outcome> before, std::span<const Outcome> after,
                                       policy::Date day);

class Forecast {
 public:
  explicit Forecast(Setting setting);

  const Setting& setting() const { return setting_; }
  const std::vector<policy::Date>& days() const { return days_; }
  /// How many of the days are computed, from the first on.
  std::size_t computed() const { return outcomes_.size(); }
  bool done() const { return computed() == days_.size(); }
  /// Computes whole days until so many requests were decided; at least one day, where one is left.
  void advance(std::size_t decisions);
  /// Of all requests on a day that is computed.
  std::span<const Outcome> outcomes(std::size_t day) const { return outcomes_[day]; }
  /// Of the days that are computed, by day, then in the order of the requests.
  std::vector<OutcomeFlip> flips() const;

 private:
  Setting setting_;
  std::vector<policy::Date> days_;
  std::vector<std::vector<Outcome>> outcomes_;
};

}  // namespace ntk::analysis
