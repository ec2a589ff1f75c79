#include <doctest/doctest.h>

#include "sim/session/report.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

using policy::Level;

Level level_of_ring(const Session& session) {
  return session.world().records[1].level;
}

TEST_CASE("a session begins with the scenario as it is, and nothing run") {
  const Session session(example_lesson());
  CHECK(session.world() == session.scenario().world);
  CHECK(session.clock() == session.scenario().clock);
  CHECK(session.requests().size() == 4);
  CHECK(session.runs().empty());
  CHECK(session.trail().events().empty());
  CHECK(session.history().empty());
  CHECK_FALSE(session.can_undo());
  CHECK_FALSE(session.can_redo());
  CHECK(session.next_undo() == nullptr);
  CHECK(session.next_redo() == nullptr);
}

TEST_CASE("an assignment changes the world, and only the session's") {
  const Session session = session_after({"assign record ring level 4"});
  CHECK(level_of_ring(session) == Level::level_4);
  CHECK(session.scenario().world.records[1].level == Level::level_3);
}

TEST_CASE("each run keeps the world that it was decided in") {
  const Session session = session_after({"predict foreign-file deny DA-5", "run foreign-file",
                                         "assign record ring level 1", "run foreign-file"});
  REQUIRE(session.runs().size() == 2);
  CHECK(session.runs()[0].world->records[1].level == Level::level_3);
  CHECK(session.runs()[1].world->records[1].level == Level::level_1);
  CHECK_FALSE(session.runs()[0].decision.permitted());
  CHECK(session.runs()[1].decision.permitted());
  CHECK(session.latest_run(1) == &session.runs()[1]);
}

TEST_CASE("run i has event i + 1 in the trail") {
  const Session session = session_after({"run own-file", "run look-up", "run at-noon", "run own-file"});
  REQUIRE(session.trail().events().size() == 4);
  for (std::size_t i = 0; i < session.runs().size(); ++i) {
    CHECK(session.runs()[i].event == i + 1);
    CHECK(session.trail().events()[i].sequence == i + 1);
  }
}

TEST_CASE("run all runs the script in its order, then the student's own requests") {
  const Session session = session_after({"predict foreign-file deny DA-5",
                                         "ask own-1 user=reyes function=subject_query operation=display "
                                         "record=harbour purpose=fugitives place=Here",
                                         "run all"});
  std::string order;
  for (const Run& each : session.runs()) order += session.requests()[each.request].id + ' ';
  CHECK(order == "own-file foreign-file look-up at-noon own-1 ");
}

TEST_CASE("a run is current until something is assigned or the clock is moved") {
  Session session = session_after({});
  CHECK(session.freshness(0) == Freshness::not_run);
  CHECK(session.latest_run(0) == nullptr);
  apply_all(session, {"run own-file"});
  CHECK(session.freshness(0) == Freshness::current);
  apply_all(session, {"assign record ring level 4"});
  CHECK(session.freshness(0) == Freshness::outdated);
  apply_all(session, {"run own-file"});
  CHECK(session.freshness(0) == Freshness::current);
  apply_all(session, {"advance 2016-08-13T00:00"});
  CHECK(session.freshness(0) == Freshness::outdated);
}

TEST_CASE("giving a field the value that it has, or the clock the moment that it shows, outdates nothing") {
  const Session session =
      session_after({"run own-file", "assign record ring level 3", "advance 2016-08-12T09:00"});
  CHECK(session.freshness(0) == Freshness::current);
  CHECK(session.assignment() == 0);
}

TEST_CASE("a request is asked at the session's clock, unless it has a moment of its own") {
  const Session session = session_after({"advance 2016-08-13T08:30", "run own-file", "run at-noon"});
  CHECK(policy::to_text(session.runs()[0].asked.moment) == "2016-08-13T08:30");
  CHECK(policy::to_text(session.runs()[1].asked.moment) == "2016-08-12T12:00");
}

TEST_CASE("the clock goes on and never back") {
  Session session = session_after({"advance 2016-09-01T08:00"});
  CHECK(code_of(session.apply("advance 2016-09-01T07:59")) == "clock-back");
  CHECK(policy::to_text(session.clock()) == "2016-09-01T08:00");
}

TEST_CASE("hints are revealed one by one, and then there are no more") {
  Session session = session_after({"hint"});
  CHECK(session.hints_revealed() == 1);
  apply_all(session, {"hint"});
  CHECK(session.hints_revealed() == 2);
  CHECK(code_of(session.apply("hint")) == "no-more-hints");
  CHECK(session.hints_revealed() == 2);
}

