#include "sim/grading/regrade.h"

#include <doctest/doctest.h>

#include "sim/grading/formats.h"
#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

std::vector<Row> graded() {
  const Grader grader = example_grader();
  return {grader.grade(whole_day, "a.commands"),
          grader.grade(std::string("assign record ring designation agency:fbi\n") + whole_day, "b.commands"),
          grader.grade("run nothing\n", "c.commands")};
}

std::string as_csv(const std::vector<Row>& rows) {
  const Lesson lesson = example_grader().lesson();
  std::string text = csv_heading(lesson);
  for (const Row& each : rows) text += csv_row(each, lesson);
  return text;
}

OldGrades old(const std::string& text) {
  scenario::Diagnostics diagnostics(text);
  auto read = OldGrades::read(diagnostics);
  REQUIRE(read);
  return *std::move(read);
}

TEST_CASE("graded again by the same lesson, nothing has changed") {
  std::vector<Row> rows = graded();
  old(as_csv(rows)).compare(rows);
  REQUIRE(rows.size() == 3);
  for (const Row& each : rows) {
    REQUIRE(each.earlier);
    CHECK(each.earlier->changes.empty());
  }
  CHECK(rows[1].earlier->points == rows[1].points);
}

TEST_CASE("a goal that came out differently is named, and so is a file that is graded now, or gone") {
  std::vector<Row> before = graded(), now = graded();
  before[0].goals[0].points = 2;
  before[0].points += 2;
  std::swap(now[2], now.back());
  now[2] = now[1];
  now[2].file = "c.commands";
  now.erase(now.begin() + 1);
  old(as_csv(before)).compare(now);
  REQUIRE(now.size() == 3);
  CHECK(now[0].earlier->changes == "The goal “Ortega reads the DEA’s file” earned 2, and earns 0 now.");
  CHECK(now[1].earlier->changes == "It was not graded, and is graded now.");
  CHECK(now[2].file == "b.commands");
  CHECK(now[2].state == RowState::missing);
  CHECK(now[2].fault->code == "no-longer-there");
}

TEST_CASE("a table without the columns of a grade is refused") {
  const std::string text = "name,score\na,3\n";
  scenario::Diagnostics diagnostics(text);
  CHECK_FALSE(OldGrades::read(diagnostics));
  CHECK(diagnostics.has_errors());
}

}  // namespace
}  // namespace ntk::grading
