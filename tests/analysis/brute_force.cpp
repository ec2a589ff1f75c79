#include "tests/analysis/brute_force.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace ntk::analysis {
namespace {

using policy::Decision;

std::optional<std::vector<Decision>> day_with(session::Session session, const Commands& commands) {
  for (const session::AssignCommand& each : commands) {
    if (session.apply(session::Command(each))) return std::nullopt;
  }
  const auto refused = session.apply("run all");
  REQUIRE_FALSE(refused);
  std::vector<Decision> decisions;
  for (std::uint32_t at = 0; at < session.requests().size(); ++at)
    decisions.push_back(session.latest_run(at)->decision);
  return decisions;
}

/// Calls `use` with each set of up to so many of the first `count` numbers.
template <class Use>
void for_each_set(std::uint32_t count, std::size_t most, AtomSet& set, Use use) {
  use(set);
  if (set.size() == most) return;
  for (std::uint32_t next = set.empty() ? 0 : set.back() + 1; next < count; ++next) {
    set.push_back(next);
    for_each_set(count, most, set, use);
    set.pop_back();
  }
}

}  // namespace

BruteForce::BruteForce(const session::Session& fresh, std::size_t atoms) : edits_(fresh, 0) {
  AtomSet none;
  for_each_set(static_cast<std::uint32_t>(edits_.atoms().size()), atoms, none, [&](const AtomSet& set) {
    if (!edits_.agree(set)) return;
    if (auto day = day_with(fresh, edits_.commands(set))) days_.emplace(set, *std::move(day));
  });
}

template <class Outcome>
std::vector<Commands> BruteForce::minimal_by(Outcome outcome) const {
  std::vector<AtomSet> turning;
  const bool before = outcome(days_.at({}));
  for (const auto& [set, day] : days_) {
    if (outcome(day) != before) turning.push_back(set);
  }
  std::stable_sort(turning.begin(), turning.end(),
                   [](const AtomSet& a, const AtomSet& b) { return a.size() < b.size(); });
  std::vector<Commands> found;
  for (const AtomSet& set : turning) {
    const bool has_part = std::any_of(turning.begin(), turning.end(), [&](const AtomSet& part) {
      return part.size() < set.size() && is_subset(part, set);
    });
    if (!has_part) found.push_back(edits_.commands(set));
  }
  return found;
}

std::vector<Commands> BruteForce::minimal(std::uint32_t request) const {
  return minimal_by([request](const std::vector<Decision>& day) { return day[request].permitted(); });
}

std::vector<Commands> BruteForce::minimal(std::uint32_t request, policy::Ref<policy::Record> record) const {
  return minimal_by([request, record](const std::vector<Decision>& day) {
    return std::any_of(day[request].hits.begin(), day[request].hits.end(), [record](const policy::Hit& each) {
      return each.record == record && !each.withheld();
    });
  });
}

session::Session ready_to_run(scenario::Scenario scenario) {
  session::Session session(std::move(scenario));
  const auto asked = session.scenario().predictions;
  for (const auto& each : asked)
    session.apply(
        session::Command(session::PredictCommand{session.requests()[each.request].id, true, std::nullopt}));
  return session;
}

}  // namespace ntk::analysis
