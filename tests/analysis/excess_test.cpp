#include "sim/analysis/excess.h"

#include <doctest/doctest.h>

#include "sim/analysis/coverage.h"
#include "tests/analysis/opened.h"

namespace ntk::analysis {
namespace {

using session::Session;

constexpr policy::Ref<policy::User> ortega{0};
constexpr policy::Ref<policy::Record> report{0}, ring{1}, source{2};

TEST_CASE("a permit is needed where a goal that demands success asks for it") {
  const auto needed = needed_permits(opened(harbour).scenario());
  REQUIRE(needed.size() == 2);
  CHECK(needed[0] == Permit{ortega, report});
  CHECK(needed[1] == Permit{ortega, ring});
}

TEST_CASE("a goal on a denial needs nothing, one on the trail needs the pair that it names") {
  scenario::Scenario scenario = opened(harbour).scenario();
  scenario.goals.resize(1);
  scenario.goals[0].assertion = scenario::DecisionGoal{0, false, {}, {}, {}, {}};
  CHECK(needed_permits(scenario).empty());
  scenario::TrailGoal trail;
  trail.user = ortega;
  trail.record = source;
  trail.at_least = 1;
  scenario.goals[0].assertion = trail;
  CHECK(needed_permits(scenario).empty());
  trail.outcome = scenario::AuditOutcome::permitted;
  scenario.goals[0].assertion = trail;
  REQUIRE(needed_permits(scenario).size() == 1);
  CHECK(needed_permits(scenario)[0] == Permit{ortega, source});
}

TEST_CASE("an image that is needed takes its parent along") {
  scenario::Scenario scenario = opened(harbour).scenario();
  scenario.world.records[ring.at].category = policy::Category::image;
  scenario.world.records[ring.at].parent = source;
  const auto needed = needed_permits(scenario);
  REQUIRE(needed.size() == 3);
  CHECK(needed[2] == Permit{ortega, source});
}

TEST_CASE("the least that the goals need has no excess") {
  const Excess found = excess(taken(opened(harbour), "tests/cli/fixtures/solved.commands"));
  CHECK(found.permits == 2);
  CHECK(found.needed == 2);
  CHECK(found.excess.empty());
  CHECK(found.revocable.empty());
  CHECK(verdict_in_words(found) ==
        "This is as little as it gets: no single edit takes anything back without a goal being lost.");
}

TEST_CASE("where no goal is met nothing is said to be as little as it gets") {
  scenario::Scenario scenario = opened(harbour).scenario();
  scenario.goals.clear();
  const Excess found = excess(Session(scenario));
  CHECK(found.goals_met == 0);
  CHECK(verdict_in_words(found) == "No goal is met yet, so nothing is needed yet.");
}

/// The lesson with fields of every kind of privilege open, and more granted in each than its goal needs.
session::Session generous() {
  auto lesson = scenario::read_scenario(R"({
    "format": 1, "id": "generous", "title": "Generous", "brief": "One report.", "clock": "2016-08-12T09:00",
    "agencies": [
      {"id": "cbp", "name": "Customs", "short_name": "CBP", "standing": "host"},
      {"id": "fbi", "name": "Bureau", "short_name": "FBI", "standing": "external"}
    ],
    "purposes": [{"id": "duty", "title": "Case"}],
    "roles": [{"id": "clerk", "title": "Clerk", "functions": ["subject_query"]}],
    "users": [{"id": "ana", "name": "Ana Brook", "agency": "fbi", "category": "general_user",
      "investigation": {"type": "bi", "completed": "2014-01-01"}, "training_passed": "2016-01-01",
      "nationality": "us_national", "functions": ["subject_query", "printing"], "duties": ["duty"],
      "duty_station": "Averton"}],
    "records": [{"id": "report", "title": "Report", "category": "subject", "owner": "cbp", "level": 1}],
    "agreements": [
      {"id": "paper", "agency": "fbi", "term": {"first": "2015-01-01"}, "functions": ["subject_query", "printing"],
       "categories": ["subject"]},
      {"id": "second", "agency": "fbi", "term": {"first": "2015-01-01"}, "functions": [], "categories": []}
    ],
    "owner_memos": [{"id": "memo", "owner": "cbp", "to": "fbi", "term": {"first": "2015-01-01"}, "categories": ["subject"],
      "levels": [1, 2], "access": "read"}],
    "assignable": [
      {"user": "ana", "field": "functions"}, {"user": "ana", "field": "roles"}, {"agreement": "second", "field": "term"},
      {"agreement": "paper", "field": "functions"}, {"owner_memo": "memo", "field": "levels"}
    ],
    "requests": [{"id": "look", "title": "Ana reads it", "user": "ana", "function": "subject_query",
      "operation": "display", "record": "report", "purpose": "duty", "place": "Averton"}],
    "goals": [{"id": "read", "title": "Ana reads the report", "decision": {"request": "look", "outcome": "permit"}}]
  })",
                                        "generous.json");
  REQUIRE(lesson.scenario);
  session::Session session(*std::move(lesson.scenario));
  REQUIRE_FALSE(session.apply("assign user ana roles clerk"));
  REQUIRE_FALSE(session.apply("assign user ana functions subject_query printing"));
  return session;
}

