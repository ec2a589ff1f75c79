#include "sim/analysis/excess.h"

#include <algorithm>
#include <tuple>

#include "sim/analysis/coverage.h"

namespace ntk::analysis {
namespace {

using policy::Record;
using policy::Ref;
using policy::World;
using scenario::Assignable;
using scenario::AssignedValue;
using session::GoalState;
using session::Session;

// ---- What the goals need -----------------------------------------------------------------------

class Needs {
 public:
  explicit Needs(const scenario::Scenario& scenario) : scenario_(scenario) {}

  void operator()(const scenario::DecisionGoal& goal) {
    const policy::Request& request = scenario_.requests[goal.request].request;
    const auto* one = std::get_if<Ref<Record>>(&request.target);
    const bool succeeds = goal.permitted.value_or(false) || (goal.returned && !goal.returned->empty());
    if (succeeds && one != nullptr) add(request.user, *one);
    if (!goal.returned) return;
    for (const Ref<Record> each : *goal.returned) add(request.user, each);
  }
  void operator()(const scenario::TrailGoal& goal) {
    const bool succeeds = goal.at_least.value_or(0) > 0 && goal.outcome == scenario::AuditOutcome::permitted;
    if (succeeds && goal.user && goal.record) add(*goal.user, *goal.record);
  }
  void operator()(const scenario::ReviewGoal&) {}
  void operator()(const scenario::LetterGoal&) {}
  void operator()(const scenario::FindGoal&) {}

  std::vector<Permit> take() {
    const auto place = [](const Permit& of) { return std::tie(of.user, of.record); };
    std::sort(needed_.begin(), needed_.end(),
              [&](const Permit& a, const Permit& b) { return place(a) < place(b); });
    needed_.erase(std::unique(needed_.begin(), needed_.end()), needed_.end());
    return std::move(needed_);
  }

 private:
  void add(Ref<policy::User> user, Ref<Record> record) {
    needed_.push_back({user, record});
    const Record& of = scenario_.world[record];
    if (of.category == policy::Category::image && of.parent) needed_.push_back({user, *of.parent});
  }

  const scenario::Scenario& scenario_;
  std::vector<Permit> needed_;
};

// ---- What can be taken out of a value ----------------------------------------------------------

template <class E>
void add_without_one(std::vector<AssignedValue>& edits, policy::EnumSet<E> set) {
  for (const auto& each : policy::words<E>()) {
    if (!set.contains(each.value)) continue;
    policy::EnumSet<E> rest = set;
    rest.erase(each.value);
    edits.emplace_back(rest);
  }
}

/// Adds what a value can be edited to where its scenario does not list choices. Called with its alternatives.
struct SingleEdits {
  std::vector<AssignedValue>& edits;

  void operator()(const policy::Designation& designation) const {
    for (std::size_t at = 0; at < designation.size(); ++at) {
      policy::Designation rest = designation;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
      edits.emplace_back(std::move(rest));
    }
  }
  template <class E>
  void operator()(policy::EnumSet<E> set) const {
    add_without_one(edits, set);
  }
  template <class T>
  void operator()(const std::optional<T>& held) const {
    if (held) edits.emplace_back(std::optional<T>());
  }
  void operator()(policy::Level) const {
    for (const auto& each : policy::words<policy::Level>()) edits.emplace_back(each.value);
  }
  void operator()(policy::Access) const {
    for (const auto& each : policy::words<policy::Access>()) edits.emplace_back(each.value);
  }
  void operator()(bool is) const { edits.emplace_back(!is); }
};

// ---- Trying an edit ----------------------------------------------------------------------------

std::vector<std::uint32_t> goals_met(const Session& session) {
  std::vector<std::uint32_t> met;
  for (std::uint32_t at = 0; at < session.scenario().goals.size(); ++at) {
    if (session.goal_status(at).state == GoalState::met) met.push_back(at);
  }
  return met;
}

bool still_met(const Session& session, const std::vector<std::uint32_t>& goals) {
  return std::all_of(goals.begin(), goals.end(),
                     [&](std::uint32_t each) { return session.goal_status(each).state == GoalState::met; });
}

/// The permits that an edit takes away; none where it gives one too.
std::vector<Permit> taken_away(const Matrix& before, const Matrix& after) {
  std::vector<Permit> lost;
  for (const CellFlip& each : flips(before, after)) {
    if (each.gained()) return {};
    if (each.lost()) lost.push_back({each.user, {each.column}});
  }
  return lost;
}

std::vector<Revocable> revocable(const Session& session, const Matrix& matrix) {
  const scenario::Scenario& scenario = session.scenario();
  const auto met = goals_met(session);
  const std::vector<Permit> needed = needed_permits(scenario);
  const auto is_needed = [&](const Permit& each) {
    return std::find(needed.begin(), needed.end(), each) != needed.end();
  };
  std::vector<Revocable> found;
  for (std::uint32_t at = 0; at < scenario.assignables.size(); ++at) {
    const Assignable& field = scenario.assignables[at];
    if (!decides(field.field)) continue;
    for (AssignedValue& value : single_edits(field, current_value(*matrix.setting().world, field))) {
      auto removed = taken_away(matrix, filled(edited(matrix.setting(), field, value)));
      if (std::all_of(removed.begin(), removed.end(), is_needed)) continue;
      Session tried = session;
      const session::AssignCommand edit{at, std::move(value)};
      if (tried.apply(session::Command(edit))) continue;
      tried.apply(session::Command(session::RunAllCommand{}));
      if (still_met(tried, met)) found.push_back({edit, std::move(removed)});
    }
  }
  return found;
}

}  // namespace

std::vector<Permit> needed_permits(const scenario::Scenario& scenario) {
  Needs needs(scenario);
  for (const scenario::Goal& each : scenario.goals) std::visit(needs, each.assertion);
  return needs.take();
}

std::vector<AssignedValue> single_edits(const Assignable& field, const AssignedValue& value) {
  std::vector<AssignedValue> edits;
  if (field.open || field_word(field.field).is_set) {
    std::visit(SingleEdits{edits}, value);
  } else {
    edits = field.choices;
  }
  edits.erase(
      std::remove_if(edits.begin(), edits.end(),
                     [&](const AssignedValue& each) { return each == value || !allows(field, each); }),
      edits.end());
  return edits;
}

Excess excess(Session session) {
  run_everything(session);
  const scenario::Scenario& scenario = session.scenario();
  const Matrix matrix = filled(assigned_setting(session));
  Setting shipped = matrix.setting();
  shipped.world = std::make_shared<const World>(scenario.world);
  const Matrix given = filled(std::move(shipped));
  const auto needed = needed_permits(scenario);
  Excess found;
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    for (std::uint32_t record = 0; record < matrix.columns(); ++record) {
      if (!matrix.at({user}, record).grants()) continue;
      ++found.permits;
      const Permit permit{{user}, {record}};
      if (std::find(needed.begin(), needed.end(), permit) != needed.end()) {
        ++found.needed;
        continue;
      }
      found.as_given += given.at({user}, record).grants();
      found.excess.push_back(permit);
    }
  }
  found.revocable = revocable(session, matrix);
  return found;
}

}  // namespace ntk::analysis
