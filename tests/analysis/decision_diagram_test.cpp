// Decision diagrams against plain enumeration.
#include "sim/analysis/decision_diagram.h"

#include <doctest/doctest.h>

#include <functional>

#include "sim/analysis/cube_search.h"

namespace ntk::analysis {
namespace {

using Node = DecisionDiagram::Node;
using Path = DecisionDiagram::Path;
using Holds = std::function<bool(const Path&)>;

const std::vector<std::uint32_t> sizes = {2, 3, 2, 4};

std::vector<Path> every_path() {
  std::vector<Path> all{{}};
  for (const std::uint32_t size : sizes) {
    std::vector<Path> longer;
    for (const Path& each : all) {
      for (std::uint32_t value = 0; value < size; ++value) {
        longer.push_back(each);
        longer.back().push_back(static_cast<std::int32_t>(value));
      }
    }
    all = std::move(longer);
  }
  return all;
}

Node made(DecisionDiagram& diagram, const Holds& holds) {
  Node set = DecisionDiagram::nothing;
  for (const Path& each : every_path()) {
    if (!holds(each)) continue;
    Node one = DecisionDiagram::everything;
    for (std::size_t level = 0; level < sizes.size(); ++level)
      one = diagram.both(one, diagram.where(level, static_cast<std::uint32_t>(each[level])));
    set = diagram.either(set, one);
  }
  return set;
}

bool first_two_agree(const Path& path) {
  return path[0] == path[1];
}
bool sum_is_even(const Path& path) {
  return (path[1] + path[2] + path[3]) % 2 == 0;
}

}  // namespace

TEST_CASE("two diagrams of one function are the same node") {
  DecisionDiagram diagram(sizes, 10'000);
  const Node agree = made(diagram, first_two_agree);
  const Node directly = diagram.either(diagram.both(diagram.where(0, 0), diagram.where(1, 0)),
                                       diagram.both(diagram.where(0, 1), diagram.where(1, 1)));
  CHECK(agree == directly);
  CHECK(diagram.other(diagram.other(agree)) == agree);
  CHECK(diagram.either(agree, diagram.other(agree)) == DecisionDiagram::everything);
  CHECK(diagram.both(agree, diagram.other(agree)) == DecisionDiagram::nothing);
}

TEST_CASE("a joined set holds the paths that both sets hold, and counts them") {
  DecisionDiagram diagram(sizes, 10'000);
  const Node set = diagram.both(made(diagram, first_two_agree), made(diagram, sum_is_even));
  std::uint64_t count = 0;
  for (const Path& each : every_path()) {
    const bool holds = first_two_agree(each) && sum_is_even(each);
    CHECK(diagram.contains(set, each) == holds);
    count += holds ? 1 : 0;
  }
  CHECK(diagram.count(set) == Natural(count));
  CHECK(diagram.paths(set, 1000).size() == count);
  CHECK(diagram.paths(set, 3).size() == 3);
  CHECK(diagram.count(DecisionDiagram::everything) == Natural(48));
}

TEST_CASE("a value is possible where some path of the set has it") {
  DecisionDiagram diagram(sizes, 10'000);
  const auto possible = diagram.possible(made(diagram, first_two_agree));
  CHECK(possible[0] == std::vector<bool>{true, true});
  CHECK(possible[1] == std::vector<bool>{true, true, false});
  CHECK(possible[3] == std::vector<bool>{true, true, true, true});
}

TEST_CASE("a path is completed within the set, or not at all") {
  DecisionDiagram diagram(sizes, 10'000);
  const Node agree = made(diagram, first_two_agree);
  Path path(4, DecisionDiagram::any);
  path[1] = 1;
  REQUIRE(diagram.complete(agree, path));
  CHECK(path[0] == 1);
  Path impossible(4, DecisionDiagram::any);
  impossible[1] = 2;
  CHECK_FALSE(diagram.complete(agree, impossible));
}

TEST_CASE("sums of sets count for each path how many sets hold it") {
  DecisionDiagram diagram(sizes, 10'000);
  const Node agree = made(diagram, first_two_agree), even = made(diagram, sum_is_even);
  const Node sum = diagram.plus(diagram.plus(agree, even), even);
  const Node inside = diagram.within(agree, sum);
  for (const Path& each : every_path()) {
    Node at = inside;
    while (!diagram.is_end(at))
      at = diagram.step(at, diagram.level_of(at), static_cast<std::uint32_t>(each[diagram.level_of(at)]));
    const std::uint32_t wanted =
        first_two_agree(each) ? 1U + (sum_is_even(each) ? 2U : 0U) : DecisionDiagram::outside;
    CHECK(diagram.end_value(at) == wanted);
  }
}

TEST_CASE("a diagram that runs out of room says so, and can be given more") {
  DecisionDiagram diagram(sizes, 4);
  made(diagram, sum_is_even);
  CHECK(diagram.overflowed());
  diagram.make_room(10'000);
  CHECK(diagram.count(made(diagram, sum_is_even)) == Natural(24));
  CHECK_FALSE(diagram.overflowed());
}

TEST_CASE("a search through cubes finds as many paths as the joined set has, and settles all") {
  DecisionDiagram diagram(sizes, 10'000);
  const Node agree = made(diagram, first_two_agree), even = made(diagram, sum_is_even);
  CubeSearch search(diagram, {agree, even}, Path{1, 2, 1, 3}, nullptr);
  CHECK(search.settled() == Natural());
  search.step(1);
  CHECK_FALSE(search.done());
  while (search.step(2)) {
  }
  CHECK(search.settled() == Natural(48));
  CHECK(search.found() == diagram.count(diagram.both(agree, even)));
  REQUIRE(search.example());
  CHECK(first_two_agree(*search.example()));
  CHECK(sum_is_even(*search.example()));
}

TEST_CASE("what has no diagram is tested path by path") {
  DecisionDiagram diagram(sizes, 10'000);
  const Node agree = made(diagram, first_two_agree), even = made(diagram, sum_is_even);
  CubeSearch search(diagram, {agree}, Path{0, 0, 0, 0}, sum_is_even);
  while (search.step(100)) {
  }
  CHECK(search.settled() == Natural(48));
  CHECK(search.found() == diagram.count(diagram.both(agree, even)));
}

}  // namespace ntk::analysis
