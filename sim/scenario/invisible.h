// Characters that nobody sees: controls, blanks that are no plain space, characters of no width, and those that turn the
// direction of the text around them. In a name or an id they make two things look alike that differ, or one thing look like
// another. The lint names them; no message and no terminal shows them as they are.
//
// They are those that Unicode calls Default_Ignorable_Code_Point, the reserved ones of them included, controls, blanks, and
// the empty Braille pattern (U+2800). Some are of use behind certain characters, and are not named there:
// - a joiner or non-joiner behind a letter or mark of a script that joins, as Arabic, Mongolian or Devanagari do. Latin,
//   Hebrew and punctuation do not;
// - a joiner between the pictures of one emoji;
// - U+FE0E or U+FE0F, which choose between text and emoji, behind a character that can be shown as both: "❤️". Behind a
//   digit, # or * only within a keycap ("1️⃣"), since a digit looks the same with it;
// - the variation selectors and the vowel separator of Mongolian behind a Mongolian letter.
// All other variation selectors are named, those of ideographs and the tags within flags included: what is typed without them
// looks nearly the same and is not found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/utf8.h"

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

/// Calls `use` with each character of a text, its offset, and what may be shown in its place: U+FFFD for what would disturb
/// a terminal or take no room on it, and for each ill-formed byte; else the character itself. Spaces of all widths stay.
/// Most callers want safe_on_terminal (utf8.h).
void for_each_shown(std::string_view text,
                    const std::function<void(CodePoint point, std::size_t offset, char32_t shown)>& use);

}  // namespace ntk::scenario