TEST_CASE(
    "least privilege counts functions, roles, signed papers and levels of memos, and what of them can be "
    "taken back") {
  const Excess found = excess(generous());
  CHECK(found.goals_met == 1);
  CHECK(found.of(Privilege::function).granted == 4);
  CHECK(found.of(Privilege::function).revocable == 2);
  CHECK(found.of(Privilege::role).granted == 1);
  CHECK(found.of(Privilege::role).revocable == 1);
  CHECK(found.of(Privilege::term).granted == 1);
  CHECK(found.of(Privilege::term).revocable == 1);
  CHECK(found.of(Privilege::memo_level).granted == 2);
  CHECK(found.of(Privilege::memo_level).revocable == 2);  // level 1 asks for no memo
  for (const Revocable& each : found.revocable) {
    CHECK(each.takes_back);
    CHECK(each.removes == 0);
  }
}

policy::Date day(int year, unsigned month, unsigned day) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

TEST_CASE("a term that is shorter, and a set that is smaller, grant less; another one does not") {
  const scenario::AssignedValue year = std::optional(policy::Term{day(2015, 1, 1), day(2015, 12, 31)});
  const scenario::AssignedValue open = std::optional(policy::Term{day(2015, 1, 1), std::nullopt});
  const scenario::AssignedValue unsigned_paper = std::optional<policy::Term>();
  CHECK(grants_less(year, open));
  CHECK_FALSE(grants_less(open, year));
  CHECK_FALSE(grants_less(open, open));
  CHECK(grants_less(unsigned_paper, year));
  using policy::Function;
  const scenario::AssignedValue two = policy::FunctionSet{Function::subject_query, Function::inspection};
  CHECK(grants_less(policy::FunctionSet{Function::inspection}, two));
  CHECK_FALSE(grants_less(policy::FunctionSet{Function::external_query}, two));
  CHECK(grants(two) == 2);
  CHECK(grants(unsigned_paper) == 0);
}

TEST_CASE("what is granted beyond the goals is counted, and an edit that takes it back is named") {
  auto read = source_text(harbour);
  const std::string closed = R"("assignable": [)";
  read.replace(
      read.find(closed), closed.size(),
      R"("assignable": [{"record": "source", "field": "designation", "choices": [{"users": ["ortega"]}]},
                  {"record": "source", "field": "level", "choices": [3, 4]}, )");
  // The search goal withholds the source file: without it, opening that file costs nothing.
  const std::size_t goal = read.find(R"({
      "id": "source-stays")");
  REQUIRE(goal != std::string::npos);
  read.erase(goal, read.find(R"({
      "id": "one-denial")") -
                       goal);
  auto lesson = scenario::read_scenario(read, "harbour.json");
  REQUIRE(lesson.scenario);
  Session session(*std::move(lesson.scenario));
  REQUIRE_FALSE(session.apply("assign owner_memo memo term 2016-08-01 open"));
  REQUIRE_FALSE(session.apply("assign record source level 3"));
  REQUIRE_FALSE(session.apply("assign record source designation user:ortega"));
  const Excess found = excess(session);
  CHECK(found.permits == 3);
  CHECK(found.needed == 1);
  REQUIRE(found.excess.size() == 2);
  CHECK(found.excess[0] == Permit{ortega, report});
  CHECK(found.excess[1] == Permit{ortega, source});
  CHECK(found.as_given == 1);
  REQUIRE(found.revocable.size() == 2);
  CHECK(to_text(session::Command(found.revocable[0].edit), session.scenario()) ==
        "assign record source designation nobody");
  CHECK(to_text(session::Command(found.revocable[1].edit), session.scenario()) ==
        "assign record source level 4");
  REQUIRE(found.revocable[0].removed.size() == 1);
  CHECK(found.revocable[0].removed[0] == Permit{ortega, source});
}

TEST_CASE("a grant that a goal needs is not named, though others lose by it too") {
  Session session = opened(harbour);
  REQUIRE_FALSE(session.apply("assign record ring level 1"));
  for (const Revocable& each : excess(session).revocable) CHECK(each.edit.assignable != 1);
}

TEST_CASE("every edit that is named costs no goal and gives nobody a permit, in every lesson") {
  std::size_t edits = 0;
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    const Session key = taken(opened(file), key_of(opened(file)));
    const Excess found = excess(key);
    CHECK(found.permits == found.needed + found.in_excess);
    CHECK(found.as_given <= found.excess.size());
    for (const Revocable& each : found.revocable) {
      ++edits;
      Session without = key;
      const std::string command = to_text(session::Command(each.edit), key.scenario());
      CAPTURE(command);
      REQUIRE_FALSE(without.apply(session::Command(each.edit)));
      REQUIRE_FALSE(without.apply("run all"));
      CHECK(without.progress().goals_met == key.progress().goals_met);
      const Excess less = excess(without);
      CHECK(less.permits + each.removed.size() == found.permits);
    }
  }
  MESSAGE(edits << " edits");
}

TEST_CASE("single edits take one element out of a set, and make each other choice of a value") {
  const Session session = opened(harbour);
  const auto& level = session.scenario().assignables[1];
  const auto levels = single_edits(level, policy::Level::level_3);
  REQUIRE(levels.size() == 1);
  CHECK(levels[0] == scenario::AssignedValue(policy::Level::level_1));
  const scenario::Assignable functions{scenario::AssignableField::user_functions, 0, true, {}};
  using policy::Function;
  const policy::FunctionSet held{Function::subject_query, Function::printing};
  const auto fewer = single_edits(functions, held);
  REQUIRE(fewer.size() == 2);
  CHECK(fewer[0] == scenario::AssignedValue(policy::FunctionSet{Function::printing}));
  const scenario::Assignable term{scenario::AssignableField::memo_term, 0, true, {}};
  CHECK(single_edits(term, std::optional<policy::Term>()).empty());
  const scenario::Assignable extends{scenario::AssignableField::memo_anaci, 0, true, {}};
  CHECK(single_edits(extends, true).size() == 1);
}

}  // namespace
}  // namespace ntk::analysis
