#include "sim/analysis/solver.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sim/analysis/assignment_trial.h"
#include "sim/analysis/choice_order.h"
#include "sim/analysis/conflict.h"
#include "sim/analysis/cube_search.h"
#include "sim/analysis/field_outlook.h"
#include "sim/analysis/goal_diagrams.h"
#include "sim/analysis/least_solution.h"
#include "sim/analysis/script_diagrams.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using scenario::Scenario;
using Node = DecisionDiagram::Node;
using Path = DecisionDiagram::Path;

/// Of each goal whether some answer meets it; true of those that ask for none.
std::vector<bool> answers_of(const Scenario& scenario) {
  std::vector<bool> answers;
  for (const scenario::Goal& each : scenario.goals) answers.push_back(can_be_answered(scenario, each));
  return answers;
}

}  // namespace

// ---- The work ----------------------------------------------------------------------------------

struct SolveWork::Work {
  enum class Phase : std::uint8_t { prepare, script, goals, join, conflict, search, describe, least, done };

  Work(Scenario scenario, SolveOptions wanted)
      : options(wanted),
        answers(answers_of(scenario)),
        fresh(without_hurdles(std::move(scenario))),
        space(fresh) {}
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  const Scenario& scenario() const { return fresh.scenario(); }
  SolverDesk& desk() { return *desk_; }
  DecisionDiagram& diagram() { return *diagram_; }

  void step();
  void cut_short();
  SolveProgress progress() const;
  void prepare();
  void find_conflict();
  void search_on();
  std::vector<std::uint32_t> find_order(const std::vector<Interest>& interests);
  void allow_what_agrees();
  void add_goal(std::uint32_t goal);
  void begin_join();
  void join_next();
  bool is_impossible() const;
  void begin_search();
  void end_search();
  void bound();
  void describe();
  void describe_fields();
  void finish_least();
  Picks picks_of(const Path& path) const;
  Path given_path() const;
  policy::World world_of(const Picks& picks) const;
  bool is_confirmed(const Picks& picks);
  std::optional<Solution> confirmed(const Path& path);

  SolveOptions options;
  std::vector<bool> answers;  ///< of each goal: whether some answer meets it
  session::Session fresh;
  SolutionSpace space;
  std::optional<Edits> edits;
  std::optional<Dependence> dependence;
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> level_of;
  std::optional<DecisionDiagram> diagram_;
  std::optional<SolverDesk> desk_;
  std::optional<ScriptDiagrams> script;
  std::vector<DemandingGoal> goals;              ///< that depend on the assignment, as far as known
  std::vector<std::uint32_t> unknown;            ///< goals that took too much to follow
  std::vector<std::size_t> to_join;              ///< positions in goals, the next one last
  Node allowed = DecisionDiagram::everything;    ///< picks that make assignments
  Node solutions = DecisionDiagram::everything;  ///< of the goals that are joined
  bool joined = true;                            ///< no goal was left out of `solutions`
  std::optional<CubeSearch> search;
  std::uint64_t tried = 0;
  std::optional<LeastSolution> least;
  Phase phase = Phase::prepare;
  std::uint32_t next_goal = 0;
  SolveResult result;
};

void SolveWork::Work::prepare() {
  const std::vector<Interest> interests = interests_of(scenario());
  std::set<std::uint32_t> before;
  for (std::uint32_t at = 0; at < interests.size(); ++at) {
    if (interests[at] == Interest::none) continue;
    const Edits of_request(fresh, at);
    const Dependence reaching(fresh, of_request, at);
    before.insert(reaching.before().begin(), reaching.before().end());
  }
  if (!fresh.requests().empty()) {
    edits.emplace(fresh, 0);
    dependence.emplace(fresh, *edits, 0);
  }
  order = find_order(interests);
  level_of.resize(order.size());
  std::vector<std::uint32_t> values;
  for (std::uint32_t level = 0; level < order.size(); ++level) {
    level_of[order[level]] = level;
    values.push_back(space.choices()[order[level]].size());
  }
  diagram_.emplace(std::move(values), options.nodes);
  desk_.emplace(
      SolverDesk{fresh, space, dependence ? &*dependence : nullptr, order, *diagram_, options.decisions});
  script.emplace(*desk_, interests, std::vector<std::uint32_t>(before.begin(), before.end()));
  result.space = space.size();
  result.goals.resize(scenario().goals.size());
  // Nothing can be said without this, so it gets what room it needs.
  for (allow_what_agrees(); diagram().overflowed(); allow_what_agrees())
    diagram().make_room(2 * diagram().size());
}

