// What a student may assign: a field of one record, user, agreement, owner's memo or letter, and the
// choices that the scenario allows for it.
//
// A field of one value (a level, an investigation, a term ...) takes one of its choices. A field
// that is a set (functions, categories, levels, a designation's classes) takes any of its choices
// together, none included. A field with no choices stated is open: any value that the vocabulary
// and the calendar allow.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/policy/world.h"

namespace ntk::scenario {

/// The fields that can be opened, each of one kind of thing.
enum class AssignableField : std::uint8_t {
  record_level,
  record_designation,
  user_investigation,
  user_functions,
  user_roles,
  agreement_term,
  agreement_categories,
  agreement_functions,
  agreement_anaci_categories,
  memo_term,
  memo_categories,
  memo_levels,
  memo_access,
  memo_anaci,
  letter_states,
  letter_route,
};

/// The kinds of thing that have such fields; the words of JSON and of commands.
enum class AssignableKind : std::uint8_t { record, user, agreement, memo, letter };

/// How a field of a kind is written in JSON and commands, and called on screen.
struct AssignableFieldWord {
  AssignableField field;
  AssignableKind kind;
  std::string_view kind_word;  ///< "record"
  std::string_view word;       ///< "level"
  std::string_view title;      ///< "Access level"
  bool is_set;                 ///< takes any of its choices together
};
std::span<const AssignableFieldWord> assignable_fields();
const AssignableFieldWord& field_word(AssignableField field);
/// Whether things of the world have the field at all: users have roles where the scenario defines some.
bool exists(AssignableField field, const policy::World& world);
/// Whether any decision can depend on the field.
bool decides(AssignableField field);

/// The categories that a field of categories can hold at all: an owner's memo covers data with levels,
/// the extension of an agreement to ANACI holders data without.
policy::CategorySet possible_categories(AssignableField field);

/// A value of an assignable field. Which alternative it holds follows from the field:
/// Level: record_level; Designation: record_designation; optional<Investigation> (none: has none);
/// FunctionSet: ..._functions; optional<Term> (none: not signed); CategorySet: ..._categories;
/// LevelSet: memo_levels; Access: memo_access; bool: memo_anaci; StatementSet: letter_states; optional<Route>
/// (none: not answered yet): letter_route; Roles, in the order of the scenario: user_roles.
using AssignedValue =
    std::variant<policy::Level, policy::Designation, std::optional<policy::Investigation>,
                 policy::FunctionSet, std::optional<policy::Term>, policy::CategorySet, policy::LevelSet,
                 policy::Access, bool, policy::StatementSet, std::optional<policy::Route>, policy::Roles>;

/// One thing that the scenario opens.
struct Assignable {
  AssignableField field = AssignableField::record_level;
  std::uint32_t at = 0;  ///< position of the record, user, agreement, memo or letter in its list

  /// Whether any value will do. Then `choices` is empty.
  bool open = false;
  /// For a field of one value: the values to choose from, in the scenario's order, without
  /// repetition. For a set: one element, the largest set allowed (for a designation all classes
  /// that may be designated, in the scenario's order).
  std::vector<AssignedValue> choices;

  bool operator==(const Assignable&) const = default;
};

/// The present value of the field.
AssignedValue current_value(const policy::World& world, const Assignable& assignable);
/// Whether two values of a field say the same: the order of a designation's classes, or of roles, says nothing.
bool same_value(const AssignedValue& a, const AssignedValue& b);
/// Puts a value there. The value must be of the field's alternative.
void assign(policy::World& world, const Assignable& assignable, const AssignedValue& value);
/// Whether the scenario allows the value.
bool allows(const Assignable& assignable, const AssignedValue& value);
/// The id of the thing it belongs to: "rec-1".
std::string_view owner_id(const policy::World& world, const Assignable& assignable);

}  // namespace ntk::scenario
