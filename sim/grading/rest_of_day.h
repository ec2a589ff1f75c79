// What a student left to be run, run in the end: a grade is of the whole day.
#pragma once

#include <cstdint>
#include <map>

#include "sim/session/session.h"

namespace ntk::grading {

/// Requests that could not be run, and why.
using NotRun = std::map<std::uint32_t, session::Refusal>;

/// Runs every request that has no current run. Where some were run before the last change, the day begins
/// anew, as by `run all`: what they entered and which attempts were denied is of another assignment. Those
/// that a missing prediction keeps from being run are told; then the rest is run on the day as it stands. None of it
/// settles a first prediction where a journal tells what the student ran.
NotRun run_the_rest(session::Session& session);

}  // namespace ntk::grading