std::vector<std::uint32_t> SolveWork::Work::find_order(const std::vector<Interest>& interests) {
  std::vector<std::uint32_t> as_they_are(space.choices().size());
  for (std::uint32_t at = 0; at < as_they_are.size(); ++at) as_they_are[at] = at;
  DecisionDiagram none({}, 2);
  const SolverDesk plain{fresh, space, dependence ? &*dependence : nullptr, as_they_are, none, 0};
  std::set<std::vector<std::uint32_t>> groups;
  for (std::uint32_t at = 0; at < interests.size(); ++at) {
    if (interests[at] == Interest::none) continue;
    const policy::Request& request = fresh.requests()[at].request;
    std::set<std::uint32_t> of_request;
    for (const Point& each : points_of(request)) {
      const std::vector<std::uint32_t> read = choices_read(plain, request, each);
      of_request.insert(read.begin(), read.end());
      groups.insert(read);
    }
    groups.insert({of_request.begin(), of_request.end()});
  }
  for (std::uint32_t at = 0; at < space.fields(); ++at) groups.insert(space.of_field(at));
  return order_of_choices(as_they_are.size(), {groups.begin(), groups.end()});
}

/// A field that stays as given has the picks of what is given.
void SolveWork::Work::allow_what_agrees() {
  allowed = DecisionDiagram::everything;
  for (std::uint32_t at = 0; at < space.fields(); ++at) {
    if (!space.is_constrained(at)) continue;
    Node as_given = DecisionDiagram::everything, changed = DecisionDiagram::everything;
    for (const std::uint32_t each : space.of_field(at)) {
      if (space.choices()[each].kind == Choice::Kind::as_given) {
        changed = diagram().where(level_of[each], 0);
        as_given = diagram().both(as_given, diagram().where(level_of[each], 1));
      } else {
        as_given = diagram().both(as_given, diagram().where(level_of[each], space.given()[each]));
      }
    }
    allowed = diagram().both(allowed, diagram().either(as_given, changed));
  }
  solutions = allowed;
}

void SolveWork::Work::add_goal(std::uint32_t at) {
  const scenario::Goal& goal = scenario().goals[at];
  GoalOutlook& outlook = result.goals[at];
  if (asks_for_an_answer(goal)) {
    outlook.basis = GoalBasis::answer;
    outlook.known = true;
    outlook.never = !answers[at];
    return;
  }
  auto demands = demands_of(goal, desk(), *script);
  if (!demands) {
    unknown.push_back(at);
    joined = false;
    return;
  }
  DemandingGoal demanding{at, *std::move(demands), DecisionDiagram::everything};
  for (const Demand& each : demanding.demands) demanding.met = diagram().both(demanding.met, each.met);
  const Node met = diagram().both(demanding.met, allowed);
  if (diagram().overflowed()) {
    unknown.push_back(at);
    joined = false;
    return;
  }
  outlook.known = true;
  outlook.never = met == DecisionDiagram::nothing;
  outlook.always = met == allowed;
  outlook.as_given = diagram().contains(met, given_path());
  goals.push_back(std::move(demanding));
}

/// The smallest come first: the last of the list is next.
void SolveWork::Work::begin_join() {
  for (std::size_t at = 0; at < goals.size(); ++at) to_join.push_back(at);
  std::stable_sort(to_join.begin(), to_join.end(), [&](std::size_t a, std::size_t b) {
    return diagram().size_of(goals[a].met) > diagram().size_of(goals[b].met);
  });
}

bool SolveWork::Work::is_impossible() const {
  return solutions == DecisionDiagram::nothing ||
         std::find(answers.begin(), answers.end(), false) != answers.end();
}

void SolveWork::Work::join_next() {
  const DemandingGoal& next = goals[to_join.back()];
  const Node joined_now = diagram().both(solutions, next.met);
  if (diagram().overflowed()) {
    joined = false;
    to_join.clear();
    return;
  }
  to_join.pop_back();
  solutions = joined_now;
}

// ---- Where diagrams don't suffice --------------------------------------------------------------

void SolveWork::Work::begin_search() {
  std::vector<Node> sets{solutions};
  for (const DemandingGoal& each : goals) sets.push_back(each.met);
  std::function<bool(const Path&)> test;
  if (!unknown.empty()) test = [this](const Path& path) { return is_confirmed(picks_of(path)); };
  search.emplace(diagram(), std::move(sets), given_path(), std::move(test));
}

