// Which characters are named, how long a text may be, and what the bytes of every file have to be.
#include "sim/scenario/text_check.h"

#include <doctest/doctest.h>

#include "sim/scenario/invisible.h"
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

TEST_CASE("letters, marks, emoji and what joins them can be seen in every script") {
  for (const char* text : {"Ådahl", "A\u030Adahl", "محمد", "שלום", "नमस्ते", "می\u200Cخواهم", "क्\u200Dष",
                           "日本語", "👩\u200D💻", "❤\uFE0F", "-", "a b", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_named(text));
  }
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
