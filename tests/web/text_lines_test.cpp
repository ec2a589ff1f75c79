// Text in every script is cut into what can be drawn beside one another, and laid out in lines.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "web/canvas/ui/text_lines.h"

using namespace ntk::web::ui;

namespace {

/// A character is as wide as it has bytes.
float in_bytes(std::string_view text, Shape) {
  return static_cast<float>(text.size());
}

/// Words of six bytes, as those of the Thai examples have.
std::vector<int> every_six(std::string_view text) {
  std::vector<int> ends;
  for (std::size_t end = 6; end < text.size() + 6; end += 6)
    ends.push_back(static_cast<int>(std::min(end, text.size())));
  return ends;
}

std::string marked(const Piece& piece) {
  const std::string text(piece.text);
  if (piece.ends_line) return "|";
  if (piece.shape == Shape::run) return '<' + text + '>';
  if (piece.shape == Shape::run_rtl) return '{' + text + '}';
  return text;
}

/// The pieces of a text: <run>, {run from right to left}, a stroke where a line may be broken without space.
std::string cut(std::string_view text) {
  std::string out;
  for (const Piece& piece : pieces_of(text, every_six))
    out += (piece.may_begin_line ? "/" : "") + marked(piece);
  return out;
}

std::vector<std::string> lines(std::string_view text, float width) {
  std::vector<std::string> out;
  for (const TextLine& line : lines_of(text, width, in_bytes, every_six)) {
    std::string& joined = out.emplace_back();
    for (const Piece& piece : line.pieces) joined += marked(piece);
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("scripts whose letters stand side by side are drawn letter by letter") {
  for (const char* text : {"Need to know", "“Łódź” – 5 €", "Ξένη Δημητρίου", "Лев Толстой", "Đặng Thị Thu",
                           "Ștefan Țepeș", "ქართული", "a\tb\nc", "→ ✓ ☆"}) {
    CAPTURE(text);
    CHECK(is_simple(text));
    CHECK(cut(text).find_first_of("<{/") == std::string::npos);
  }
}

TEST_CASE("letters that are joined, stacked or marked are drawn as a whole") {
  CHECK_FALSE(is_simple("क्षत्रिय"));
  CHECK(cut("क्षत्रिय नाम") == "<क्षत्रिय> <नाम>");
  CHECK(cut("Nguye\u0302\u0303n") == "Nguy<e\u0302\u0303>n");
  CHECK(cut("👩🏽‍⚕️ 🇰🇷🇯🇵 1️⃣") ==
        "<👩🏽‍⚕️> <🇰🇷>/<🇯🇵> <1️⃣>");
  CHECK(cut("\xEE\x80\x80") ==
        "<\xEE\x80\x80>");  // a character of private use doesn't pass for a run of ours
}

TEST_CASE("words of one script are kept apart from those of another") {
  CHECK(cut("שלום, world") == "{שלום}, world");
  CHECK(cut("Case (ملف) 7") == "Case ({ملف}) 7");
}

TEST_CASE("a text without spaces may be broken between its characters or words, but not before a full stop") {
  CHECK(cut("東京都。") == "東/京/都。");
  CHECK(cut("「東京」と") == "「東/京」/と");
  CHECK(cut("กขคง") == "<กข>/<คง>");
}

TEST_CASE("lines are broken at spaces, and no line begins with one") {
  CHECK(lines("one two three", 7) == Strings{"one two", "three"});
  CHECK(lines("one\n\ntwo", 7) == Strings{"one", "", "two"});
  CHECK(lines("one two", 0) == Strings{"one two"});
  CHECK(lines("", 7) == Strings{""});
}

TEST_CASE("lines of a text without spaces are as full as they can be") {
  CHECK(lines("東京都庁", 7) == Strings{"東京", "都庁"});
  CHECK(lines("กขคงจฉ", 13) == Strings{"<กข><คง>", "<จฉ>"});
}

TEST_CASE("a word that is wider than a line is broken between letters, and a letter keeps its marks") {
  CHECK(lines("abcdefgh", 3) == Strings{"abc", "def", "gh"});
  CHECK(lines("e\u0302e\u0302e\u0302", 6) == Strings{"<e\u0302><e\u0302>", "<e\u0302>"});
  CHECK(lines("नामनाम", 9).size() == 2);
  CHECK(lines("東", 1) == Strings{"東"});
}

TEST_CASE("neighboring words from right to left are one run of their line, with the figures between them") {
  CHECK(lines("שלום 12 עולם", 0) == Strings{"{שלום 12 עולם}"});
  CHECK(lines("a שלום b עולם", 0) == Strings{"a {שלום} b {עולם}"});
  CHECK(lines("שלום עולם, 5", 0) == Strings{"{שלום עולם}, 5"});
  // On two lines they are two runs.
  CHECK(lines("שלום עולם", 10) == Strings{"{שלום}", "{עולם}"});
}

TEST_CASE("every piece of a text is a part of it, in order, and together they are the whole") {
  for (const char* text :
       {"Привет שלום 東京 กขคง 👩🏽‍⚕️ e\u0302x \n नाम",
        "\xFF\xE0 broken\xC3", "ملف\u200Dx\uFE0F"}) {
    CAPTURE(text);
    std::string joined;
    for (const Piece& piece : pieces_of(text, every_six)) joined += piece.text;
    CHECK(joined == text);
  }
}
