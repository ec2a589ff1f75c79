// Decision diagrams: functions of a few choices, each kept once.
//
// A diagram asks choice after choice, in the order of their levels, and leads to a number. Two diagrams of one function are
// the same node, and what a function does not depend on is not asked (reduced and ordered, after Bryant 1986, with as many
// branches as a choice has values). So all the assignments that meet a goal are one node, goals are joined by `both`, and
// their solutions counted without going through them.
//
// Sets of assignments are diagrams of 0 and 1: `nothing` and `everything` are the ends. Sums (`plus`) lead to other numbers.
// Nodes are never dropped; past the limit every operation answers `nothing` and overflowed() tells so: then no
// answer of the diagram counts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/analysis/natural.h"

namespace ntk::analysis {

class DecisionDiagram {
 public:
  using Node = std::uint32_t;
  static constexpr Node nothing = 0;
  static constexpr Node everything = 1;
  /// A value for each choice; `any` where every value will do.
  using Path = std::vector<std::int32_t>;
  static constexpr std::int32_t any = -1;

  /// A choice for each level, with so many values (at least one).
  DecisionDiagram(std::vector<std::uint32_t> values, std::size_t most_nodes);

  std::size_t levels() const { return values_.size(); }
  std::uint32_t values(std::size_t level) const { return values_[level]; }
  std::size_t size() const { return entries_.size(); }  ///< nodes made
  bool overflowed() const { return overflowed_; }
  /// Goes on with room for so many nodes more. What was answered since it overflowed stays wrong.
  void make_room(std::size_t nodes);

  /// The function that takes one branch for each value of the choice. The branches ask later choices only.
  Node branch(std::size_t level, std::span<const Node> branches);
  /// Where the choice has the value.
  Node where(std::size_t level, std::uint32_t value);
  Node number(std::uint32_t value);

  Node both(Node a, Node b);
  Node either(Node a, Node b);
  Node other(Node a);  ///< where the set does not hold
  Node both(Node a, Node b, Node c) { return both(both(a, b), c); }
  /// The sum of two functions.
  Node plus(Node a, Node b);
  /// The function within the set; `outside` elsewhere.
  Node within(Node set, Node function);
  static constexpr std::uint32_t outside = UINT32_MAX;

  bool is_end(Node node) const { return entries_[node].level == values_.size(); }
  std::uint32_t end_value(Node node) const { return entries_[node].first; }
  std::size_t level_of(Node node) const { return entries_[node].level; }
  std::span<const Node> branches(Node node) const {
    return {branches_.data() + entries_[node].first, values_[entries_[node].level]};
  }
  /// The node that the path's choice leads to, where the node asks this level; else the node itself.
  Node step(Node node, std::size_t level, std::uint32_t value) const {
    return entries_[node].level == level ? branches_[entries_[node].first + value] : node;
  }

  /// How many paths are in the set.
  Natural count(Node set) const;
  /// Whether a path without `any` is in the set.
  bool contains(Node set, const Path& path) const;
  /// Some path of the set that agrees with what `path` fixes; it is filled in. False where there is none.
  bool complete(Node set, Path& path) const;
  /// The paths of the set in order, at most so many, without `any`.
  std::vector<Path> paths(Node set, std::size_t most) const;
  /// Of each level, for each value: whether a path of the set has it.
  std::vector<std::vector<bool>> possible(Node set) const;
  /// How many nodes a function is.
  std::size_t size_of(Node node) const;
  /// The levels that the function depends on.
  std::vector<bool> support(Node node) const;

 private:
  struct Entry {
    std::uint32_t level = 0;  ///< levels(): an end
    std::uint32_t first = 0;  ///< of the branches; of an end, its number
  };
  enum class Operation : std::uint32_t { both, either, other, plus, within };
  struct Known {
    Operation operation{};
    Node a = UINT32_MAX, b = UINT32_MAX, result = 0;
  };

  std::optional<Node> simple(Operation operation, Node a, Node b);
  Node apply(Operation operation, Node a, Node b);
  Node intern(std::uint32_t level, std::span<const Node> branches);
  std::size_t slot_of(std::uint32_t level, std::span<const Node> branches) const;
  void grow();
  std::vector<bool> reached(Node node) const;

  std::vector<std::uint32_t> values_;
  std::size_t most_nodes_;
  std::vector<Entry> entries_;
  std::vector<Node> branches_;
  std::vector<Node> slots_;    ///< of the nodes that branch, by their hash; 0: free
  std::vector<Node> scratch_;  ///< branches of the nodes that are being made
  std::vector<Known> known_;   ///< results, by hash: a later one takes the place of an earlier
  std::vector<Node> numbers_;  ///< ends beyond 0 and 1, in the order made
  bool overflowed_ = false;
};

}  // namespace ntk::analysis
