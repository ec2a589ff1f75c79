#include "sim/analysis/excess.h"

#include <algorithm>

#include "sim/analysis/coverage.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::Record;
using policy::Ref;
using policy::World;
using scenario::Assignable;
using scenario::AssignedValue;
using session::GoalState;
using session::Session;

// ---- Trying an edit ----------------------------------------------------------------------------

std::vector<std::uint32_t> goals_met(const Session& session) {
  std::vector<std::uint32_t> met;
  for (std::uint32_t at = 0; at < session.scenario().goals.size(); ++at) {
    // What is in excess is no need.
    if (std::holds_alternative<scenario::ExcessGoal>(session.scenario().goals[at].assertion)) continue;
    if (session.goal_status(at).state == GoalState::met) met.push_back(at);
  }
  return met;
}

bool still_met(const Session& session, const std::vector<std::uint32_t>& goals) {
  return std::all_of(goals.begin(), goals.end(),
                     [&](std::uint32_t each) { return session.goal_status(each).state == GoalState::met; });
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

Session with_everything_run(Session session) {
  run_everything(session);
  return session;
}

}  // namespace

// ---- The work ----------------------------------------------------------------------------------

ExcessWork::ExcessWork(Session session)
    : session_(with_everything_run(std::move(session))),
      setting_(without_requests(session_)),
      needed_(needed_permits(session_.scenario())),
      met_(goals_met(session_)),
      edits_(edits_of(session_.scenario(), *setting_.world)) {
  found_.goals_met = met_.size();
  for (const Assignable& each : session_.scenario().assignables) {
    if (const auto kind = granted_by(each.field))
      found_.privileges[static_cast<std::size_t>(*kind)].granted +=
          grants(current_value(*setting_.world, each));
  }
}

bool ExcessWork::step() {
  if (did_ == 0) {
    count_permits();
  } else if (did_ == 1) {
    count_given();
  } else if (!done()) {
    try_edit(edits_[did_ - 2]);
  }
  if (!done()) ++did_;
  return done();
}

void ExcessWork::count_permits() {
  table_.emplace(setting_);
  found_.permits = number_of_permits(*table_);
  found_.needed = static_cast<std::uint64_t>(
      std::count_if(needed_.begin(), needed_.end(), [&](const Permit& each) { return table_->has(each); }));
  found_.in_excess = found_.permits - found_.needed;
  found_.excess = permits(*table_, most_listed + needed_.size());
  std::erase_if(found_.excess, [&](const Permit& each) { return is_in(needed_, each); });
  if (found_.excess.size() > most_listed) found_.excess.resize(most_listed);
}

void ExcessWork::count_given() {
  Setting given = setting_;
  given.world = std::make_shared<const World>(session_.scenario().world);
  GroupedMatrix table(std::move(given));
  found_.as_given = compared(table, *table_).kept;
  for (const Permit& each : needed_) found_.as_given -= table_->has(each) && table.has(each) ? 1 : 0;
}

void ExcessWork::try_edit(const session::AssignCommand& edit) {
  const Assignable& field = session_.scenario().assignables[edit.assignable];
  Revocable found{edit, 0, {}, {}};
  if (const auto kind = granted_by(field.field);
      kind && grants_less(edit.value, current_value(*setting_.world, field)))
    found.takes_back = kind;
  GroupedMatrix after(*table_, edited(setting_, field, edit.value), {field});
  const MatrixCounts counts = compared(*table_, after);
  if (counts.gained > 0) return;
  found.removes = counts.lost;
  const auto needed =
      static_cast<std::uint64_t>(std::count_if(needed_.begin(), needed_.end(), [&](const Permit& each) {
        return table_->has(each) && !after.has(each);
      }));
  if (counts.lost == needed && !found.takes_back) return;
  Session tried = session_;
  if (tried.apply(session::Command(edit))) return;
  tried.apply(session::Command(session::RunAllCommand{}));
  if (!still_met(tried, met_)) return;
  found.removed = lost(*table_, after, most_listed);
  if (found.takes_back) ++found_.privileges[static_cast<std::size_t>(*found.takes_back)].revocable;
  found_.revocable.push_back(std::move(found));
}

Excess excess(Session session) {
  ExcessWork work(std::move(session));
  while (!work.step()) {
  }
  return work.found();
}

// ---- Words -------------------------------------------------------------------------------------

std::string in_words(const Excess& found) {
  std::string text = std::to_string(found.permits) +
                     (found.permits == 1 ? " permit to read a record: " : " permits to read a record: ") +
                     std::to_string(found.needed) + " needed for the goals, " +
                     std::to_string(found.in_excess) + " in excess (" + std::to_string(found.as_given) +
                     " of them granted by the lesson as shipped).";
  std::vector<std::string> others;
  for (const Privilege each : all_privileges) {
    const PrivilegeCount& count = found.of(each);
    if (count.granted == 0) continue;
    others.push_back(
        counted(each, count.granted) +
        (count.revocable > 0 ? " (" + std::to_string(count.revocable) + " can be taken back)" : ""));
  }
  if (!others.empty()) text += " Your assignments also grant " + policy::listed(others, "and") + ".";
  return text;
}

std::string verdict_in_words(const Excess& found) {
  if (found.goals_met == 0) return "No goal is met yet, so nothing is needed yet.";
  if (found.revocable.empty()) {
    return "This is as little as it gets: no single edit takes anything back without a goal being lost.";
  }
  return found.revocable.size() == 1
             ? "One edit takes something back, and every goal that is met stays met."
             : std::to_string(found.revocable.size()) +
                   " edits, each on its own, take something back, and every goal that is met "
                   "stays met.";
}

}  // namespace ntk::analysis
