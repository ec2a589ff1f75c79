// What the solver found, in sentences.
#pragma once

#include <string>
#include <vector>

#include "sim/analysis/solver.h"

namespace ntk::analysis {

/// "Solvable: 3 solutions among 442,368 assignments."
std::string in_words(const SolveResult& found);
/// How much was settled, and what is proven beyond the solutions that were found; empty where everything is known.
std::string limits_in_words(const SolveResult& found);
/// "It grants 12 permits to read a record, 3 functions and 2 signed terms. No solution grants less."
std::string in_words(const Least& least, const scenario::Scenario& scenario);
/// What the solutions have in a field: "always Level 3", "Level 1 or Level 2", "always “X”; “Y” in some".
std::string in_words(const FieldOutlook& field, const scenario::Scenario& scenario);
/// Fields whose values count by classes: what that means. Empty where there are none.
std::string classes_in_words(const SolveResult& found);

}  // namespace ntk::analysis
