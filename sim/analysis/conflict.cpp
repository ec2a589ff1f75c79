#include "sim/analysis/conflict.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "sim/analysis/coverage.h"
#include "sim/analysis/edit_words.h"
#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::CheckId;
using Node = DecisionDiagram::Node;
using Kind = Demand::Kind;
using Goals = std::vector<DemandingGoal>;

constexpr std::size_t most_sets_tried = 20'000;

// ---- The smallest set --------------------------------------------------------------------------

/// Looks through the sets of so many goals, in order, for one that can't be met.
class SmallestSet {
 public:
  SmallestSet(const Goals& goals, DecisionDiagram& diagram) : goals_(goals), diagram_(diagram) {}

  bool find(std::size_t size, Node allowed, std::size_t from = 0) {
    if (allowed == DecisionDiagram::nothing) return true;
    if (size == 0) return false;
    for (std::size_t at = from; at < goals_.size(); ++at) {
      if (++tried_ > most_sets_tried || diagram_.overflowed()) return false;
      found_.push_back(at);
      if (find(size - 1, diagram_.both(allowed, goals_[at].met), at + 1)) return true;
      found_.pop_back();
    }
    return false;
  }
  bool gave_up() const { return tried_ > most_sets_tried || diagram_.overflowed(); }
  const std::vector<std::size_t>& found() const { return found_; }

 private:
  const Goals& goals_;
  DecisionDiagram& diagram_;
  std::vector<std::size_t> found_;
  std::size_t tried_ = 0;
};

/// Leaves out what isn't needed for a contradiction, one after another.
template <class Thing>
std::vector<Thing> irreducible(std::vector<Thing> things, Node allowed, DecisionDiagram& diagram) {
  for (std::size_t without = 0; without < things.size();) {
    Node met = allowed;
    for (std::size_t at = 0; at < things.size(); ++at) {
      if (at != without) met = diagram.both(met, things[at].met);
    }
    if (met == DecisionDiagram::nothing && !diagram.overflowed()) {
      things.erase(things.begin() + static_cast<std::ptrdiff_t>(without));
    } else {
      ++without;
    }
  }
  return things;
}

// ---- Why, in words -----------------------------------------------------------------------------

/// A demand with the goal that has it.
struct Asked {
  std::uint32_t goal = 0;
  Demand demand;
  Node met = DecisionDiagram::everything;
};

class Reasons {
 public:
  Reasons(const Goals& goals, Node allowed, SolverDesk& desk)
      : goals_(goals), allowed_(allowed), desk_(desk), run_(desk.fresh) {
    run_everything(run_);
  }

  std::vector<std::string> take() {
    std::vector<Asked> all;
    for (const DemandingGoal& each : goals_) {
      for (const Demand& demand : each.demands) all.push_back({each.goal, demand, demand.met});
    }
    core_ = irreducible(std::move(all), allowed_, desk_.diagram);
    if (core_.size() == 1) {
      add_impossible(core_.front());
    } else {
      for (const Asked& each : core_)
        reasons_.push_back(goal_title(each.goal) + " needs this: " + wish(each));
      reasons_.push_back("No assignment does " + std::string(core_.size() == 2 ? "both." : "all of this."));
      for (std::uint32_t at = 0; at < desk_.space.fields(); ++at) add_field(at);
    }
    add_what_events_leave_open();
    return std::move(reasons_);
  }

