// The goals on what a student assigned, granted and predicted.
#include <algorithm>

#include "sim/policy/phrases.h"
#include "sim/session/excess_count.h"
#include "sim/session/session.h"

namespace ntk::session {
namespace {

using scenario::AssignedGoal;
using scenario::AssignedValue;
using scenario::ExcessGoal;
using scenario::PredictionGoal;

// ---- What is assigned --------------------------------------------------------------------------

/// Whether two sets have an element in common. Called with values of one field; those of one value are equal or not.
struct Shares {
  template <class E>
  bool operator()(policy::EnumSet<E> a, policy::EnumSet<E> b) const {
    return std::any_of(policy::words<E>().begin(), policy::words<E>().end(),
                       [&](const auto& each) { return a.contains(each.value) && b.contains(each.value); });
  }
  template <class T>
  bool operator()(const std::vector<T>& a, const std::vector<T>& b) const {
    return std::any_of(a.begin(), a.end(),
                       [&](const T& each) { return std::find(b.begin(), b.end(), each) != b.end(); });
  }
  template <class T>
  bool operator()(const T& a, const T& b) const {
    return a == b;
  }
  template <class T, class U>
  bool operator()(const T&, const U&) const {
    return false;
  }
};

// ---- What is in excess -------------------------------------------------------------------------

/// What an excess goal counts, one kind after the other.
struct Counted {
  std::uint64_t found = 0;
  int most = 0;
  std::string words;  ///< "2 functions"
};

std::vector<Counted> counted_of(const ExcessGoal& goal, const ExcessCount& found) {
  std::vector<Counted> all;
  if (goal.permits) {
    const std::string noun = found.permits == 1 ? " permit to read a record" : " permits to read a record";
    all.push_back({found.permits, *goal.permits, std::to_string(found.permits) + noun});
  }
  const auto add = [&](const std::optional<int>& most, Privilege kind) {
    if (most) all.push_back({found.of(kind), *most, counted(kind, found.of(kind))});
  };
  add(goal.functions, Privilege::function);
  add(goal.roles, Privilege::role);
  add(goal.terms, Privilege::term);
  add(goal.memo_levels, Privilege::memo_level);
  return all;
}

std::string points_in_words(int points) {
  return policy::counted(static_cast<std::size_t>(points), "point", "points");
}

}  // namespace

GoalStatus Session::judge(const AssignedGoal& goal) const {
  const scenario::Assignable& field = scenario_->assignables[goal.assignable];
  if (conceals()) return {GoalState::open, "First find what is wrong."};
  if (!all_scripted_are_current())
    return {GoalState::open, "Not every request of the script has been run since the last change: run all."};
  const AssignedValue held = current_value(assigned(), field);
  const bool met = goal.is ? scenario::same_value(held, *goal.is) : !std::visit(Shares(), held, *goal.is_not);
  const std::string found = std::string(field_word(field.field).title) + " of " +
                            thing_in_words(field, scenario_->world) + ": " +
                            value_in_words(held, field, scenario_->world) + ".";
  if (met) return {GoalState::met, found};
  return {GoalState::unmet, found + (goal.is ? " It should be something else." : " It should not be that.")};
}

bool Session::need_is_met() const {
  for (std::uint32_t i = 0; i < scenario_->goals.size(); ++i) {
    if (states_need(scenario_->goals[i]) && goal_status(i).state != GoalState::met) return false;
  }
  return true;
}

const ExcessCount& Session::excess_of(const ExcessGoal& goal, std::uint32_t at) const {
  if (excess_.size() <= at) excess_.resize(scenario_->goals.size());
  auto& [revision, known] = excess_[at];
  if (!known || revision != revision_) {
    revision = revision_;
    known = std::make_shared<const ExcessCount>(count_excess(*this, goal));
  }
  return *known;
}

GoalStatus Session::judge(const ExcessGoal& goal, std::uint32_t at) const {
  if (conceals() || !need_is_met()) {
    return {GoalState::open,
            "First meet every goal on a request or on the audit trail. Then what is granted beyond that is "
            "counted."};
  }
  std::vector<std::string> words;
  bool met = true;
  for (const Counted& each : counted_of(goal, excess_of(goal, at))) {
    const bool fits = each.found <= static_cast<std::uint64_t>(each.most);
    met = met && fits;
    words.push_back(each.words + " (" + (each.most == 0 ? "none" : "at most " + std::to_string(each.most)) +
                    (fits ? " allowed)" : " allowed: too many)"));
  }
  return {met ? GoalState::met : GoalState::unmet,
          "Beyond need you grant " + policy::listed(words, "and") + "."};
}

GoalStatus Session::judge(const PredictionGoal& goal, std::uint32_t at) const {
  const int points = scenario_->goals[at].points;
  const int later = goal.later_points.value_or(0);
  const std::string title = policy::in_quotes(requests()[goal.request].title);
  const auto& first = firsts_.entry(goal.request);
  const Prediction* made = prediction(goal.request);
  if (!first) {
    const std::string what = made ? "Run " + title + " to see." : "Predict how " + title + " ends.";
    return {GoalState::open, what + " A right first prediction earns " + points_in_words(points) +
                                 (later > 0 ? ", a right later one " + points_in_words(later) + "." : ".")};
  }
  if (first->result == PredictionResult::hit) return {GoalState::met, "Your first prediction was right."};
  const std::string missed =
      first->made ? "Your first prediction was wrong." : "You saw the outcome before you predicted it.";
  if (later > 0 && made && made->result == PredictionResult::hit) {
    return {GoalState::met,
            missed + " Your later one is right: " + std::to_string(later) + " of " + points_in_words(points) +
                ".",
            later};
  }
  if (later == 0) return {GoalState::unmet, missed};
  return {GoalState::unmet, missed + " You can still earn " + points_in_words(later) +
                                ": start over, predict it again and run it."};
}

}  // namespace ntk::session
