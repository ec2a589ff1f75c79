// The solver on the lessons that ship and on small scenarios made for a purpose.
#include "sim/analysis/solver.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "sim/analysis/coverage.h"
#include "sim/analysis/excess.h"
#include "sim/analysis/solve_words.h"
#include "tests/analysis/opened.h"

namespace ntk::analysis {
namespace {

using scenario::Scenario;

Scenario scenario_of(const std::filesystem::path& file) {
  return opened(file).scenario();
}

scenario::Goal goal_on(std::uint32_t request, bool permitted) {
  scenario::Goal goal;
  goal.id = goal.title = "added";
  scenario::DecisionGoal assertion;
  assertion.request = request;
  assertion.permitted = permitted;
  goal.assertion = assertion;
  return goal;
}

std::vector<std::filesystem::path> keys_of(const Scenario& lesson) {
  auto keys = source_files("tests/keys", lesson.id, ".commands");
  std::erase_if(keys, [&](const std::filesystem::path& each) {
    const std::string name = each.filename().string();
    return name.starts_with(lesson.id + "-wrong-") ||
           (name[lesson.id.size()] != '.' && name[lesson.id.size()] != '-');
  });
  return keys;
}

/// As the lesson is worked on: with the solution assigned, and everything run.
session::Session worked(const Scenario& lesson, const Solution& solution) {
  Scenario bare = lesson;
  bare.forensics = false;
  session::Session session(std::move(bare));
  for (const auto& each : solution.edits) REQUIRE_FALSE(session.apply(session::Command(each)));
  run_everything(session);
  return session;
}

bool says(const std::vector<std::string>& sentences, std::string_view words) {
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const std::string& each) { return each.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE(
    "every lesson that ships is solvable, all of its assignments are searched, and its keys are solutions") {
  for (const auto& file : some_of(shipped_scenarios())) {
    CAPTURE(file.string());
    const Scenario lesson = scenario_of(file);
    const SolveResult found = solve(lesson);
    CHECK(found.faults.empty());
    CHECK(found.outcome == Solvability::solvable);
    CHECK(found.exhausted);
    CHECK(found.solutions < found.space);
    for (const auto& key : keys_of(lesson)) {
      CAPTURE(key.string());
      CHECK(goals_missed(lesson, taken(session::Session(lesson), key).assigned()).empty());
    }
  }
}

TEST_CASE("from the solution with least privilege no single edit takes anything back") {
  for (const auto& file : some_of(shipped_scenarios())) {
    CAPTURE(file.string());
    const Scenario lesson = scenario_of(file);
    const SolveResult found = solve(lesson);
    REQUIRE(found.least);
    CHECK(found.least->proven);
    const Excess left = excess(worked(lesson, found.least->solution));
    CHECK(left.revocable.empty());
    CHECK(left.permits == found.least->burden.permits);
  }
}

TEST_CASE("goals on what a student marks or names depend on no assignment") {
  const Scenario review = scenario_of("scenarios/09-the-reviewer/scenario.json");
  const SolveResult found = solve(review);
  CHECK(found.goals[0].basis == GoalBasis::answer);
  CHECK_FALSE(found.goals[0].never);
  CHECK(found.goals[2].basis == GoalBasis::assignment);

  Scenario nothing_planted = review;
  for (auto& each : nothing_planted.requests) each.misuse.clear();
  const SolveResult impossible = solve(nothing_planted);
  CHECK(impossible.outcome == Solvability::unsolvable);
  REQUIRE(impossible.conflict);
  CHECK(impossible.conflict->goals == std::vector<std::uint32_t>{0});
}

TEST_CASE("a scenario without goals is solved by every assignment") {
  Scenario harbor = scenario_of(harbour);
  harbor.goals.clear();
  const SolveResult found = solve(harbor);
  CHECK(found.solutions == found.space);
  CHECK(std::none_of(found.fields.begin(), found.fields.end(),
                     [](const FieldOutlook& each) { return each.read; }));
}

TEST_CASE(
    "goals that contradict each other are the smallest set that conflicts, and the rules that do are told") {
  Scenario harbor = scenario_of(harbour);
  harbor.goals.push_back(goal_on(0, false));
  const SolveResult found = solve(harbor);
  CHECK(found.outcome == Solvability::unsolvable);
  CHECK(found.solutions == Natural());
  REQUIRE(found.conflict);
  CHECK(found.conflict->smallest);
  CHECK(found.conflict->goals == std::vector<std::uint32_t>{0, 3});
  CHECK(says(found.conflict->reasons, "must be denied"));
}

TEST_CASE("a goal that no assignment meets is told with the rule that always fails, and why") {
  Scenario harbor = scenario_of(harbour);
  harbor.goals.push_back(goal_on(2, true));
  const SolveResult found = solve(harbor);
  REQUIRE(found.conflict);
  CHECK(found.conflict->goals == std::vector<std::uint32_t>{3});
  CHECK(found.goals[3].never);
  CHECK(says(found.conflict->reasons, "(AC-3)"));
}

TEST_CASE("a goal that is met by every assignment is told apart from one that is met as given") {
  const SolveResult found = solve(scenario_of(harbour));
  CHECK(found.goals[2].always);
  CHECK(found.goals[2].as_given);
  CHECK_FALSE(found.goals[0].always);
  CHECK_FALSE(found.goals[0].as_given);
}

TEST_CASE("a field with one possible value is forced, and one that no goal reads is free") {
  Scenario harbor = scenario_of(harbour);
  harbor.assignables.push_back({scenario::AssignableField::user_functions, 1, true, {}});
  const SolveResult found = solve(harbor);
  CHECK(found.space == Natural(std::uint64_t{2} * 2 * 65'536));
  const FieldOutlook& functions = found.fields.back();
  CHECK(functions.is_free());
  CHECK_FALSE(functions.read);
  CHECK(found.fields[1].read);
}

TEST_CASE("values of an open term that cover the same days of the script count as one") {
  Scenario harbor = scenario_of(harbour);
  harbor.assignables = {{scenario::AssignableField::memo_term, 0, true, {}}};
  const SolveResult found = solve(harbor);
  CHECK(found.space == Natural(2));
  CHECK(found.solutions == Natural(1));
  CHECK(found.fields[0].open_class);
  CHECK(found.fields[0].is_forced());
}

TEST_CASE("work that is cut short claims no more than is settled") {
  const Scenario lesson = scenario_of("scenarios/01-levels/scenario.json");
  SolveWork work(lesson);
  work.step();
  work.step();
  CHECK_FALSE(work.done());
  CHECK(work.progress().of == lesson.requests.size());
  work.cut_short();
  REQUIRE(work.done());
  CHECK(work.result().outcome == Solvability::not_exhausted);
  CHECK_FALSE(work.result().exhausted);
  CHECK(work.result().solutions == Natural());
  CHECK(work.result().at_most == work.result().space);
  CHECK(limits_in_words(work.result()).find("0 % of the assignments are settled") != std::string::npos);
}

TEST_CASE("where diagrams find no room, a solution is still found, and it is said that not all was tried") {
  SolveOptions options;
  options.nodes = 200;
  options.tried = 200'000;
  const SolveResult found = solve(scenario_of("scenarios/11-when-checks-disagree/scenario.json"), options);
  CHECK(found.faults.empty());
  CHECK(found.outcome == Solvability::solvable);
  CHECK(found.examples.size() == 1);
}

TEST_CASE("a thousand million assignments are counted without going through them") {
  Scenario lesson = scenario_of("scenarios/01-levels/scenario.json");
  const Natural before = solve(lesson).space;
  // Every request reads the functions of whoever asks.
  const policy::FunctionSet choices{policy::Function::subject_query, policy::Function::printing,
                                    policy::Function::record_linking};
  for (std::uint32_t user = 0; user < 4; ++user)
    lesson.assignables.push_back({scenario::AssignableField::user_functions, user, false, {choices}});
  const SolveResult found = solve(lesson);
  CHECK(found.space == before * Natural(4'096));
  CHECK(Natural(1'000'000'000) < found.space);
  CHECK(found.exhausted);
  CHECK(found.outcome == Solvability::solvable);
}

}  // namespace ntk::analysis
