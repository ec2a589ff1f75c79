#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "sim/session/vetting.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"

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
      {"predict foreign-file deny DA-5",
       "ask own-s user=ortega function=subject_query operation=search categories=subject,lookout "
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

TEST_CASE("what describes a new record, a change or a letter is asked like the script only") {
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

// ---- Like a request of the script --------------------------------------------------------------

TEST_CASE("what the script has in its texts is not held against the student who asks like it") {
  scenario::Scenario lesson = example_lesson();
  lesson.requests[0].request.place = "Gate\t4\u202E";
  auto& search = std::get<policy::Search>(lesson.requests[2].request.target);
  search.terms = {{"last_name", "Va\x07le"}};
  Session session(lesson);
  CHECK(code_of(session.apply("ask own-1 like=own-file user=reyes")) == "applied");
  CHECK(code_of(session.apply("ask own-2 like=look-up user=reyes")) == "applied");
  CHECK(code_of(session.apply("run own-1")) == "applied");
  Session again(lesson);
  CHECK_FALSE(replay(again, to_command_file(session)).refusal);

  AskCommand ask{"own-3", lesson.requests[0].request, true, 0};
  ask.request.place = "Gate\t5";
  CHECK(code_of(session.apply(Command(ask))) == "bad-text");
}

/// The day of tests/session/office.json.
Session office() {
  auto read = scenario::read_scenario(source_text("tests/session/office.json"), "office.json");
  REQUIRE(read.scenario);
  return Session(*std::move(read.scenario));
}

const policy::Record& record(const Session& session, std::string_view id) {
  for (const policy::Record& each : session.world().records) {
    if (each.id == id) return each;
  }
  FAIL("no record " << id);
  return session.world().records.front();
}

TEST_CASE("a request like one of the script is asked by somebody else, who may be refused") {
  Session session = office();
  apply_all(session,
            {"ask own-1 like=certify user=officer", "run own-1", "ask own-2 like=certify", "run own-2"});
  CHECK(session.requests()[*session.find_request("own-1")].title ==
        "Ana Ortega, as in “Reyes certifies Tran”");
  CHECK(failing(session, "own-1") != "none");
  CHECK(failing(session, "own-2") == "none");
  CHECK(session.trail().events()[0].user.at == 0);
}

TEST_CASE("the creator of a record chooses its level and who may see it") {
  Session session = office();
  apply_all(session, {"ask own-1 like=enter level=4 designation=user:agent,user:supervisor", "run own-1"});
  CHECK(failing(session, "own-1") == "none");
  CHECK(record(session, "heron").level == policy::Level::level_4);
  CHECK(record(session, "heron").designation.size() == 2);
  apply_all(session, {"ask own-2 like=change level=3 designation=nobody", "run own-2"});
  CHECK(record(session, "heron").level == policy::Level::level_3);
  CHECK(record(session, "heron").designation.empty());
}

TEST_CASE("level 2 is not given to a new record, whoever asks and however") {
  Session session = office();
  apply_all(session, {"ask own-1 like=enter level=2", "run own-1"});
  CHECK(failing(session, "own-1") == "AD-1");
  CHECK(record(session, "heron").absent);
}

TEST_CASE("a request like another names another record, or looks for something else") {
  Session session = office();
  apply_all(session, {"ask own-1 like=open-person record=vessel", "run own-1",
                      "ask own-2 like=look term:last_name=nobody", "run own-2"});
  CHECK(session.runs()[0].decision.permitted());
  CHECK(session.runs()[1].decision.hits.empty());
}

TEST_CASE("what a request like another says is written back as it was read") {
  const Session session = office();
  for (const char* const line :
       {"ask own-1 like=certify user=officer",
        "ask own-1 like=enter level=4 designation=user:agent,user:supervisor",
        "ask own-1 like=change level=3 designation=nobody", "ask own-1 like=open-person record=vessel",
        "ask own-1 like=look categories=subject term:last_name=nobody",
        "ask own-1 like=place user=sco place=\"Port of Entry\" moment=2016-08-13T07:00",
        "ask own-1 like=answer"}) {
    const auto parsed = parse_command(line, session.scenario());
    REQUIRE_MESSAGE(std::holds_alternative<Command>(parsed), line);
    CHECK(to_text(std::get<Command>(parsed), session.scenario()) == line);
  }
}

TEST_CASE("what a request is like cannot be bent into another") {
  Session session = office();
  const auto refused = [&](const char* line) { return code_of(session.apply(line)); };
  CHECK(refused("ask own-1 like=nothing") == "unknown-request");
  CHECK(refused("ask own-1 like=certify operation=activate") == "comes-with-like");
  CHECK(refused("ask own-1 like=certify level=3") == "wrong-target");
  CHECK(refused("ask own-1 like=enter record=vessel") == "wrong-target");
  CHECK(refused("ask own-1 like=open-person term:last_name=vale") == "wrong-target");
  CHECK(refused("ask own-1 like=look record=vessel") == "wrong-target");
  CHECK(refused("ask own-1 like=enter designation=agency:nowhere") == "unknown-agency");
  CHECK(refused("ask own-1 user=agent function=subject_query operation=display record=vessel purpose=case "
                "place=Office level=3") == "wrong-target");
  AskCommand ask{"own-1", session.scenario().requests[0].request, true, 0};
  ask.request.accepts_notice = !ask.request.accepts_notice;
  CHECK(code_of(session.apply(Command(ask))) == "not-alike");
}

// ---- A file of persons -------------------------------------------------------------------------

TEST_CASE("each person of a file is vetted by an event of its own, and answered with what the user may see") {
  Session session = office();
  apply_all(session, {"run vet", "vet vet term:last_name=Vale", "vet vet term:last_name=Nobody"});
  const auto request = *session.find_request("vet");
  const auto responses = vetting_responses(session, request);
  REQUIRE(responses.size() == 2);
  CHECK(responses[0].person[0].value == "Vale");
  CHECK(responses[0].permitted);
  CHECK(responses[0].returned.size() == 2);
  CHECK(responses[1].returned.empty());
  CHECK(responses[1].event == 3);
  CHECK(session.trail().events().size() == 3);
  CHECK(session.latest_run(request)->event == 1);  // the request's own result stays
}

TEST_CASE("whoever may not vet is answered nothing for any person, and the attempts are recorded") {
  Session session = office();
  apply_all(session, {"ask own-1 like=vet user=agent", "vet own-1 term:last_name=Vale"});
  const auto responses = vetting_responses(session, *session.find_request("own-1"));
  REQUIRE(responses.size() == 1);
  CHECK_FALSE(responses[0].permitted);
  CHECK(responses[0].returned.empty());
  CHECK(session.trail().events().back().outcome == scenario::AuditOutcome::denied);
}

TEST_CASE("persons are put to requests that vet alone, and something is said of each") {
  Session session = office();
  CHECK(code_of(session.apply("vet look term:last_name=Vale")) == "not-vetting");
  CHECK(code_of(session.apply("vet nothing term:last_name=Vale")) == "unknown-request");
  CHECK(code_of(session.apply("vet vet")) == "missing-word");
  CHECK(code_of(session.apply("vet vet user=agent")) == "unknown-key");
  CHECK(code_of(session.apply("vet vet term:last_name=Vale term:last_name=Vail")) == "duplicate-key");
  CHECK(session.runs().empty());
}

}  // namespace
}  // namespace ntk::session