void SolveWork::Work::end_search() {
  result.exhausted = search->done();
  result.solutions = search->found();
  const Natural in_space = search->settled();
  result.covered = std::min(in_space, result.space);
  Natural left = search->size();
  left -= search->settled();
  bound();
  result.at_most = std::min(result.at_most, result.solutions + left);
  if (result.exhausted) result.at_most = result.solutions;
  if (search->example()) {
    if (auto solution = confirmed(*search->example())) result.examples.push_back(*std::move(solution));
  }
  result.outcome = !result.examples.empty()                    ? Solvability::solvable
                   : result.exhausted && result.faults.empty() ? Solvability::unsolvable
                                                               : Solvability::not_exhausted;
}

/// No more than any one goal leaves.
void SolveWork::Work::bound() {
  result.at_most = std::min(result.space, diagram().count(solutions));
  for (const DemandingGoal& each : goals)
    result.at_most = std::min(result.at_most, diagram().count(each.met));
}

// ---- What is told of the solutions -------------------------------------------------------------

Picks SolveWork::Work::picks_of(const Path& path) const {
  Picks picks(order.size());
  for (std::size_t level = 0; level < order.size(); ++level)
    picks[order[level]] = static_cast<std::uint32_t>(path[level]);
  return picks;
}

Path SolveWork::Work::given_path() const {
  Path path;
  for (const std::uint32_t choice : order) path.push_back(static_cast<std::int32_t>(space.given()[choice]));
  return path;
}

policy::World SolveWork::Work::world_of(const Picks& picks) const {
  policy::World world = scenario().world;
  for (std::uint32_t at = 0; at < space.fields(); ++at)
    scenario::assign(world, space.field(at), space.value(at, picks));
  return world;
}

bool SolveWork::Work::is_confirmed(const Picks& picks) {
  return goals_missed_in(scenario(), world_of(picks)).empty();
}

std::optional<Solution> SolveWork::Work::confirmed(const Path& path) {
  const Picks picks = picks_of(path);
  Solution solution{space.commands(picks)};
  const auto missed = goals_missed_in(scenario(), world_of(picks));
  if (missed.empty()) return solution;
  std::string fault = "a solution that was found misses `" + scenario().goals[missed.front()].id + "`:";
  for (const auto& each : solution.edits) fault += ' ' + to_text(session::Command(each), scenario()) + ';';
  result.faults.push_back(std::move(fault));
  return std::nullopt;
}

void SolveWork::Work::describe() {
  result.exhausted = true;
  result.covered = result.space;
  result.solutions = result.at_most = diagram().count(solutions);
  result.outcome = Solvability::solvable;
  for (const Path& each : diagram().paths(solutions, options.examples)) {
    if (auto solution = confirmed(each)) result.examples.push_back(*std::move(solution));
  }
  describe_fields();
  if (!result.faults.empty()) result.outcome = Solvability::not_exhausted;
}

void SolveWork::Work::describe_fields() {
  const auto possible = diagram().possible(solutions);
  std::vector<bool> read(order.size());
  for (const DemandingGoal& each : goals) {
    const std::vector<bool> support = diagram().support(each.met);
    for (std::size_t level = 0; level < read.size(); ++level) read[level] = read[level] || support[level];
  }
  ChoiceOutlooks outlooks(order.size());
  for (std::size_t level = 0; level < order.size(); ++level)
    outlooks[order[level]] = {possible[level], read[level]};
  for (std::uint32_t at = 0; at < space.fields(); ++at)
    result.fields.push_back(field_outlook(space, at, outlooks));
}

void SolveWork::Work::finish_least() {
  auto solution = confirmed(least->path());
  if (!solution) return;
  result.least = Least{*std::move(solution), least->burden(), true, least->counts_permits()};
}

// ---- One after another -------------------------------------------------------------------------

void SolveWork::Work::find_conflict() {
  result.outcome = Solvability::unsolvable;
  result.exhausted = true;
  result.covered = result.space;
  const auto answer = std::find(answers.begin(), answers.end(), false);
  if (answer != answers.end()) {
    const auto goal = static_cast<std::uint32_t>(answer - answers.begin());
    result.conflict =
        Conflict{{goal},
                 true,
                 {"No answer can meet the goal " + policy::in_quotes(scenario().goals[goal].title) + "."}};
    return;
  }
  diagram().make_room(options.nodes);
  result.conflict = conflict_among(goals, allowed, desk());
}