TEST_CASE("a refused command changes nothing, not even what can be redone") {
  Session session = session_after({"assign record ring level 4", "run own-file"});
  session.undo();
  const std::string before = report_json(session);
  const auto revision = session.revision();
  for (const char* line : {"assign record ring level 2", "run nobody", "run all",
                           "predict own-file deny XX-1", "advance 2016-01-01T00:00",
                           "ask mine user=reyes function=subject_query operation=display record=harbour "
                           "purpose=fugitives place=Here",
                           "assign record ring", "dance", ""}) {
    CAPTURE(line);
    CHECK(session.apply(line).has_value());
    CHECK(report_json(session) == before);
  }
  CHECK(session.revision() == revision);
  CHECK(session.can_redo());
}

TEST_CASE("a command made by hand that fits no scenario is refused, not carried out") {
  Session session(example_lesson());
  CHECK(code_of(session.apply(Command(AssignCommand{99, true}))) == "not-assignable");
  CHECK(code_of(session.apply(Command(AssignCommand{0, true}))) == "not-allowed");
  AskCommand ask{"own-1", session.scenario().requests[0].request, true};
  ask.request.user.at = 99;
  CHECK(code_of(session.apply(Command(ask))) == "unknown-reference");
  CHECK(session.history().empty());
}

TEST_CASE("undo takes back the last command, and redo does it again") {
  Session session = session_after({"assign record ring level 4", "run own-file"});
  const std::string after_two = report_json(session);
  session.undo();
  CHECK(session.runs().empty());
  CHECK(level_of_ring(session) == Level::level_4);
  session.undo();
  CHECK(level_of_ring(session) == Level::level_3);
  CHECK_FALSE(session.can_undo());
  session.redo();
  session.redo();
  CHECK(report_json(session) == after_two);
  CHECK_FALSE(session.can_redo());
}

TEST_CASE("undo and redo say what they would be about") {
  Session session = session_after({"assign record ring level 4", "run own-file"});
  REQUIRE(session.next_undo() != nullptr);
  CHECK(to_text(*session.next_undo(), session.scenario()) == "run own-file");
  session.undo();
  REQUIRE(session.next_redo() != nullptr);
  CHECK(to_text(*session.next_redo(), session.scenario()) == "run own-file");
  CHECK(to_text(*session.next_undo(), session.scenario()) == "assign record ring level 4");
}

TEST_CASE("a new command drops what could be redone") {
  Session session = session_after({"run own-file", "run at-noon"});
  session.undo();
  apply_all(session, {"run look-up"});
  CHECK_FALSE(session.can_redo());
  CHECK(session.history().size() == 2);
}

TEST_CASE("with nothing to undo or redo, undo and redo do nothing") {
  Session session(example_lesson());
  const auto revision = session.revision();
  session.undo();
  session.redo();
  CHECK(session.revision() == revision);
}

TEST_CASE("reset goes back to the scenario as it was loaded, and can itself be undone") {
  Session session =
      session_after({"assign record ring level 4", "hint", "run own-file", "advance 2016-09-01T08:00"});
  const std::string worked = report_json(session);
  apply_all(session, {"reset"});
  CHECK(session.world() == session.scenario().world);
  CHECK(session.clock() == session.scenario().clock);
  CHECK(session.runs().empty());
  CHECK(session.trail().events().empty());
  CHECK(session.hints_revealed() == 0);
  CHECK(session.assignment() == 0);
  session.undo();
  CHECK(report_json(session) == worked);
}

TEST_CASE("the revision changes with every apply, undo and redo") {
  Session session(example_lesson());
  auto last = session.revision();
  const auto changed = [&] { return std::exchange(last, session.revision()) != last; };
  apply_all(session, {"hint"});
  CHECK(changed());
  session.undo();
  CHECK(changed());
  session.redo();
  CHECK(changed());
}

TEST_CASE("a copy of a session goes its own way") {
  Session session = session_after({"run own-file"});
  Session copy = session;
  apply_all(copy, {"assign record ring level 4", "run own-file"});
  CHECK(session.runs().size() == 1);
  CHECK(level_of_ring(session) == Level::level_3);
  CHECK(level_of_ring(copy) == Level::level_4);
}

}  // namespace
}  // namespace ntk::session
