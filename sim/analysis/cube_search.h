// The search for assignments that are in several sets at once, where the sets can't be joined into one diagram.
//
// Choice after choice is made, and each set follows its own diagram; a branch ends where one set has no more assignments,
// or where all hold whatever the rest is. So whole cubes of the space are settled at a time. It goes on in steps, and tells
// at any time how much is settled.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/analysis/decision_diagram.h"

namespace ntk::analysis {

class CubeSearch {
 public:
  using Node = DecisionDiagram::Node;
  using Path = DecisionDiagram::Path;

  /// `first`: of each level the value to try first. `test`: says of one whole path whether it is in whatever has no diagram;
  /// none: the sets are all there is.
  CubeSearch(const DecisionDiagram& diagram, std::vector<Node> sets, Path first,
             std::function<bool(const Path&)> test);

  /// Goes on by so many steps. Returns whether something is left.
  bool step(std::uint64_t steps);
  bool done() const { return frames_.empty(); }

  const Natural& found() const { return found_; }      ///< assignments that are in every set
  const Natural& settled() const { return settled_; }  ///< of all paths, those that are known to be in or out
  Natural size() const { return rest_.front(); }       ///< paths there are
  const std::optional<Path>& example() const { return example_; }

 private:
  struct Frame {
    std::size_t level = 0;    ///< the choice that is made here
    std::uint32_t tried = 0;  ///< values
    Natural skipped;          ///< ways to make the choices before it that no set asks
    std::vector<Node> sets;
  };

  void enter(std::vector<Node> sets, std::size_t from, Natural skipped);
  std::uint32_t next_value(const Frame& frame) const;

  const DecisionDiagram& diagram_;
  Path first_;
  std::function<bool(const Path&)> test_;
  std::vector<Natural> rest_;  ///< of each level: ways to make the choices from it on
  std::vector<Frame> frames_;
  Path path_;
  Natural found_, settled_;
  std::optional<Path> example_;
};

}  // namespace ntk::analysis
