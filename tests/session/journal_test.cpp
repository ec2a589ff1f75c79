#include "sim/session/journal.h"

#include <doctest/doctest.h>

#include "sim/session/report.h"
#include "sim/session/submission.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

std::vector<std::string> journal_of(const Session& session) {
  return {session.journal().begin(), session.journal().end()};
}

TEST_CASE("the journal has every step in order as it happened, undo, redo and jumps included") {
  Session session = session_after({"hint", "run own-file", "run at-noon"});
  session.undo();
  session.redo();
  session.go_to(1);
  apply_all(session, {"assign record ring level 1"});
  CHECK(journal_of(session) == std::vector<std::string>{"hint", "run own-file", "run at-noon", "undo", "redo",
                                                        "go 1", "assign record ring level 1"});
  CHECK(session.steps().size() == 2);
  CHECK(session.position() == 2);
}

TEST_CASE("a refused command leaves no line in the journal") {
  Session session(example_lesson());
  CHECK(session.apply("run nothing"));
  CHECK(session.journal().empty());
}

TEST_CASE("a journal brings back a session with what was undone") {
  Session session = session_after({"predict foreign-file deny DA-5", "run all", "hint"});
  session.go_to(1);
  Session again(example_lesson());
  CHECK_FALSE(again.restore(session.journal()).refusal);
  CHECK(again.position() == 1);
  CHECK(again.steps().size() == 3);
  CHECK(report_json(again) == report_json(session));
  again.redo();
  CHECK(again.runs().size() == 4);
}

TEST_CASE("a line that is none, or whose command is refused, is named, and the steps before it stay") {
  for (const char* line : {"undone", "go", "go -1", "go 1 2", "earlier", "earlier at-noon",
                           "earlier nobody none retries=0 hints=0 runs=0",
                           "earlier at-noon permit DA-5 hit retries=0 hints=0 runs=0",
                           "earlier at-noon deny hit retries=x hints=0 runs=0", "run nothing", "run own-1"}) {
    CAPTURE(line);
    Session session(example_lesson());
    const ReplayResult result = session.restore(std::vector<std::string>{"hint", line, "hint"});
    REQUIRE(result.refusal);
    CHECK(result.line == 2);
    CHECK(session.position() == 1);
    CHECK(session.hints_revealed() == 1);
  }
}

TEST_CASE("the steps of a journal are told without its lesson") {
  const JournalSteps made = steps_of(
      std::vector<std::string>{"hint", "run all", "undo", "reset", "look", "go 0", "redo", "unrecorded"});
  CHECK(made.steps == std::vector<std::string>{"hint", "reset"});
  CHECK(made.position == 1);
}

TEST_CASE("a submission with a journal is graded by it, with what was undone") {
  Session session = session_after({"predict at-noon permit", "run at-noon"});
  session.go_to(0);
  apply_all(session, {"predict at-noon deny DA-6", "run at-noon"});
  const SubmissionReadResult read =
      read_submission(to_json(submission_of(session, {"x", "", std::string(64, '0'), "", ""})), "x");
  REQUIRE(read.submission);
  Session graded(example_lesson());
  std::string warning;
  CHECK_FALSE(replay(graded, *read.submission, warning).refusal);
  CHECK(warning.empty());
  CHECK(report_json(graded) == report_json(session));
  CHECK(graded.first_predictions()[0].result == PredictionResult::miss);
  CHECK(contradictions(*read.submission, graded).empty());
}

TEST_CASE("where the journal leads elsewhere than the commands, it is told, and the commands count") {
  Submission submission = submission_of(session_after({"hint", "run own-file"}), {});
  submission.journal->back() = "run at-noon";
  Session graded(example_lesson());
  std::string warning;
  CHECK_FALSE(replay(graded, submission, warning).refusal);
  CHECK(has(warning, "its journal leads to other commands than it lists"));
  CHECK_FALSE(graded.is_recorded());
  CHECK(failing(graded, "own-file") == "none");
  submission.journal = {"hint", "run nowhere"};
  Session again(example_lesson());
  replay(again, submission, warning);
  CHECK(has(warning, "line 2 of its journal, `run nowhere`, was refused"));
}

TEST_CASE("nonsense in a submission is named: seed, selected, undone, text, first predictions") {
  Session session = session_after({"predict at-noon permit", "run at-noon"});
  Submission submission = submission_of(session, {"x", "", std::string(64, '0'), "", "{}"});
  submission.seed = 7;
  submission.selected = 99;
  submission.undone = {"run nothing"};
  submission.first_predictions->front().retries = 5;
  std::string all;
  for (const std::string& each : contradictions(submission, session)) all += each + '\n';
  for (const char* part : {"the seed 7", "selects event 99", "`run nothing` as undone",
                           "not the one that its SHA-256", "cannot be read", "retries 5"}) {
    CAPTURE(part);
    CHECK(has(all, part));
  }
}

