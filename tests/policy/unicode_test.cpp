// Which texts are the same to a reader. The rows are a sample of the Unicode Character Database's NormalizationTest.txt and
// CaseFolding.txt; unicode_exhaustion_test.cpp tries all.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "sim/policy/unicode.h"

namespace ntk::policy {
namespace {

TEST_CASE("a text means the same however its accents were typed") {
  struct Row {
    std::string_view source, composed;
  };
  for (const Row& row : {
           Row{"A\u030Adahl", "\u00C5dahl"},                              // a ring of its own
           Row{"\u212Bngstr\u00F6m", "\u00C5ngstr\u00F6m"},               // the unit of length
           Row{"D\u0323\u0307", "\u1E0C\u0307"},                          // two marks
           Row{"D\u0307\u0323", "\u1E0C\u0307"},                          // in the other order
           Row{"Nguye\u0302\u0303n", "Nguy\u1EC5n"},                      // composed twice
           Row{"\u0958", "\u0915\u093C"},                                 // never composed again
           Row{"\u0344", "\u0308\u0301"},                                 // a mark that is two
           Row{"\u1112\u1161\u11AB\u1100\u1173\u11AF", "\uD55C\uAE00"},   // Hangul
           Row{"\uAC00\u11A8", "\uAC01"},                                 // half composed
           Row{"\U0002F800\uF900", "\u4E3D\u8C48"},                       // ideographs
           Row{"\U00011131\U00011127", "\U0001112E"},                     // beyond the first plane
           Row{"\u0061\u0315\u0300\u05AE\u0062", "\u00E0\u05AE\u0315b"},  // sorted by class
           Row{"\u2126", "\u03A9"},                                       // the ohm is an omega
           Row{"plain", "plain"},
       }) {
    CAPTURE(row.source);
    CHECK(nfc(std::string(row.source)) == row.composed);
    CHECK(nfc(std::string(row.composed)) == row.composed);
  }
}

TEST_CASE("letter case does not count, in any script") {
  struct Row {
    std::string_view a, b;
  };
  for (const Row& row : {
           Row{"\u00C5dahl", "\u00E5DAHL"},
           Row{"A\u030Adahl", "\u00E5dahl"},
           Row{"M\u00DCLLER", "m\u00FCller"},
           Row{"\u0418\u0432\u0430\u043D\u043E\u0432", "\u0418\u0412\u0410\u041D\u041E\u0412"},
           Row{"\u039F\u0394\u039F\u03A3", "\u03BF\u03B4\u03BF\u03C2"},  // the sigma at the end
           Row{"\u212A", "k"},                                           // the kelvin
           Row{"\u017F", "S"},                                           // the long s
           Row{"\u1E9E", "\u00DF"},                                      // the capital sharp s
           Row{"\u13A0", "\uAB70"},                                      // Cherokee folds to its capitals
           Row{"\U00010400", "\U00010428"},                              // Deseret
           Row{"\u01C4", "\u01C5"},                                      // a digraph in title case
           Row{"\u1FB3", "\u1FBC"},                                      // an iota below, and beside
       }) {
    CAPTURE(row.a);
    CHECK(same_letters(row.a, row.b));
    CHECK(fold(std::string(row.a)) == fold(std::string(row.b)));
  }
}

TEST_CASE("letters that only look alike, or are alike in one language alone, stay apart") {
  CHECK_FALSE(same_letters("\u00DF", "ss"));
  CHECK_FALSE(same_letters("I", "\u0131"));
  CHECK_FALSE(same_letters("i", "\u0130"));
  CHECK_FALSE(same_letters("A", "\u0410"));  // Cyrillic
  CHECK_FALSE(same_letters("e", "\u00E9"));
  CHECK_FALSE(same_letters("a", "aa"));
  CHECK_FALSE(same_letters("\uFF21", "A"));  // the wide form
}

TEST_CASE("a byte that is no UTF-8 stays as it is, and is equal to itself alone") {
  for (const std::string_view text :
       {"\xFF", "\xC3", "a\xE2\x82", "\xED\xA0\x80", "\x80\u00E9", "\xF4\x90\x80\x80", "\xC0\x80"}) {
    CHECK(nfc(std::string(text)) == text);
    CHECK(same_letters(text, text));
  }
  CHECK(same_letters("\u00C5\xFF", "\u00E5\xFF"));
  CHECK_FALSE(same_letters("\u00C5\xFF", "\u00E5\xFE"));
  CHECK_FALSE(same_letters("\xFF", "\uFFFD"));
}

TEST_CASE("a long row of marks is put in order in no more time than it takes to sort") {
  std::string marks = "a";
  for (int i = 0; i < 50'000; ++i) marks += i % 2 == 0 ? "\u0301" : "\u0323";
  const std::string once = nfc(marks);
  CHECK(once.size() == marks.size());  // a letter of three bytes has taken in a dot of two
  CHECK(once.starts_with("\u1EA1\u0323"));
  CHECK(nfc(once) == once);
}

}  // namespace
}  // namespace ntk::policy
