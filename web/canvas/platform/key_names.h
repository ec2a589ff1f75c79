// The letter or digit that a pressed key stands for in shortcuts, on every keyboard layout.
//
// It is the one that the key types, so that Ctrl+Z is where the layout has Z. Where the layout's letters are no Latin ones
// (Cyrillic, Greek, Hebrew, Arabic, Thai, ...) it goes by the key's place. The page's own shortcuts do the same
// (web/page/key_names.js).
#pragma once

#include <cstddef>
#include <string_view>

namespace ntk::web::platform {

/// Whether a character is one that Latin layouts type: everything in Latin, and what is between letters everywhere.
constexpr bool is_on_latin_layouts(char32_t value) {
  struct Range {
    char32_t first, last;
  };
  constexpr Range ranges[] = {
      {0x0000, 0x036F},  // Basic Latin to the combining marks
      {0x1D00, 0x1DBF},  // phonetic
      {0x1E00, 0x1EFF},  // with several marks, as in Vietnamese
      {0x2000, 0x2BFF},  // punctuation, currencies, arrows, symbols
      {0x2C60, 0x2C7F}, {0xA720, 0xA7FF}, {0xAB30, 0xAB6F},
      {0xFB00, 0xFB06}, {0xFF01, 0xFF5E},  // of full width
  };
  for (const Range& range : ranges) {
    if (value >= range.first && value <= range.last) return true;
  }
  return false;
}

/// The character that a text in UTF-8 begins with; 0 where it begins with none.
constexpr char32_t first_character(std::string_view text) {
  const auto byte = [&](std::size_t at) -> char32_t {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  const char32_t lead = byte(0);
  const std::size_t more = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
  if (more == 0) return lead < 0x80 ? lead : 0;
  char32_t value = lead & (0x3Fu >> more);
  for (std::size_t at = 1; at <= more; ++at) {
    if ((byte(at) & 0xC0u) != 0x80u) return 0;
    value = value << 6 | (byte(at) & 0x3Fu);
  }
  return value;
}

/// 'A' to 'Z' or '0' to '9'; 0 for a key that stands for neither. `key` and `code` are those of a KeyboardEvent: "я" and
/// "KeyZ". A key that types nothing has a word for its name, as "Escape".
inline char letter_or_digit(std::string_view key, std::string_view code) {
  const auto known = [](char c) -> char {
    if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '\0';
  };
  if (key.size() == 1) return known(key[0]);
  if (is_on_latin_layouts(first_character(key))) return '\0';
  if (code.size() == 4 && code.starts_with("Key")) return known(code[3]);
  if (code.size() == 6 && code.starts_with("Digit")) return known(code[5]);
  return '\0';
}

}  // namespace ntk::web::platform
