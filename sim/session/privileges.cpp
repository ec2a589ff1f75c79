#include "sim/session/privileges.h"

#include <algorithm>
#include <variant>

#include "sim/policy/phrases.h"

namespace ntk::session {

using scenario::AssignedValue;

std::string_view word(Privilege privilege) {
  switch (privilege) {
    case Privilege::function:
      return "functions";
    case Privilege::role:
      return "roles";
    case Privilege::term:
      return "terms";
    case Privilege::memo_level:
      return "memo_levels";
  }
  return {};
}

std::string counted(Privilege privilege, std::size_t number) {
  switch (privilege) {
    case Privilege::function:
      return policy::counted(number, "function", "functions");
    case Privilege::role:
      return policy::counted(number, "role", "roles");
    case Privilege::term:
      return policy::counted(number, "signed term", "signed terms");
    case Privilege::memo_level:
      return policy::counted(number, "memo level", "memo levels");
  }
  return {};
}

std::optional<Privilege> granted_by(scenario::AssignableField field) {
  using Field = scenario::AssignableField;
  switch (field) {
    case Field::user_functions:
    case Field::agreement_functions:
      return Privilege::function;
    case Field::user_roles:
      return Privilege::role;
    case Field::agreement_term:
    case Field::memo_term:
      return Privilege::term;
    case Field::memo_levels:
      return Privilege::memo_level;
    case Field::record_level:
    case Field::record_designation:
    case Field::user_investigation:
    case Field::agreement_categories:
    case Field::agreement_anaci_categories:
    case Field::memo_categories:
    case Field::memo_access:
    case Field::memo_anaci:
    case Field::letter_states:
    case Field::letter_route:
      break;  // what these grant shows in the permits
  }
  return std::nullopt;
}

namespace {

/// How much a value grants. Called with its alternatives.
struct Grants {
  template <class E>
  std::size_t operator()(policy::EnumSet<E> set) const {
    return static_cast<std::size_t>(set.size());
  }
  std::size_t operator()(const policy::Roles& roles) const { return roles.size(); }
  std::size_t operator()(const std::optional<policy::Term>& term) const { return term ? 1 : 0; }
  std::size_t operator()(const auto&) const { return 0; }
};

/// Whether all that the first grants is granted by the second. Called with values of one field.
struct Within {
  template <class E>
  bool operator()(policy::EnumSet<E> part, policy::EnumSet<E> whole) const {
    return (part | whole) == whole;
  }
  bool operator()(const policy::Roles& part, const policy::Roles& whole) const {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
  }
  bool operator()(const std::optional<policy::Term>& part, const std::optional<policy::Term>& whole) const {
    if (!part) return true;
    if (!whole || part->first < whole->first) return false;
    return !whole->last || (part->last && *part->last <= *whole->last);
  }
  bool operator()(const auto&, const auto&) const { return false; }
};

}  // namespace

std::size_t grants(const AssignedValue& value) {
  return std::visit(Grants(), value);
}

bool grants_less(const AssignedValue& value, const AssignedValue& than) {
  return value != than && std::visit(Within(), value, than);
}

}  // namespace ntk::session
