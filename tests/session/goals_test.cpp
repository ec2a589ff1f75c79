#include <doctest/doctest.h>

#include <string>

#include "sim/scenario/lint.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"

namespace ntk::session {
namespace {

using policy::CheckId;
using policy::Record;
using policy::Ref;
using scenario::DecisionGoal;
using scenario::TrailGoal;

/// The example with one goal only.
template <class Goal>
Session session_with(Goal goal, std::initializer_list<std::string_view> commands) {
  scenario::Scenario lesson = example_lesson();
  lesson.predictions.clear();
  lesson.goals = {{"goal", "A goal", 1, goal}};
  Session session(std::move(lesson));
  apply_all(session, commands);
  return session;
}

template <class Goal>
GoalState state_of(Goal goal, std::initializer_list<std::string_view> commands) {
  return session_with(goal, commands).goal_status(0).state;
}

DecisionGoal on(std::uint32_t request) {
  DecisionGoal goal;
  goal.request = request;
  return goal;
}

TEST_CASE("a goal on a decision is open until its request is run, and again when something has changed") {
  DecisionGoal goal = on(0);
  goal.permitted = true;
  CHECK(state_of(goal, {}) == GoalState::open);
  CHECK(state_of(goal, {"run at-noon"}) == GoalState::open);
  CHECK(state_of(goal, {"run own-file"}) == GoalState::met);
  CHECK(state_of(goal, {"run own-file", "assign record ring level 4"}) == GoalState::open);
  CHECK(state_of(goal, {"run own-file", "advance 2016-08-12T10:00"}) == GoalState::open);
  CHECK(state_of(goal, {"run own-file", "assign record ring level 4", "run own-file"}) == GoalState::met);
  CHECK(has(session_with(goal, {}).goal_status(0).evidence, "Run “Ortega opens her own agency’s file”"));
  CHECK(has(session_with(goal, {"run own-file", "assign record ring level 4"}).goal_status(0).evidence,
            "again"));
}

TEST_CASE("a goal on the outcome tells a permit from a denial") {
  DecisionGoal goal = on(1);
  goal.permitted = true;
  const Session denied = session_with(goal, {"run foreign-file"});
  CHECK(denied.goal_status(0).state == GoalState::unmet);
  CHECK(denied.goal_status(0).evidence == "It was denied: DA-5 and DA-7 failed. The goal is a permit.");
  goal.permitted = false;
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::met);
}

TEST_CASE("right for the wrong reason fails: the primary reason and the failing rules are matched exactly") {
  DecisionGoal goal = on(1);
  goal.primary = CheckId::DA_5;
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::met);
  goal.primary = CheckId::DA_7;
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::unmet);
  goal.primary.reset();
  goal.failed = {CheckId::DA_5, CheckId::DA_7};
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::met);
  goal.failed = {CheckId::DA_5};
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::unmet);
  goal.failed = {CheckId::DA_5, CheckId::DA_7, CheckId::DA_9};
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::unmet);
  goal = on(0);
  goal.failed = std::vector<CheckId>();
  CHECK(state_of(goal, {"run own-file"}) == GoalState::met);
}

TEST_CASE("a goal with a primary reason is unmet by a permit") {
  DecisionGoal goal = on(0);
  goal.primary = CheckId::DA_5;
  const Session session = session_with(goal, {"run own-file"});
  CHECK(session.goal_status(0).state == GoalState::unmet);
  CHECK(session.goal_status(0).evidence == "It was permitted. The first rule to fail should be DA-5.");
}

TEST_CASE("a goal on a search matches what was returned and what was withheld, exactly and in order") {
  const Ref<Record> harbour{0}, ring{1}, source_file{2}, port_log{3};
  DecisionGoal goal = on(2);
  goal.returned = {harbour, port_log};
  goal.withheld = {ring, source_file};
  CHECK(state_of(goal, {"run look-up"}) == GoalState::met);
  goal.withheld = {source_file, ring};
  CHECK(state_of(goal, {"run look-up"}) == GoalState::unmet);
  goal.withheld.reset();
  goal.returned = {harbour};
  const Session session = session_with(goal, {"run look-up"});
  CHECK(session.goal_status(0).state == GoalState::unmet);
  CHECK(session.goal_status(0).evidence ==
        "It was permitted: 2 records returned, 2 withheld. It should not return “Port log”.");
  goal.returned = {harbour, ring, port_log};
  CHECK(session_with(goal, {"run look-up"}).goal_status(0).evidence ==
        "It was permitted: 2 records returned, 2 withheld. It should return “Ring of four” too.");
  goal.returned = {port_log, harbour};
  CHECK(
      session_with(goal, {"run look-up"}).goal_status(0).evidence ==
      "It was permitted: 2 records returned, 2 withheld. It should return them in this order: “Port log” and "
      "“Harbour report”.");
}

