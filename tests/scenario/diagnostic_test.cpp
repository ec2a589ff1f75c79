#include "sim/scenario/diagnostic.h"
#include "sim/scenario/json_writer.h"

#include <doctest/doctest.h>

#include <set>

using namespace ntk::scenario;

namespace {

/// A diagnostic on the first occurrence of `words` in `text`, all of it on line 1.
Diagnostic on(std::string_view text, std::string_view words) {
  Diagnostics diagnostics(text);
  const auto offset = static_cast<std::uint32_t>(text.find(words));
  diagnostics.add(Code::unknown_id, {offset, static_cast<std::uint32_t>(words.size()), 1, offset + 1}, "/a/0",
                  "no agency has the id `fbl`", "did you mean `fbi`?");
  return diagnostics.take_sorted().front();
}

/// The source line and the line of carets of a diagnostic's text.
std::string picture(const Diagnostic& diagnostic) {
  const std::string text = format_text(diagnostic, "f");
  const std::size_t begin = text.find('\n') + 1;
  return text.substr(begin, text.find("       =") - begin);
}

}  // namespace

TEST_CASE("a diagnostic tells file, line, column, severity, code, message, source line and help") {
  CHECK(format_text(on(R"({"agency": "fbl"})", "\"fbl\""), "lessons/a.json") ==
        "lessons/a.json:1:12: error[unknown-id]: no agency has the id `fbl`\n"
        "     1 | {\"agency\": \"fbl\"}\n"
        "       |            ^~~~~\n"
        "       = help: did you mean `fbi`?\n");
}

TEST_CASE("the carets stand under the words, whatever the width of what comes before") {
  CHECK(picture(on("\t\"x\"", "\"x\"")) == "     1 |     \"x\"\n       |     ^~~\n");
  CHECK(picture(on("\u8377\u7269 x", "x")) == "     1 | \u8377\u7269 x\n       |      ^\n");
  CHECK(picture(on("e\u0301 x", "x")) == "     1 | e\u0301 x\n       |   ^\n");
  CHECK(picture(on("\U0001F512 x", "x")) == "     1 | \U0001F512 x\n       |    ^\n");
}

TEST_CASE("of a long line the part around the place is shown") {
  const std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  const std::string shown = picture(on(line, "HERE"));
  CHECK(shown.size() < 300);
  CHECK(shown.find("...a") != std::string::npos);
  CHECK(shown.find("b...") != std::string::npos);
  const std::size_t carets = shown.find('\n') + 1;
  CHECK(shown.find("HERE") == shown.find("^~~~") - carets);
}

TEST_CASE("a place that spans several lines is shown on its first") {
  CHECK(picture(on("{\n  \"a\": 1\n}", "{\n  \"a\": 1\n}")) == "     1 | {\n       | ^\n");
}

TEST_CASE("a file cannot send commands to the terminal through its diagnostics") {
  const std::string text = format_text(on("\x1B[2J \u202E \x07 x", "x"), "a\x1B.json");
  CHECK(text.find('\x1B') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
}

TEST_CASE("a file cannot send commands to the log of a workflow through its name or its words") {
  Diagnostics diagnostics("x");
  diagnostics.add(Code::unused, {0, 1, 1, 1}, "", "a\x1B[31mb", "c\u202Ed");
  const std::string text = format_github(diagnostics.take_sorted().front(), "e\x1B[31m.json");
  CHECK(text == "::notice file=e\uFFFD[31m.json,line=1,col=1,title=unused::a\uFFFD[31mb%0Ahelp: c\uFFFDd\n");
}

TEST_CASE("the line that a diagnostic shows hides nothing, and its carets stand under the words") {
  CHECK(picture(on("a\u3164\u200Db x", "x")) == "     1 | a\uFFFD\uFFFDb x\n       |      ^\n");
}

TEST_CASE("a diagnostic as JSON has all its parts") {
  JsonWriter json;
  write_json(json, on(R"({"agency": "fbl"})", "\"fbl\""), "a.json");
  CHECK(json.text() ==
        R"({"file":"a.json","severity":"error","code":"unknown-id","message":"no agency has the id `fbl`",)"
        R"("help":"did you mean `fbi`?","pointer":"/a/0","line":1,"column":12,"offset":11,"length":5,)"
        R"("excerpt":"{\"agency\": \"fbl\"}"})");
}

TEST_CASE("a workflow command escapes what would end it") {
  Diagnostics diagnostics("x");
  diagnostics.add(Code::unused, {0, 1, 1, 1}, "", "100% of this: a, b", "c\nd");
  CHECK(format_github(diagnostics.take_sorted().front(), "a,b:c.json") ==
        "::notice file=a%2Cb%3Ac.json,line=1,col=1,title=unused::100%25 of this: a, b%0Ahelp: c\uFFFDd\n");
}

TEST_CASE("diagnostics come in the order of the text, with their second places") {
  Diagnostics diagnostics("abc");
  diagnostics.add(Code::duplicate_key, {2, 1, 1, 3}, "", "second");
  diagnostics.add_related("first given here", {0, 1, 1, 1});
  diagnostics.add(Code::unused, {1, 1, 1, 2}, "", "first");
  CHECK(diagnostics.has_errors());
  const auto all = diagnostics.take_sorted();
  CHECK(all[0].message == "first");
  REQUIRE(all[1].related);
  CHECK(all[1].related->span.offset == 0);
  CHECK(format_text(all[1], "f").find("f:1:1: note: first given here\n") != std::string::npos);
}

TEST_CASE("warnings and notes alone are no errors") {
  Diagnostics diagnostics("abc");
  diagnostics.add(Code::no_duties, {}, "", "a warning");
  diagnostics.add(Code::unused, {}, "", "a note");
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(count_in_words(diagnostics.take_sorted()) == "1 warning, 1 note");
  CHECK(count_in_words({}) == "no problems");
}

TEST_CASE("of a flood of diagnostics a thousand are kept, and the last says that there are more") {
  const std::string text(5000, 'x');
  Diagnostics diagnostics(text);
  for (std::uint32_t at = 0; at < 5000; ++at) {
    diagnostics.add(Code::duplicate_key, {4999 - at, 1, 1, 5000 - at}, "", "again");
    diagnostics.add_related("first", {0, 1, 1, 1});
  }
  const auto all = diagnostics.take_sorted();
  CHECK(all.size() == 1001);
  CHECK(all.back().code == Code::too_many_problems);
}

TEST_CASE("every code has a word of its own, in lower case, and a meaning") {
  std::set<std::string_view> words;
  for (const CodeRow& each : code_rows()) {
    CAPTURE(each.word);
    CHECK(words.insert(each.word).second);
    CHECK(each.word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
    CHECK_FALSE(each.meaning.empty());
    CHECK(&row(each.code) == &each);
    if (each.severity != Severity::error) CHECK(each.also_found_by == AlsoFoundBy::nobody);
  }
}
