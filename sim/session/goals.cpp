#include <algorithm>
#include <iterator>

#include "sim/policy/phrases.h"
#include "sim/session/session.h"

namespace ntk::session {
namespace {

using policy::CheckId;
using policy::Record;
using policy::Ref;
using policy::World;
using scenario::DecisionGoal;
using scenario::TrailGoal;

std::string codes(const std::vector<CheckId>& checks) {
  std::vector<std::string> codes;
  codes.reserve(checks.size());
  for (const CheckId id : checks) codes.emplace_back(policy::check(id).code);
  return codes.empty() ? "nothing" : policy::listed(codes, "and");
}

std::string titles(const std::vector<Ref<Record>>& records, const World& world) {
  std::vector<std::string> titles;
  titles.reserve(records.size());
  for (const Ref<Record> each : records) titles.push_back(policy::in_quotes(world[each].title));
  return titles.empty() ? "nothing" : policy::listed(titles, "and");
}

std::string sum(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& each : sentences) text += (text.empty() ? "" : " ") + each;
  return text;
}

// ---- Goals on a decision -----------------------------------------------------------------------

/// A decision goal beside what the trail recorded of the decision.
struct Judged {
  const DecisionGoal& goal;
  const AuditEvent& event;
  const World& world;

  std::vector<Ref<Record>> withheld() const {
    std::vector<Ref<Record>> records;
    for (const WithheldRecord& each : event.withheld) records.push_back(each.record);
    return records;
  }
  bool permitted() const { return event.outcome != scenario::AuditOutcome::denied; }
};

/// "It was permitted: 2 records returned, 1 withheld."
std::string what_happened(const Judged& judged) {
  if (!judged.permitted()) return "It was denied: " + codes(judged.event.failed) + " failed.";
  if (!policy::finds_records(judged.event.operation)) return "It was permitted.";
  const std::size_t returned = judged.event.returned.size();
  return "It was permitted: " + std::to_string(returned) + (returned == 1 ? " record" : " records") +
         " returned, " + std::to_string(judged.event.withheld.size()) + " withheld.";
}

using Records = std::vector<Ref<Record>>;

/// The records of the one list that are not in the other.
Records beyond(const Records& list, const Records& other) {
  Records more;
  std::copy_if(list.begin(), list.end(), std::back_inserter(more),
               [&](Ref<Record> each) { return std::find(other.begin(), other.end(), each) == other.end(); });
  return more;
}

/// How two lists of records differ, in sentences about `verb`: "It should return “Port log” too."
void add_differences(std::vector<std::string>& missing, std::string_view verb, const Records& wanted,
                     const Records& found, const World& world) {
  if (wanted == found) return;
  const Records too_few = beyond(wanted, found), too_many = beyond(found, wanted);
  const std::string should = "It should ", verb_of(verb);
  if (!too_few.empty())
    missing.push_back(should + verb_of + ' ' + titles(too_few, world) + (found.empty() ? "." : " too."));
  if (!too_many.empty()) missing.push_back(should + "not " + verb_of + ' ' + titles(too_many, world) + '.');
  if (too_few.empty() && too_many.empty()) {
    missing.push_back(should + verb_of + " them in this order: " + titles(wanted, world) + '.');
  }
}

/// A sentence for each thing that the goal states and that does not hold.
std::vector<std::string> what_is_missing(const Judged& judged) {
  const auto& [goal, event, world] = judged;
  std::vector<std::string> missing;
  if (goal.permitted && *goal.permitted != judged.permitted()) {
    missing.push_back(std::string("The goal is a ") + (*goal.permitted ? "permit." : "denial."));
  }
  if (goal.primary && (event.failed.empty() || event.failed.front() != *goal.primary)) {
    missing.push_back("The first rule to fail should be " + std::string(policy::check(*goal.primary).code) +
                      '.');
  }
  if (goal.failed && *goal.failed != event.failed) {
    missing.push_back("What fails should be exactly this: " + codes(*goal.failed) + '.');
  }
  if (goal.returned) add_differences(missing, "return", *goal.returned, event.returned, world);
  if (goal.withheld) add_differences(missing, "withhold", *goal.withheld, judged.withheld(), world);
  return missing;
}

// ---- Goals on the trail ------------------------------------------------------------------------

bool concerns(const AuditEvent& event, Ref<Record> record, const World& world) {
  const auto* target = std::get_if<Ref<Record>>(&event.target);
  const auto* entered = std::get_if<Record>(&event.target);
  return (target && *target == record) || (entered && entered->id == world[record].id) ||
         std::find(event.returned.begin(), event.returned.end(), record) != event.returned.end() ||
         std::any_of(event.withheld.begin(), event.withheld.end(),
                     [&](const WithheldRecord& each) { return each.record == record; });
}

bool failed_in(const AuditEvent& event, CheckId check) {
  const auto holds = [&](const std::vector<CheckId>& failed) {
    return std::find(failed.begin(), failed.end(), check) != failed.end();
  };
  return holds(event.failed) || std::any_of(event.withheld.begin(), event.withheld.end(),
                                            [&](const WithheldRecord& each) { return holds(each.failed); });
}

bool asks_by(const AuditEvent& event, policy::Function function) {
  return !policy::names_no_function(event.operation) && event.function == function;
}

bool fits(const AuditEvent& event, const TrailGoal& goal, const World& world) {
  return (!goal.user || event.user == *goal.user) && (!goal.agency || event.agency == *goal.agency) &&
         (!goal.function || asks_by(event, *goal.function)) &&
         (!goal.operation || event.operation == *goal.operation) &&
         (!goal.outcome || event.outcome == *goal.outcome) &&
         (!goal.record || concerns(event, *goal.record, world)) &&
         std::all_of(goal.failed.begin(), goal.failed.end(),
                     [&](CheckId each) { return failed_in(event, each); });
}

std::string events(std::ptrdiff_t count) {
  return (count == 0 ? "no" : std::to_string(count)) + (count == 1 ? " event" : " events");
}

}  // namespace

