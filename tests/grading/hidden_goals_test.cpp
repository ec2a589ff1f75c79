#include "sim/grading/hidden_goals.h"

#include <doctest/doctest.h>

#include "sim/grading/grader.h"
#include "sim/session/sha256.h"
#include "tests/source_files.h"

namespace ntk::grading {
namespace {

const std::string lesson_file = "scenarios/01-levels/scenario.json";

/// The text with the first `from` replaced.
std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != text.npos, from);
  return text.replace(at, from.size(), to);
}

const std::string extra =
    R"({ "id": "extra", "title": "Raman is denied", "points": 5, "decision": {"request": "agent-inquiry", "outcome": "deny"} },)";

/// The lesson with one more goal.
std::string copy_with(const std::string& goal) {
  return replaced(source_text(lesson_file), "\"goals\": [", "\"goals\": [" + goal);
}

std::string found(const HiddenGoals& read) {
  std::string text;
  for (const scenario::Diagnostic& each : read.diagnostics) {
    if (each.severity() == scenario::Severity::error)
      text += std::string(scenario::row(each.code).word) + ' ' + each.pointer + '\n';
  }
  return text;
}

TEST_CASE("goals of a copy are added to those of the lesson, and students' goals keep their places") {
  const std::string lesson = source_text(lesson_file);
  HiddenGoals read = with_hidden_goals(lesson, copy_with(extra), "hidden.json");
  CHECK(found(read) == "");
  REQUIRE(read.scenario);
  CHECK(read.hidden == 1);
  CHECK(read.scenario->goals.back().id == "extra");
  const Grader grader(*std::move(read.scenario), session::sha256(lesson), {}, read.hidden, "hash");
  const Row row = grader.grade(source_text("tests/keys/levels.commands"), "levels.commands");
  CHECK(row.goals.back().hidden);
  CHECK_FALSE(row.goals.front().hidden);
  CHECK(row.of == 15);
}

TEST_CASE("title, id and hints of the copy may be others, and keys may stand in another order") {
  std::string copy = replaced(copy_with(extra), "\"id\": \"levels\"", "\"id\": \"levels-exam\"");
  const HiddenGoals read = with_hidden_goals(source_text(lesson_file), copy, "hidden.json");
  CHECK(found(read) == "");
  CHECK(read.scenario->id == "levels");
}

TEST_CASE("a copy of another world is an error at the place where it differs") {
  const std::string lesson = source_text(lesson_file), copy = copy_with(extra);
  const HiddenGoals level =
      with_hidden_goals(lesson, replaced(copy, "\"level\": ", "\"level\":  "), "hidden.json");
  CHECK(found(level) == "");  // white space is no difference
  const HiddenGoals clock =
      with_hidden_goals(lesson, replaced(copy, "\"clock\": \"20", "\"clock\": \"19"), "hidden.json");
  CHECK(found(clock).find("out-of-range /clock\n") != std::string::npos);
  const HiddenGoals brief = with_hidden_goals(
      lesson, replaced(copy, "\"title\": \"", "\"forensics\": false, \"title\": \""), "hidden.json");
  CHECK(found(brief) == "unknown-key /forensics\n");
}

TEST_CASE("the copy must have a goal that the lesson doesn't have, under an id of its own") {
  const std::string lesson = source_text(lesson_file);
  CHECK(found(with_hidden_goals(lesson, lesson, "hidden.json")) == "empty-list /goals\n");
  const std::size_t id = lesson.find("\"id\": \"", lesson.find("\"goals\": [")) + 7;
  const std::string taken = lesson.substr(id, lesson.find('"', id) - id);
  std::string copy = lesson;
  const std::size_t points = copy.find("\"points\": ", id);
  copy.replace(points, 11, "\"points\": 9");
  const std::string faults = found(with_hidden_goals(lesson, copy, "hidden.json"));
  CAPTURE(taken);
  CHECK(faults.find("duplicate-id /goals/0") != std::string::npos);
}

TEST_CASE("goals on fields to find can't be hidden") {
  const std::string lesson = source_text("scenarios/12-what-the-trail-says/scenario.json");
  const std::string goal =
      R"({ "id": "extra", "title": "One more fault", "points": 1, "find": {"user": "tamm", "field": "functions"} },)";
  const std::string copy = replaced(lesson, "\"goals\": [", "\"goals\": [" + goal);
  CHECK(found(with_hidden_goals(lesson, copy, "hidden.json")) == "misplaced-key /goals/0\n");
}

}  // namespace
}  // namespace ntk::grading
