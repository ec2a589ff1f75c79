// When two texts are the same to a reader: UTF-8, canonical normalization (NFC) and letter case.
//
// Terms of a search ignore letter case in every script, and how an accented letter was typed. That is Unicode's simple case
// folding between two normalizations. The tables come from the Unicode Character Database (unicode_tables.h); they are a
// fifteenth of those of a library, since nothing else is needed here: no compatibility forms, no full folding (`ß` stays
// apart from `ss`), no language's own rules (the Turkish `ı`).
//
// Text may be anything: a byte that isn't UTF-8 stays as it is and equals itself alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ntk::policy {

/// What stands at one offset of a text. An ill-formed byte is one `CodePoint` of length 1, not valid, value
/// U+FFFD.
struct CodePoint {
  char32_t value = U'\uFFFD';
  std::size_t length = 1;  ///< in bytes, 1 to 4
  bool valid = false;
};

/// The code point that starts at `offset`, which must lie inside `text`.
CodePoint code_point_at(std::string_view text, std::size_t offset);

/// Appends `value` to `text`; a value that is no Unicode scalar is appended as U+FFFD.
void append_utf8(std::string& text, char32_t value);

/// Whether all of the text is ASCII.
bool is_ascii(std::string_view text);

/// Canonical composition (NFC). ASCII is handed back as it came.
std::string nfc(std::string text);

/// The text in which letter case and the way of typing accents no longer tell: what folds to the same is the same to a
/// search. ASCII is changed in place.
std::string fold(std::string text);

/// Whether two texts fold to the same. Allocates nothing where both are ASCII.
bool same_letters(std::string_view a, std::string_view b);

/// The version of the Unicode Character Database: "15.0.0".
std::string_view unicode_version();

}  // namespace ntk::policy
