// Which characters are named, how long a text may be, and what the bytes of every file have to be.
#include "sim/scenario/text_check.h"

#include <doctest/doctest.h>

#include "sim/scenario/invisible.h"
#include "sim/scenario/invisible_tables.h"
#include "sim/scenario/lint.h"
#include "sim/scenario/persons.h"
#include "sim/scenario/text_form.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::scenario;

namespace {

std::string codes(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& each : found) {
    text += (text.empty() ? "" : " ") + std::to_string(each.span.line) + ':' +
            std::to_string(each.span.column) + ' ' + std::string(row(each.code).word);
  }
  return text;
}

std::string persons(std::string_view text) {
  const PersonsResult read = read_persons(text);
  return codes(read.diagnostics);
}

/// A lesson with another title.
std::string titled(const std::string& title) {
  std::string text = source_text("tests/lint/warn-unused.json");
  const std::size_t at = text.find("\"title\": \"") + 10;
  return text.replace(at, text.find('"', at) - at, title);
}

std::string findings_on_title(const std::string& title) {
  std::string found;
  for (const Diagnostic& each : lint_scenario(titled(title), "lesson.json").diagnostics) {
    if (each.pointer == "/title") found += (found.empty() ? "" : " ") + std::string(row(each.code).word);
  }
  return found;
}

bool is_named(std::string_view text, TextKind kind = TextKind::alone) {
  return find_invisible(text, kind).has_value();
}

}  // namespace

TEST_CASE("a character that nobody sees, or that turns the text around, is named in a title") {
  for (const char* text : {"a\u202Eb", "a\u2066b", "a\u200Bb", "a\u00A0b", "a\u00ADb", "a\uFEFFb", "a\tb",
                           "a\x7F", "a\u2028b", "a\u3164", "a\U000E0041", "a\u200Db", "\u200Ca"}) {
    CAPTURE(text);
    CHECK(is_named(text));
  }
  CHECK(name_of_invisible(U'\u202E') == "U+202E, a right-to-left override");
  CHECK(name_of_invisible(0xE0041) == "U+E0041, a tag character");
  CHECK(made_visible("a\u202Eb\u00A0c\x1B") == "a<U+202E>b<U+00A0>c<U+001B>");
}

TEST_CASE("every character that Unicode says is not shown is named, the reserved ones included") {
  for (const auto& range : invisible_tables::default_ignorable) {
    for (char32_t code = range.first; code <= range.last; ++code) {
      std::string text = "Va";
      append_utf8(text, code);
      text += "le";
      CAPTURE(name_of_invisible(code));
      CHECK(is_named(text));
      CHECK(safe_on_terminal(text) == "Va\uFFFDle");
    }
  }
  CHECK(name_of_invisible(0x2065) == "U+2065, a character that is not shown");
  CHECK(name_of_invisible(0xE0FFF) == "U+E0FFF, a character that is not shown");
  CHECK(name_of_invisible(0xE01EF) == "U+E01EF, a variation selector");
}

TEST_CASE("a blank that is no letter is named, though it takes room: the empty Braille pattern") {
  CHECK(is_named("Va\u2800le"));
  CHECK(is_named("\u2800", TextKind::prose));
  CHECK_FALSE(is_named("\u2801"));
  CHECK(safe_on_terminal("\u2800") == "\uFFFD");
}

TEST_CASE("letters, marks, emoji and what joins them can be seen in every script") {
  for (const char* text : {"Ådahl", "A\u030Adahl", "محمد", "שלום", "नमस्ते", "می\u200Cخواهم", "क्\u200Dष",
                           "日本語", "👩\u200D💻", "❤\uFE0F", "-", "a b", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_named(text));
    CHECK(safe_on_terminal(text) == text);
  }
}

