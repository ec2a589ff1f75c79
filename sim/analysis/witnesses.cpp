#include "sim/analysis/witnesses.h"

#include <algorithm>
#include <set>

namespace ntk::analysis {
namespace {

using policy::Date;
using policy::DesignationClass;
using policy::Investigation;
using policy::InvestigationType;
using policy::Term;
using scenario::AssignableField;
using scenario::AssignedValue;

template <class E>
std::vector<AssignedValue> each_of() {
  std::vector<AssignedValue> values;
  for (const policy::Word<E>& each : policy::words<E>()) values.emplace_back(each.value);
  return values;
}

}  // namespace

Witnesses::Witnesses(const session::Session& fresh, std::uint32_t request) {
  const policy::World& world = fresh.world();
  const auto day_of = [&](const scenario::ScriptedRequest& asked) {
    return asked.at_clock ? fresh.clock().day : asked.request.moment.day;
  };
  for (std::uint32_t at = 0; at < world.roles.size(); ++at) roles_.push_back({at});
  Date first = day_of(fresh.requests()[request]);
  days_.push_back(first);
  std::set<policy::Ref<policy::User>> users;
  std::set<policy::Ref<policy::Agency>> agencies;
  for (const scenario::ScriptedRequest& each : fresh.requests()) {
    first = std::min(first, day_of(each));
    functions_.insert(each.request.function);
    functions_ |= each.request.change.functions;
    if (users.insert(each.request.user).second)
      classes_.push_back(DesignationClass{{}, {}, {each.request.user}});
    if (const auto* created = std::get_if<policy::Record>(&each.request.target))
      categories_.insert(created->category);
  }
  for (const scenario::ScriptedRequest& each : fresh.requests()) {
    const auto agency = world[each.request.user].agency;
    if (agencies.insert(agency).second) classes_.push_back(DesignationClass{{agency}, {}, {}});
  }
  for (const policy::Record& each : world.records) categories_.insert(each.category);
  if (first != days_.front()) days_.push_back(first);
}

std::vector<AssignedValue> Witnesses::terms() const {
  std::vector<AssignedValue> values{std::optional<Term>()};
  for (const Date day : days_) values.emplace_back(std::optional(Term{day, std::nullopt}));
  return values;
}

std::vector<AssignedValue> Witnesses::investigations() const {
  std::vector<AssignedValue> values{std::optional<Investigation>()};
  for (const Date day : days_) {
    for (const auto& each : policy::words<InvestigationType>()) {
      values.emplace_back(std::optional(Investigation{each.value, day, policy::Adjudication::favorable}));
    }
  }
  return values;
}

std::vector<AssignedValue> Witnesses::of(const scenario::Assignable& field) const {
  switch (field.field) {
    case AssignableField::record_level:
      return each_of<policy::Level>();
    case AssignableField::record_designation:
      return {classes_};
    case AssignableField::user_investigation:
      return investigations();
    case AssignableField::user_functions:
    case AssignableField::agreement_functions:
      return {functions_};
    case AssignableField::user_roles:
      return {roles_};
    case AssignableField::agreement_term:
    case AssignableField::memo_term:
      return terms();
    case AssignableField::agreement_categories:
    case AssignableField::agreement_anaci_categories:
    case AssignableField::memo_categories:
      return {categories_ & possible_categories(field.field)};
    case AssignableField::memo_levels:
      return {policy::all<policy::Level>()};
    case AssignableField::memo_access:
      return each_of<policy::Access>();
    case AssignableField::memo_anaci:
      return {false, true};
    case AssignableField::letter_states:
      return {policy::all<policy::Statement>()};
    case AssignableField::letter_route:
      break;
  }
  return {};
}

}  // namespace ntk::analysis
