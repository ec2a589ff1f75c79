// Goals, hints and the misconception log, as both views show them.
#include "web/view/goals_view.h"

#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"

namespace ntk::web {
namespace {

scenario::Scenario goal_scenario() {
  auto read = scenario::read_scenario(source_text("tests/web/every-field.json"), "every-field.json");
  REQUIRE(read.scenario);
  return *std::move(read.scenario);
}

struct GoalLesson {
  session::Session session{goal_scenario()};

  void apply(std::string_view command) { REQUIRE_FALSE(session.apply(command)); }
  GoalsView view() const { return view_goals(session); }
};

TEST_CASE("goals and points are counted in one sentence") {
  GoalLesson lesson;
  CHECK(lesson.view().progress == "0 of 2 goals met, 0 of 3 points");
  lesson.apply("predict display-report permit");
  lesson.apply("assign user ortega investigation bi 2015-03-02 favorable");
  lesson.apply("assign record harbour-report level 1");
  lesson.apply("assign agreement moa-fbi term 2016-01-01 open");
  lesson.apply("run display-report");
  const GoalsView view = lesson.view();
  CHECK(view.progress == "1 of 2 goals met, 2 of 3 points");
  CHECK(view.points_met == 2);
  CHECK(view.points == 3);
  CHECK(view.empty.empty());
}

TEST_CASE("a goal says its state in words, its points, and on what it was judged") {
  GoalLesson lesson;
  lesson.apply("predict display-report deny AC-3");
  REQUIRE(lesson.view().goals.size() == 2);
  CHECK(lesson.view().goals[0].state_words == "Open");
  CHECK(lesson.view().goals[0].points == "2 points");
  CHECK(lesson.view().goals[1].points == "1 point");
  lesson.apply("run display-report");
  const GoalRow denied = lesson.view().goals[0];
  CHECK(denied.state == session::GoalState::unmet);
  CHECK(denied.state_words == "Not met");
  CHECK(denied.evidence == lesson.session.goal_status(0).evidence);
  lesson.apply("assign user ortega investigation bi 2015-03-02 favorable");
  lesson.apply("assign record harbour-report level 1");
  lesson.apply("assign agreement moa-fbi term 2016-01-01 open");
  CHECK(lesson.view().goals[0].state_words == "Open");
  lesson.apply("run display-report");
  CHECK(lesson.view().goals[0].state_words == "Met");
}

TEST_CASE("a goal on a prediction says from the start what a later one earns, and counts what was earned") {
  scenario::Scenario lesson = goal_scenario();
  lesson.goals = {{"foreseen", "Foreseen", 2, scenario::PredictionGoal{0, 1}}};
  session::Session session(std::move(lesson));
  const std::string id = session.requests()[0].id;
  CHECK(view_goals(session).goals[0].points == "2 points (1 if a later prediction is right)");
  for (const std::string& each : {"predict " + id + " permit", "run " + id, std::string("reset")})
    REQUIRE_FALSE(session.apply(each));
  REQUIRE(view_goals(session).goals[0].state == session::GoalState::unmet);
  const auto& checks = policy::checks();
  session.apply("predict " + id + " deny " + std::string(checks[2].code));
  REQUIRE_FALSE(session.apply("run " + id));
  if (view_goals(session).goals[0].state == session::GoalState::met)
    CHECK(view_goals(session).progress == "1 of 1 goal met, 1 of 2 points");
}

TEST_CASE("a lesson without hints has no button for them") {
  scenario::Scenario lesson = goal_scenario();
  lesson.assist.hints = scenario::Availability::never;
  CHECK(view_goals(session::Session(std::move(lesson))).hint_button.empty());
}

TEST_CASE("a hint stands with its goal, or by itself, and the button says which comes next") {
  GoalLesson lesson;
  CHECK(lesson.view().hint_button == "Show a hint (1 of 2)");
  lesson.apply("hint");
  REQUIRE(lesson.view().goals[0].hints.size() == 1);
  CHECK(lesson.view().goals[0].hints[0].text == "Begin with her investigation.");
  CHECK(lesson.view().goals[0].hints[0].number == 1);
  CHECK(lesson.view().hints.empty());
  CHECK(lesson.view().hint_button == "Show a hint (2 of 2)");
  CHECK(lesson.view().hints_left == 1);
  lesson.apply("hint");
  REQUIRE(lesson.view().hints.size() == 1);
  CHECK(lesson.view().hints[0].number == 2);
  CHECK(lesson.view().hints_shown == 2);
  CHECK(lesson.view().hint_button.empty());
}

TEST_CASE("a lesson without goals says so, and counts nothing") {
  scenario::Scenario scenario = goal_scenario();
  scenario.goals.clear();
  for (scenario::Hint& each : scenario.hints) each.goal.reset();
  const GoalsView view = view_goals(session::Session(std::move(scenario)));
  CHECK(view.progress.empty());
  CHECK(view.empty == "This lesson sets no goals. Try what you like.");
}

TEST_CASE(
    "the log of misconceptions is there where something is to be predicted, and names rule and sentence") {
  GoalLesson lesson;
  CHECK(lesson.view().misconceptions.shown);
  CHECK_FALSE(lesson.view().misconceptions.empty.empty());
  lesson.apply("predict display-report permit");
  lesson.apply("run display-report");
  const MisconceptionsView log = lesson.view().misconceptions;
  CHECK(log.empty.empty());
  REQUIRE(log.rules.size() == 1);
  CHECK(log.rules[0].code == "AC-3");
  CHECK(log.rules[0].sentence == policy::check(*policy::check_from_code("AC-3")).sentence);

  scenario::Scenario unasked = goal_scenario();
  unasked.predictions.clear();
  CHECK_FALSE(view_goals(session::Session(std::move(unasked))).misconceptions.shown);
}

}  // namespace
}  // namespace ntk::web
