// Which goals are met before any work, out of reach, or in conflict with others.
#include <algorithm>
#include <utility>

#include "sim/policy/phrases.h"
#include "sim/proving/parts.h"

namespace ntk::proving {
namespace {

using scenario::Scenario;

/// What the goals are worth that may be met from the start, in per cent: guards against taking too much away.
constexpr int most_at_start = 30;

analysis::SolveOptions only_whether() {
  analysis::SolveOptions options;
  options.least = false;
  options.nodes = 200'000;  // there are many of these to solve
  options.decisions = 200'000;
  options.tried = 10'000;
  return options;
}

bool is_solvable(const Scenario& scenario) {
  return analysis::solve(scenario, only_whether()).outcome == analysis::Solvability::solvable;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& each : sentences) text += (text.empty() ? "" : " ") + each;
  return text;
}

/// The scenario with one goal alone.
Scenario with_goal(const Scenario& scenario, scenario::Goal goal) {
  Scenario one = scenario;
  one.goals = {std::move(goal)};
  return one;
}

/// The key of a goal on a decision without which it could be met; empty where there is none.
std::string impossible_part(const Scenario& scenario, const scenario::Goal& goal) {
  const auto* decision = std::get_if<scenario::DecisionGoal>(&goal.assertion);
  if (decision == nullptr) return {};
  const auto is_cause = [&](auto member) {
    if (!(decision->*member)) return false;
    scenario::Goal without = goal;
    std::get<scenario::DecisionGoal>(without.assertion).*member = std::nullopt;
    return is_solvable(with_goal(scenario, std::move(without)));
  };
  using Goal = scenario::DecisionGoal;
  if (is_cause(&Goal::failed)) return "failed";
  if (is_cause(&Goal::returned)) return "returned";
  if (is_cause(&Goal::withheld)) return "withheld";
  if (is_cause(&Goal::primary)) return "primary";
  return {};
}

std::string goal_pointer(const Scenario& scenario, std::uint32_t at) {
  static constexpr std::string_view keys[] = {"decision", "trail",    "review", "answer",
                                              "find",     "assigned", "excess", "prediction"};
  return item_pointer("goals", at, keys[scenario.goals[at].assertion.index()]);
}

void add_unreachable(Proof& proof, std::uint32_t at) {
  const Scenario& scenario = proof.scenario();
  const scenario::Goal& goal = scenario.goals[at];
  const auto alone = analysis::solve(with_goal(scenario, goal), only_whether());
  const std::string why = alone.conflict ? joined(alone.conflict->reasons) : std::string();
  if (const std::string part = impossible_part(scenario, goal); !part.empty()) {
    return proof.add(Code::assertion_impossible, item_pointer("goals", at, "decision") + "/" + part,
                     in_backticks(part) + " of goal " + in_backticks(goal.id) + " can't occur", why);
  }
  proof.add(Code::goal_unreachable, goal_pointer(scenario, at),
            "no assignment meets goal " + in_backticks(goal.id), why);
}

void check_goals_alone(Proof& proof) {
  const Scenario& scenario = proof.scenario();
  int at_start = 0;
  for (std::uint32_t at = 0; at < scenario.goals.size(); ++at) {
    const analysis::GoalOutlook& outlook = proof.solved.goals[at];
    if (!outlook.known) continue;
    if (outlook.never && outlook.basis == analysis::GoalBasis::assignment) add_unreachable(proof, at);
    if (outlook.as_given) at_start += scenario.goals[at].points;
    if (!outlook.always) continue;
    proof.add(Code::goal_always_met, goal_pointer(scenario, at),
              "goal " + in_backticks(scenario.goals[at].id) + " is met whatever is assigned",
              "ask for a prediction of it, or open a field on which it depends");
  }
  if (proof.figures.points == 0 || 100 * at_start <= most_at_start * proof.figures.points) return;
  for (std::uint32_t at = 0; at < scenario.goals.size(); ++at) {
    const analysis::GoalOutlook& outlook = proof.solved.goals[at];
    if (!outlook.known || !outlook.as_given || outlook.always) continue;
    proof.add(Code::goal_met_at_start, goal_pointer(scenario, at),
              "goal " + in_backticks(scenario.goals[at].id) + " is met before any work",
              "goals worth " + std::to_string(at_start) + " of " + std::to_string(proof.figures.points) +
                  " points are: start from another assignment, or give these fewer points");
  }
}

/// All that the vocabulary has, instead of the choices that the author lists.
scenario::Assignable widened(scenario::Assignable field) {
  if (field.field == scenario::AssignableField::record_level) {
    field.choices = {policy::Level::level_1, policy::Level::level_3, policy::Level::level_4};
    return field;
  }
  field.open = true;
  field.choices.clear();
  return field;
}

/// Fields whose choices lack the right value: with any value there the goals can be met.
void check_choices(Proof& proof) {
  constexpr std::size_t most_fields = 60;
  const auto& fields = proof.scenario().assignables;
  for (std::size_t at = 0; at < std::min(fields.size(), most_fields); ++at) {
    if (fields[at].open || fields[at].field == scenario::AssignableField::user_roles) continue;
    Scenario wider = proof.scenario();
    wider.assignables[at] = widened(wider.assignables[at]);
    if (!is_solvable(wider)) continue;
    proof.add(
        Code::answer_not_a_choice, item_pointer("assignable", at, "choices"),
        "the right answer is not among the choices",
        "with another value of this field all goals can be met: `ntk solve` tells more once it is added");
  }
}

void check_conflict(Proof& proof) {
  const auto& conflict = proof.solved.conflict;
  if (!conflict || conflict->goals.size() < 2) return;
  std::vector<std::string> ids;
  for (const std::uint32_t each : conflict->goals)
    ids.push_back(in_backticks(proof.scenario().goals[each].id));
  const std::uint32_t last = *std::max_element(conflict->goals.begin(), conflict->goals.end());
  proof.add(Code::goals_conflict, goal_pointer(proof.scenario(), last),
            "goals " + policy::listed(ids, "and") + " can't be met together", joined(conflict->reasons));
}

/// Whether the solution that grants least meets what goals on excess ask for. Where it doesn't, nothing does.
void check_excess(Proof& proof) {
  if (!proof.right || !proof.solved.least || !proof.solved.least->proven) return;
  for (std::uint32_t at = 0; at < proof.scenario().goals.size(); ++at) {
    const auto* goal = std::get_if<scenario::ExcessGoal>(&proof.scenario().goals[at].assertion);
    if (goal == nullptr || proof.right->goal_status(at).state == session::GoalState::met) continue;
    proof.add(Code::goal_unreachable, goal_pointer(proof.scenario(), at),
              "the solution that grants least misses goal " + in_backticks(proof.scenario().goals[at].id),
              proof.right->goal_status(at).evidence);
  }
}

/// A session with the right answer that the solver found: predictions that come true, marks and findings included.
session::Session with_solution(const Scenario& scenario, const analysis::Solution& solution) {
  Scenario plain = scenario;
  plain.predictions.clear();
  plain.forensics = false;
  session::Session foreseen(std::move(plain));
  session::Session right(scenario);
  for (std::uint32_t at = 0; at < scenario.goals.size(); ++at) {
    const auto* find = std::get_if<scenario::FindGoal>(&scenario.goals[at].assertion);
    if (find) right.apply(session::Command(session::FindCommand{find->assignable, true}));
  }
  for (const session::AssignCommand& each : solution.edits) {
    foreseen.apply(session::Command(each));
    right.apply(session::Command(each));
  }
  foreseen.apply("run all");
  const auto predict = [&](std::uint32_t request) {
    const session::Run* run = foreseen.latest_run(request);
    if (run == nullptr) return;
    right.apply(session::Command(session::PredictCommand{
        scenario.requests[request].id, run->decision.permitted(), run->decision.primary()}));
  };
  for (const scenario::AskedPrediction& each : scenario.predictions) predict(each.request);
  for (const scenario::Goal& each : scenario.goals) {
    if (const auto* goal = std::get_if<scenario::PredictionGoal>(&each.assertion)) predict(goal->request);
  }
  right.apply("run all");
  if (session::asks_for_review(scenario)) {
    for (const scenario::ScriptedRequest& each : scenario.requests) {
      if (!each.misuse.empty()) right.apply(session::Command(session::MarkCommand{each.id, true}));
    }
  }
  return right;
}

}  // namespace

void check_solvable(Proof& proof) {
  proof.solved = analysis::solve(proof.scenario());
  check_goals_alone(proof);
  check_conflict(proof);
  if (proof.solved.outcome == analysis::Solvability::unsolvable) check_choices(proof);
  if (!proof.solved.least) return;
  proof.right = with_solution(proof.scenario(), proof.solved.least->solution);
  proof.figures.right = "the solution that grants least";
  check_excess(proof);
}

}  // namespace ntk::proving