void SolveWork::Work::search_on() {
  constexpr std::uint64_t at_once = 2'000, tests_at_once = 5;
  if (!search) begin_search();
  // Where goals are tested by running the script, a step is no small thing.
  const std::uint64_t steps = unknown.empty() ? at_once : tests_at_once;
  tried += unknown.empty() ? steps : 100 * steps;
  if (search->step(steps) && tried < options.tried) return;
  end_search();
  phase = Phase::done;
}

void SolveWork::Work::step() {
  switch (phase) {
    case Phase::prepare:
      prepare();
      phase = script->size() > 0 ? Phase::script : Phase::goals;
      return;
    case Phase::script:
      if (script->step()) return;
      if (diagram().overflowed()) diagram().make_room(options.nodes / 2);
      phase = Phase::goals;
      return;
    case Phase::goals:
      if (next_goal < scenario().goals.size()) return add_goal(next_goal++);
      if (diagram().overflowed()) diagram().make_room(options.nodes / 2);
      begin_join();
      phase = Phase::join;
      return;
    case Phase::join:
      if (!to_join.empty() && solutions != DecisionDiagram::nothing) return join_next();
      phase = is_impossible() ? Phase::conflict : joined ? Phase::describe : Phase::search;
      return;
    case Phase::conflict:
      find_conflict();
      phase = Phase::done;
      return;
    case Phase::search:
      return search_on();
    case Phase::describe:
      describe();
      phase = options.least ? Phase::least : Phase::done;
      return;
    case Phase::least:
      if (!least) least.emplace(desk(), solutions);
      if (least->step()) return;
      finish_least();
      phase = Phase::done;
      return;
    case Phase::done:
      return;
  }
}

void SolveWork::Work::cut_short() {
  if (phase == Phase::prepare) prepare();
  if (phase == Phase::conflict) find_conflict();
  if (phase == Phase::describe) describe();
  if (phase <= Phase::join) {
    for (; next_goal < scenario().goals.size(); ++next_goal) {
      if (!asks_for_an_answer(scenario().goals[next_goal])) unknown.push_back(next_goal);
    }
    begin_search();
    end_search();
  } else if (phase == Phase::search) {
    if (!search) begin_search();
    end_search();
  }
  phase = Phase::done;
}

SolveProgress SolveWork::Work::progress() const {
  switch (phase) {
    case Phase::prepare:
      return {"Preparing", 0, 0};
    case Phase::script:
      return {"Running the script", script->position(), script->size()};
    case Phase::goals:
      return {"Judging the goals", next_goal, scenario().goals.size()};
    case Phase::join:
      return {"Joining the goals", goals.size() - to_join.size(), goals.size()};
    case Phase::conflict:
      return {"Looking for the conflict", 0, 0};
    case Phase::search:
      return {"Searching",
              static_cast<std::size_t>(search ? search->settled().per_cent_of(search->size()) : 0), 100};
    case Phase::describe:
      return {"Counting the solutions", 0, 0};
    case Phase::least:
      return {"Looking for least privilege", least ? least->position() : 0, least ? least->size() : 0};
    case Phase::done:
      break;
  }
  return {"Done", 1, 1};
}

// ---- From outside ------------------------------------------------------------------------------

SolveWork::SolveWork(Scenario scenario, SolveOptions options)
    : work_(std::make_unique<Work>(std::move(scenario), options)) {}
SolveWork::SolveWork(SolveWork&&) noexcept = default;
SolveWork& SolveWork::operator=(SolveWork&&) noexcept = default;
SolveWork::~SolveWork() = default;

bool SolveWork::step() {
  work_->step();
  return !done();
}

void SolveWork::cut_short() {
  work_->cut_short();
}

SolveProgress SolveWork::progress() const {
  return work_->progress();
}

bool SolveWork::done() const {
  return work_->phase == Work::Phase::done;
}

const SolveResult& SolveWork::result() const {
  return work_->result;
}

SolveResult solve(const Scenario& scenario, SolveOptions options) {
  SolveWork work(scenario, options);
  while (work.step()) {
  }
  return work.result();
}

std::vector<std::uint32_t> goals_missed(const Scenario& scenario, const policy::World& assigned) {
  return goals_missed_in(without_hurdles(scenario), assigned);
}

}  // namespace ntk::analysis
