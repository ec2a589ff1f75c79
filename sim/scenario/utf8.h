// UTF-8, as far as positions and excerpts need it: one code point at a time, where text stops being UTF-8
// (RFC 3629), and how many terminal columns a character takes. Grapheme clusters are left out: a column in a
// diagnostic counts code points, as editors do. Normalization and letter case are in policy/unicode.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/policy/unicode.h"

namespace ntk::scenario {

/// An ASCII digit.
constexpr bool is_digit(char each) {
  return each >= '0' && each <= '9';
}

using policy::append_utf8;
using policy::code_point_at;
using policy::CodePoint;

/// The offset of the first byte that is not well-formed UTF-8, or npos when all of `text` is.
std::size_t first_invalid_utf8(std::string_view text);

/// Terminal columns of a character: 0 for combining marks, 2 for East Asian wide characters and emoji,
/// else 1.
std::size_t display_width(char32_t value);

/// Characters that would move or hide the text around them on a terminal: controls, bidirectional overrides. No command
/// can have one.
bool disturbs_a_terminal(char32_t value);

/// The text as it may be shown to people: U+FFFD for what would disturb a terminal, for what cannot be seen where it stands
/// (invisible.h), and for each ill-formed byte. Words of a file must not be able to rewrite the report on it, or to hide
/// in it. Whatever writes text for people passes what it was given through this, once, where it is written.
std::string safe_on_terminal(std::string_view text);

}  // namespace ntk::scenario
