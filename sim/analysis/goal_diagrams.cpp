#include "sim/analysis/goal_diagrams.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace ntk::analysis {
namespace {

using policy::CheckId;
using policy::Record;
using policy::Ref;
using policy::Request;
using scenario::AuditOutcome;
using scenario::DecisionGoal;
using scenario::TrailGoal;
using Node = DecisionDiagram::Node;
using Kind = Demand::Kind;
using Records = std::vector<Ref<Record>>;

constexpr Node nothing = DecisionDiagram::nothing;
constexpr Node everything = DecisionDiagram::everything;

// ---- What goals are about ----------------------------------------------------------------------

/// Whether the events of a request can be of the kind that the goal counts, as far as no assignment matters.
bool can_fit(const TrailGoal& goal, const Request& request, const policy::World& world) {
  return (!goal.user || request.user == *goal.user) &&
         (!goal.agency || world[request.user].agency == *goal.agency) &&
         (!goal.function ||
          (!policy::names_no_function(request.operation) && request.function == *goal.function)) &&
         (!goal.operation || request.operation == *goal.operation);
}

/// Whether the event of a request concerns the record, however it ends.
bool names(const Request& request, Ref<Record> record, const policy::World& world) {
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const auto* entered = std::get_if<Record>(&request.target);
  return (one && *one == record) || (entered && entered->id == world[record].id);
}

class Interests {
 public:
  explicit Interests(const scenario::Scenario& scenario)
      : scenario_(scenario), all_(scenario.requests.size()) {}

  void operator()(const DecisionGoal& goal) {
    want(goal.request, goal.returned || goal.withheld ? Interest::hits : Interest::outcome);
  }
  void operator()(const TrailGoal& goal) {
    const bool of_hits = goal.outcome || goal.record || !goal.failed.empty();
    for (std::uint32_t at = 0; at < all_.size(); ++at) {
      if (can_fit(goal, scenario_.requests[at].request, scenario_.world))
        want(at, of_hits ? Interest::hits : Interest::outcome);
    }
  }
  void operator()(const auto&) {}

  std::vector<Interest> take() { return std::move(all_); }

 private:
  void want(std::uint32_t request, Interest interest) { all_[request] = std::max(all_[request], interest); }

  const scenario::Scenario& scenario_;
  std::vector<Interest> all_;
};

// ---- What a goal demands -----------------------------------------------------------------------

class Demands {
 public:
  Demands(SolverDesk& desk, const ScriptDiagrams& script)
      : diagram_(desk.diagram), desk_(desk), script_(script) {}

  bool operator()(const DecisionGoal& goal) {
    const auto& situations = script_.situations(goal.request);
    if (!situations) return false;
    if (goal.permitted) add_outcome(*goal.permitted, *situations);
    if (goal.primary) add_primary(*goal.primary, *situations);
    if (goal.failed) add_failed(*goal.failed, *situations);
    if (goal.returned) add_records(Kind::returned, *goal.returned, *situations);
    if (goal.withheld) add_records(Kind::withheld, *goal.withheld, *situations);
    return true;
  }
  bool operator()(const TrailGoal& goal);
  bool operator()(const scenario::LetterGoal& goal);
  bool operator()(const scenario::AssignedGoal& goal);
  bool operator()(const auto&) { return false; }  // they ask for an answer

  std::vector<Demand> take() { return std::move(demands_); }

 private:
  using Situations = std::vector<Situation>;

  /// Where `of` holds in the situation that the day has come to.
  template <class Of>
  Node in_all(const Situations& situations, Of of) {
    Node all = nothing;
    for (const Situation& each : situations) all = diagram_.either(all, diagram_.both(each.when, of(each)));
    return all;
  }
  void add(Kind kind, std::optional<CheckId> check, Node met) { demands_.push_back({kind, check, met}); }
  void add_check(CheckId check, bool fails, const Situations& situations) {
    const Node met = in_all(situations, [&](const Situation& each) {
      const Node failed = each.failed[static_cast<std::size_t>(check)];
      return fails ? failed : diagram_.other(failed);
    });
    if (met != everything) add(fails ? Kind::fails : Kind::passes, check, met);
  }
  void add_outcome(bool permitted, const Situations& situations) {
    if (permitted) return add_failed({}, situations);
    add(Kind::denied, std::nullopt,
        in_all(situations, [&](const Situation& each) { return diagram_.other(each.permitted); }));
  }
  void add_primary(CheckId primary, const Situations& situations) {
    for (const policy::Check& each : policy::checks()) {
      add_check(each.id, each.id == primary, situations);
      if (each.id == primary) return;
    }
  }
  void add_failed(const std::vector<CheckId>& failed, const Situations& situations) {
    // A trail has them in order, each once.
    const bool in_order =
        std::adjacent_find(failed.begin(), failed.end(), std::greater_equal<>()) == failed.end();
    if (!in_order) return add(Kind::denied, std::nullopt, nothing);
    for (const policy::Check& each : policy::checks())
      add_check(each.id, std::find(failed.begin(), failed.end(), each.id) != failed.end(), situations);
  }
  void add_records(Kind kind, const Records& wanted, const Situations& situations) {
    add(kind, std::nullopt, in_all(situations, [&](const Situation& each) {
          const Node listed = diagram_.both(each.permitted, lists(each, kind, wanted));
          return wanted.empty() ? diagram_.either(listed, diagram_.other(each.permitted)) : listed;
        }));
  }
  Node lists(const Situation& situation, Kind kind, const Records& wanted);
  Node fits(const Situation& situation, const TrailGoal& goal, const Request& request);

