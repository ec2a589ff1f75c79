#include "sim/analysis/decision_diagram.h"

#include <algorithm>
#include <utility>

namespace ntk::analysis {
namespace {

using Node = DecisionDiagram::Node;

constexpr std::size_t first_slots = std::size_t{1} << 12;
constexpr std::size_t most_known = std::size_t{1} << 22;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 29);
}

}  // namespace

DecisionDiagram::DecisionDiagram(std::vector<std::uint32_t> values, std::size_t most_nodes)
    : values_(std::move(values)),
      most_nodes_(std::max<std::size_t>(most_nodes, 2)),
      slots_(first_slots),
      known_(first_slots) {
  const auto end = static_cast<std::uint32_t>(values_.size());
  entries_ = {{end, 0}, {end, 1}};
}

void DecisionDiagram::make_room(std::size_t nodes) {
  most_nodes_ = entries_.size() + nodes;
  overflowed_ = false;
}

// ---- Nodes -------------------------------------------------------------------------------------

std::size_t DecisionDiagram::slot_of(std::uint32_t level, std::span<const Node> branches) const {
  std::uint64_t hash = mixed(0, level);
  for (const Node each : branches) hash = mixed(hash, each);
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    const Entry& there = entries_[slots_[slot]];
    if (there.level == level && std::equal(branches.begin(), branches.end(),
                                           branches_.begin() + static_cast<std::ptrdiff_t>(there.first)))
      break;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void DecisionDiagram::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (Node node = 2; node < entries_.size(); ++node) {
    if (!is_end(node)) slots_[slot_of(entries_[node].level, branches(node))] = node;
  }
  if (known_.size() < most_known) known_.assign(known_.size() * 2, {});
}

Node DecisionDiagram::intern(std::uint32_t level, std::span<const Node> branches) {
  const Node first = branches.front();
  if (std::all_of(branches.begin(), branches.end(), [first](Node each) { return each == first; }))
    return first;
  if (overflowed_) return nothing;
  const std::size_t slot = slot_of(level, branches);
  if (slots_[slot] != 0) return slots_[slot];
  if (entries_.size() >= most_nodes_) {
    overflowed_ = true;
    return nothing;
  }
  const Node made = static_cast<Node>(entries_.size());
  entries_.push_back({level, static_cast<std::uint32_t>(branches_.size())});
  branches_.insert(branches_.end(), branches.begin(), branches.end());
  slots_[slot] = made;
  if (entries_.size() * 2 > slots_.size()) grow();
  return made;
}

Node DecisionDiagram::branch(std::size_t level, std::span<const Node> branches) {
  return intern(static_cast<std::uint32_t>(level), branches);
}

Node DecisionDiagram::where(std::size_t level, std::uint32_t value) {
  std::vector<Node> branches(values_[level], nothing);
  branches[value] = everything;
  return branch(level, branches);
}

Node DecisionDiagram::number(std::uint32_t value) {
  if (value <= 1) return value;
  for (const Node each : numbers_) {
    if (end_value(each) == value) return each;
  }
  numbers_.push_back(static_cast<Node>(entries_.size()));
  entries_.push_back({static_cast<std::uint32_t>(values_.size()), value});
  return numbers_.back();
}

// ---- Operations --------------------------------------------------------------------------------

Node DecisionDiagram::both(Node a, Node b) {
  return apply(Operation::both, std::min(a, b), std::max(a, b));
}

Node DecisionDiagram::either(Node a, Node b) {
  return apply(Operation::either, std::min(a, b), std::max(a, b));
}

Node DecisionDiagram::other(Node a) {
  return apply(Operation::other, a, nothing);
}

Node DecisionDiagram::plus(Node a, Node b) {
  return apply(Operation::plus, std::min(a, b), std::max(a, b));
}

Node DecisionDiagram::within(Node set, Node function) {
  return apply(Operation::within, set, function);
}

/// The result where it can be told without going on.
std::optional<Node> DecisionDiagram::simple(Operation operation, Node a, Node b) {
  switch (operation) {
    case Operation::both:
      if (a == nothing) return nothing;
      if (a == everything || a == b) return b;
      return std::nullopt;
    case Operation::either:
      if (a == everything) return everything;
      if (a == nothing || a == b) return b;
      return std::nullopt;
    case Operation::other:
      if (a == nothing) return everything;
      if (a == everything) return nothing;
      return std::nullopt;
    case Operation::plus:
      if (is_end(a) && is_end(b)) return number(end_value(a) + end_value(b));
      if (a == nothing) return b;
      return std::nullopt;
    case Operation::within:
      if (a == nothing) return number(outside);
      if (a == everything) return b;
      return std::nullopt;
  }
  return std::nullopt;
}