TEST_CASE("a goal on what is returned is unmet by a denial, unless nothing is to be returned") {
  DecisionGoal goal = on(1);
  goal.returned = std::vector{Ref<Record>{1}};
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::unmet);
  goal.returned = std::vector<Ref<Record>>();
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::met);
}

TEST_CASE("all that a goal states must hold") {
  DecisionGoal goal = on(1);
  goal.permitted = false;
  goal.failed = {CheckId::DA_9};
  CHECK(state_of(goal, {"run foreign-file"}) == GoalState::unmet);
}

TrailGoal denials(std::optional<int> at_least, std::optional<int> at_most) {
  TrailGoal goal;
  goal.outcome = scenario::AuditOutcome::denied;
  goal.at_least = at_least;
  goal.at_most = at_most;
  return goal;
}

TEST_CASE("a goal of at least so many events is met as soon as there are enough") {
  CHECK(state_of(denials(2, {}), {"run at-noon"}) == GoalState::open);
  CHECK(state_of(denials(2, {}), {"run at-noon", "run foreign-file"}) == GoalState::met);
}

TEST_CASE("that there are too few events is said when every request of the script has been run") {
  CHECK(state_of(denials(3, {}), {"run at-noon"}) == GoalState::open);
  CHECK(state_of(denials(3, {}), {"run all"}) == GoalState::unmet);
}

TEST_CASE("a goal of at most so many events stays open until every request of the script has been run") {
  CHECK(state_of(denials({}, 2), {"run at-noon"}) == GoalState::open);
  CHECK(state_of(denials({}, 2), {"run all"}) == GoalState::met);
  CHECK(state_of(denials(1, 2), {"run at-noon"}) == GoalState::open);
  CHECK(state_of(denials(1, 2), {"run all"}) == GoalState::met);
}

TEST_CASE("more events than at most allowed make a goal unmet at once") {
  CHECK(state_of(denials({}, 1), {"run at-noon"}) == GoalState::open);
  CHECK(state_of(denials({}, 1), {"run at-noon", "run at-noon"}) == GoalState::unmet);
  CHECK(state_of(denials({}, 0), {"run at-noon"}) == GoalState::unmet);
}

TEST_CASE("a goal on the trail counts only events since the last assignment or move of the clock") {
  CHECK(state_of(denials(2, {}), {"run all", "assign record ring level 4"}) == GoalState::open);
  CHECK(state_of(denials({}, 1), {"run all", "assign record ring level 1", "run all"}) == GoalState::met);
  CHECK(state_of(denials(2, {}), {"run all", "advance 2016-08-12T10:00", "run at-noon"}) == GoalState::open);
}

TEST_CASE(
    "an event fits a goal when everything stated fits: user, agency, function, record, outcome, reasons") {
  TrailGoal goal;
  goal.at_least = 1;
  const auto seen = [&] { return state_of(goal, {"run all"}) == GoalState::met; };
  CHECK(seen());
  goal.user = Ref<policy::User>{0};
  goal.agency = Ref<policy::Agency>{1};
  goal.function = policy::Function::subject_query;
  goal.record = Ref<Record>{1};
  goal.outcome = scenario::AuditOutcome::permitted_with_withheld;
  goal.failed = {CheckId::DA_6, CheckId::DA_7};
  CHECK(seen());

  const TrailGoal whole = goal;
  goal.user = Ref<policy::User>{1};
  CHECK_FALSE(seen());
  goal = whole;
  goal.agency = Ref<policy::Agency>{2};
  CHECK_FALSE(seen());
  goal = whole;
  goal.function = policy::Function::printing;
  CHECK_FALSE(seen());
  goal = whole;
  goal.outcome = scenario::AuditOutcome::permitted;
  CHECK_FALSE(seen());
  goal = whole;
  goal.failed = {CheckId::DA_6, CheckId::DA_9};
  CHECK_FALSE(seen());
}

