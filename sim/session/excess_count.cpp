#include "sim/session/excess_count.h"

#include <algorithm>
#include <utility>

#include "sim/policy/compiled.h"

namespace ntk::session {
namespace {

using policy::Record;
using policy::Ref;
using policy::World;
using scenario::Assignable;
using scenario::AssignedValue;

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
  void operator()(const auto&) {}

  std::vector<Permit> take() {
    std::sort(needed_.begin(), needed_.end());
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

// ---- Counting ----------------------------------------------------------------------------------

/// Who can read what, as the access matrix asks: for a duty, from the own duty station.
std::uint64_t permits_beyond(const Session& session) {
  const World& world = session.assigned();
  if (world.purposes.empty()) return 0;
  const auto needed = needed_permits(session.scenario());
  const auto& places = session.scenario().places;
  policy::Compiled compiled(world, session.clock());
  std::vector<policy::PackedOutcome> row(world.records.size());
  std::uint64_t count = 0;
  for (std::uint32_t user = 0; user < world.users.size(); ++user) {
    const policy::User& asks = world.users[user];
    const policy::Stated stated{asks.duties.empty() ? Ref<policy::Purpose>{0} : asks.duties.front(),
                                !asks.duty_station.empty() ? asks.duty_station
                                : places.empty()           ? std::string()
                                                           : places.front()};
    compiled.row({user}, stated, row);
    for (std::uint32_t record = 0; record < row.size(); ++record) {
      const bool reads = row[record].permitted() && !world.records[record].absent;
      count += reads && !is_in(needed, {{user}, {record}}) ? 1 : 0;
    }
  }
  return count;
}

/// The script of a session alone, without what keeps a student from running it.
scenario::Scenario script_of(const Session& session) {
  scenario::Scenario script = session.scenario();
  script.world = session.assigned();
  script.clock = session.clock();
  script.predictions.clear();
  script.forensics = false;
  std::erase_if(script.goals, [](const scenario::Goal& each) { return !states_need(each); });
  return script;
}

bool meets_all(Session session) {
  session.apply(Command(RunAllCommand{}));
  for (std::uint32_t at = 0; at < session.scenario().goals.size(); ++at) {
    if (session.goal_status(at).state != GoalState::met) return false;
  }
  return true;
}

bool asks_about(const scenario::ExcessGoal& asked, Privilege kind) {
  switch (kind) {
    case Privilege::function:
      return asked.functions.has_value();
    case Privilege::role:
      return asked.roles.has_value();
    case Privilege::term:
      return asked.terms.has_value();
    case Privilege::memo_level:
      return asked.memo_levels.has_value();
  }
  return false;
}

}  // namespace

bool is_in(const std::vector<Permit>& permits, const Permit& one) {
  return std::binary_search(permits.begin(), permits.end(), one);
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

bool states_need(const scenario::Goal& goal) {
  return std::holds_alternative<scenario::DecisionGoal>(goal.assertion) ||
         std::holds_alternative<scenario::TrailGoal>(goal.assertion);
}

ExcessCount count_excess(const Session& session, const scenario::ExcessGoal& asked) {
  ExcessCount found;
  if (asked.permits) found.permits = permits_beyond(session);
  std::optional<Session> script;  // run anew with each edit, from the start
  for (std::uint32_t at = 0; at < session.scenario().assignables.size(); ++at) {
    const Assignable& field = session.scenario().assignables[at];
    const auto kind = granted_by(field.field);
    if (!kind || !asks_about(asked, *kind)) continue;
    const AssignedValue held = current_value(session.assigned(), field);
    for (AssignedValue& value : single_edits(field, held)) {
      if (!grants_less(value, held)) continue;
      if (!script) script.emplace(script_of(session));
      Session tried = *script;
      if (tried.apply(Command(AssignCommand{at, std::move(value)}))) continue;
      if (meets_all(std::move(tried))) ++found.revocable[static_cast<std::size_t>(*kind)];
    }
  }
  return found;
}

}  // namespace ntk::session
