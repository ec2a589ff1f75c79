// Characters that nobody sees: controls, blanks that are no plain space, characters of no width, and those that turn the
// direction of the text around them. In a name or an id they make two things look alike that differ, or one thing look like
// another. The lint names them; no message, terminal or page shows them as they are.
//
// Not among them: joiners behind a letter of a script that needs them (Persian, Hindi), or within an emoji, and the variation
// selectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ntk::scenario {

/// What a text is, as far as it matters here.
enum class TextKind : std::uint8_t {
  alone,  ///< a title, a name, an id, a command: no blanks but spaces
  prose,  ///< may have line breaks, tabs, no-break spaces and marks of direction
};

/// An invisible character in a text.
struct InvisibleCharacter {
  char32_t value = 0;
  std::size_t offset = 0;  ///< of its first byte
  std::size_t count = 0;   ///< how many there are in the text, this one included
};

/// The first one in a text; nothing where all can be seen.
std::optional<InvisibleCharacter> find_invisible(std::string_view text, TextKind kind);

/// "U+202E, a right-to-left override".
std::string name_of_invisible(char32_t value);

/// The text with each character that cannot be seen, or that disturbs, as `<U+202E>`.
std::string made_visible(std::string_view text);

}  // namespace ntk::scenario
