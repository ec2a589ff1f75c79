// Values of assignable fields as they stand in commands: read, and refused. Writing them is public
// (command.h).
#pragma once

#include <optional>
#include <span>

#include "sim/session/command_words.h"

namespace ntk::session {

/// The value that the words spell; there is at least one word. Nothing, and why in `refusal`, where
/// they spell none.
std::optional<scenario::AssignedValue> parse_value(std::span<const CommandWord> words,
                                                   const scenario::Assignable& field,
                                                   const policy::World& world, Refusal& refusal);

/// Why the scenario does not allow the value for the field, and which ones it allows.
Refusal not_allowed(const scenario::AssignedValue& value, const scenario::Assignable& field,
                    const policy::World& world);

/// A field that takes any designation: what `ask` reads and writes one by.
scenario::Assignable any_designation();

/// The words for a value that is no list: no investigation, no term, an empty set.
inline constexpr std::string_view none_word = "none";
inline constexpr std::string_view unsigned_word = "unsigned";
inline constexpr std::string_view open_word = "open";        ///< a term without a last day
inline constexpr std::string_view nobody_word = "nobody";    ///< a designation of no class
inline constexpr std::string_view nothing_word = "nothing";  ///< a class that names nothing

}  // namespace ntk::session
