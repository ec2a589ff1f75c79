// The help that a lesson gives: always, after an attempt, never.
#include <doctest/doctest.h>

#include "sim/session/report.h"
#include "sim/session/submission.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

using scenario::Availability;

Session helped(scenario::Assist assist, std::initializer_list<std::string_view> commands = {}) {
  scenario::Scenario lesson = example_lesson();
  lesson.predictions.clear();
  lesson.assist = assist;
  Session session(std::move(lesson));
  apply_all(session, commands);
  return session;
}

constexpr scenario::Assist later = {Availability::after_attempt, Availability::after_attempt,
                                    Availability::after_attempt};
constexpr scenario::Assist never = {Availability::never, Availability::never, Availability::never};

TEST_CASE("a scenario that says nothing of help gives all of it") {
  const Session session = helped({});
  for (const Help each : {Help::hints, Help::what_would_change, Help::undo_runs})
    CHECK_FALSE(session.withheld(each));
}

TEST_CASE("a hint after an attempt waits until something was assigned and run") {
  Session session = helped(later, {"run all"});
  CHECK(code_of(session.apply("hint")) == "withheld");
  apply_all(session, {"assign record ring level 4"});
  CHECK(code_of(session.apply("hint")) == "withheld");
  apply_all(session, {"run own-file", "hint"});
  CHECK(session.hints_revealed() == 1);
}

TEST_CASE("an attempt counts though it is undone") {
  Session session = helped({Availability::after_attempt, Availability::always, Availability::always},
                           {"assign record ring level 4", "run all"});
  session.go_to(0);
  CHECK(session.has_attempted());
  apply_all(session, {"hint"});
}

TEST_CASE("a lesson without hints gives none, whatever was tried") {
  Session session = helped(never, {"assign record ring level 4", "run all"});
  CHECK(code_of(session.apply("hint")) == "withheld");
}

TEST_CASE("where runs can't be undone, undo goes back to the last run and no further") {
  Session session =
      helped(never, {"run own-file", "assign record ring level 4", "assign record ring level 1"});
  session.go_to(0);
  CHECK(session.position() == 1);
  CHECK_FALSE(session.can_undo());
  session.undo();
  CHECK(session.position() == 1);
  CHECK(session.can_redo());
}

TEST_CASE("a journal that undoes what can't be undone is refused at that line") {
  Session session = helped(never);
  const ReplayResult result =
      session.restore(std::vector<std::string>{"run own-file", "assign record ring level 4", "undo", "undo"});
  REQUIRE(result.refusal);
  CHECK(result.refusal->code == "withheld");
  CHECK(result.line == 4);
}

TEST_CASE("what would change it is on record as often as it was asked, undone or not") {
  Session session = helped({}, {"run foreign-file"});
  CHECK_FALSE(session.inquire({1, {}}));
  CHECK_FALSE(session.inquire({3, 0}));
  session.undo();
  CHECK(session.inquiries() == 2);
  CHECK(session.journal()[1] == "why-not foreign-file");
  CHECK(has(report_json(session), "\"what_would_change\": 2"));
  Session again = helped({});
  CHECK_FALSE(again.restore(session.journal()).refusal);
  CHECK(again.inquiries() == 2);
}

TEST_CASE(
    "what would change it isn't told where the lesson withholds it, and a journal that asked is refused") {
  Session session = helped(never, {"run foreign-file"});
  CHECK(code_of(session.inquire({1, {}})) == "withheld");
  CHECK(session.inquiries() == 0);
  Session again = helped(never);
  const ReplayResult result =
      again.restore(std::vector<std::string>{"run foreign-file", "why-not foreign-file"});
  CHECK(result.line == 2);
}

}  // namespace
}  // namespace ntk::session
