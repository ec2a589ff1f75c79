// Verdicts as decision diagrams: what a decision says, asked for every value that it can read.
//
// The world is given the values one after another, and each combination is put to `decide` once. Values that requests of a
// day can't tell apart are put once.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "sim/analysis/decision_diagram.h"
#include "sim/analysis/dependence.h"
#include "sim/analysis/solution_space.h"

namespace ntk::analysis {

/// What is worked with while a solver's diagrams are made. All of it outlives what it is handed to.
struct SolverDesk {
  const session::Session& fresh;  ///< nothing was run in it, and nothing needs to be predicted
  const SolutionSpace& space;
  const Dependence* dependence;             ///< of any request of the session; null where there is none
  const std::vector<std::uint32_t>& order;  ///< of each level its choice
  DecisionDiagram& diagram;
  std::uint64_t decisions_left;  ///< how many requests may still be decided
};

/// The choices that a point of the request reads, beside what earlier requests did, in the order of their levels.
std::vector<std::uint32_t> choices_read(const SolverDesk& desk, const policy::Request& request,
                                        const Point& point);

class VerdictTable {
 public:
  using Node = DecisionDiagram::Node;

  explicit VerdictTable(SolverDesk& desk);

  /// The assigned world with the picks that were made last.
  const policy::World& world() const { return world_; }
  void pick(std::uint32_t choice, std::uint32_t value);
  /// The path's values; where it has `any`, what was picked last.
  void pick(const DecisionDiagram::Path& path);

  /// Where each of so many verdicts holds: `decide` is called with the values of the levels picked, and sets them (all are
  /// false before). False where that needs more decisions than are left: then there are no diagrams.
  bool fill(std::span<const std::uint32_t> levels, policy::Date day, std::size_t verdicts,
            const std::function<void(std::vector<bool>&)>& decide, std::vector<Node>& diagrams);

  /// The level picks as a path: of the levels that are being filled, else `any`.
  const DecisionDiagram::Path& path() const { return path_; }

 private:
  using Alike = std::vector<std::vector<std::uint32_t>>;
  std::vector<Node> fill_from(std::size_t at, std::span<const std::uint32_t> levels, const Alike& alike,
                              const std::function<void(std::vector<bool>&)>& decide);

  SolverDesk& desk_;
  policy::World world_;
  Picks picks_;
  DecisionDiagram::Path path_;
  std::vector<bool> verdicts_;
};

}  // namespace ntk::analysis
