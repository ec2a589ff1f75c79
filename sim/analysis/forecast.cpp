#include "sim/analysis/forecast.h"

#include <algorithm>
#include <set>

#include "sim/analysis/timeline.h"
#include "sim/policy/phrases.h"
#include "sim/session/consequences.h"

namespace ntk::analysis {
namespace {

Outcome outcome_of(const policy::Decision& decision) {
  const auto withheld = std::count_if(decision.hits.begin(), decision.hits.end(),
                                      [](const policy::Hit& hit) { return hit.withheld(); });
  return {decision.permitted(), static_cast<std::size_t>(withheld), decision.primary()};
}

/// The world after a request to which nobody objects.
session::SharedWorld world_if_permitted(const Setting& setting, const scenario::ScriptedRequest& request) {
  policy::Request asked = request.request;
  if (request.at_clock) asked.moment = setting.moment;
  const auto entered = session::put_as_asked(asked, setting.described());
  return session::world_after(setting.world, {asked, policy::Decision{}, entered});
}

}  // namespace

CellState Outcome::state() const {
  if (!permitted) return CellState::denied;
  return withheld > 0 ? CellState::in_part : CellState::permitted;
}

std::string in_words(const Outcome& outcome) {
  if (!outcome.permitted) {
    return outcome.primary ? "deny by " + std::string(policy::check(*outcome.primary).code) : "deny";
  }
  return outcome.withheld == 0 ? "permit" : "permit, " + std::to_string(outcome.withheld) + " withheld";
}

std::vector<policy::Date> days_of_change(const Setting& setting) {
  const policy::Date today = setting.moment.day;
  std::set<policy::Date> days = {today};
  const auto add_days_of = [&](const policy::World& world) {
    for (const Lapse& each : timeline(world, today)) days.insert(each.day);
    // A referral is at a moment of its day: who asks earlier in the day finds it made on the next.
    for (const policy::Record& each : world.records) {
      if (each.referred && !(each.referred->day < today) && each.referred->day < policy::last_date)
        days.insert(policy::next_day(each.referred->day));
    }
  };
  add_days_of(*setting.world);
  for (const scenario::ScriptedRequest& each : setting.requests) {
    // What a request enters or changes has days of its own, on whichever day it is permitted.
    const session::SharedWorld done = world_if_permitted(setting, each);
    if (done != setting.world) add_days_of(*done);
    // On a day that a request states, those that are asked by then come together: denied attempts of one day
    // count.
    if (!each.at_clock && today < each.request.moment.day) days.insert(each.request.moment.day);
  }
  return {days.begin(), days.end()};
}

std::vector<std::uint32_t> moved_to(const Setting& setting, policy::Date day) {
  std::vector<std::uint32_t> moved;
  for (std::uint32_t i = 0; i < setting.requests.size(); ++i) {
    const scenario::ScriptedRequest& each = setting.requests[i];
    if (!each.at_clock && each.request.moment.day < day) moved.push_back(i);
  }
  return moved;
}

std::string moved_in_words(const Setting& setting, policy::Date day) {
  constexpr std::size_t most_named = 5;
  const std::vector<std::uint32_t> moved = moved_to(setting, day);
  if (moved.empty()) return {};
  std::vector<std::string> named;
  for (std::size_t i = 0; i < std::min(moved.size(), most_named); ++i) {
    const scenario::ScriptedRequest& each = setting.requests[moved[i]];
    named.push_back(each.id + " (from " + policy::in_words(each.request.moment.day) + ")");
  }
  if (moved.size() > most_named) named.push_back(std::to_string(moved.size() - most_named) + " more");
  return "Moved here from an earlier day of their own: " + policy::listed(named, "and") + ".";
}

std::vector<Outcome> outcomes_on(const Setting& setting, policy::Date day) {
  std::vector<Outcome> outcomes;
  outcomes.reserve(setting.requests.size());
  const Setting then = on_day(setting, day);
  session::SharedWorld world = then.world;
  session::DeniedAttempts denied;
  for (const scenario::ScriptedRequest& each : then.requests) {
    policy::Request asked = each.request;
    if (each.at_clock) asked.moment = then.moment;
    const auto entered = session::put_as_asked(asked, then.described());
    const policy::Decision decision = policy::decide(*world, asked);
    const bool suspends = denied.suspends(*world, asked, decision);
    const session::Decided decided{asked, decision, entered, suspends};
    if (const auto user = session::reinstated(*world, decided)) denied.forgive(*user);
    world = session::world_after(world, decided);
    outcomes.push_back(outcome_of(decision));
  }
  return outcomes;
}

std::vector<OutcomeFlip> flips_between(std::span<const Outcome> before, std::span<const Outcome> after,
                                       policy::Date day) {
  std::vector<OutcomeFlip> flips;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    if (before[i].state() != after[i].state() || before[i].withheld != after[i].withheld)
      flips.push_back({day, i, before[i], after[i]});
  }
  return flips;
}

Forecast::Forecast(Setting setting) : setting_(std::move(setting)), days_(days_of_change(setting_)) {}

void Forecast::advance(std::size_t decisions) {
  std::size_t decided = 0;
  do {
    if (done()) return;
    outcomes_.push_back(outcomes_on(setting_, days_[computed()]));
    decided += setting_.requests.size();
  } while (decided < decisions);
}

std::vector<OutcomeFlip> Forecast::flips() const {
  std::vector<OutcomeFlip> all;
  for (std::size_t i = 1; i < computed(); ++i) {
    const std::vector<OutcomeFlip> found = flips_between(outcomes_[i - 1], outcomes_[i], days_[i]);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

}  // namespace ntk::analysis
