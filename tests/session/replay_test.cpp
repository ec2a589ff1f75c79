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

TEST_CASE("a line of commands ends with LF, CR LF or CR, and is counted alike") {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    Session session(example_lesson());
    const std::string text =
        "run own-file" + std::string(end) + std::string(end) + "run at-non" + std::string(end);
    const ReplayResult result = replay(session, text);
    CHECK(result.applied == 1);
    REQUIRE(result.refusal);
    CHECK(result.line == 3);
  }
}

TEST_CASE("a character that nobody sees in a command is named") {
  Session session(example_lesson());
  const ReplayResult result = replay(session, "run\u00A0all\n");
  REQUIRE(result.refusal);
  CHECK(result.refusal->message == "`run<U+00A0>all` is no command");
  CHECK(has(result.refusal->help, "U+00A0, a no-break space"));
  const auto hidden = session.apply("run own-file\u202E");
  REQUIRE(hidden);
  CHECK(hidden->code == "bad-text");
  CHECK(has(hidden->message, "U+202E, a right-to-left override"));
  const auto nul = session.apply(std::string_view("run all\0", 8));
  REQUIRE(nul);
  CHECK(has(nul->message, "U+0000, NUL"));
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
