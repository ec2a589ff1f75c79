// Scenarios that can be loaded, and are probably not what their author meant.
//
// An agreement that ends before the first request, a goal that contradicts itself, a user who is
// asked and has no duties: each is allowed, for a lesson may want it, and each is more often a slip.
// Warnings are such mistakes; notes point at what may well be on purpose.
//
// The lint looks at what the file says. It does not solve the scenario: whether its goals can be
// reached at all is another question.
#pragma once

#include <functional>

#include "sim/scenario/reader.h"

namespace ntk::scenario {

/// Reads a scenario and, when that has no mistake, adds what the lint says of it.
ReadResult lint_scenario(std::string_view text, std::string_view file_name);

/// A valid scenario that more is to be said about, at its places.
class LintedScenario;
/// The same; where the scenario has no mistake, `more` adds what it finds (sim/proving).
ReadResult lint_scenario(std::string_view text, std::string_view file_name,
                         const std::function<void(LintedScenario&)>& more);

}  // namespace ntk::scenario