TEST_CASE("a joiner stands behind a letter or mark of a script that joins, and nowhere else") {
  for (const char* text :
       {"محمد\u200D", "هَ\u200Cی", "ܐܒ\u200Cܓ", "ߒ\u200Dߞ", "ᠠ\u200Dᠢ", "র\u200D্য", "ක්\u200Dෂ"}) {
    CAPTURE(text);
    CHECK_FALSE(is_named(text));
  }
  for (const char* text : {"Nguyễ\u200Dn", "A—\u200DB", "O’\u200DHara", "א\u200Dב", "日\u200D本", "Жу\u200Cк",
                           "محمد،\u200D", "٣\u200C٤", "क्\u200D\u200D", "क \u200Dष"}) {
    CAPTURE(text);
    CHECK(is_named(text));
    CHECK(is_named(text, TextKind::prose));
  }
}

TEST_CASE("a joiner joins the pictures of an emoji, and hides behind one that stands alone") {
  for (const char* text : {"👩🏽\u200D🚀", "🏳\uFE0F\u200D🌈", "👩\u200D❤\uFE0F\u200D👨"}) {
    CAPTURE(text);
    CHECK_FALSE(is_named(text));
  }
  for (const char* text : {"👩\u200D", "👩\u200Da", "👩\u200C💻", "a\u200D💻"}) {
    CAPTURE(text);
    CHECK(is_named(text));
  }
}

TEST_CASE("a variation selector stands where it chooses between text and emoji, and nowhere else") {
  for (const char* text : {"❤\uFE0F", "☎\uFE0E", "1\uFE0F\u20E3", "#\uFE0F\u20E3"}) {
    CAPTURE(text);
    CHECK_FALSE(is_named(text));
  }
  for (const char* text :
       {"Va\uFE00le", "Va\uFE0Fle", "\uFE0F", "7\uFE0F", "❤\uFE0F\uFE0F", "❤\uFE00", "葛\U000E0100城"}) {
    CAPTURE(text);
    CHECK(is_named(text));
  }
}

TEST_CASE("the variation selectors of Mongolian stand behind its letters, and nowhere else") {
  CHECK_FALSE(is_named("ᠠ\u180Bᠢ\u180Eᠠ"));
  CHECK(is_named("Va\u180Ble"));
  CHECK(is_named("\u180Fᠠ"));
}

TEST_CASE("what is shown keeps spaces of every width, and nothing that hides or disturbs") {
  CHECK(safe_on_terminal("a\u00A0b\u3000c\u2009d") == "a\u00A0b\u3000c\u2009d");
  CHECK(safe_on_terminal("a\u00ADb\u200Ec\nd\x1B[31m") == "a\uFFFDb\uFFFDc\uFFFDd\uFFFD[31m");
  CHECK(safe_on_terminal("a\xFF") == "a\uFFFD");
}

TEST_CASE("prose may have line breaks, no-break spaces and marks of direction, and no overrides") {
  CHECK_FALSE(is_named("a\n\nb\tc\u00A0d\u200Ee", TextKind::prose));
  CHECK(is_named("a\u202Eb", TextKind::prose));
  CHECK(is_named("a\u200Bb", TextKind::prose));
}

TEST_CASE("a title longer than 200 characters is warned of, one ten times as long is an error") {
  const std::string letter = "\u00E9";
  std::string title;
  for (int i = 0; i < 200; ++i) title += letter;
  CHECK(findings_on_title(title) == "");
  CHECK(findings_on_title(title + letter) == "long-text");
  for (int i = 0; i < 1800; ++i) title += letter;
  CHECK(findings_on_title(title) == "long-text");
  CHECK(findings_on_title(title + letter) == "text-too-long");
}

TEST_CASE("of prose each paragraph is measured by itself") {
  std::string text = source_text("tests/lint/warn-unused.json");
  const std::size_t at = text.find("\"brief\": \"") + 10;
  const std::string paragraph(2000, 'a');
  const auto findings = [&](const std::string& brief) {
    std::string with = text;
    with.replace(at, with.find('"', at) - at, brief);
    std::string found;
    for (const Diagnostic& each : lint_scenario(with, "lesson.json").diagnostics) {
      if (each.pointer == "/brief") found += row(each.code).word;
    }
    return found;
  };
  CHECK(findings(paragraph + "\\n\\n" + paragraph) == "");
  CHECK(findings(paragraph + "\\n" + paragraph) == "long-text");
}

