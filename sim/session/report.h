// The report of a session: everything that a grader, or a program in a grader's place, wants to know.
//
// `ntk run --format json` prints it and the page saves it. It is a function of the scenario and the
// commands alone: the same bytes natively and as WebAssembly. Ids are the scenario's; outcomes, checks
// and reasons are those of the latest run of each request. docs/command-line.md describes every key.
#pragma once

#include <string>

#include "sim/session/session.h"

namespace ntk::session {

inline constexpr int report_version = 1;

/// Indented JSON with a line end.
std::string report_json(const Session& session);

/// The word of a verdict in reports: "pass", "fail", "n/a".
std::string_view word(policy::Verdict verdict);
/// "met", "unmet", "open".
std::string_view word(GoalState state);

}  // namespace ntk::session
