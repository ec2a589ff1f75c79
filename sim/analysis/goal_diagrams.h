// The goals as sets of assignments: of each, which assignments meet it, made from how the requests of the script end.
//
// A goal is taken apart into what it asks for, one by one (a check that is to fail, a record that is to be returned); it is
// met where all of that holds. What a session says of a goal (session/goals.cpp) is the same thing for one assignment: the
// tests hold the one against the other, and every solution that is handed out has been judged by a session.
#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/script_diagrams.h"

namespace ntk::analysis {

/// One thing that a goal asks for.
struct Demand {
  enum class Kind : std::uint8_t {
    permitted,
    denied,
    passes,
    fails,
    returned,
    withheld,
    events,
    route,
    assigned
  };

  Kind kind = Kind::permitted;
  std::optional<policy::CheckId> check{};  ///< of `passes` and `fails`
  DecisionDiagram::Node met = DecisionDiagram::everything;
};

/// What a goal is to know of each request of the script.
std::vector<Interest> interests_of(const scenario::Scenario& scenario);

/// Whether a goal depends on what the student marks or names, and on no assignment.
bool asks_for_an_answer(const scenario::Goal& goal);
/// Whether some answer can meet such a goal.
bool can_be_answered(const scenario::Scenario& scenario, const scenario::Goal& goal);

/// What a goal asks for. None where a request that it is about took too much to follow, or where the goal asks for an answer.
std::optional<std::vector<Demand>> demands_of(const scenario::Goal& goal, SolverDesk& desk,
                                              const ScriptDiagrams& script);

}  // namespace ntk::analysis
