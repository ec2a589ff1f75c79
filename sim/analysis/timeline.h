// The calendar of a world: what begins and what lapses, and on which day.
//
// Every period and term that some check reads: investigations, courses and certifications of users and
// agencies, agreements, owners' memos, security agreements, transactions, places on Primary, retention,
// referrals to secondary, approvals to pass a record on. All of it follows from the world alone; a day is the
// first on which a thing holds, or the first on which it no longer does.
#pragma once

#include <string>
#include <vector>

#include "sim/policy/checks.h"
#include "sim/policy/world.h"

namespace ntk::analysis {

/// One thing that changes by itself on a day.
struct Lapse {
  policy::Date day{};
  bool begins = false;                   ///< else it holds no longer
  std::optional<policy::CheckId> check;  ///< that reads it; none: a lookout's place on Primary (LO-5)
  std::string what;                      ///< a sentence: "Ana Ortega’s BI is due for reinvestigation."

  bool operator==(const Lapse&) const = default;
};

/// "AC-3"; "LO-5" where no check reads it.
std::string_view code_of(const Lapse& lapse);

/// What changes after the day `from`, by day, then in the order of the world.
std::vector<Lapse> timeline(const policy::World& world, policy::Date from);

}  // namespace ntk::analysis
