#include "sim/scenario/invisible.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "sim/scenario/invisible_tables.h"

namespace ntk::scenario {
namespace {

enum class Sight : std::uint8_t {
  control,    ///< or something as bad: never in a text
  hidden,     ///< of no width: never in a text
  space,      ///< takes room on a line; may be in prose
  mark,       ///< of no width; may be in prose
  joiner,     ///< may follow letters that it joins, and join pictures
  emoji,      ///< may follow what can be shown as text or as emoji
  mongolian,  ///< may follow a Mongolian letter
};

struct SightRow {
  char32_t first;
  char32_t last;
  Sight sight;
  std::string_view name;
};

/// By code point. What is not here and is ignorable by default is hidden.
constexpr std::array sights = {
    SightRow{0x0000, 0x0000, Sight::control, "NUL"},
    SightRow{0x0001, 0x0008, Sight::control, "a control character"},
    SightRow{0x0009, 0x0009, Sight::mark, "a tab"},
    SightRow{0x000A, 0x000A, Sight::mark, "a line feed"},
    SightRow{0x000B, 0x000C, Sight::control, "a control character"},
    SightRow{0x000D, 0x000D, Sight::mark, "a carriage return"},
    SightRow{0x000E, 0x001A, Sight::control, "a control character"},
    SightRow{0x001B, 0x001B, Sight::control, "the escape character"},
    SightRow{0x001C, 0x001F, Sight::control, "a control character"},
    SightRow{0x007F, 0x007F, Sight::control, "the delete character"},
    SightRow{0x0080, 0x009F, Sight::control, "a control character"},
    SightRow{0x00A0, 0x00A0, Sight::space, "a no-break space"},
    SightRow{0x00AD, 0x00AD, Sight::mark, "a soft hyphen"},
    SightRow{0x034F, 0x034F, Sight::hidden, "a combining grapheme joiner"},
    SightRow{0x061C, 0x061C, Sight::mark, "an Arabic letter mark"},
    SightRow{0x115F, 0x1160, Sight::hidden, "a Hangul filler"},
    SightRow{0x1680, 0x1680, Sight::space, "an Ogham space mark"},
    SightRow{0x17B4, 0x17B5, Sight::hidden, "an invisible Khmer vowel"},
    SightRow{0x180B, 0x180D, Sight::mongolian, "a Mongolian variation selector"},
    SightRow{0x180E, 0x180E, Sight::mongolian, "a Mongolian vowel separator"},
    SightRow{0x180F, 0x180F, Sight::mongolian, "a Mongolian variation selector"},
    SightRow{0x2000, 0x200A, Sight::space, "a space of another width"},
    SightRow{0x200B, 0x200B, Sight::hidden, "a zero width space"},
    SightRow{0x200C, 0x200C, Sight::joiner, "a zero width non-joiner"},
    SightRow{0x200D, 0x200D, Sight::joiner, "a zero width joiner"},
    SightRow{0x200E, 0x200E, Sight::mark, "a left-to-right mark"},
    SightRow{0x200F, 0x200F, Sight::mark, "a right-to-left mark"},
    SightRow{0x2028, 0x2028, Sight::control, "a line separator"},
    SightRow{0x2029, 0x2029, Sight::control, "a paragraph separator"},
    SightRow{0x202A, 0x202A, Sight::control, "a left-to-right embedding"},
    SightRow{0x202B, 0x202B, Sight::control, "a right-to-left embedding"},
    SightRow{0x202C, 0x202C, Sight::control, "a pop directional formatting"},
    SightRow{0x202D, 0x202D, Sight::control, "a left-to-right override"},
    SightRow{0x202E, 0x202E, Sight::control, "a right-to-left override"},
    SightRow{0x202F, 0x202F, Sight::space, "a narrow no-break space"},
    SightRow{0x205F, 0x205F, Sight::space, "a medium mathematical space"},
    SightRow{0x2060, 0x2060, Sight::hidden, "a word joiner"},
    SightRow{0x2061, 0x2064, Sight::hidden, "an invisible operator"},
    SightRow{0x2066, 0x2066, Sight::control, "a left-to-right isolate"},
    SightRow{0x2067, 0x2067, Sight::control, "a right-to-left isolate"},
    SightRow{0x2068, 0x2068, Sight::control, "a first strong isolate"},
    SightRow{0x2069, 0x2069, Sight::control, "a pop directional isolate"},
    SightRow{0x206A, 0x206F, Sight::control, "a deprecated format character"},
    SightRow{0x2800, 0x2800, Sight::hidden, "an empty Braille pattern"},
    SightRow{0x3000, 0x3000, Sight::space, "an ideographic space"},
    SightRow{0x3164, 0x3164, Sight::hidden, "a Hangul filler"},
    SightRow{0xFE00, 0xFE0D, Sight::hidden, "a variation selector"},
    SightRow{0xFE0E, 0xFE0F, Sight::emoji, "a variation selector"},
    SightRow{0xFEFF, 0xFEFF, Sight::hidden, "a zero width no-break space (a byte order mark)"},
    SightRow{0xFFA0, 0xFFA0, Sight::hidden, "a Hangul filler"},
    SightRow{0xFFF9, 0xFFFB, Sight::control, "an interlinear annotation mark"},
    SightRow{0x1BCA0, 0x1BCA3, Sight::hidden, "a shorthand format control"},
    SightRow{0x1D173, 0x1D17A, Sight::hidden, "a musical format control"},
    SightRow{0xE0001, 0xE007F, Sight::hidden, "a tag character"},
    SightRow{0xE0100, 0xE01EF, Sight::hidden, "a variation selector"},
};

/// Any other that Unicode says is not shown.
constexpr SightRow ignorable{0, 0x10FFFF, Sight::hidden, "a character that is not shown"};

template <std::size_t N>
bool is_in(char32_t value, const invisible_tables::Range (&table)[N]) {
  const auto behind =
      std::upper_bound(std::begin(table), std::end(table), value,
                       [](char32_t code, const invisible_tables::Range& row) { return code < row.first; });
  return behind != std::begin(table) && value <= (behind - 1)->last;
}

const SightRow* sight_of(char32_t value) {
  if (value >= ' ' && value <= '~') return nullptr;
  const auto behind = std::upper_bound(sights.begin(), sights.end(), value,
                                       [](char32_t code, const SightRow& row) { return code < row.first; });
  if (behind != sights.begin() && value <= (behind - 1)->last) return &*(behind - 1);
  return is_in(value, invisible_tables::default_ignorable) ? &ignorable : nullptr;
}

std::string code_point(char32_t value) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hex;
  for (char32_t left = value; left != 0 || hex.size() < 4; left >>= 4)
    hex.insert(hex.begin(), digits[left & 0xF]);
  return "U+" + hex;
}

/// A character of a text, and those beside it; 0 where there is none.
struct Place {
  CodePoint point;
  std::size_t offset = 0;
  char32_t before = 0, after = 0;
};

template <class Use>
void for_each_place(std::string_view text, Use use) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t next = at + point.length;
    use(Place{point, at, before, next < text.size() ? code_point_at(text, next).value : 0});
    before = point.value;
    at = next;
  }
}

