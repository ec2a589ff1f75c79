#include "sim/analysis/cube_search.h"

#include <algorithm>
#include <utility>

namespace ntk::analysis {

CubeSearch::CubeSearch(const DecisionDiagram& diagram, std::vector<Node> sets, Path first,
                       std::function<bool(const Path&)> test)
    : diagram_(diagram),
      first_(std::move(first)),
      test_(std::move(test)),
      rest_(diagram.levels() + 1, Natural(1)),
      path_(first_) {
  for (std::size_t level = diagram.levels(); level-- > 0;)
    rest_[level] = rest_[level + 1] * diagram.values(level);
  enter(std::move(sets), 0, 1);
}

/// Settles what is left of the choices, or goes on to the next that some set asks.
void CubeSearch::enter(std::vector<Node> sets, std::size_t from, Natural skipped) {
  const bool is_out = std::find(sets.begin(), sets.end(), DecisionDiagram::nothing) != sets.end();
  std::size_t next = diagram_.levels();
  for (const Node each : sets) next = std::min(next, diagram_.level_of(each));
  if (test_ && !is_out) next = from;  // what has no diagram can depend on any choice
  if (is_out || next == diagram_.levels()) {
    const Natural cube = skipped * rest_[from];
    settled_ += cube;
    if (is_out || (test_ && !test_(path_))) return;
    found_ += cube;
    if (!example_) example_ = path_;
    return;
  }
  for (std::size_t level = from; level < next; ++level) {
    skipped *= diagram_.values(level);
    path_[level] = first_[level];
  }
  frames_.push_back({next, 0, std::move(skipped), std::move(sets)});
}

/// The first value comes first, and is left out of the rest.
std::uint32_t CubeSearch::next_value(const Frame& frame) const {
  const auto first = static_cast<std::uint32_t>(first_[frame.level]);
  if (frame.tried == 0) return first;
  return frame.tried <= first ? frame.tried - 1 : frame.tried;
}

bool CubeSearch::step(std::uint64_t steps) {
  for (; steps > 0 && !frames_.empty(); --steps) {
    Frame& frame = frames_.back();
    if (frame.tried == diagram_.values(frame.level)) {
      path_[frame.level] = first_[frame.level];
      frames_.pop_back();
      continue;
    }
    const std::size_t level = frame.level;
    const std::uint32_t value = next_value(frame);
    ++frame.tried;
    path_[level] = static_cast<std::int32_t>(value);
    std::vector<Node> sets;
    for (const Node each : frame.sets) {
      const Node next = diagram_.step(each, level, value);
      if (next != DecisionDiagram::everything) sets.push_back(next);
    }
    enter(std::move(sets), level + 1, frame.skipped);
  }
  return !frames_.empty();
}

}  // namespace ntk::analysis
