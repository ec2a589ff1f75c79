#include "sim/proving/bots.h"

#include <doctest/doctest.h>

#include "tests/proving/quay.h"

namespace ntk::proving {
namespace {

int points(Bot bot, const scenario::Scenario& scenario) {
  return played(bot, scenario).progress().points_met;
}

TEST_CASE("the bot that does nothing leaves a session in which nothing was done") {
  CHECK(played(Bot::nothing, quay()).journal().empty());
  CHECK(points(Bot::nothing, quay()) == 0);
}

TEST_CASE("the bot that runs all predicts a permit where it must, and assigns nothing") {
  const session::Session session = played(Bot::runs_all, quay());
  REQUIRE(session.journal().size() == 2);
  CHECK(session.journal()[0] == "predict late-display permit");
  CHECK(session.journal()[1] == "run all");
}

TEST_CASE("the bots give each field what opens most, what opens least, the last choice") {
  const auto values = [](Bot bot) {
    const session::Session session = played(bot, quay());
    std::string text;
    for (const auto& each : session.scenario().assignables)
      text += session::value_text(current_value(session.assigned(), each), each, session.assigned()) + "; ";
    return text;
  };
  CHECK(values(Bot::grants_everything) == "2016-08-01 2016-12-31; 3 4; agency:fbi user:reyes; ");
  CHECK(values(Bot::closes_everything) == "unsigned; none; nobody; ");
  CHECK(values(Bot::last_choices) == "2016-08-01 2016-12-31; 4; user:reyes; ");
}

TEST_CASE("the bot of the first sets solves what asks for nothing but outcomes") {
  scenario::Scenario lesson = quay();
  lesson.goals.resize(2);
  CHECK(points(Bot::runs_all, lesson) == 0);
  CHECK(points(Bot::first_sets, lesson) == 2);
}

TEST_CASE("a bot that may not ask what would change a decision can't take the first set") {
  scenario::Scenario lesson = quay();
  CHECK(bot_scores(lesson).size() == all_bots.size());
  lesson.assist.what_would_change = scenario::Availability::never;
  CHECK(bot_scores(lesson).size() == all_bots.size() - 1);
}

TEST_CASE("where only the trail is given, bots name every field, and miss the faults for that") {
  scenario::Scenario lesson = quay();
  lesson.forensics = true;
  lesson.predictions.clear();
  lesson.goals = {{"fault", "The fault is named", 1, scenario::FindGoal{1}}};
  for (const BotScore& each : bot_scores(lesson)) CHECK(each.points == 0);
  CHECK(played(Bot::last_choices, lesson).is_found(0));
}

}  // namespace
}  // namespace ntk::proving
