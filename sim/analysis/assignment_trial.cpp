#include "sim/analysis/assignment_trial.h"

#include <utility>

#include "sim/analysis/goal_diagrams.h"

namespace ntk::analysis {

scenario::Scenario without_hurdles(scenario::Scenario scenario) {
  scenario.predictions.clear();
  scenario.hints.clear();
  scenario.forensics = false;
  return scenario;
}

std::vector<std::uint32_t> goals_missed_in(scenario::Scenario scenario, const policy::World& assigned) {
  scenario.world = assigned;
  session::Session session(std::move(scenario));
  session.apply(session::Command(session::RunAllCommand{}));
  std::vector<std::uint32_t> missed;
  const auto& goals = session.scenario().goals;
  for (std::uint32_t at = 0; at < goals.size(); ++at) {
    if (!asks_for_an_answer(goals[at]) && session.goal_status(at).state != session::GoalState::met)
      missed.push_back(at);
  }
  return missed;
}

}  // namespace ntk::analysis