TEST_CASE("a control character in a list of persons is refused at its place, since no command can carry it") {
  CHECK(persons("[{\"last_name\": \"Vale\"}, {\"last_name\": \"Ng\\tX\"}]") == "1:39 control-character");
  CHECK(persons("[{\"last_name\": \"N\u202Eg\"}]") == "1:18 control-character");
  CHECK(persons("[{\"last_name\": \"Ng\u00A0X\"}]") == "1:19 invisible-character");
  CHECK(persons("[{\"last_name\": \"Ng\"}]") == "");
}

TEST_CASE("a field that is empty or blank is warned of, in a record, a search and a list of persons") {
  CHECK(persons("[{\"last_name\": \"\"}]") == "1:16 blank-text");
  CHECK(persons("[{\"last_name\": \" \"}]") == "1:16 blank-text");
  CHECK(read_persons("[{\"last_name\": \"\"}]").persons);
  std::string text = source_text("tests/lint/warn-unused.json");
  const std::size_t at = text.find("\"last_name\": \"") + 14;
  text.replace(at, text.find('"', at) - at, " ");
  const auto read = lint_scenario(text, "lesson.json");
  CHECK(read.scenario);
  CHECK(codes(read.diagnostics).find("blank-text") != std::string::npos);
}

TEST_CASE("of a person of whom something is said, though it is no text, it isn't said that nothing is") {
  CHECK(persons("[{\"last_name\": null}]") == "1:16 wrong-type");
  CHECK(persons("[{}]") == "1:2 missing-key");
}

TEST_CASE("the help for an empty text, or one that goes on, says what this kind of file is") {
  const auto help = [](std::string_view text) { return read_persons(text).diagnostics.at(0).help; };
  CHECK(help("") == "a file of persons is one list of objects: `[{ ... }]`");
  CHECK(help("[] []") == "a file of persons is one list of objects: `[{ ... }]`");
  CHECK(lint_scenario("", "lesson.json").diagnostics.at(0).help == "a scenario is one object: `{ ... }`");
}

TEST_CASE("what follows the end of the text, a NUL first of all, is refused at its place") {
  using namespace std::string_literals;
  CHECK(persons("[{\"last_name\": \"Ng\"}]\n\0{}"s) == "2:1 json-syntax");
  CHECK(persons("[{\"last_name\": \"Ng\"}]\0"s) == "1:22 json-syntax");
  CHECK(persons("[{\"last_name\": \0\"Ng\"}]"s) == "1:16 json-syntax");
  CHECK(persons("[{\"last_name\": \"Ng\"}] x") == "1:23 json-syntax");
}

TEST_CASE("other encodings, a byte order mark and carriage returns are told alike of every JSON file") {
  using namespace std::string_literals;
  CHECK(persons("\xFF\xFE[\0"s) == "1:1 wrong-encoding");
  CHECK(persons("\xEF\xBB\xBF[{\"last_name\": \"Ng\"}]") == "1:1 byte-order-mark");
  CHECK(persons("[{\"last_name\":\r\n\"Ng\"}]") == "");
  CHECK(persons("[{\"last_name\":\r\"Ng\"}]") == "1:15 line-ends");
  CHECK(other_encoding("run all") == std::nullopt);
  CHECK(other_encoding("r\0u\0"s) == "UTF-16");
}

TEST_CASE(
    "after a syntax error, what is wrong before it is told, and nothing that the rest of the text may give") {
  const std::string text = R"({
    "format": 1, "id": "Cut", "title": "Cut",
    "users": [{"id": "a", "nam": "A", "agency": "not-there-yet"}, {"id": "b"},
              {"id": "c", "logon": "never")";
  CHECK(codes(lint_scenario(text, "cut.json").diagnostics) ==
        "2:24 bad-id 3:27 unknown-key 3:67 missing-key 3:67 missing-key 4:36 unknown-word 4:43 json-syntax");
}