TEST_CASE("commands that are listed as undone are those that the journal undid last") {
  Session session = session_after({"hint", "run own-file"});
  session.undo();
  Submission submission = submission_of(session, {});
  CHECK(contradictions(submission, session).empty());
  submission.undone = {"run at-noon"};
  REQUIRE(contradictions(submission, session).size() == 1);
  CHECK(has(contradictions(submission, session)[0], "aren't those that its journal undid last"));
}

TEST_CASE("first predictions that the file states are compared, also where its journal is not followed") {
  const Session session = session_after({"predict at-noon permit", "run at-noon"});
  Submission submission = submission_of(session, {});
  submission.journal.reset();
  submission.first_predictions->front().retries = 5;
  Session graded(example_lesson());
  replay(graded, submission);
  const auto found = contradictions(submission, graded);
  REQUIRE(found.size() == 1);
  CHECK(has(found[0], "its commands come to"));
}

TEST_CASE("a first prediction of an earlier attempt is named, and its counts are bounded") {
  Session session(example_lesson());
  const std::vector<std::string> journal = {"earlier at-noon permit hit retries=0 hints=0 runs=0"};
  REQUIRE_FALSE(session.restore(journal).refusal);
  const auto found = contradictions(submission_of(session, {}), session);
  REQUIRE(found.size() == 1);
  CHECK(has(found[0], "1 first prediction is of an earlier attempt"));
  const std::vector<std::string> huge = {"earlier at-noon permit hit retries=1000000001 hints=0 runs=0"};
  CHECK(code_of(Session(example_lesson()).restore(huge).refusal) == "bad-line");
}

TEST_CASE("what is run once the record is closed settles no first prediction") {
  Session session = session_after({"predict at-noon permit"});
  session.close_record();
  apply_all(session, {"run at-noon"});
  CHECK(session.first_predictions().empty());
  CHECK(session.predictions()[0].result != PredictionResult::pending);
}

TEST_CASE(
    "a journal that goes back and forth is followed from kept states, to the same end, and within bounds") {
  std::vector<std::string> journal;
  Session straight(example_lesson());
  for (int i = 0; i < 300; ++i) {
    journal.push_back("ask own-" + std::to_string(i) + " like=at-noon");
    apply_all(straight, {journal.back()});
  }
  for (int i = 0; i < 300; ++i) {
    journal.emplace_back("undo");
    journal.push_back("ask own-299 like=at-noon");
  }
  journal.insert(journal.end(), {"go 10", "go 300", "predict foreign-file permit", "run own-299"});
  apply_all(straight, {"predict foreign-file permit", "run own-299"});
  Session restored(example_lesson());
  REQUIRE_FALSE(restored.restore(journal).refusal);
  CHECK(report_json(restored) == report_json(straight));
  Session bounded(example_lesson());
  bounded.set_bounds({100'000, 1000, 1000, 500});
  CHECK(has(bounded.restore(journal).refusal->message, "too many steps"));
}

TEST_CASE("what is opened stays within bounds, and says which") {
  Session session(example_lesson());
  session.set_bounds({100, 10, 40});
  apply_all(session, {"predict foreign-file permit", "run all", "run all"});
  const auto refusal = session.apply("run all");
  CHECK(code_of(refusal) == "attempt-full");
  CHECK(has(refusal->message, "at most 10 events"));
  apply_all(session, {"reset", "predict foreign-file permit", "run all", "run all"});
  apply_all(session, {"run own-file", "run own-file"});
  CHECK(code_of(session.apply("run own-file")) == "attempt-full");
  session.set_bounds({100, 1000, 40});
  apply_all(session, {"run own-file", "run own-file"});
  CHECK(has(session.apply("run own-file")->message, "runs at most 20 requests"));

  Session lines(example_lesson());
  lines.set_bounds({100, 1000, 1000});
  std::vector<std::string> journal(150, "advance 2016-08-12T10:00");
  const ReplayResult result = lines.restore(journal);
  CHECK(code_of(result.refusal) == "attempt-full");
  CHECK(result.line == 101);
  CHECK(lines.position() == 100);
  for (int i = 0; i < 5; ++i) lines.undo();  // what is full can still be undone
  CHECK(lines.position() == 95);
  CHECK(lines.journal().size() == 101);
}

}  // namespace
}  // namespace ntk::session