TEST_CASE("an event concerns the record asked for, each one returned and each one withheld") {
  TrailGoal goal;
  goal.at_least = 2;
  goal.record = Ref<Record>{1};  // asked for by foreign-file, withheld from look-up
  CHECK(state_of(goal, {"run all"}) == GoalState::met);
  goal.record = Ref<Record>{0};  // asked for by own-file, returned to look-up
  CHECK(state_of(goal, {"run all"}) == GoalState::met);
  goal.record = Ref<Record>{3};  // returned to look-up alone
  CHECK(state_of(goal, {"run all"}) == GoalState::unmet);
}

TEST_CASE("progress adds up the goals that are met and their points") {
  Session session = session_after({"predict foreign-file permit"});
  CHECK(session.progress().goals == 5);
  CHECK(session.progress().points == 8);
  CHECK(session.progress().points_met == 0);
  apply_all(session, {"assign record ring designation agency:fbi",
                      "assign owner_memo memo-1 term 2016-01-01 open", "run all"});
  CHECK(session.progress().goals_met == 5);
  CHECK(session.progress().points_met == 8);
}

// ---- What is assigned, granted and predicted ---------------------------------------------------

constexpr std::uint32_t level_of_ring = 0, designation_of_ring = 1, functions_of_reyes = 3;

TEST_CASE("a goal on an assignment is open until all is run, and then judged by what the field holds") {
  const scenario::AssignedGoal goal{level_of_ring, scenario::AssignedValue(policy::Level::level_4), {}};
  CHECK(state_of(goal, {}) == GoalState::open);
  CHECK(state_of(goal, {"run all"}) == GoalState::unmet);
  CHECK(state_of(goal, {"run all", "assign record ring level 4"}) == GoalState::open);
  CHECK(state_of(goal, {"assign record ring level 4", "run all"}) == GoalState::met);
  CHECK(has(session_with(goal, {"run all"}).goal_status(0).evidence, "It should be something else."));
}

TEST_CASE("a field is not this: of a set, it holds none of these") {
  using policy::Function;
  const scenario::AssignedGoal level{level_of_ring, {}, scenario::AssignedValue(policy::Level::level_1)};
  CHECK(state_of(level, {"run all"}) == GoalState::met);
  CHECK(state_of(level, {"assign record ring level 1", "run all"}) == GoalState::unmet);
  const policy::FunctionSet kept_back = {Function::printing, Function::mi_reports};
  const scenario::AssignedGoal functions{functions_of_reyes, {}, scenario::AssignedValue(kept_back)};
  CHECK(state_of(functions, {"assign user reyes functions subject_query", "run all"}) == GoalState::met);
  CHECK(state_of(functions, {"assign user reyes functions subject_query printing", "run all"}) ==
        GoalState::unmet);
}

TEST_CASE("a set is exactly this whatever its order") {
  scenario::Scenario lesson = example_lesson();
  policy::Designation classes =
      std::get<policy::Designation>(lesson.assignables[designation_of_ring].choices[0]);
  std::swap(classes[0], classes[2]);
  const scenario::AssignedGoal goal{designation_of_ring, scenario::AssignedValue(classes), {}};
  CHECK(
      state_of(goal, {"assign record ring designation agency:fbi+category:supervisor agency:fbi user:ortega",
                      "run all"}) == GoalState::met);
  CHECK(state_of(goal, {"assign record ring designation agency:fbi user:ortega", "run all"}) ==
        GoalState::unmet);
}

/// The harbor of the command line's tests with a goal on excess besides.
Session harbour_with(scenario::ExcessGoal goal, std::initializer_list<std::string_view> commands) {
  auto linted = scenario::lint_scenario(source_text("tests/cli/fixtures/harbour.json"), "harbour.json");
  REQUIRE(linted.scenario);
  linted.scenario->predictions.clear();
  linted.scenario->goals.push_back({"little", "As little as it gets", 2, goal});
  Session session(std::move(*linted.scenario));
  for (const auto& each : commands) REQUIRE_FALSE(session.apply(each));
  return session;
}

