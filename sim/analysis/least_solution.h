// The solution that grants least: of all solutions the one with the fewest permits to read a record (as `ntk excess` counts
// them, in the world as it is assigned), then the fewest other privileges (privileges.h), then the shortest terms, then
// the fewest changes.
//
// Whether a user can read a record is a decision diagram too; their sum is the number of permits of every assignment at
// once. The rest adds up choice by choice, so the least is a shortest path.
#pragma once

#include <cstdint>
#include <optional>

#include "sim/analysis/grouped_matrix.h"
#include "sim/analysis/solver.h"
#include "sim/analysis/verdict_table.h"

namespace ntk::analysis {

/// How many pairs of users and records are weighed at most.
inline constexpr std::size_t most_pairs_weighed = 5'000;

class LeastSolution {
 public:
  /// `solutions` is not empty.
  LeastSolution(SolverDesk& desk, DecisionDiagram::Node solutions);

  /// Counts the permits of the next user. Returns whether something is left.
  bool step();
  std::size_t position() const { return user_; }
  std::size_t size() const { return counts_permits_ ? desk_.fresh.scenario().world.users.size() : 0; }

  /// The picks of the least solution, as a path; what it comes to is in `burden`. Once nothing is left.
  DecisionDiagram::Path path() const { return path_; }
  const Burden& burden() const { return burden_; }
  bool counts_permits() const { return counts_permits_; }

 private:
  using Node = DecisionDiagram::Node;

  bool add_permits(policy::Ref<policy::User> user);
  std::optional<Node> can_read(policy::Ref<policy::User> user, policy::Ref<policy::Record> record);
  std::optional<Node> can_read(const policy::Request& request, policy::Ref<policy::Record> record);
  Burden burden_of(std::size_t level, std::uint32_t value) const;
  void find(Node function);

  SolverDesk& desk_;
  VerdictTable table_;
  Setting setting_;  ///< as given: whom and what permits are asked of does not depend on the assignment
  Node solutions_;
  Node permits_ = DecisionDiagram::nothing;  ///< the sum of those that vary
  std::uint64_t always_ = 0;                 ///< permits that every assignment has
  std::uint32_t user_ = 0;
  bool counts_permits_ = false;
  DecisionDiagram::Path path_;
  Burden burden_;
};

}  // namespace ntk::analysis
