#include <doctest/doctest.h>

#include "sim/session/report.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

TEST_CASE("a session is saved as its commands, one a line, and replayed to the same report") {
  const Session session =
      session_after({"predict foreign-file deny DA-5", "run all", "assign record ring designation agency:fbi",
                     "hint", "run all", "reset", "run own-file"});
  CHECK(to_command_file(session) ==
        "predict foreign-file deny DA-5\nrun all\nassign record ring designation agency:fbi\nhint\nrun "
        "all\nreset\n"
        "run own-file\n");
  Session again(example_lesson());
  const ReplayResult result = replay(again, to_command_file(session));
  CHECK_FALSE(result.refusal);
  CHECK(result.applied == 7);
  CHECK(report_json(again) == report_json(session));
}

TEST_CASE("what was undone is not saved") {
  Session session = session_after({"run own-file", "run at-noon"});
  session.undo();
  CHECK(to_command_file(session) == "run own-file\n");
}

TEST_CASE("empty lines, comments, CR LF, a byte order mark and a last line without an end do no harm") {
  Session session(example_lesson());
  const ReplayResult result =
      replay(session, "\xEF\xBB\xBF# keys\r\n\r\nrun own-file\r\n  # more\r\nrun at-noon");
  CHECK_FALSE(result.refusal);
  CHECK(result.applied == 2);
  CHECK(session.runs().size() == 2);
}

TEST_CASE("an empty command file is replayed to nothing") {
  Session session(example_lesson());
  const ReplayResult result = replay(session, "");
  CHECK(result.applied == 0);
  CHECK_FALSE(result.refusal);
}

TEST_CASE("the first refusal ends a replay, at its line, and what came before stays") {
  Session session(example_lesson());
  const ReplayResult result = replay(session, "run own-file\n\nrun at-non\nrun at-noon\n");
  REQUIRE(result.refusal);
  CHECK(result.refusal->code == "unknown-request");
  CHECK(result.line == 3);
  CHECK(result.applied == 1);
  CHECK(session.runs().size() == 1);
}

}  // namespace
}  // namespace ntk::session
