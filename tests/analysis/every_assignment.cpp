#include "tests/analysis/every_assignment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "sim/analysis/coverage.h"

namespace ntk::analysis {
namespace {

using scenario::AssignedValue;

/// All parts of a set. Called with the alternatives of a value.
struct Parts {
  template <class List>
  static std::vector<AssignedValue> of_list(const List& all) {
    std::vector<AssignedValue> parts;
    for (std::size_t bits = 0; bits < std::size_t{1} << all.size(); ++bits) {
      List part;
      for (std::size_t at = 0; at < all.size(); ++at) {
        if ((bits >> at & 1U) != 0) part.push_back(all[at]);
      }
      parts.emplace_back(std::move(part));
    }
    return parts;
  }
  std::vector<AssignedValue> operator()(const policy::Designation& all) const { return of_list(all); }
  std::vector<AssignedValue> operator()(const policy::Roles& all) const { return of_list(all); }
  template <class E>
  std::vector<AssignedValue> operator()(policy::EnumSet<E> all) const {
    std::vector<AssignedValue> parts{policy::EnumSet<E>()};
    for (const auto& each : policy::words<E>()) {
      if (!all.contains(each.value)) continue;
      for (std::size_t at = parts.size(); at-- > 0;) {
        auto with = std::get<policy::EnumSet<E>>(parts[at]);
        with.insert(each.value);
        parts.emplace_back(with);
      }
    }
    return parts;
  }
  std::vector<AssignedValue> operator()(const auto&) const { return {}; }
};

}  // namespace

std::vector<AssignedValue> values_of(const scenario::Assignable& field, const policy::World& given) {
  REQUIRE_FALSE(field.open);
  const AssignedValue now = current_value(given, field);
  std::vector<AssignedValue> values =
      field_word(field.field).is_set ? std::visit(Parts(), field.choices.front()) : field.choices;
  const bool known = std::any_of(values.begin(), values.end(),
                                 [&](const AssignedValue& each) { return scenario::same_value(each, now); });
  if (!known) values.push_back(now);
  return values;
}

std::uint64_t number_of_assignments(const scenario::Scenario& scenario) {
  std::uint64_t number = 1;
  for (const auto& each : scenario.assignables) number *= values_of(each, scenario.world).size();
  return number;
}

std::vector<Assigned> every_assignment(const scenario::Scenario& scenario) {
  std::vector<Assigned> all{{scenario.world, {}, {}}};
  for (const auto& field : scenario.assignables) {
    std::vector<Assigned> longer;
    for (const Assigned& each : all) {
      for (const AssignedValue& value : values_of(field, scenario.world)) {
        longer.push_back(each);
        assign(longer.back().world, field, value);
        longer.back().values.push_back(value);
      }
    }
    all = std::move(longer);
  }
  for (Assigned& each : all) {
    scenario::Scenario assigned = scenario;
    assigned.world = each.world;
    session::Session session(std::move(assigned));
    run_everything(session);
    for (std::uint32_t goal = 0; goal < scenario.goals.size(); ++goal) {
      if (session.goal_status(goal).state != session::GoalState::met) each.missed.push_back(goal);
    }
  }
  return all;
}

}  // namespace ntk::analysis
