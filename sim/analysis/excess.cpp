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

bool stands_before(const Permit& a, const Permit& b) {
  return std::tie(a.user, a.record) < std::tie(b.user, b.record);
}

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
    std::sort(needed_.begin(), needed_.end(), stands_before);
    needed_.erase(std::unique(needed_.begin(), needed_.end()), needed_.end());
    return std::move(needed_);
  }

 private:
  void add(Ref<policy::User> user, Ref<Record> record) {
    needed_.push_back({user, record});
    const Record& read = scenario_.world[record];
    if (read.category == policy::Category::image && read.parent) needed_.push_back({user, *read.parent});
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
  void operator()(const policy::Roles& roles) const {
    for (std::size_t at = 0; at < roles.size(); ++at) {
      policy::Roles rest = roles;
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

/// Every single edit of what decides something.
std::vector<session::AssignCommand> edits_of(const scenario::Scenario& scenario, const World& assigned) {
  std::vector<session::AssignCommand> edits;
  for (std::uint32_t at = 0; at < scenario.assignables.size(); ++at) {
    const Assignable& field = scenario.assignables[at];
    if (!decides(field.field)) continue;
    for (AssignedValue& value : single_edits(field, current_value(assigned, field)))
      edits.push_back({at, std::move(value)});
  }
  return edits;
}

/// As the scenario granted before anything was assigned.
Setting as_given(const Session& session) {
  Setting setting = assigned_setting(session);
  setting.world = std::make_shared<const World>(session.scenario().world);
  return setting;
}

Session with_everything_run(Session session) {
  run_everything(session);
  return session;
}

}  // namespace

bool is_in(const std::vector<Permit>& permits, const Permit& one) {
  return std::binary_search(permits.begin(), permits.end(), one, stands_before);
}

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

ExcessWork::ExcessWork(Session session)
    : session_(with_everything_run(std::move(session))),
      matrix_(assigned_setting(session_), Axis::records),
      given_(as_given(session_), Axis::records),
      needed_(needed_permits(session_.scenario())),
      met_(goals_met(session_)),
      edits_(edits_of(session_.scenario(), *matrix_.setting().world)) {}

bool ExcessWork::step(std::size_t cells) {
  if (!matrix_.done()) {
    matrix_.step(cells);
  } else if (!given_.done()) {
    given_.step(cells);
  } else if (tried_ < edits_.size()) {
    const session::AssignCommand& edit = edits_[tried_];
    const Assignable& field = session_.scenario().assignables[edit.assignable];
    if (!after_) after_.emplace(edited(matrix_.setting(), field, edit.value), Axis::records);
    if (!after_->done()) after_->step(cells);
    if (after_->done()) conclude(edit);
  }
  return done();
}

void ExcessWork::conclude(const session::AssignCommand& edit) {
  std::vector<Permit> removed = taken_away(matrix_, *after_);
  after_.reset();
  ++tried_;
  if (std::all_of(removed.begin(), removed.end(), [&](const Permit& each) { return is_in(needed_, each); }))
    return;
  Session tried = session_;
  if (tried.apply(session::Command(edit))) return;
  tried.apply(session::Command(session::RunAllCommand{}));
  if (still_met(tried, met_)) revocable_.push_back({edit, std::move(removed)});
}

std::size_t ExcessWork::filled() const {
  return matrix_.filled() + given_.filled() + tried_ * matrix_.size() + (after_ ? after_->filled() : 0);
}

std::size_t ExcessWork::size() const {
  return matrix_.size() * (2 + edits_.size());
}

Excess ExcessWork::found() const {
  Excess found;
  for (std::uint32_t user = 0; user < matrix_.users(); ++user) {
    for (std::uint32_t record = 0; record < matrix_.columns(); ++record) {
      if (!matrix_.at({user}, record).grants()) continue;
      ++found.permits;
      const Permit permit{{user}, {record}};
      if (is_in(needed_, permit)) {
        ++found.needed;
        continue;
      }
      found.as_given += given_.at({user}, record).grants();
      found.excess.push_back(permit);
    }
  }
  found.revocable = revocable_;
  return found;
}

Excess excess(Session session) {
  ExcessWork work(std::move(session));
  while (!work.step(work.size())) {
  }
  return work.found();
}

}  // namespace ntk::analysis