bool joins(const Place& place) {
  constexpr char32_t zero_width_joiner = 0x200D, emoji_selector = 0xFE0F;
  if (is_in(place.before, invisible_tables::joining)) return true;
  const bool follows_picture = place.before == emoji_selector ||
                               is_in(place.before, invisible_tables::pictures) ||
                               is_in(place.before, invisible_tables::skin_tones);
  return place.point.value == zero_width_joiner && follows_picture &&
         is_in(place.after, invisible_tables::pictures);
}

bool presents(const Place& place) {
  constexpr char32_t keycap = 0x20E3;
  const bool is_key =
      (place.before >= '0' && place.before <= '9') || place.before == '#' || place.before == '*';
  return is_in(place.before, invisible_tables::presented) || (is_key && place.after == keycap);
}

/// The row of a character that cannot be seen where it stands; null where it can, or is of use there.
const SightRow* hidden_at(const Place& place) {
  const SightRow* row = sight_of(place.point.value);
  if (row == nullptr) return nullptr;
  const bool is_of_use = (row->sight == Sight::joiner && joins(place)) ||
                         (row->sight == Sight::emoji && presents(place)) ||
                         (row->sight == Sight::mongolian && is_in(place.before, invisible_tables::mongolian));
  return is_of_use ? nullptr : row;
}

}  // namespace

std::optional<InvisibleCharacter> find_invisible(std::string_view text, TextKind kind) {
  InvisibleCharacter found;
  for_each_place(text, [&](const Place& place) {
    const SightRow* row = hidden_at(place);
    if (row == nullptr) return;
    if (kind == TextKind::prose && (row->sight == Sight::space || row->sight == Sight::mark)) return;
    if (found.count == 0) found = {place.point.value, place.offset, 0};
    ++found.count;
  });
  if (found.count == 0) return std::nullopt;
  return found;
}

std::string name_of_invisible(char32_t value) {
  const SightRow* row = sight_of(value);
  return code_point(value) + (row == nullptr ? "" : ", " + std::string(row->name));
}

std::string made_visible(std::string_view text) {
  std::string visible;
  for_each_place(text, [&](const Place& place) {
    if (hidden_at(place) != nullptr || disturbs_a_terminal(place.point.value)) {
      visible += '<' + code_point(place.point.value) + '>';
    } else {
      visible += text.substr(place.offset, place.point.length);
    }
  });
  return visible;
}

void for_each_shown(std::string_view text,
                    const std::function<void(CodePoint point, std::size_t offset, char32_t shown)>& use) {
  for_each_place(text, [&](const Place& place) {
    const SightRow* row = hidden_at(place);
    const bool is_shown =
        (row == nullptr || row->sight == Sight::space) && !disturbs_a_terminal(place.point.value);
    use(place.point, place.offset, is_shown ? place.point.value : U'\uFFFD');
  });
}

}  // namespace ntk::scenario
