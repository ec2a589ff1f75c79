// The solver, tried on random lessons with random goals: against every assignment there is.
#include "sim/analysis/solver.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "sim/analysis/coverage.h"
#include "sim/analysis/excess.h"
#include "sim/analysis/grouped_matrix.h"
#include "tests/analysis/every_assignment.h"
#include "tests/analysis/random_lesson.h"
#include "tests/property.h"

namespace ntk::analysis {
namespace {

using namespace property;
using scenario::AssignedValue;
using scenario::DecisionGoal;
using scenario::Scenario;
using scenario::TrailGoal;
using session::AuditEvent;
using session::Session;

constexpr int random_lessons = tries_everything ? 400 : 16;
constexpr std::uint64_t most_assignments = tries_everything ? 600 : 50;

/// A session with a random assignment, run.
Session any_day(const Scenario& lesson) {
  Scenario assigned = lesson;
  for (const auto& field : lesson.assignables)
    assign(assigned.world, field, one_of(values_of(field, lesson.world)));
  Session session(std::move(assigned));
  session.apply(session::Command(session::RunAllCommand{}));
  return session;
}

/// What came of some request, or nearly so.
DecisionGoal any_decision_goal(const Session& day) {
  DecisionGoal goal;
  goal.request = static_cast<std::uint32_t>(below(day.requests().size()));
  const AuditEvent& event = day.trail().events()[goal.request];
  const bool permitted = event.failed.empty();
  if (either()) goal.permitted = once_in(10) ? !permitted : permitted;
  if (!permitted && once_in(4)) goal.primary = event.failed.front();
  if (either()) goal.failed = event.failed;
  if (either()) goal.returned = event.returned;
  if (once_in(3)) {
    goal.withheld.emplace();
    for (const auto& each : event.withheld) goal.withheld->push_back(each.record);
  }
  if (goal.returned && !goal.returned->empty() && once_in(10)) goal.returned->pop_back();
  return goal;
}

TrailGoal any_trail_goal(const Session& day) {
  const AuditEvent& like = one_of(day.trail().events());
  TrailGoal goal;
  if (either()) goal.user = like.user;
  if (once_in(3)) goal.agency = like.agency;
  if (once_in(3)) goal.function = like.function;
  if (once_in(3)) goal.operation = like.operation;
  if (either()) goal.outcome = like.outcome;
  if (!like.returned.empty() && once_in(3)) goal.record = like.returned.front();
  if (!like.withheld.empty() && once_in(3)) goal.failed = like.withheld.front().failed;
  if (!like.failed.empty() && once_in(3)) goal.failed = {like.failed.back()};
  const int events = static_cast<int>(below(4));
  if (either()) goal.at_least = events;
  if (!goal.at_least || either()) goal.at_most = events + static_cast<int>(below(2));
  return goal;
}

/// On what a field holds on some day, or does not hold.
scenario::AssignedGoal any_assigned_goal(const Session& day) {
  const auto& fields = day.scenario().assignables;
  const auto at = static_cast<std::uint32_t>(below(fields.size()));
  const scenario::AssignedValue value =
      current_value(either() ? day.assigned() : day.scenario().world, fields[at]);
  return either() ? scenario::AssignedGoal{at, value, {}} : scenario::AssignedGoal{at, {}, value};
}

Scenario any_lesson_with_goals() {
  Scenario lesson = any_lesson();
  for (scenario::Assignable& each : lesson.assignables) {  // no choice comes twice in a file
    if (each.choices.size() == 2 && each.choices[0] == each.choices[1]) each.choices.pop_back();
  }
  const Session day = any_day(lesson), another = any_day(lesson);
  for (std::size_t n = 1 + below(4); n > 0; --n) {
    const Session& of = once_in(5) ? another : day;
    scenario::Goal goal;
    goal.id = "goal-" + std::to_string(n);
    goal.title = goal.id;
    if (once_in(3)) {
      goal.assertion = any_trail_goal(of);
    } else if (!lesson.assignables.empty() && once_in(4)) {
      goal.assertion = any_assigned_goal(of);
    } else {
      goal.assertion = any_decision_goal(of);
    }
    lesson.goals.push_back(std::move(goal));
  }
  return lesson;
}

std::vector<const Assigned*> solutions_among(const std::vector<Assigned>& all) {
  std::vector<const Assigned*> solutions;
  for (const Assigned& each : all) {
    if (each.missed.empty()) solutions.push_back(&each);
  }
  return solutions;
}

bool has(const std::vector<AssignedValue>& values, const AssignedValue& value) {
  return std::any_of(values.begin(), values.end(),
                     [&](const AssignedValue& each) { return scenario::same_value(each, value); });
}

/// Whether what is said of a field of one value is what the solutions have.
bool describes_values(const FieldOutlook& outlook, const std::vector<const Assigned*>& solutions,
                      const std::vector<AssignedValue>& values) {
  return std::all_of(values.begin(), values.end(), [&](const AssignedValue& value) {
    const bool found = std::any_of(solutions.begin(), solutions.end(), [&](const Assigned* each) {
      return scenario::same_value(each->values[outlook.assignable], value);
    });
    return has(outlook.possible, value) == found && has(outlook.excluded, value) == !found;
  });
}

/// The same for a set of functions, categories, levels.
template <class E>
bool describes_set(const FieldOutlook& outlook, const std::vector<const Assigned*>& solutions) {
  for (const auto& each : policy::words<E>()) {
    const AssignedValue element = policy::EnumSet<E>{each.value};
    if (!has(outlook.possible, element) && !has(outlook.excluded, element)) continue;
    const auto holding = std::count_if(solutions.begin(), solutions.end(), [&](const Assigned* solution) {
      return std::get<policy::EnumSet<E>>(solution->values[outlook.assignable]).contains(each.value);
    });
    if (has(outlook.possible, element) != (holding > 0)) return false;
    if (has(outlook.forced, element) != (holding == static_cast<std::ptrdiff_t>(solutions.size())))
      return false;
  }
  return true;
}

bool describes(const FieldOutlook& outlook, const std::vector<const Assigned*>& solutions,
               const Scenario& lesson) {
  const auto& field = lesson.assignables[outlook.assignable];
  const AssignedValue given = current_value(lesson.world, field);
  if (!field_word(field.field).is_set)
    return describes_values(outlook, solutions, values_of(field, lesson.world));
  if (std::holds_alternative<policy::FunctionSet>(given))
    return describes_set<policy::Function>(outlook, solutions);
  if (std::holds_alternative<policy::CategorySet>(given))
    return describes_set<policy::Category>(outlook, solutions);
  if (std::holds_alternative<policy::LevelSet>(given))
    return describes_set<policy::Level>(outlook, solutions);
  return true;
}

/// What an assignment grants, counted by the matrix and field by field.
std::pair<std::uint64_t, std::uint64_t> permits_and_privileges(const Scenario& lesson,
                                                               const Assigned& assigned) {
  Scenario world = lesson;
  world.world = assigned.world;
  GroupedMatrix matrix(without_requests(Session(world)));
  std::uint64_t privileges = 0;
  for (const auto& each : lesson.assignables) {
    if (granted_by(each.field)) privileges += grants(current_value(assigned.world, each));
  }
  return {number_of_permits(matrix), privileges};
}

/// The size of the smallest set of goals that no assignment meets together.
std::size_t smallest_conflict(const std::vector<Assigned>& all, std::size_t goals) {
  std::size_t smallest = goals + 1;
  for (std::uint32_t set = 1; set < std::uint32_t{1} << goals; ++set) {
    const bool met = std::any_of(all.begin(), all.end(), [&](const Assigned& each) {
      return std::none_of(each.missed.begin(), each.missed.end(),
                          [&](std::uint32_t missed) { return (set >> missed & 1U) != 0; });
    });
    if (!met) smallest = std::min(smallest, static_cast<std::size_t>(std::popcount(set)));
  }
  return smallest;
}

}  // namespace

TEST_CASE("in random lessons the solver counts and describes exactly the assignments that meet all goals") {
  std::size_t solvable = 0, unsolvable = 0, several = 0, events = 0;
  for_all(
      "solve == every assignment",
      [&] {
        const Scenario lesson = any_lesson_with_goals();
        discard_unless(number_of_assignments(lesson) <= most_assignments);
        const std::vector<Assigned> all = every_assignment(lesson);
        const auto solutions = solutions_among(all);
        SolveOptions options;
        options.examples = 3;
        const SolveResult found = solve(lesson, options);
        HOLDS(found.faults.empty());
        HOLDS(found.exhausted);
        HOLDS(found.space == Natural(all.size()));
        HOLDS(found.solutions == Natural(solutions.size()));
        HOLDS(found.outcome == (solutions.empty() ? Solvability::unsolvable : Solvability::solvable));
        for (std::uint32_t goal = 0; goal < lesson.goals.size(); ++goal) {
          const auto missing = std::count_if(all.begin(), all.end(), [&](const Assigned& each) {
            return std::find(each.missed.begin(), each.missed.end(), goal) != each.missed.end();
          });
          HOLDS(found.goals[goal].always == (missing == 0));
          HOLDS(found.goals[goal].never == (missing == static_cast<std::ptrdiff_t>(all.size())));
          events += std::holds_alternative<TrailGoal>(lesson.goals[goal].assertion) ? 1 : 0;
        }
        if (solutions.empty()) {
          ++unsolvable;
          HOLDS(found.conflict.has_value());
          HOLDS(found.conflict->smallest);
          HOLDS(found.conflict->goals.size() == smallest_conflict(all, lesson.goals.size()));
          HOLDS(!found.conflict->reasons.empty());
          return;
        }
        ++solvable;
        several += solutions.size() > 1 ? 1 : 0;
        HOLDS(found.examples.size() == std::min<std::size_t>(3, solutions.size()));
        for (const FieldOutlook& each : found.fields) HOLDS(describes(each, solutions, lesson));
        HOLDS(found.least.has_value());
        HOLDS(found.least->counts_permits);
        auto least = permits_and_privileges(lesson, *solutions.front());
        for (const Assigned* each : solutions) least = std::min(least, permits_and_privileges(lesson, *each));
        HOLDS(found.least->burden.permits == least.first);
        HOLDS(found.least->burden.privileges == least.second);
      },
      random_lessons);
  MESSAGE(solvable << " solvable, " << several << " of them in several ways; " << unsolvable
                   << " unsolvable; " << events << " goals on the trail");
  CHECK(solvable > (tries_everything ? 100 : 5));
  CHECK(several > (tries_everything ? 50 : 3));
  CHECK(unsolvable > (tries_everything ? 20 : 1));
  CHECK(events > (tries_everything ? 50 : 3));
}

TEST_CASE("without room for diagrams the solver says no more than it knows, and that is right") {
  std::size_t not_exhausted = 0, found_one = 0;
  for_all(
      "bounds hold",
      [&] {
        const Scenario lesson = any_lesson_with_goals();
        discard_unless(number_of_assignments(lesson) <= most_assignments);
        const auto solutions = solutions_among(every_assignment(lesson)).size();
        SolveOptions options;
        options.nodes = 2 + below(20);
        options.decisions = below(200);
        options.tried = below(1000);
        const SolveResult found = solve(lesson, options);
        HOLDS(found.faults.empty());
        HOLDS(found.solutions <= Natural(solutions));
        HOLDS(Natural(solutions) <= found.at_most);
        if (found.exhausted) HOLDS(found.solutions == Natural(solutions));
        if (found.outcome == Solvability::unsolvable) HOLDS(solutions == 0);
        if (found.outcome == Solvability::solvable) HOLDS(solutions > 0);
        not_exhausted += found.exhausted ? 0 : 1;
        found_one += !found.exhausted && found.outcome == Solvability::solvable ? 1 : 0;
      },
      random_lessons);
  MESSAGE(not_exhausted << " not exhausted, a solution found in " << found_one << " of them");
  CHECK(not_exhausted > (tries_everything ? 20 : 2));
}

}  // namespace ntk::analysis
