#include "sim/grading/grader.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/grading/rest_of_day.h"
#include "sim/scenario/reader.h"
#include "tests/grading/rows.h"
#include "tests/source_files.h"

namespace ntk::grading {
namespace {

using session::Session;

TEST_CASE("a row has the points, states and evidence that the session itself gives") {
  for (const auto& path : shipped_scenarios()) {
    const std::string text = source_text(path);
    const auto read = scenario::read_scenario(text, "scenario.json");
    REQUIRE(read.scenario);
    const Grader grader(*read.scenario, session::sha256(text));
    const std::string key = "tests/keys/" + read.scenario->id + ".commands";
    CAPTURE(key);
    const Row row = grader.grade(source_text(key), key);
    Session straight(*read.scenario);
    straight.note_unrecorded();
    REQUIRE_FALSE(session::replay(straight, source_text(key)).refusal);
    run_the_rest(straight);
    CHECK(row.state == RowState::graded);
    CHECK(row.points == straight.progress().points_met);
    CHECK(row.of == straight.progress().points);
    REQUIRE(row.goals.size() == read.scenario->goals.size());
    for (std::uint32_t i = 0; i < row.goals.size(); ++i) {
      CHECK(row.goals[i].evidence == straight.goal_status(i).evidence);
      CHECK(row.goals[i].state == straight.goal_status(i).state);
    }
  }
}

TEST_CASE("a submission's row says who, which attempt, what was predicted first, retried and hinted") {
  const Grader grader = example_grader();
  Session session(session::example_lesson());
  session::apply_all(session, {"predict foreign-file permit", "hint", "run foreign-file"});
  CHECK_FALSE(session.inquire({*session.find_request("foreign-file"), std::nullopt}));
  session.undo();
  session.undo();
  session::apply_all(session, {"predict foreign-file deny DA-5", "run all"});
  const Row row = grader.grade(example_submission("R. Quill", session), "class/quill.json");
  CHECK(row.state == RowState::graded);
  CHECK(row.student == "R. Quill");
  CHECK(row.file == "class/quill.json");
  CHECK(row.made_with == example_hash());
  CHECK(row.has_journal);
  REQUIRE_FALSE(row.first_predictions.empty());
  CHECK(row.first_predictions[0].request == "foreign-file");
  CHECK(row.first_predictions[0].first.permitted);
  CHECK(row.first_predictions[0].first.result == session::PredictionResult::miss);
  CHECK(row.retries == 1);
  CHECK(row.hints == 1);
  CHECK(row.inquiries == 1);
  CHECK(row.warnings.empty());
}

TEST_CASE("a file of commands is of the student whom its name names") {
  const Row row = example_grader().grade(whole_day, "class.zip/quill.commands");
  CHECK(row.student == "quill");
  CHECK_FALSE(row.has_journal);
  CHECK(row.made_with.empty());
}

TEST_CASE("rules that were misunderstood are those that predictions were wrong of") {
  const Row row = example_grader().grade("predict foreign-file deny DA-6\nrun all\n", "quill.commands");
  REQUIRE_FALSE(row.misconceptions.empty());
  CHECK(row.misconceptions[0].wrong() > 0);
}

TEST_CASE("what can't be graded is a row with the reason and the place") {
  const Grader grader = example_grader();
  struct Case {
    const char *text, *code;
    std::size_t line, column;
  };
  const Case cases[] = {
      {"", "empty", 0, 0},
      {" \n\t\r\n", "empty", 0, 0},
      {"run nothing\n", "unknown-request", 1, 5},
      {"hint\nfly away\n", "unknown-command", 2, 1},
      {"{\"submission\": 1,", "json-syntax", 1, 18},
      {"{\"submission\": 7}", "unsupported-format", 1, 16},
      {"{}", "missing-key", 1, 1},
      {"\xFF\xFE", "wrong-encoding", 1, 1},
      {"hint\nrun \xC3\n", "bad-text", 2, 5},
      {"%PDF-1.7\n", "unknown-command", 1, 1},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    const Row row = grader.grade(each.text, "a");
    CHECK(row.state == RowState::not_graded);
    REQUIRE(row.fault);
    CHECK(row.fault->code == each.code);
    CHECK(row.fault->line == each.line);
    CHECK(row.fault->column == each.column);
    CHECK_FALSE(row.fault->message.empty());
    CHECK(row.points == 0);
  }
}

TEST_CASE("a file larger than any attempt is not read") {
  const Row row = example_grader().grade(std::string(longest_file + 1, '#'), "a");
  REQUIRE(row.fault);
  CHECK(row.fault->code == "too-large");
}

TEST_CASE("an attempt that runs without end is refused, as the page refuses it") {
  std::string commands;
  for (int i = 0; i < 50'001; ++i) commands += "hint\nreset\n";
  const Row row = example_grader().grade(commands, "a");
  REQUIRE(row.fault);
  CHECK(row.fault->code == "attempt-full");
}

TEST_CASE("a submission that states no student says so") {
  Session session(session::example_lesson());
  session::apply_all(session, {"run own-file"});
  const Row row = example_grader().grade(example_submission("", session), "a.json");
  CHECK(std::find(row.warnings.begin(), row.warnings.end(), "the file names no student") !=
        row.warnings.end());
}

TEST_CASE("a request that a missing prediction keeps from being run is named") {
  const Row row = example_grader().grade("hint\n", "a.commands");
  REQUIRE(row.warnings.size() == 1);
  CHECK(row.warnings[0].starts_with("`foreign-file` was not run: "));
}

TEST_CASE("the same file gives the same row, whatever was graded before") {
  const Grader grader = example_grader();
  const Row first = grader.grade(whole_day, "a.commands");
  grader.grade(std::string("assign record ring designation agency:fbi\n") + whole_day, "b.commands");
  const Row again = grader.grade(whole_day, "a.commands");
  CHECK(first.points == again.points);
  REQUIRE(first.goals.size() == again.goals.size());
  for (std::size_t i = 0; i < first.goals.size(); ++i)
    CHECK(first.goals[i].evidence == again.goals[i].evidence);
}

}  // namespace
}  // namespace ntk::grading
