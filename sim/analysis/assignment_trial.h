// Trying one assignment: the script is run with it in a session, which judges the goals. What the solver finds is held against
// this.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/session/session.h"

namespace ntk::analysis {

/// The scenario without what only keeps a student from running it: required predictions, hints, and that the values are to be
/// found out first.
scenario::Scenario without_hurdles(scenario::Scenario scenario);

/// The goals on assignments that are not met once everything is run: positions. The scenario has no hurdles.
std::vector<std::uint32_t> goals_missed_in(scenario::Scenario scenario, const policy::World& assigned);

}  // namespace ntk::analysis