 private:
  std::string goal_title(std::uint32_t goal) const {
    return "The goal " + policy::in_quotes(scenario().goals[goal].title);
  }
  const scenario::Scenario& scenario() const { return desk_.fresh.scenario(); }
  const scenario::DecisionGoal* decision(std::uint32_t goal) const {
    return std::get_if<scenario::DecisionGoal>(&scenario().goals[goal].assertion);
  }
  std::string request_title(std::uint32_t goal) const {
    const auto* about = decision(goal);
    return about ? policy::in_quotes(scenario().requests[about->request].title) : std::string();
  }
  /// "For “Ortega looks it up”, FN-2 has to fail."
  std::string wish(const Asked& asked) const {
    const std::string for_request = "for " + request_title(asked.goal) + ", ";
    const std::string rule = asked.demand.check ? policy::in_words(*asked.demand.check) : std::string();
    switch (asked.demand.kind) {
      case Kind::passes:
        return for_request + rule + " must not fail.";
      case Kind::fails:
        return for_request + rule + " must fail.";
      case Kind::permitted:
        return for_request + "the request must be permitted.";
      case Kind::denied:
        return for_request + "the request must be denied.";
      case Kind::returned:
        return for_request + "exactly the stated records must be returned.";
      case Kind::withheld:
        return for_request + "exactly the stated records must be withheld.";
      case Kind::events:
        return "the audit trail must have the stated number of events.";
      case Kind::route:
        return "the letter must be answered in the stated way.";
      case Kind::assigned:
        return "the field must hold what is stated.";
    }
    return {};
  }
  void add_impossible(const Asked& asked) {
    const std::string title = request_title(asked.goal);
    const std::string rule = asked.demand.check ? policy::in_words(*asked.demand.check) : std::string();
    switch (asked.demand.kind) {
      case Kind::passes:
        reasons_.push_back("Whatever is assigned, " + rule + " fails for " + title + ".");
        add_explanation(*decision(asked.goal), *asked.demand.check);
        return;
      case Kind::fails:
        reasons_.push_back("Whatever is assigned, " + rule + " never fails for " + title + ".");
        return;
      case Kind::permitted:
      case Kind::denied:
      case Kind::returned:
      case Kind::withheld:
      case Kind::events:
      case Kind::route:
      case Kind::assigned:
        reasons_.push_back(goal_title(asked.goal) + " needs this: " + wish(asked) +
                           " No assignment brings that about.");
        return;
    }
  }
  /// Why the check fails, as things are given.
  void add_explanation(const scenario::DecisionGoal& goal, CheckId check) {
    const session::Run* run = run_.latest_run(goal.request);
    if (run == nullptr || run->decision.verdicts[check] != policy::Verdict::fail) return;
    const auto* one = std::get_if<policy::Ref<policy::Record>>(&run->asked.target);
    reasons_.push_back(policy::explain(*run->world, run->asked, check, policy::Verdict::fail,
                                       one ? std::optional(*one) : std::nullopt));
  }
  /// What each goal needs of a field, where they differ in it.
  void add_field(std::uint32_t assignable) {
    std::vector<std::string> needs;
    for (const DemandingGoal& goal : goals_) {
      Node met = allowed_;
      for (const Asked& each : core_) {
        if (each.goal == goal.goal) met = desk_.diagram.both(met, each.met);
      }
      if (met == DecisionDiagram::nothing) continue;
      const auto possible = desk_.diagram.possible(met);
      std::vector<std::string> asks;
      for (std::uint32_t level = 0; level < desk_.order.size(); ++level) {
        const Choice& choice = desk_.space.choices()[desk_.order[level]];
        if (choice.assignable != assignable) continue;
        add_need(asks, choice, possible[level]);
      }
      if (asks.empty()) continue;
      needs.push_back(policy::in_quotes(scenario().goals[goal.goal].title) + " needs " +
                      policy::listed(asks, "and"));
    }
    if (needs.size() < 2) return;
    const scenario::Assignable& field = desk_.space.field(assignable);
    reasons_.push_back(field_in_words(scenario().world, field) + ": " + policy::listed(needs, "but") + ".");
  }
  void add_need(std::vector<std::string>& asks, const Choice& choice,
                const std::vector<bool>& possible) const {
    const auto count = std::count(possible.begin(), possible.end(), true);
    if (count == static_cast<std::ptrdiff_t>(possible.size())) return;
    const scenario::Assignable& field = desk_.space.field(choice.assignable);
    if (choice.kind == Choice::Kind::as_given) {
      asks.push_back(possible[1] ? "it as given" : "it changed");
    } else if (choice.kind == Choice::Kind::element) {
      asks.push_back((possible[1] ? "" : "no ") + words(choice.values.front(), field));
    } else {
      std::vector<std::string> values;
      for (std::size_t at = 0; at < possible.size(); ++at) {
        if (possible[at]) values.push_back(words(choice.values[at], field));
      }
      asks.push_back(policy::listed(values, "or"));
    }
  }
  std::string words(const scenario::AssignedValue& value, const scenario::Assignable& field) const {
    return policy::in_sentence(session::value_in_words(value, field, scenario().world));
  }
  void add_what_events_leave_open() {
    const bool counts_events = std::any_of(
        core_.begin(), core_.end(), [](const Asked& each) { return each.demand.kind == Kind::events; });
    if (counts_events) {
      reasons_.emplace_back(
          "This counts the events of the script, run once. A student can add events by running a request "
          "again, or "
          "with requests of their own.");
    }
  }

  const Goals& goals_;
  Node allowed_;
  SolverDesk& desk_;
  session::Session run_;
  std::vector<Asked> core_;
  std::vector<std::string> reasons_;
};

}  // namespace

Conflict conflict_among(const std::vector<DemandingGoal>& goals, Node allowed, SolverDesk& desk) {
  Conflict conflict;
  Goals chosen;
  SmallestSet smallest(goals, desk.diagram);
  for (std::size_t size = 1; size <= goals.size() && chosen.empty() && !smallest.gave_up(); ++size) {
    if (!smallest.find(size, allowed)) continue;
    for (const std::size_t at : smallest.found()) chosen.push_back(goals[at]);
    conflict.smallest = true;
  }
  if (chosen.empty()) chosen = irreducible(goals, allowed, desk.diagram);
  for (const DemandingGoal& each : chosen) conflict.goals.push_back(each.goal);
  if (!desk.diagram.overflowed()) conflict.reasons = Reasons(chosen, allowed, desk).take();
  return conflict;
}

}  // namespace ntk::analysis
