#include "sim/session/misconceptions.h"

#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

using policy::CheckId;

std::vector<Misconception> log_after(std::initializer_list<std::string_view> lines) {
  return misconceptions(session_after(lines));
}

TEST_CASE("a rule that denies what was predicted to be permitted is missed") {
  const auto log = log_after({"predict foreign-file permit", "run foreign-file"});
  REQUIRE(log.size() == 1);
  CHECK(log[0] == Misconception{CheckId::DA_5, 1, 0, 0});
  CHECK(in_words(log[0]) == "Wrong once: missed once.");
}

TEST_CASE(
    "a denial predicted by another rule counts for both: the true one missed, the other expected in vain") {
  const auto log = log_after({"predict foreign-file deny DA-7", "run foreign-file"});
  REQUIRE(log.size() == 2);
  CHECK(log[0] == Misconception{CheckId::DA_5, 1, 0, 0});
  CHECK(log[1] == Misconception{CheckId::DA_7, 0, 1, 0});
  CHECK(in_words(log[1]) == "Wrong once: expected once in vain.");
}

TEST_CASE("what is wrongly predicted to be denied counts for the rule that was predicted") {
  const auto log = log_after({"predict look-up deny DA-9", "run look-up"});
  REQUIRE(log.size() == 1);
  CHECK(log[0] == Misconception{CheckId::DA_9, 0, 1, 0});
}

TEST_CASE("the rule that is most often wrong stands first") {
  const auto log = log_after(
      {"predict foreign-file deny DA-9", "predict look-up deny DA-9", "run look-up", "run foreign-file"});
  REQUIRE(log.size() == 2);
  CHECK(log[0] == Misconception{CheckId::DA_9, 0, 2, 0});
  CHECK(log[1] == Misconception{CheckId::DA_5, 1, 0, 0});
}

TEST_CASE(
    "a rule that was rightly predicted is not in the log; where it was wrong too it is told how often "
    "right") {
  CHECK(log_after({"predict foreign-file deny DA-5", "run foreign-file"}).empty());
  const auto log = log_after(
      {"predict foreign-file deny DA-5", "predict look-up deny DA-5", "run look-up", "run foreign-file"});
  REQUIRE(log.size() == 1);
  CHECK(log[0] == Misconception{CheckId::DA_5, 0, 1, 1});
  CHECK(in_words(log[0]) == "Wrong once: expected once in vain; right once.");
}

TEST_CASE("a prediction that has not been judged is in no log, and an empty log says why it is empty") {
  CHECK(log_after({"predict foreign-file permit"}).empty());
  CHECK(no_misconceptions(session_after({})).find("Nothing has been predicted yet") == 0);
  CHECK(no_misconceptions(session_after({"predict foreign-file permit"}))
            .find("No prediction has been judged") == 0);
  CHECK(no_misconceptions(session_after({"predict look-up permit", "run look-up"})) ==
        "Nothing predicted has turned out wrong so far.");
  const Session unnamed = session_after({"predict look-up deny", "run look-up"});
  CHECK(misconceptions(unnamed).empty());
  CHECK(no_misconceptions(unnamed).find("named no rule") != std::string::npos);
}

TEST_CASE("a prediction stays on record, by the run that judged it, when the request is run again") {
  const Session session =
      session_after({"predict foreign-file permit", "run foreign-file", "run foreign-file"});
  const Prediction& made = session.predictions().front();
  REQUIRE(made.run);
  CHECK(*made.run == 0);
  CHECK(misconceptions(session).size() == 1);
  const std::string was = what_it_was(session, made);
  CHECK(was.find("It was denied by the check “A level 3 record") == 0);
  CHECK(was.ends_with("” (DA-5)."));
}

TEST_CASE("starting over empties the log, and undo brings it back") {
  Session session = session_after({"predict foreign-file permit", "run foreign-file", "reset"});
  CHECK(misconceptions(session).empty());
  session.undo();
  CHECK(misconceptions(session).size() == 1);
}

}  // namespace
}  // namespace ntk::session