bool Session::all_scripted_are_current() const {
  for (std::uint32_t i = 0; i < scenario_->requests.size(); ++i) {
    if (freshness(i) != Freshness::current) return false;
  }
  return true;
}

GoalStatus Session::judge(const DecisionGoal& goal) const {
  const std::string title = policy::in_quotes(requests()[goal.request].title);
  switch (freshness(goal.request)) {
    case Freshness::not_run:
      return {GoalState::open, "Run " + title + " to see."};
    case Freshness::outdated:
      return {GoalState::open, "Something has changed since the last run: run " + title + " again."};
    case Freshness::current:
      break;
  }
  const Run& run = *latest_run(goal.request);
  const Judged judged{goal, trail().events()[static_cast<std::size_t>(run.event - 1)], *run.world};
  const auto missing = what_is_missing(judged);
  return {missing.empty() ? GoalState::met : GoalState::unmet,
          missing.empty() ? what_happened(judged) : what_happened(judged) + ' ' + sum(missing)};
}

GoalStatus Session::judge(const TrailGoal& goal) const {
  const auto& all = trail().events();
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(state_.runs_before);
  const auto count =
      std::count_if(first, all.end(), [&](const AuditEvent& each) { return fits(each, goal, world()); });
  const std::string found = "The trail has " + events(count) + " of this kind" +
                            (state_.runs_before > 0 ? " since the last change" : "");
  if (goal.at_most && count > *goal.at_most) {
    return {GoalState::unmet, found + "; there should be at most " + std::to_string(*goal.at_most) + '.'};
  }
  const bool enough = !goal.at_least || count >= *goal.at_least;
  if (enough && !goal.at_most) return {GoalState::met, found + '.'};
  if (!all_scripted_are_current()) {
    return {GoalState::open, found + ", and not every request of the script has been run: run all."};
  }
  if (enough) return {GoalState::met, found + '.'};
  return {GoalState::unmet, found + "; there should be at least " + std::to_string(*goal.at_least) + '.'};
}

GoalStatus Session::judge(const scenario::ReviewGoal& goal) const {
  const ReviewScore score = review_score();
  if (!all_scripted_are_current())
    return {GoalState::open, "Run all: what is not in the trail cannot be reviewed."};
  if (score.marked == 0)
    return {GoalState::open, "Mark, in the trail, the events that were not for their purpose."};
  const std::string found = std::to_string(score.marked) + (score.marked == 1 ? " event is" : " events are") +
                            " marked: " + std::to_string(score.precision()) +
                            " % of the marks are right, and " + std::to_string(score.recall()) +
                            " % of what was planted is found.";
  const bool met = score.precision() >= goal.precision && score.recall() >= goal.recall;
  if (met) return {GoalState::met, found};
  return {GoalState::unmet, found + " The goal is " + std::to_string(goal.precision) + " % and " +
                                std::to_string(goal.recall) + " %."};
}

GoalStatus Session::judge(const scenario::LetterGoal& goal) const {
  const policy::Letter& letter = world()[goal.letter];
  const std::string what = policy::in_quotes(letter.title);
  if (!letter.route) return {GoalState::open, "Choose how " + what + " is answered."};
  const std::string answered = what + " is answered by: " + std::string(policy::title(*letter.route)) + ".";
  if (*letter.route == goal.route) return {GoalState::met, answered};
  return {GoalState::unmet, answered + " That is not the way for what it asks."};
}

GoalStatus Session::judge(const scenario::FindGoal& goal) const {
  const auto wrong = static_cast<std::size_t>(std::count_if(
      scenario_->goals.begin(), scenario_->goals.end(),
      [](const scenario::Goal& each) { return std::holds_alternative<scenario::FindGoal>(each.assertion); }));
  const std::size_t named = state_.found.size();
  const std::string found = std::to_string(named) + (named == 1 ? " field is" : " fields are") + " named";
  const std::string there = std::to_string(wrong) + (wrong == 1 ? " is wrong" : " are wrong");
  // Not before as many are named: else a field could be tried after the other.
  if (named < wrong)
    return {GoalState::open, found + " so far, and " + there + ". They are named in Assign."};
  if (named > wrong) return {GoalState::unmet, found + ", and only " + there + '.'};
  if (is_found(goal.assignable)) return {GoalState::met, found + ", this one among them."};
  return {GoalState::unmet, found + ", and this one is not among them."};
}

GoalStatus Session::goal_status(std::uint32_t goal) const {
  GoalStatus status = std::visit(
      [&](const auto& assertion) {
        if constexpr (requires { judge(assertion, goal); })
          return judge(assertion, goal);
        else
          return judge(assertion);
      },
      scenario_->goals[goal].assertion);
  const bool is_late = status.points > 0;
  if (status.state == GoalState::met && !is_late) status.points = scenario_->goals[goal].points;
  return status;
}

Progress Session::progress() const {
  Progress progress;
  for (std::uint32_t i = 0; i < scenario_->goals.size(); ++i) {
    const GoalStatus status = goal_status(i);
    ++progress.goals;
    progress.points += scenario_->goals[i].points;
    progress.points_met += status.points;
    if (status.state == GoalState::met) ++progress.goals_met;
  }
  return progress;
}

}  // namespace ntk::session
