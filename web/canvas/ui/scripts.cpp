#include "web/canvas/ui/scripts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace ntk::web::ui {
namespace {

enum class Kind : std::uint8_t {
  letter,  // stands by itself; words of them are kept together
  blank,
  line_end,
  mark,      // belongs to the character before it
  shaped,    // joins the others of its word
  unspaced,  // so too, and words aren't separated
  rtl,
  wide,     // a line may be broken before and after it
  picture,  // so too, and it is drawn as a run: emoji, and all that lies beyond the first 65,536 characters
};

struct Range {
  char32_t first, last;
  Kind kind;
};

// By their first characters; what is in none is a letter. After the blocks of Unicode 15.
constexpr Range ranges[] = {
    {0x000A, 0x000A, Kind::line_end},  {0x0020, 0x0020, Kind::blank},      {0x0300, 0x036F, Kind::mark},
    {0x0483, 0x0489, Kind::mark},      {0x0590, 0x08FF, Kind::rtl},        {0x0900, 0x0DFF, Kind::shaped},
    {0x0E00, 0x0EFF, Kind::unspaced},  {0x0F00, 0x0FFF, Kind::shaped},     {0x1000, 0x109F, Kind::unspaced},
    {0x1100, 0x11FF, Kind::shaped},    {0x135D, 0x135F, Kind::mark},       {0x1700, 0x177F, Kind::shaped},
    {0x1780, 0x17FF, Kind::unspaced},  {0x1800, 0x194F, Kind::shaped},     {0x1950, 0x19DF, Kind::unspaced},
    {0x1A00, 0x1A1F, Kind::shaped},    {0x1A20, 0x1AAF, Kind::unspaced},   {0x1AB0, 0x1AFF, Kind::mark},
    {0x1B00, 0x1C7F, Kind::shaped},    {0x1CD0, 0x1CFF, Kind::mark},       {0x1DC0, 0x1DFF, Kind::mark},
    {0x200B, 0x200F, Kind::mark},      {0x202A, 0x202E, Kind::mark},       {0x2060, 0x206F, Kind::mark},
    {0x20D0, 0x20FF, Kind::mark},      {0x2DE0, 0x2DFF, Kind::mark},       {0x2E80, 0x2FFF, Kind::wide},
    {0x3000, 0x3000, Kind::blank},     {0x3001, 0x3029, Kind::wide},       {0x302A, 0x302F, Kind::mark},
    {0x3030, 0x3098, Kind::wide},      {0x3099, 0x309A, Kind::mark},       {0x309B, 0x312F, Kind::wide},
    {0x3190, 0xA4CF, Kind::wide},      {0xA66F, 0xA672, Kind::mark},       {0xA674, 0xA67D, Kind::mark},
    {0xA800, 0xA9DF, Kind::shaped},    {0xA9E0, 0xA9FF, Kind::unspaced},   {0xAA00, 0xAA5F, Kind::shaped},
    {0xAA60, 0xAADF, Kind::unspaced},  {0xAAE0, 0xAAFF, Kind::shaped},     {0xABC0, 0xABFF, Kind::shaped},
    {0xD7B0, 0xD7FF, Kind::shaped},    {0xE000, 0xF8FF, Kind::shaped},     {0xF900, 0xFAFF, Kind::wide},
    {0xFB1D, 0xFDFF, Kind::rtl},       {0xFE00, 0xFE0F, Kind::mark},       {0xFE20, 0xFE2F, Kind::mark},
    {0xFE30, 0xFE4F, Kind::wide},      {0xFE70, 0xFEFE, Kind::rtl},        {0xFF00, 0xFF60, Kind::wide},
    {0xFFE0, 0xFFE6, Kind::wide},      {0x10000, 0x107FF, Kind::picture},  {0x10800, 0x10FFF, Kind::rtl},
    {0x11000, 0x11FFF, Kind::shaped},  {0x12000, 0x1E7FF, Kind::picture},  {0x1E800, 0x1EFFF, Kind::rtl},
    {0x1F000, 0x1F3FA, Kind::picture}, {0x1F3FB, 0x1F3FF, Kind::mark},     {0x1F400, 0xE001F, Kind::picture},
    {0xE0020, 0xE01EF, Kind::mark},    {0xE01F0, 0x10FFFF, Kind::picture},
};

constexpr char32_t joiner = 0x200D;
// A line begins with none of these, and ends with none of those.
constexpr std::u32string_view closing =
    U",.!?;:)]}%’”»…、。，．！？；：）］｝」』】〕〉》〗ー々ゝゞ・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
constexpr std::u32string_view opening = U"([{‘“«（［｛「『【〔〈《〖";

Kind kind_of(char32_t c) {
  const auto* after =
      std::upper_bound(std::begin(ranges), std::end(ranges), c,
                       [](char32_t value, const Range& range) { return value < range.first; });
  if (after == std::begin(ranges)) return Kind::letter;
  const Range& range = *(after - 1);
  return c <= range.last ? range.kind : Kind::letter;
}

/// The character at a place, and the place after it. A byte that is none is a letter.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at++);
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  if (more == 0) return first < 0x80 ? first : 0xFFFD;
  char32_t c = first & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    if (at >= text.size() || (byte(at) & 0xC0) != 0x80) return 0xFFFD;
    c = c << 6 | (byte(at++) & 0x3F);
  }
  return c;
}

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? next_character(text, at) : U'\0';
}

