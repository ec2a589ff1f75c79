#include "sim/scenario/assignable.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace ntk::scenario {
namespace {

using policy::Designation;
using policy::DesignationClass;
using policy::EnumSet;
using policy::World;

using enum AssignableField;
using Kind = AssignableKind;

// In the order of the enumeration.
constexpr std::array field_words = {
    AssignableFieldWord{record_level, Kind::record, "record", "level", "Access level", false},
    AssignableFieldWord{record_designation, Kind::record, "record", "designation", "Designation", true},
    AssignableFieldWord{user_investigation, Kind::user, "user", "investigation", "Investigation", false},
    AssignableFieldWord{user_functions, Kind::user, "user", "functions", "Functions", true},
    AssignableFieldWord{user_roles, Kind::user, "user", "roles", "Roles", true},
    AssignableFieldWord{agreement_term, Kind::agreement, "agreement", "term", "Term", false},
    AssignableFieldWord{agreement_categories, Kind::agreement, "agreement", "categories", "Data shared",
                        true},
    AssignableFieldWord{agreement_functions, Kind::agreement, "agreement", "functions", "Functions granted",
                        true},
    AssignableFieldWord{agreement_anaci_categories, Kind::agreement, "agreement", "anaci_categories",
                        "Data opened to ANACI holders", true},
    AssignableFieldWord{memo_term, Kind::memo, "owner_memo", "term", "Term", false},
    AssignableFieldWord{memo_categories, Kind::memo, "owner_memo", "categories", "Data covered", true},
    AssignableFieldWord{memo_levels, Kind::memo, "owner_memo", "levels", "Levels covered", true},
    AssignableFieldWord{memo_access, Kind::memo, "owner_memo", "access", "Access", false},
    AssignableFieldWord{memo_anaci, Kind::memo, "owner_memo", "anaci", "Extends to ANACI holders", false},
    AssignableFieldWord{letter_states, Kind::letter, "letter", "states", "What the letter states", true},
    AssignableFieldWord{letter_route, Kind::letter, "letter", "route", "How it is answered", false},
};

/// Calls `use` with the member of the world that a field stands for.
template <class AnyWorld, class Use>
decltype(auto) with_member(AnyWorld& world, const Assignable& assignable, Use&& use) {
  const std::uint32_t at = assignable.at;
  switch (assignable.field) {
    case record_level:
      return use(world.records[at].level);
    case record_designation:
      return use(world.records[at].designation);
    case user_investigation:
      return use(world.users[at].investigation);
    case user_functions:
      return use(world.users[at].functions);
    case user_roles:
      return use(world.users[at].roles);
    case agreement_term:
      return use(world.agreements[at].term);
    case agreement_categories:
      return use(world.agreements[at].categories);
    case agreement_functions:
      return use(world.agreements[at].functions);
    case agreement_anaci_categories:
      return use(world.agreements[at].anaci_categories);
    case memo_term:
      return use(world.memos[at].term);
    case memo_categories:
      return use(world.memos[at].categories);
    case memo_levels:
      return use(world.memos[at].levels);
    case memo_access:
      return use(world.memos[at].access);
    case memo_anaci:
      return use(world.memos[at].anaci);
    case letter_states:
      return use(world.letters[at].states);
    case letter_route:
      break;
  }
  return use(world.letters[at].route);
}

template <class T>
bool same_members(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

/// Whether two classes admit the same users: the order in which they name things says nothing.
bool same_class(const DesignationClass& a, const DesignationClass& b) {
  return a.categories == b.categories && same_members(a.agencies, b.agencies) &&
         same_members(a.users, b.users);
}

bool among(const Designation& value, const Designation& choices) {
  return std::all_of(value.begin(), value.end(), [&](const DesignationClass& each) {
    return std::any_of(choices.begin(), choices.end(),
                       [&](const DesignationClass& choice) { return same_class(each, choice); });
  });
}

bool among(const policy::Roles& value, const policy::Roles& choices) {
  return std::all_of(value.begin(), value.end(), [&](policy::Ref<policy::Role> each) {
    return std::find(choices.begin(), choices.end(), each) != choices.end();
  });
}

template <class E>
bool among(EnumSet<E> value, EnumSet<E> choices) {
  return (value | choices) == choices;
}

/// Whether a set holds no more than the largest one allowed. Called with the alternatives of a value.
struct Within {
  const AssignedValue& largest;

  bool operator()(const Designation& value) const { return among(value, std::get<Designation>(largest)); }
  bool operator()(const policy::Roles& value) const { return among(value, std::get<policy::Roles>(largest)); }
  template <class E>
  bool operator()(EnumSet<E> value) const {
    return among(value, std::get<EnumSet<E>>(largest));
  }
  bool operator()(const auto&) const { return false; }  // not a set
};

/// What a field without choices takes: all that its type can hold and that means something there.
bool is_meaningful(AssignableField field, const AssignedValue& value) {
  if (const auto* categories = std::get_if<policy::CategorySet>(&value)) {
    return among(*categories, possible_categories(field));
  }
  if (const auto* term = std::get_if<std::optional<policy::Term>>(&value)) {
    return !*term || !(*term)->last || (*term)->first <= *(*term)->last;
  }
  return true;
}

/// Which alternative of AssignedValue a field holds.
std::size_t alternative(AssignableField field) {
  switch (field) {
    case record_level:
      return 0;
    case record_designation:
      return 1;
    case user_investigation:
      return 2;
    case user_functions:
    case agreement_functions:
      return 3;
    case agreement_term:
    case memo_term:
      return 4;
    case agreement_categories:
    case agreement_anaci_categories:
    case memo_categories:
      return 5;
    case memo_levels:
      return 6;
    case memo_access:
      return 7;
    case memo_anaci:
      return 8;
    case letter_states:
      return 9;
    case letter_route:
      return 10;
    case user_roles:
      return 11;
  }
  return std::variant_npos;
}

}  // namespace

std::span<const AssignableFieldWord> assignable_fields() {
  return field_words;
}

const AssignableFieldWord& field_word(AssignableField field) {
  return field_words[static_cast<std::size_t>(field)];
}

bool exists(AssignableField field, const World& world) {
  return field != user_roles || !world.roles.empty();
}

bool decides(AssignableField field) {
  return field != letter_route;
}

policy::CategorySet possible_categories(AssignableField field) {
  policy::CategorySet possible;
  for (const auto& each : policy::words<policy::Category>()) {
    const bool levels = policy::has_levels(each.value);
    const bool barred =
        (field == memo_categories && !levels) || (field == agreement_anaci_categories && levels);
    if (!barred) possible.insert(each.value);
  }
  return possible;
}

AssignedValue current_value(const World& world, const Assignable& assignable) {
  return with_member(world, assignable, [](const auto& member) { return AssignedValue(member); });
}

bool same_value(const AssignedValue& a, const AssignedValue& b) {
  const auto same_elements = [](const auto* one, const auto* other) {
    return among(*one, *other) && among(*other, *one);
  };
  const auto *classes = std::get_if<Designation>(&a), *others = std::get_if<Designation>(&b);
  if (classes && others) return same_elements(classes, others);
  const auto *roles = std::get_if<policy::Roles>(&a), *other_roles = std::get_if<policy::Roles>(&b);
  return roles && other_roles ? same_elements(roles, other_roles) : a == b;
}

void assign(World& world, const Assignable& assignable, const AssignedValue& value) {
  with_member(world, assignable, [&](auto& member) {
    if (const auto* given = std::get_if<std::remove_reference_t<decltype(member)>>(&value)) member = *given;
  });
}

bool allows(const Assignable& assignable, const AssignedValue& value) {
  if (value.index() != alternative(assignable.field)) return false;
  if (assignable.open) return is_meaningful(assignable.field, value);
  if (field_word(assignable.field).is_set) {
    return !assignable.choices.empty() && std::visit(Within{assignable.choices.front()}, value);
  }
  return std::find(assignable.choices.begin(), assignable.choices.end(), value) != assignable.choices.end();
}

std::string_view owner_id(const World& world, const Assignable& assignable) {
  switch (field_word(assignable.field).kind) {
    case Kind::record:
      return world.records[assignable.at].id;
    case Kind::user:
      return world.users[assignable.at].id;
    case Kind::agreement:
      return world.agreements[assignable.at].id;
    case Kind::memo:
      return world.memos[assignable.at].id;
    case Kind::letter:
      break;
  }
  return world.letters[assignable.at].id;
}

}  // namespace ntk::scenario
