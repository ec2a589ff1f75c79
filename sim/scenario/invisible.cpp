#include "sim/scenario/invisible.h"

#include <algorithm>
#include <array>

#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

enum class Sight : std::uint8_t {
  control,  ///< or something as bad: never in a text
  hidden,   ///< of no width: never in a text
  blank,    ///< may be in prose
  joiner,   ///< may follow letters that it joins
};

struct SightRow {
  char32_t first;
  char32_t last;
  Sight sight;
  std::string_view name;
};

/// By code point.
constexpr std::array sights = {
    SightRow{0x0000, 0x0000, Sight::control, "NUL"},
    SightRow{0x0001, 0x0008, Sight::control, "a control character"},
    SightRow{0x0009, 0x0009, Sight::blank, "a tab"},
    SightRow{0x000A, 0x000A, Sight::blank, "a line feed"},
    SightRow{0x000B, 0x000C, Sight::control, "a control character"},
    SightRow{0x000D, 0x000D, Sight::blank, "a carriage return"},
    SightRow{0x000E, 0x001A, Sight::control, "a control character"},
    SightRow{0x001B, 0x001B, Sight::control, "the escape character"},
    SightRow{0x001C, 0x001F, Sight::control, "a control character"},
    SightRow{0x007F, 0x007F, Sight::control, "the delete character"},
    SightRow{0x0080, 0x009F, Sight::control, "a control character"},
    SightRow{0x00A0, 0x00A0, Sight::blank, "a no-break space"},
    SightRow{0x00AD, 0x00AD, Sight::blank, "a soft hyphen"},
    SightRow{0x034F, 0x034F, Sight::hidden, "a combining grapheme joiner"},
    SightRow{0x061C, 0x061C, Sight::blank, "an Arabic letter mark"},
    SightRow{0x115F, 0x1160, Sight::hidden, "a Hangul filler"},
    SightRow{0x1680, 0x1680, Sight::blank, "an Ogham space mark"},
    SightRow{0x17B4, 0x17B5, Sight::hidden, "an invisible Khmer vowel"},
    SightRow{0x180E, 0x180E, Sight::hidden, "a Mongolian vowel separator"},
    SightRow{0x2000, 0x200A, Sight::blank, "a space of another width"},
    SightRow{0x200B, 0x200B, Sight::hidden, "a zero width space"},
    SightRow{0x200C, 0x200C, Sight::joiner, "a zero width non-joiner"},
    SightRow{0x200D, 0x200D, Sight::joiner, "a zero width joiner"},
    SightRow{0x200E, 0x200E, Sight::blank, "a left-to-right mark"},
    SightRow{0x200F, 0x200F, Sight::blank, "a right-to-left mark"},
    SightRow{0x2028, 0x2028, Sight::control, "a line separator"},
    SightRow{0x2029, 0x2029, Sight::control, "a paragraph separator"},
    SightRow{0x202A, 0x202A, Sight::control, "a left-to-right embedding"},
    SightRow{0x202B, 0x202B, Sight::control, "a right-to-left embedding"},
    SightRow{0x202C, 0x202C, Sight::control, "a pop directional formatting"},
    SightRow{0x202D, 0x202D, Sight::control, "a left-to-right override"},
    SightRow{0x202E, 0x202E, Sight::control, "a right-to-left override"},
    SightRow{0x202F, 0x202F, Sight::blank, "a narrow no-break space"},
    SightRow{0x205F, 0x205F, Sight::blank, "a medium mathematical space"},
    SightRow{0x2060, 0x2060, Sight::hidden, "a word joiner"},
    SightRow{0x2061, 0x2064, Sight::hidden, "an invisible operator"},
    SightRow{0x2066, 0x2066, Sight::control, "a left-to-right isolate"},
    SightRow{0x2067, 0x2067, Sight::control, "a right-to-left isolate"},
    SightRow{0x2068, 0x2068, Sight::control, "a first strong isolate"},
    SightRow{0x2069, 0x2069, Sight::control, "a pop directional isolate"},
    SightRow{0x206A, 0x206F, Sight::control, "a deprecated format character"},
    SightRow{0x3000, 0x3000, Sight::blank, "an ideographic space"},
    SightRow{0x3164, 0x3164, Sight::hidden, "a Hangul filler"},
    SightRow{0xFEFF, 0xFEFF, Sight::hidden, "a zero width no-break space (a byte order mark)"},
    SightRow{0xFFA0, 0xFFA0, Sight::hidden, "a Hangul filler"},
    SightRow{0xFFF9, 0xFFFB, Sight::control, "an interlinear annotation mark"},
    SightRow{0x1BCA0, 0x1BCA3, Sight::hidden, "a shorthand format control"},
    SightRow{0x1D173, 0x1D17A, Sight::hidden, "a musical format control"},
    SightRow{0xE0001, 0xE007F, Sight::hidden, "a tag character"},
};

/// Letters before this do not join: what joins behind them hides.
constexpr char32_t first_joining = 0x0590;

const SightRow* sight_of(char32_t value) {
  const auto behind = std::upper_bound(sights.begin(), sights.end(), value,
                                       [](char32_t code, const SightRow& row) { return code < row.first; });
  if (behind == sights.begin()) return nullptr;
  const SightRow& row = *(behind - 1);
  return value <= row.last ? &row : nullptr;
}

std::string code_point(char32_t value) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (char32_t left = value; left != 0 || hex.size() < 4; left >>= 4)
    hex.insert(hex.begin(), digits[left & 0xF]);
  return "U+" + hex;
}

bool is_hidden_after(char32_t value, char32_t before, TextKind kind) {
  const SightRow* row = sight_of(value);
  if (row == nullptr) return false;
  switch (row->sight) {
    case Sight::control:
    case Sight::hidden:
      return true;
    case Sight::blank:
      return kind == TextKind::alone;
    case Sight::joiner:
      break;
  }
  return before < first_joining;
}

}  // namespace

std::optional<InvisibleCharacter> find_invisible(std::string_view text, TextKind kind) {
  InvisibleCharacter found;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_hidden_after(point.value, before, kind)) {
      if (found.count == 0) found = {point.value, at, 0};
      ++found.count;
    }
    before = point.value;
    at += point.length;
  }
  if (found.count == 0) return std::nullopt;
  return found;
}

std::string name_of_invisible(char32_t value) {
  const SightRow* row = sight_of(value);
  return code_point(value) + (row == nullptr ? "" : ", " + std::string(row->name));
}

std::string made_visible(std::string_view text) {
  std::string visible;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_hidden_after(point.value, before, TextKind::alone) || disturbs_a_terminal(point.value)) {
      visible += '<' + code_point(point.value) + '>';
    } else {
      visible += text.substr(at, point.length);
    }
    before = point.value;
    at += point.length;
  }
  return visible;
}

}  // namespace ntk::scenario