  DecisionDiagram& diagram_;
  SolverDesk& desk_;
  const ScriptDiagrams& script_;
  std::vector<Demand> demands_;
};

/// Where a permitted request returns, or withholds, exactly these records, in this order.
Node Demands::lists(const Situation& situation, Kind kind, const Records& wanted) {
  std::vector<Node> listed(wanted.size() + 1, nothing);  // of each number: so many are listed so far
  std::size_t told = 0;
  if (kind == Kind::returned) {
    for (const Ref<Record> each : situation.told) {
      if (told == wanted.size() || wanted[told] != each) return nothing;
      ++told;
    }
  }
  listed[told] = everything;
  for (const HitDiagram& hit : situation.hits) {
    const Node counts = kind == Kind::withheld ? hit.withheld : diagram_.other(hit.withheld);
    const Node skips = diagram_.other(counts);
    for (std::size_t at = listed.size(); at-- > 0;) {
      const bool follows = at > 0 && wanted[at - 1] == hit.record;
      const Node before = follows ? diagram_.both(listed[at - 1], counts) : nothing;
      listed[at] = diagram_.either(diagram_.both(listed[at], skips), before);
    }
  }
  return listed.back();
}

/// Where the event of the request is of the kind that the goal counts.
Node Demands::fits(const Situation& situation, const TrailGoal& goal, const Request& request) {
  Node withholds = nothing;
  for (const HitDiagram& each : situation.hits) withholds = diagram_.either(withholds, each.withheld);
  Node fits = everything;
  if (goal.outcome == AuditOutcome::denied) fits = diagram_.other(situation.permitted);
  if (goal.outcome == AuditOutcome::permitted)
    fits = diagram_.both(situation.permitted, diagram_.other(withholds));
  if (goal.outcome == AuditOutcome::permitted_with_withheld)
    fits = diagram_.both(situation.permitted, withholds);
  if (goal.record && !names(request, *goal.record, desk_.fresh.scenario().world)) {
    const bool is_told =
        std::find(situation.told.begin(), situation.told.end(), *goal.record) != situation.told.end() ||
        std::any_of(situation.hits.begin(), situation.hits.end(),
                    [&](const HitDiagram& each) { return each.record == *goal.record; });
    fits = is_told ? diagram_.both(fits, situation.permitted) : nothing;
  }
  for (const CheckId check : goal.failed) {
    Node of_hits = nothing;
    for (const HitDiagram& hit : situation.hits) {
      for (const auto& [failed, where] : hit.failed) {
        if (failed == check) of_hits = diagram_.either(of_hits, where);
      }
    }
    fits = diagram_.both(fits, diagram_.either(situation.failed[static_cast<std::size_t>(check)],
                                               diagram_.both(situation.permitted, of_hits)));
  }
  return fits;
}

bool Demands::operator()(const TrailGoal& goal) {
  const auto least = static_cast<std::size_t>(std::max(goal.at_least.value_or(0), 0));
  const std::size_t most =
      goal.at_most ? static_cast<std::size_t>(std::max(*goal.at_most, -1) + 1) : std::size_t{0};
  // Counted up to where more makes no difference.
  std::vector<Node> counted(std::max(least, most) + 1, nothing);
  counted[0] = everything;
  for (std::uint32_t at = 0; at < script_.size(); ++at) {
    const Request& request = desk_.fresh.requests()[at].request;
    if (!can_fit(goal, request, desk_.fresh.scenario().world)) continue;
    const auto& situations = script_.situations(at);
    if (!situations) return false;
    const Node one = in_all(*situations, [&](const Situation& each) { return fits(each, goal, request); });
    const Node none = diagram_.other(one);
    for (std::size_t count = counted.size(); count-- > 0;) {
      const Node before = count > 0 ? diagram_.both(counted[count - 1], one) : nothing;
      const bool is_last = count + 1 == counted.size();
      counted[count] =
          diagram_.either(is_last ? counted[count] : diagram_.both(counted[count], none), before);
    }
  }
  Node met = nothing;
  for (std::size_t count = 0; count < counted.size(); ++count) {
    const bool enough = !goal.at_least || static_cast<int>(count) >= *goal.at_least;
    const bool few = !goal.at_most || static_cast<int>(count) <= *goal.at_most;
    if (enough && few) met = diagram_.either(met, counted[count]);
  }
  add(Kind::events, std::nullopt, met);
  return true;
}

bool Demands::operator()(const scenario::LetterGoal& goal) {
  const scenario::AssignedValue wanted = std::optional(goal.route);
  const bool is_given = desk_.fresh.scenario().world[goal.letter].route == goal.route;
  for (std::uint32_t level = 0; level < desk_.order.size(); ++level) {
    const Choice& choice = desk_.space.choices()[desk_.order[level]];
    const scenario::Assignable& field = desk_.space.field(choice.assignable);
    if (field.field != scenario::AssignableField::letter_route || field.at != goal.letter.at) continue;
    Node met = nothing;
    for (std::uint32_t value = 0; value < choice.size(); ++value) {
      if (choice.values[value] == wanted) met = diagram_.where(level, value);
    }
    add(Kind::route, std::nullopt, met);
    return true;
  }
  add(Kind::route, std::nullopt, is_given ? everything : nothing);
  return true;
}

bool Demands::operator()(const scenario::AssignedGoal& goal) {
  Node same = everything, shares = nothing;
  for (std::uint32_t level = 0; level < desk_.order.size(); ++level) {
    const std::uint32_t choice = desk_.order[level];
    if (desk_.space.choices()[choice].assignable != goal.assignable) continue;
    const auto fits = [&](std::uint32_t pick, const scenario::AssignedValue& value) {
      return desk_.space.agrees_with(choice, pick, value);
    };
    Node here = nothing;
    for (std::uint32_t pick = 0; pick < desk_.space.choices()[choice].size(); ++pick) {
      if (goal.is && fits(pick, *goal.is)) here = diagram_.either(here, diagram_.where(level, pick));
      if (goal.is_not && desk_.space.shares_with(choice, pick, *goal.is_not))
        shares = diagram_.either(shares, diagram_.where(level, pick));
    }
    same = diagram_.both(same, here);
  }
  if (goal.is && !desk_.space.can_hold(goal.assignable, *goal.is)) same = nothing;
  add(Kind::assigned, std::nullopt, goal.is ? same : diagram_.other(shares));
  return true;
}

/// Whether some answer meets a goal. Called with the kinds of goals.
struct CanBeAnswered {
  const scenario::Scenario& scenario;

