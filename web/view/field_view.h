// One field that some scenario can open, as both views show it: its value, and the choices where the student may assign it.
//
// A choice is a command at once; what is put together from parts (an open term, an open investigation, an open designation) is
// what the view has controls for. Where the lesson gives only the trail, a field says nothing of its value.
//
// Left out: how a control looks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::web {

/// Which fields a scenario opens. Made once for many questions: a scenario can have 90,000 users, all of them open.
class OpenFields {
 public:
  OpenFields() = default;
  explicit OpenFields(const scenario::Scenario& scenario);

  /// Position in Scenario::assignables of a field of a thing; none where it is locked.
  std::optional<std::uint32_t> find(scenario::AssignableField field, std::uint32_t at) const;
  /// The things of a kind that have something to assign, in the order of the world.
  std::span<const std::uint32_t> things(scenario::AssignableKind kind) const {
    return things_[static_cast<std::size_t>(kind)];
  }

 private:
  struct Entry {
    scenario::AssignableField field{};
    std::uint32_t at = 0;
    std::uint32_t assignable = 0;
    auto operator<=>(const Entry&) const = default;
  };
  std::vector<Entry> entries_;  ///< in order
  std::array<std::vector<std::uint32_t>, 5> things_;
};

/// How a value is assigned: as one of the choices, as any of them together, or from parts.
enum class FieldType : std::uint8_t { one, set, term, investigation, classes };
std::string_view word(FieldType type);  ///< "one"

/// A value that can be chosen.
struct ChoiceView {
  scenario::AssignedValue value;  ///< of a set: with this one member
  std::string text;               ///< as in a command
  std::string words;              ///< "Level 3"; begins with a capital
  std::string note;               ///< what it means; may be empty
  bool chosen = false;
  bool allowed = true;  ///< no: the field holds it, and the lesson does not let it be chosen
};

struct FieldView {
  scenario::AssignableField field{};
  std::string_view title;  ///< "Access level"
  FieldType type = FieldType::one;
  std::optional<std::uint32_t> assignable;  ///< position in Scenario::assignables; none: locked
  bool concealed = false;                   ///< what it holds is to be found out
  bool found = false;                       ///< of a concealed one: it was named as wrong
  std::string assign;                       ///< the command without its value: "assign record r1 level"
  std::string find;  ///< of a concealed one: the command that names it, or takes that back
  scenario::AssignedValue value;
  std::string value_text;          ///< as in a command
  std::string none;                ///< of a set: the text of an empty one; else empty
  std::string words;               ///< the value, as it stands behind the title
  std::string now;                 ///< "Now: not signed"; empty where a choice shows it
  std::vector<std::string> notes;  ///< sentences
  std::vector<ChoiceView> choices;

  bool locked() const { return !assignable; }
};

FieldView view_field(const session::Session& session, std::uint32_t assignable);
/// A field that the lesson does not open.
FieldView view_locked_field(const session::Session& session, scenario::AssignableField field,
                            std::uint32_t at);

/// The value of a set once a choice of it has been ticked, or is no longer ticked. Members that the lesson does not let be
/// chosen go.
scenario::AssignedValue toggled(const FieldView& field, const ChoiceView& choice);

/// The words of the controls.
namespace field_words {
inline constexpr std::string_view locked = "locked";
inline constexpr std::string_view is_wrong = "This is what is wrong";
inline constexpr std::string_view not_signed = "Not signed";
inline constexpr std::string_view is_signed = "Signed";
inline constexpr std::string_view first_day = "First day";
inline constexpr std::string_view last_day = "Last day";
inline constexpr std::string_view open_end = "Until further notice";
inline constexpr std::string_view open_end_if_empty = "Until further notice, if left empty";
inline constexpr std::string_view no_such_day = "There is no such day. Write it like this: 2016-08-12.";
inline constexpr std::string_view no_investigation = "None";
inline constexpr std::string_view completed = "Completed";
inline constexpr std::string_view adjudication = "Adjudication";
inline constexpr std::string_view agency = "Agency";
inline constexpr std::string_view any_agency = "any agency";
inline constexpr std::string_view category = "Category of user";
inline constexpr std::string_view any_category = "any category";
inline constexpr std::string_view user = "User";
inline constexpr std::string_view any_user = "any user";
inline constexpr std::string_view designate = "Designate this class";
inline constexpr std::string_view names_nothing = "Choose an agency, a category of user or a user first.";
// Refusals of a form that is not filled in.
inline constexpr std::string_view no_first_day = "the term has no first day";
inline constexpr std::string_view no_completion = "the investigation has no day of completion";
inline constexpr std::string_view empty_class = "a class that names nothing lets nobody in";
inline constexpr std::string_view fill_in = "fill it in, then assign again";
}  // namespace field_words

}  // namespace ntk::web