bool is_gap(Kind kind) {
  return kind == Kind::blank || kind == Kind::line_end;
}

bool is_flag(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// Emoji are joined to one: of people and things, where either may be a sign of the first 65,536 characters.
bool joins_pictures(Kind a, Kind b) {
  return (a == Kind::picture && b == Kind::letter) || b == Kind::picture;
}

/// A character with the marks that belong to it.
struct Cluster {
  std::string_view text;
  Kind kind = Kind::letter;
  char32_t base = 0;
  bool has_marks = false;
};

Cluster cluster_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  Cluster cluster;
  cluster.base = next_character(text, at);
  cluster.kind = kind_of(cluster.base);
  if (is_gap(cluster.kind)) {
    cluster.text = text.substr(begin, at - begin);
    return cluster;
  }
  if (is_flag(cluster.base) && is_flag(peek(text, at))) next_character(text, at);
  for (std::size_t after = at; after < text.size();) {
    const char32_t c = next_character(text, after);
    if (kind_of(c) != Kind::mark) break;
    if (c == joiner && joins_pictures(cluster.kind, kind_of(peek(text, after)))) next_character(text, after);
    at = after;
    cluster.has_marks = true;
  }
  if (cluster.kind == Kind::mark) cluster.kind = Kind::shaped;  // of nothing
  cluster.text = text.substr(begin, at - begin);
  return cluster;
}

Shape shape_of(const Cluster& cluster) {
  if (cluster.kind == Kind::rtl) return Shape::run_rtl;
  const bool drawn_as_run = cluster.has_marks || cluster.kind == Kind::shaped ||
                            cluster.kind == Kind::unspaced || cluster.kind == Kind::picture;
  return drawn_as_run ? Shape::run : Shape::letters;
}

bool breaks_around(Kind kind) {
  return kind == Kind::wide || kind == Kind::picture || kind == Kind::unspaced;
}

/// Whether two clusters are in one piece.
bool go_together(const Cluster& a, const Cluster& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == Kind::letter) return !a.has_marks && !b.has_marks;
  return a.kind == Kind::blank || a.kind == Kind::shaped || a.kind == Kind::rtl || a.kind == Kind::unspaced;
}

bool may_break_between(const Cluster& a, const Cluster& b) {
  if (is_gap(a.kind) || is_gap(b.kind) || !(breaks_around(a.kind) || breaks_around(b.kind))) return false;
  return closing.find(b.base) == closing.npos && opening.find(a.base) == opening.npos;
}

Piece piece_of(const Cluster& cluster) {
  return {cluster.text, shape_of(cluster), cluster.kind == Kind::blank, cluster.kind == Kind::line_end,
          false};
}

/// Cuts a piece of a script without spaces into its words.
void add_words(const Piece& whole, const WordEnds& word_ends, std::vector<Piece>& pieces) {
  std::size_t begin = 0;
  for (const int end : word_ends(whole.text)) {
    const auto until = std::min(static_cast<std::size_t>(end), whole.text.size());
    if (until <= begin) continue;
    pieces.push_back(whole);
    pieces.back().text = whole.text.substr(begin, until - begin);
    if (begin > 0) pieces.back().may_begin_line = true;
    begin = until;
  }
  if (begin == whole.text.size()) return;
  pieces.push_back(whole);
  pieces.back().text = whole.text.substr(begin);
}

}  // namespace

bool is_simple(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xCC) {  // all that comes before the first marks
      ++at;
      continue;
    }
    const Kind kind = kind_of(next_character(text, at));
    if (kind != Kind::letter && kind != Kind::blank) return false;
  }
  return true;
}

std::vector<Piece> pieces_of(std::string_view text, const WordEnds& word_ends) {
  std::vector<Piece> pieces;
  Cluster before;
  for (std::size_t at = 0; at < text.size();) {
    Cluster cluster = cluster_at(text, at);
    Piece piece = piece_of(cluster);
    piece.may_begin_line = at > 0 && may_break_between(before, cluster);
    const std::size_t begin = at;
    at += cluster.text.size();
    while (at < text.size()) {
      const Cluster more = cluster_at(text, at);
      if (!go_together(cluster, more)) break;
      cluster = more;
      at += more.text.size();
    }
    piece.text = text.substr(begin, at - begin);
    before = cluster;
    if (cluster.kind == Kind::unspaced) {
      add_words(piece, word_ends, pieces);
    } else {
      pieces.push_back(piece);
    }
  }
  return pieces;
}

std::vector<Piece> letters_of(const Piece& piece) {
  std::vector<Piece> letters;
  for (std::size_t at = 0; at < piece.text.size();) {
    letters.push_back(piece);
    letters.back().text = cluster_at(piece.text, at).text;
    at += letters.back().text.size();
  }
  return letters;
}

bool is_neutral(const Piece& piece) {
  if (piece.blank) return true;
  if (piece.shape != Shape::letters || piece.ends_line) return false;
  for (std::size_t at = 0; at < piece.text.size();) {
    const char32_t c = next_character(piece.text, at);
    const bool latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    const bool sign = c < 0xC0 || (c >= 0x2010 && c <= 0x2BFF);
    if (latin || !sign) return false;
  }
  return true;
}

}  // namespace ntk::web::ui
