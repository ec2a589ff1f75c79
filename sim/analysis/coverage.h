// Which rules a session reached, and how they came out: what a lesson teaches can be counted.
//
// A check counts as passed or failed once for each request, and for each hit of a search, in which it did.
// What follows from decisions (the other rules) counts when it happened.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::analysis {

struct CheckCount {
  int passed = 0;
  int failed = 0;
};

/// A rule that is no check: it happened so many times.
struct Happened {
  std::string_view code;
  int times = 0;
};

struct Coverage {
  std::array<CheckCount, policy::check_count> checks{};
  std::vector<Happened> followed;  ///< in the order of the rules: OB-1 ... LO-6

  const CheckCount& operator[](policy::CheckId id) const { return checks[static_cast<std::size_t>(id)]; }
};

/// Runs what has no current run. What a missing prediction keeps back is predicted to be permitted, which
/// decides nothing.
void run_everything(session::Session& session);

/// What the runs of a session reached.
Coverage coverage(const session::Session& session);
/// Both together.
Coverage operator+(Coverage a, const Coverage& b);

/// Whether a check has a case that fails.
bool can_fail(policy::CheckId id);

}  // namespace ntk::analysis
