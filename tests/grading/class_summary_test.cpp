#include "sim/grading/class_summary.h"

#include <doctest/doctest.h>

#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

ClassSummary of_points(std::initializer_list<int> points) {
  SummaryOfClass summary({"levels", "", "", "", {}, 10});
  for (const int each : points) summary.add(row_of("", "", each));
  return summary.result();
}

TEST_CASE("lowest, median and highest points are those of the files that were graded") {
  const ClassSummary three = of_points({9, 1, 4});
  CHECK(three.lowest == 1);
  CHECK(three.median == 4);
  CHECK(three.highest == 9);
  CHECK(of_points({9, 1, 4, 5}).median == 4);
  CHECK(of_points({}).rows() == 0);
  CHECK(of_points({7}).median == 7);
}

TEST_CASE("what was not graded, or is missing, is counted apart") {
  SummaryOfClass summary({"levels", "", "", "", {}, 10});
  summary.add(row_of("", "", 3));
  summary.add(not_graded("", {"empty", "", ""}));
  Row missing;
  missing.state = RowState::missing;
  summary.add(missing);
  CHECK(summary.result().graded == 1);
  CHECK(summary.result().not_graded == 1);
  CHECK(summary.result().missing == 1);
  CHECK(summary.result().lowest == 3);
}

TEST_CASE("of each goal it is counted by how many it is met") {
  const Grader grader = example_grader();
  SummaryOfClass summary(grader.lesson());
  summary.add(grader.grade(whole_day, "a.commands"));
  const Row all =
      grader.grade(std::string("assign record ring designation agency:fbi\n") + whole_day, "b.commands");
  summary.add(all);
  const ClassSummary result = summary.result();
  REQUIRE(result.met.size() == grader.lesson().goals.size());
  std::size_t met = 0;
  for (const std::size_t each : result.met) met += each;
  CHECK(met > 0);
}

}  // namespace
}  // namespace ntk::grading
