#include "sim/policy/unicode.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/policy/unicode_tables.h"

namespace ntk::policy {
namespace {

namespace tables = unicode_tables;

// Hangul syllables are composed by arithmetic (The Unicode Standard, 3.12).
constexpr char32_t syllable_base = 0xAC00;
constexpr char32_t lead_base = 0x1100;
constexpr char32_t vowel_base = 0x1161;
constexpr char32_t trail_base = 0x11A7;  ///< one before the first
constexpr char32_t leads = 19;
constexpr char32_t vowels = 21;
constexpr char32_t trails = 28;
constexpr char32_t syllables = leads * vowels * trails;

/// Bytes that are no UTF-8 stand behind the last code point there is, each for itself.
constexpr char32_t raw_bytes = 0x110000;

char ascii_lower(char each) {
  return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
}

std::u32string decoded(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.valid ? point.value : raw_bytes + static_cast<unsigned char>(text[at]);
    at += point.length;
  }
  return points;
}

std::string encoded(const std::u32string& points) {
  std::string text;
  text.reserve(points.size() * 2);
  for (const char32_t each : points) {
    if (each >= raw_bytes) {
      text += static_cast<char>(static_cast<unsigned char>(each - raw_bytes));
    } else {
      append_utf8(text, each);
    }
  }
  return text;
}

/// The last row whose first code point is not behind `value`; the end where there is none.
template <class Row, std::size_t N>
const Row* range_before(const Row (&rows)[N], char32_t value) {
  const Row* behind = std::upper_bound(std::begin(rows), std::end(rows), value,
                                       [](char32_t code, const Row& row) { return code < row.first; });
  return behind == std::begin(rows) ? std::end(rows) : behind - 1;
}

int combining_class(char32_t value) {
  const auto* row = range_before(tables::class_ranges, value);
  return row != std::end(tables::class_ranges) && value - row->first < row->count ? row->combining : 0;
}

char32_t folded(char32_t value) {
  const auto* row = range_before(tables::fold_ranges, value);
  if (row == std::end(tables::fold_ranges) || value > row->last) return value;
  if ((value - row->first) % row->stride != 0) return value;
  return static_cast<char32_t>(static_cast<std::int32_t>(value) + row->add);
}

template <class Pair, std::size_t N>
const Pair* pair_of(const Pair (&pairs)[N], char32_t value) {
  const Pair* found = std::lower_bound(std::begin(pairs), std::end(pairs), value,
                                       [](const Pair& pair, char32_t code) { return pair.code < code; });
  return found != std::end(pairs) && found->code == value ? found : nullptr;
}

/// Appends the whole canonical decomposition, not yet in canonical order.
void decompose(std::u32string& out, char32_t value) {
  if (value < 0xC0) {
    out += value;
  } else if (value - syllable_base < syllables) {
    const char32_t at = value - syllable_base;
    out += lead_base + at / (vowels * trails);
    out += vowel_base + at / trails % vowels;
    if (at % trails != 0) out += trail_base + at % trails;
  } else if (value - tables::first_ideograph < std::size(tables::ideographs)) {
    out += tables::ideographs[value - tables::first_ideograph];
  } else if (const auto* small = pair_of(tables::small_pairs, value)) {
    decompose(out, small->first);
    if (small->second != 0) decompose(out, small->second);
  } else if (const auto* large = pair_of(tables::large_pairs, value)) {
    decompose(out, large->first);
    if (large->second != 0) decompose(out, large->second);
  } else {
    out += value;
  }
}

/// Marks on one letter in the order of their classes.
void order(std::u32string& points) {
  for (std::size_t at = 0; at < points.size();) {
    if (combining_class(points[at]) == 0) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < points.size() && combining_class(points[end]) != 0) ++end;
    std::stable_sort(points.begin() + static_cast<std::ptrdiff_t>(at),
                     points.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
    at = end;
  }
}

template <class Pair, std::size_t N, class Place, std::size_t M>
char32_t composite(const Pair (&pairs)[N], const Place (&places)[M], char32_t first, char32_t second) {
  const Place* found =
      std::lower_bound(std::begin(places), std::end(places), std::pair(first, second),
                       [&](Place at, const std::pair<char32_t, char32_t>& wanted) {
                         return std::pair<char32_t, char32_t>(pairs[at].first, pairs[at].second) < wanted;
                       });
  if (found == std::end(places)) return 0;
  const Pair& pair = pairs[*found];
  return pair.first == first && pair.second == second ? pair.code : 0;
}

/// The one character that two compose to; 0 where there is none.
char32_t composed(char32_t first, char32_t second) {
  if (first - lead_base < leads && second - vowel_base < vowels) {
    return syllable_base + ((first - lead_base) * vowels + (second - vowel_base)) * trails;
  }
  if (first - syllable_base < syllables && (first - syllable_base) % trails == 0 &&
      second - trail_base - 1 < trails - 1) {
    return first + (second - trail_base);
  }
  if (const char32_t small = composite(tables::small_pairs, tables::small_composites, first, second)) {
    return small;
  }
  return composite(tables::large_pairs, tables::large_composites, first, second);
}

/// Composes what is decomposed and in order.
void compose(std::u32string& points) {
  constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::size_t starter = nowhere;
  std::size_t size = 0;
  int last_class = 0;
  for (const char32_t each : points) {
    const int own_class = combining_class(each);
    const bool beside = starter != nowhere && starter + 1 == size;
    const bool blocked = !beside && last_class >= own_class;
    if (starter != nowhere && !blocked) {
      if (const char32_t both = composed(points[starter], each)) {
        points[starter] = both;
        continue;
      }
    }
    if (own_class == 0) starter = size;
    last_class = own_class;
    points[size++] = each;
  }
  points.resize(size);
}

void normalize(std::u32string& points) {
  std::u32string apart;
  apart.reserve(points.size());
  for (const char32_t each : points) decompose(apart, each);
  order(apart);
  compose(apart);
  points = std::move(apart);
}

/// The length that the first byte of a sequence announces; 0 for a byte that starts none.
std::size_t announced_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_scalar(char32_t value) {
  return value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[offset + index]); };
  const std::size_t length = announced_length(byte(0));
  if (length == 0 || length > text.size() - offset) return {};
  if (length == 1) return {byte(0), 1, true};

  char32_t value = byte(0) & (0x7Fu >> length);
  for (std::size_t index = 1; index < length; ++index) {
    if ((byte(index) & 0xC0u) != 0x80u) return {};
    value = (value << 6) | (byte(index) & 0x3Fu);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || !is_scalar(value)) return {};
  return {value, length, true};
}

void append_utf8(std::string& text, char32_t value) {
  if (!is_scalar(value)) value = U'\uFFFD';
  const auto put = [&](char32_t bits) {
    text.push_back(static_cast<char>(static_cast<unsigned char>(bits)));
  };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char each) { return static_cast<unsigned char>(each) < 0x80; });
}

std::string nfc(std::string text) {
  if (is_ascii(text)) return text;
  std::u32string points = decoded(text);
  normalize(points);
  return encoded(points);
}

std::string fold(std::string text) {
  if (is_ascii(text)) {
    std::transform(text.begin(), text.end(), text.begin(), ascii_lower);
    return text;
  }
  std::u32string points = decoded(text);
  normalize(points);
  std::transform(points.begin(), points.end(), points.begin(), folded);
  normalize(points);
  return encoded(points);
}

bool same_letters(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_ascii(a) && is_ascii(b)) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char one, char other) { return ascii_lower(one) == ascii_lower(other); });
  }
  return fold(std::string(a)) == fold(std::string(b));
}

std::string_view unicode_version() {
  return tables::version;
}

}  // namespace ntk::policy
