#include "sim/grading/similar.h"

#include <doctest/doctest.h>

#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

/// A path of steps that nobody else takes, from a few letters.
std::vector<std::string> path(const std::string& own, int steps) {
  std::vector<std::string> made;
  for (int i = 0; i < steps; ++i) made.push_back("assign " + own + ' ' + std::to_string(i));
  return made;
}

Row with_steps(const std::string& student, std::vector<std::string> steps) {
  Row row = row_of(student + ".json", student, 5);
  row.fingerprint = student;
  row.steps = std::move(steps);
  return row;
}

/// A class in which all but two took the same good path, and each a detour of their own.
std::vector<Row> a_class() {
  std::vector<Row> rows;
  for (int i = 0; i < 20; ++i) {
    std::vector<std::string> steps = path("good", 12);
    const auto own = path("own" + std::to_string(i), 4);
    steps.insert(steps.begin() + i % 8, own.begin(), own.end());
    rows.push_back(with_steps("student" + std::to_string(i), steps));
  }
  return rows;
}

TEST_CASE("the same good path, each with a detour of one's own, is not alike") {
  std::vector<Row> rows = a_class();
  find_similar(rows);
  for (const Row& each : rows) CHECK(each.alike.empty());
}

TEST_CASE("a whole class that took exactly the same path is not alike: nothing of it is rare") {
  std::vector<Row> rows;
  for (int i = 0; i < 20; ++i) rows.push_back(with_steps("student" + std::to_string(i), path("good", 12)));
  find_similar(rows);
  for (const Row& each : rows) CHECK(each.alike.empty());
}

TEST_CASE("a copy is found, whole or with a few steps changed, and says how much is the same") {
  std::vector<Row> rows = a_class();
  rows.push_back(with_steps("copy", rows[3].steps));
  std::vector<std::string> changed = rows[5].steps;
  changed[10] = "hint";
  changed.push_back("run all");
  rows.push_back(with_steps("changed", changed));
  find_similar(rows);
  REQUIRE(rows[20].alike.size() == 1);
  CHECK(rows[20].alike[0].student == "student3");
  CHECK(rows[20].alike[0].percent == 100);
  CHECK(rows[20].alike[0].words == "the same 16 steps in the same order");
  REQUIRE(rows[21].alike.size() == 1);
  CHECK(rows[21].alike[0].student == "student5");
  CHECK(rows[21].alike[0].words == "15 of its 17 steps are in the other too, in the same order");
  REQUIRE(rows[3].alike.size() == 1);
  CHECK(rows[3].alike[0].student == "copy");
}

TEST_CASE("files of one student are not compared, and short ones are alike by chance") {
  std::vector<Row> rows = a_class();
  rows.push_back(with_steps("STUDENT3", rows[3].steps));
  rows.push_back(with_steps("a", path("x", 7)));
  rows.push_back(with_steps("b", path("x", 7)));
  find_similar(rows);
  for (const Row& each : rows) CHECK(each.alike.empty());
}

TEST_CASE("the same file handed in by two students is alike, however short") {
  std::vector<Row> rows = {with_steps("a", path("x", 2)), with_steps("b", path("x", 2)),
                           with_steps("c", path("x", 2))};
  rows[1].fingerprint = rows[0].fingerprint;
  find_similar(rows);
  REQUIRE(rows[0].alike.size() == 1);
  CHECK(rows[0].alike[0].words == "the same file, byte for byte");
  CHECK(rows[2].alike.empty());
}

}  // namespace
}  // namespace ntk::grading
