#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

const char* const display =
    "ask own-1 user=reyes function=subject_query operation=display record=harbour purpose=fugitives "
    "place=Here";

TEST_CASE("a student's own request is run, decided and recorded as one of the script") {
  const Session session = session_after({display, "run own-1"});
  REQUIRE(session.requests().size() == 5);
  CHECK(session.is_own(4));
  CHECK_FALSE(session.is_own(3));
  CHECK(session.requests()[4].title == "Jess Reyes: display Harbour report");
  CHECK(failing(session, "own-1") == "none");
  CHECK(session.trail().events()[0].user.at == 1);
  CHECK(session.trail().events()[0].place == "Here");
}

TEST_CASE("own requests are asked at the clock at which they are run, unless they state a moment") {
  const Session session = session_after({display,
                                         "ask own-2 user=reyes function=subject_query operation=display "
                                         "record=harbour purpose=fugitives place=Here "
                                         "moment=2016-08-12T23:59",
                                         "advance 2016-10-01T07:00", "run own-1", "run own-2"});
  CHECK(policy::to_text(session.runs()[0].asked.moment) == "2016-10-01T07:00");
  CHECK(policy::to_text(session.runs()[1].asked.moment) == "2016-08-12T23:59");
}

TEST_CASE("an own search finds by its terms, in the categories it names") {
  const Session session = session_after(
      {"ask own-s user=ortega function=subject_query operation=search categories=subject,lookout "
       "term:last_name=VALE purpose=fugitives place=\"Field Office\"",
       "run own-s"});
  CHECK(session.requests()[4].title.starts_with("Ana Ortega: search "));
  CHECK(session.runs()[0].decision.hits.size() == 4);
}

TEST_CASE("the id of an own request begins with own- and is given once") {
  Session session = session_after({display});
  const std::string rest =
      " user=reyes function=subject_query operation=display record=harbour purpose=fugitives place=P";
  CHECK(code_of(session.apply("ask own-1" + rest)) == "id-taken");
  CHECK(code_of(session.apply("ask own-file" + rest)) == "id-taken");
  for (const char* id : {"mine", "own-", "own-A", "own-a_b", "own-ä"}) {
    CHECK(code_of(session.apply("ask " + std::string(id) + rest)) == "bad-id");
  }
  CHECK(code_of(session.apply("ask own-" + std::string(60, 'x') + rest)) == "applied");
  CHECK(code_of(session.apply("ask own-" + std::string(61, 'x') + rest)) == "bad-id");
}

TEST_CASE("the next id for an own request is one that nobody has") {
  Session session(example_lesson());
  CHECK(next_own_id(session) == "own-1");
  apply_all(session, {display});
  CHECK(next_own_id(session) == "own-2");
  apply_all(session, {"ask own-3 user=reyes function=subject_query operation=display record=harbour "
                      "purpose=fugitives place=Here"});
  CHECK(next_own_id(session) == "own-4");
  session.undo();
  CHECK(next_own_id(session) == "own-2");
}

TEST_CASE("what describes a new record, a change or a letter is asked by the script only") {
  using enum policy::Operation;
  Session session(example_lesson());
  AskCommand ask{"own-1", session.scenario().requests[0].request, true};
  for (const auto operation : {create, record_result, update, intake, place_on_primary, recertify, assign,
                               disclose, pass_on, logon, logoff}) {
    ask.request.operation = operation;
    CHECK(code_of(session.apply(Command(ask))) == "script-only");
  }
}

TEST_CASE("a search names no record, and all else names one") {
  Session session(example_lesson());
  AskCommand ask{"own-1", session.scenario().requests[0].request, true};
  ask.request.operation = policy::Operation::search;
  CHECK(code_of(session.apply(Command(ask))) == "wrong-target");
  ask.request.operation = policy::Operation::display;
  ask.request.target = policy::Search{};
  CHECK(code_of(session.apply(Command(ask))) == "wrong-target");
}

TEST_CASE(
    "a text that no command line could hold is refused: no place, line breaks, bytes that are not UTF-8") {
  Session session(example_lesson());
  AskCommand ask{"own-1", session.scenario().requests[2].request, true};
  for (const char* place : {"", "two\nlines", "tab\t", "\xff"}) {
    ask.request.place = place;
    CHECK(code_of(session.apply(Command(ask))) == "bad-text");
  }
  ask.request.place = "Port of Calder Bay – Südkai";
  ask.request.target = policy::Search{{}, {{"", "x"}}};
  CHECK(code_of(session.apply(Command(ask))) == "bad-text");
  ask.request.target = policy::Search{{}, {{"a", "x"}, {"a", "y"}}};
  CHECK(code_of(session.apply(Command(ask))) == "duplicate-term");
  ask.request.target = policy::Search{{}, {{"a", "x"}, {"b", ""}}};
  CHECK(code_of(session.apply(Command(ask))) == "applied");
}

}  // namespace
}  // namespace ntk::session