  bool operator()(const scenario::ReviewGoal& goal) const {
    const bool planted = std::any_of(scenario.requests.begin(), scenario.requests.end(),
                                     [](const auto& each) { return !each.misuse.empty(); });
    return !scenario.requests.empty() && (planted || goal.precision == 0);
  }
  /// Each field is named once, and as many have to be named as there are goals.
  bool operator()(const scenario::FindGoal&) const {
    std::set<std::uint32_t> named;
    std::size_t goals = 0;
    for (const scenario::Goal& each : scenario.goals) {
      const auto* find = std::get_if<scenario::FindGoal>(&each.assertion);
      if (find == nullptr) continue;
      ++goals;
      named.insert(find->assignable);
    }
    return scenario.forensics && named.size() == goals;
  }
  bool operator()(const auto&) const { return true; }
};

}  // namespace

std::vector<Interest> interests_of(const scenario::Scenario& scenario) {
  Interests interests(scenario);
  for (const scenario::Goal& each : scenario.goals) std::visit(interests, each.assertion);
  return interests.take();
}

bool asks_for_an_answer(const scenario::Goal& goal) {
  return std::holds_alternative<scenario::ReviewGoal>(goal.assertion) ||
         std::holds_alternative<scenario::FindGoal>(goal.assertion) ||
         std::holds_alternative<scenario::ExcessGoal>(goal.assertion) ||
         std::holds_alternative<scenario::PredictionGoal>(goal.assertion);
}

bool can_be_answered(const scenario::Scenario& scenario, const scenario::Goal& goal) {
  return std::visit(CanBeAnswered{scenario}, goal.assertion);
}

std::optional<std::vector<Demand>> demands_of(const scenario::Goal& goal, SolverDesk& desk,
                                              const ScriptDiagrams& script) {
  Demands demands(desk, script);
  if (!std::visit(demands, goal.assertion) || desk.diagram.overflowed()) return std::nullopt;
  return demands.take();
}

}  // namespace ntk::analysis
