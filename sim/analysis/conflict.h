// Why a scenario has no solution: a smallest set of goals that can't be met together, and what in them contradicts what.
#pragma once

#include <string>
#include <vector>

#include "sim/analysis/goal_diagrams.h"
#include "sim/analysis/solver.h"

namespace ntk::analysis {

/// A goal of the scenario with what it asks for.
struct DemandingGoal {
  std::uint32_t goal = 0;  ///< position in Scenario::goals
  std::vector<Demand> demands;
  DecisionDiagram::Node met = DecisionDiagram::everything;
};

/// Of goals that can't all be met, within what the student may assign (`allowed`).
Conflict conflict_among(const std::vector<DemandingGoal>& goals, DecisionDiagram::Node allowed,
                        SolverDesk& desk);

}  // namespace ntk::analysis