GoalStatus last_goal(const Session& session) {
  return session.goal_status(static_cast<std::uint32_t>(session.scenario().goals.size() - 1));
}

TEST_CASE("what is in excess is counted only when the need is served") {
  scenario::ExcessGoal goal;
  goal.permits = 0;
  goal.functions = 0;
  CHECK(last_goal(harbour_with(goal, {})).state == GoalState::open);
  CHECK(last_goal(harbour_with(goal, {"run all"})).state == GoalState::open);
  Session solved = harbour_with(goal, {});
  REQUIRE_FALSE(replay(solved, source_text("tests/cli/fixtures/solved.commands")).refusal);
  CHECK(last_goal(solved).state == GoalState::met);
  CHECK(last_goal(solved).points == 2);
}

TEST_CASE("a permit that no goal asks for is one too many") {
  for (const auto& [most, state] : {std::pair(10, GoalState::met), std::pair(9, GoalState::unmet)}) {
    auto linted = scenario::lint_scenario(source_text("scenarios/01-levels/scenario.json"), "levels");
    REQUIRE(linted.scenario);
    scenario::ExcessGoal goal;
    goal.permits = most;
    linted.scenario->goals.push_back({"little", "As little as it gets", 2, goal});
    Session session(std::move(*linted.scenario));
    REQUIRE_FALSE(replay(session, source_text("tests/keys/levels.commands")).refusal);
    CHECK(last_goal(session).state == state);
  }
}

TEST_CASE("a signed term that no goal needs is one too many") {
  scenario::ExcessGoal goal;
  goal.terms = 0;
  const Session solved = harbour_with(
      goal, {"assign owner_memo memo term 2016-08-01 open", "assign record ring level 1", "run all"});
  CHECK(last_goal(solved).state == GoalState::unmet);
  CHECK(last_goal(solved).evidence == "Beyond need you grant 1 signed term (none allowed: too many).");
}

Session predicting(std::optional<int> later, std::initializer_list<std::string_view> commands) {
  scenario::Scenario lesson = example_lesson();
  lesson.goals = {{"foreseen", "Foreseen", 3, scenario::PredictionGoal{1, later}}};
  Session session(std::move(lesson));
  apply_all(session, commands);
  return session;
}

TEST_CASE("a first prediction that is right earns all points, a later one what the goal says") {
  CHECK(predicting(2, {}).goal_status(0).state == GoalState::open);
  CHECK(has(predicting(2, {}).goal_status(0).evidence, "earns 3 points, a right later one 2 points"));
  const Session right = predicting(2, {"predict foreign-file deny DA-5", "run foreign-file"});
  CHECK(right.goal_status(0).state == GoalState::met);
  CHECK(right.goal_status(0).points == 3);
  const Session wrong = predicting(2, {"predict foreign-file deny DA-7", "run foreign-file"});
  CHECK(wrong.goal_status(0).state == GoalState::unmet);
  CHECK(wrong.goal_status(0).points == 0);
  const Session later = predicting(2, {"predict foreign-file deny DA-7", "run foreign-file", "reset",
                                       "predict foreign-file deny DA-5", "run foreign-file"});
  CHECK(later.goal_status(0).state == GoalState::met);
  CHECK(later.goal_status(0).points == 2);
  CHECK(later.progress().points_met == 2);
}

TEST_CASE("without points for a later prediction the first one is the last word, undone or not") {
  const Session later = predicting({}, {"predict foreign-file deny DA-7", "run foreign-file", "reset",
                                        "predict foreign-file deny DA-5", "run foreign-file"});
  CHECK(later.goal_status(0).state == GoalState::unmet);
  Session undone = predicting({}, {"predict foreign-file deny DA-7", "run foreign-file"});
  undone.undo();
  undone.undo();
  apply_all(undone, {"predict foreign-file deny DA-5", "run foreign-file"});
  CHECK(undone.goal_status(0).state == GoalState::unmet);
}

}  // namespace
}  // namespace ntk::session
