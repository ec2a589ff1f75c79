#include "sim/grading/best.h"

#include <doctest/doctest.h>

#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

TEST_CASE("of several files of one student the best counts, and of equals the first") {
  std::vector<Row> rows = {row_of("1", "Quill", 4), row_of("2", "Vale", 7), row_of("3", "quill", 9),
                           row_of("4", "QUILL", 9), row_of("5", "Vale", 2)};
  keep_best(rows);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].file == "2");
  CHECK(rows[0].files == 2);
  CHECK(rows[1].file == "3");
  CHECK(rows[1].files == 3);
}

TEST_CASE(
    "a file that can't be graded stays where nothing of the same student was, or nobody knows whose it is") {
  std::vector<Row> rows = {not_graded("1", {"empty", "the file is empty", ""}), row_of("2", "Vale", 0),
                           not_graded("3", {"empty", "the file is empty", ""}),
                           not_graded("4", {"empty", "the file is empty", ""})};
  rows[2].student = "Vale";
  rows[3].student = "Quill";
  keep_best(rows);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].file == "1");
  CHECK(rows[1].file == "2");
  CHECK(rows[2].file == "4");
}

TEST_CASE("a platform is told of the best file that was graded, else of the first") {
  std::vector<Row> rows = {not_graded("1", {"empty", "the file is empty", ""}), row_of("2", "", 3),
                           row_of("3", "", 5)};
  CHECK(best_of(rows) == 2);
  rows.resize(1);
  CHECK(best_of(rows) == 0);
}

}  // namespace
}  // namespace ntk::grading