Node DecisionDiagram::apply(Operation operation, Node a, Node b) {
  if (overflowed_) return nothing;
  if (const auto found = simple(operation, a, b)) return *found;
  const std::uint64_t hash = mixed(mixed(mixed(0, static_cast<std::uint64_t>(operation)), a), b);
  const Known& there = known_[hash & (known_.size() - 1)];
  if (there.operation == operation && there.a == a && there.b == b) return there.result;
  const std::uint32_t level =
      operation == Operation::other ? entries_[a].level : std::min(entries_[a].level, entries_[b].level);
  const std::size_t base = scratch_.size();
  for (std::uint32_t value = 0; value < values_[level]; ++value) {
    Node of_a = step(a, level, value), of_b = step(b, level, value);
    const bool commutes = operation != Operation::other && operation != Operation::within;
    if (commutes && of_b < of_a) std::swap(of_a, of_b);
    scratch_.push_back(apply(operation, of_a, of_b));
  }
  const Node result = intern(level, std::span<const Node>(scratch_).subspan(base));
  scratch_.resize(base);
  if (!overflowed_) known_[hash & (known_.size() - 1)] = {operation, a, b, result};
  return result;
}

// ---- Questions ---------------------------------------------------------------------------------

std::vector<bool> DecisionDiagram::reached(Node node) const {
  std::vector<bool> seen(entries_.size());
  std::vector<Node> waiting{node};
  seen[node] = true;
  while (!waiting.empty()) {
    const Node next = waiting.back();
    waiting.pop_back();
    if (is_end(next)) continue;
    for (const Node each : branches(next)) {
      if (seen[each]) continue;
      seen[each] = true;
      waiting.push_back(each);
    }
  }
  return seen;
}

std::size_t DecisionDiagram::size_of(Node node) const {
  const std::vector<bool> seen = reached(node);
  return static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
}

std::vector<bool> DecisionDiagram::support(Node node) const {
  const std::vector<bool> seen = reached(node);
  std::vector<bool> asked(values_.size());
  for (Node each = 0; each < seen.size(); ++each) {
    if (seen[each] && !is_end(each)) asked[entries_[each].level] = true;
  }
  return asked;
}

Natural DecisionDiagram::count(Node set) const {
  // From the last level up. Branches of a node were made before it, so the order of the nodes will do.
  const std::vector<bool> seen = reached(set);
  std::vector<Natural> counts(seen.size());  // of each node: paths from its own level on
  const auto skipping = [&](Node to, std::size_t from) {
    Natural paths = counts[to];
    for (std::size_t level = from; level < level_of(to); ++level) paths *= values_[level];
    return paths;
  };
  counts[everything] = 1;
  for (Node node = 2; node < seen.size(); ++node) {
    if (!seen[node] || is_end(node)) continue;
    for (const Node each : branches(node)) counts[node] += skipping(each, level_of(node) + 1);
  }
  return skipping(set, 0);
}

bool DecisionDiagram::contains(Node set, const Path& path) const {
  while (!is_end(set)) {
    const std::size_t level = level_of(set);
    set = step(set, level, static_cast<std::uint32_t>(path[level]));
  }
  return set == everything;
}

bool DecisionDiagram::complete(Node set, Path& path) const {
  std::vector<Node> dead;  // leads nowhere with what the path fixes
  const auto goes_on = [&](auto&& self, Node node) -> bool {
    if (is_end(node)) return node == everything;
    if (std::find(dead.begin(), dead.end(), node) != dead.end()) return false;
    const std::size_t level = level_of(node);
    const std::int32_t fixed = path[level];
    for (std::uint32_t value = 0; value < values_[level]; ++value) {
      if (fixed != any && static_cast<std::uint32_t>(fixed) != value) continue;
      path[level] = static_cast<std::int32_t>(value);
      if (self(self, step(node, level, value))) return true;
      path[level] = fixed;
    }
    dead.push_back(node);
    return false;
  };
  return goes_on(goes_on, set);
}

std::vector<DecisionDiagram::Path> DecisionDiagram::paths(Node set, std::size_t most) const {
  std::vector<Path> found;
  Path path(values_.size(), 0);
  const auto go_on = [&](auto&& self, Node node, std::size_t level) -> void {
    if (node == nothing || found.size() >= most) return;
    if (level == values_.size()) {
      found.push_back(path);
      return;
    }
    for (std::uint32_t value = 0; value < values_[level]; ++value) {
      path[level] = static_cast<std::int32_t>(value);
      self(self, step(node, level, value), level + 1);
    }
  };
  go_on(go_on, set, 0);
  return found;
}

std::vector<std::vector<bool>> DecisionDiagram::possible(Node set) const {
  std::vector<std::vector<bool>> possible;
  for (const std::uint32_t each : values_) possible.emplace_back(each, false);
  if (set == nothing) return possible;
  const std::vector<bool> seen = reached(set);
  const auto skip = [&](std::size_t from, std::size_t to) {
    for (std::size_t level = from; level < to; ++level) possible[level].assign(values_[level], true);
  };
  skip(0, level_of(set));
  for (Node node = 2; node < seen.size(); ++node) {
    if (!seen[node] || is_end(node)) continue;
    const std::size_t level = level_of(node);
    for (std::uint32_t value = 0; value < values_[level]; ++value) {
      const Node next = step(node, level, value);
      if (next == nothing) continue;
      possible[level][value] = true;
      skip(level + 1, level_of(next));
    }
  }
  return possible;
}

}  // namespace ntk::analysis
