#include "sim/scenario/located_json.h"

#include <doctest/doctest.h>

#include <limits>

using namespace ntk::scenario;

namespace {

struct Parsed {
  std::optional<JsonValue> document;
  std::vector<Diagnostic> diagnostics;
};

Parsed parse(std::string_view text, std::size_t most = most_values) {
  Diagnostics diagnostics(text);
  Parsed parsed;
  parsed.document = parse_json(diagnostics, nullptr, most);
  parsed.diagnostics = diagnostics.take_sorted();
  return parsed;
}

/// The text that a span covers.
std::string_view at(std::string_view text, Span span) {
  return text.substr(span.offset, span.length);
}

/// The one diagnostic of a text that is not JSON: what it points at, a colon, and its message.
std::string mistake(std::string_view text) {
  const Parsed parsed = parse(text);
  CHECK_FALSE(parsed.document);
  REQUIRE(parsed.diagnostics.size() == 1);
  const Diagnostic& only = parsed.diagnostics.front();
  CHECK(only.code == Code::json_syntax);
  return std::string(at(text, only.span)) + ": " + only.message;
}

}  // namespace

TEST_CASE("every value and key knows its place") {
  const std::string_view text =
      "{ \"a\" : [1, true],\r\n\t\"\u00E9\u00E9\": {\"c\": null} , \"d\":\"x\\\"y\" }";
  const auto document = parse(text).document;
  REQUIRE(document);
  CHECK(at(text, document->span) == text);
  const auto& members = document->members;
  REQUIRE(members.size() == 3);
  CHECK(at(text, members[0].key_span) == "\"a\"");
  CHECK(at(text, members[0].value.span) == "[1, true]");
  CHECK(at(text, members[0].value.items[1].span) == "true");
  CHECK(members[1].key == "\u00E9\u00E9");
  CHECK(members[1].key_span == Span{21, 6, 2, 2});
  CHECK(members[1].value.span == Span{29, 11, 2, 8});  // columns count characters
  CHECK(at(text, members[2].value.span) == "\"x\\\"y\"");
  CHECK(members[2].value.string == "x\"y");
}

TEST_CASE("numbers without a fraction are integers, however they are written") {
  const auto document =
      parse("[0, -0, 3, 3.0, 3e2, 1.5, 9223372036854775807, 18446744073709551616, -1e300]").document;
  REQUIRE(document);
  const auto& items = document->items;
  CHECK(items[2].integer == 3);
  CHECK(items[3].integer == 3);
  CHECK(items[4].integer == 300);
  CHECK(items[5].kind == JsonKind::fraction);
  CHECK(items[6].integer == std::numeric_limits<std::int64_t>::max());
  CHECK(items[7].integer == std::numeric_limits<std::int64_t>::max());
  CHECK(items[8].integer == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("a text that is not JSON is told where it stops being JSON, and why") {
  CHECK(mistake("") == ": the text is empty");
  CHECK(mistake(" \n ") == ": the text is empty");
  CHECK(mistake("{\"a\": 1,}") == ",: a comma stands before `}`");
  CHECK(mistake("[1,]") == ",: a comma stands before `]`");
  CHECK(mistake("[1,,2]") == ",: two commas follow each other");
  CHECK(mistake("{\"a\": 1 \"b\": 2}") == ": a comma is missing here");
  CHECK(mistake("[1 2]") == ": a comma is missing here");
  CHECK(mistake("{\"a\" 1}") == "1: `:` expected, `1` found");
  CHECK(mistake("{\"a\": }") == "}: a value expected, `}` found");
  CHECK(mistake("{\"a\"}") == "}: `:` expected, `}` found");
  CHECK(mistake("{1: 2}") == "1: key `1` needs double quotes");
  CHECK(mistake("{, }") == ",: a key expected, `,` found");
  CHECK(mistake("[1}") == "}: `]` expected, `}` found");
  CHECK(mistake("{\"a\": 1]") == "]: `}` expected, `]` found");
  CHECK(mistake("[1]]") == "]: `]` closes nothing");
  CHECK(mistake("[1] [2]") == "[: the document has ended, but text follows");
  CHECK(mistake("[1; 2]") == ";: `,` or `]` expected, `;` found");
  CHECK(mistake("[\x01]") == "\x01: a value expected, the control character U+0001 found");
}

TEST_CASE("slips of other languages and of word processors are known by name") {
  CHECK(mistake("{// x\n}") == "// x: JSON has no comments");
  CHECK(mistake("[1, /* x */ 2]") == "/* x */ 2]: JSON has no comments");
  CHECK(mistake("[1 # x\n]") == "# x: JSON has no comments");
  CHECK(mistake("['a']") == "': `'` does not begin a string");
  CHECK(mistake("[\u201Ca\u201D]") == "\u201C: a typographic quotation mark does not begin a string");
  CHECK(mistake("{a: 1}") == "a: key `a` needs double quotes");
  CHECK(mistake("[True]") == "True: `True` is not a word of JSON");
  CHECK(mistake("[None]") == "None: `None` is not a word of JSON");
  CHECK(mistake("[nul]") == "nul: `nul` is not a word of JSON");
  CHECK(mistake("[truely]") == "truely: `truely` is not a word of JSON");
  CHECK(mistake("[2016-08-12]") == "2016-08-12: `2016-08-12` needs double quotes");
  CHECK(mistake("[2016-08-12T09:30]") == "2016-08-12T09:30: `2016-08-12T09:30` needs double quotes");
  CHECK(mistake("[007]") == "007: `007` is not a number of JSON");
  CHECK(mistake("[+7]") == "+7: `+7` is not a number of JSON");
  CHECK(mistake("[.5]") == ".5: `.5` is not a number of JSON");
  CHECK(mistake("[1.]") == "1.: `1.` is not a number of JSON");
  CHECK(mistake("<html>") == "<: this is a web page or XML, not JSON");
}

TEST_CASE("what is wrong within a string is pointed at") {
  CHECK(mistake("[\"a\nb\"]") == "\"a: this string is not closed on its line");
  CHECK(mistake("[\"a") == "\"a: this string is not closed on its line");
  CHECK(mistake("[\"a\tb\"]") == "\t: a tab stands in a string");
  CHECK(mistake("[\"a\x02z\"]") == "\x02: the control character U+0002 stands in a string");
  CHECK(mistake("[\"C:\\Stuff\"]") == "\\S: `\\S` is not an escape of JSON");
  CHECK(mistake("[\"\\u12G4\"]") == "\\u: `\\u` needs four hexadecimal digits");
  CHECK(mistake("[\"\\uD83D\\uDE00 \\uD83D!\"]") == "\\uD83D: `\\uD83D` is one half of a character");
  CHECK(mistake("[\"\\uDE00\"]") == "\\uDE00: `\\uDE00` is one half of a character");
  CHECK(mistake("{\"a\": \"b \"c\" d\"}") == "\"b \": the string ends here, but its text goes on");
}

TEST_CASE("a text that ends too early says which bracket is open") {
  CHECK(mistake("{\n\"a\": [1,\n2") == ": the text ends before `[` of line 2 is closed");
  CHECK(mistake("{\"a\":") == ": the text ends before `{` of line 1 is closed");
  CHECK(mistake("{\"a\"") == ": the text ends before `{` of line 1 is closed");
  CHECK(mistake("[1,") == ": the text ends before `[` of line 1 is closed");
}

TEST_CASE("a number beyond all bounds is told") {
  const Parsed parsed = parse("{\"points\": 1e999}");
  CHECK_FALSE(parsed.document);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == Code::number_too_large);
}

TEST_CASE("all duplicate keys are found, each with the first of its kind, also before a syntax error") {
  const std::string_view text = R"({"a": 1, "b": {"c": 1, "c": 2}, "a": 3, "a": 4})";
  const Parsed parsed = parse(text);
  CHECK(parsed.document);
  REQUIRE(parsed.diagnostics.size() == 3);
  CHECK(parsed.diagnostics[0].pointer == "/b/c");
  for (const Diagnostic& each : parsed.diagnostics) {
    CHECK(each.code == Code::duplicate_key);
    REQUIRE(each.related);
    CHECK(at(text, each.span) == at(text, each.related->span));
    CHECK(each.related->span.offset < each.span.offset);
  }
  CHECK(parse(R"({"a": 1, "a": 2, )").diagnostics.size() == 2);
}

TEST_CASE("nesting to 64 levels is read, deeper is refused, and a million brackets do no harm") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(parse(nested(64)).document);
  for (const std::string& text : {nested(65), nested(1'000'000), std::string(1'000'000, '[')}) {
    const Parsed parsed = parse(text);
    CHECK_FALSE(parsed.document);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK(parsed.diagnostics[0].code == Code::nested_too_deep);
    CHECK(parsed.diagnostics[0].span == Span{64, 1, 1, 65});
  }
}

TEST_CASE("a text of another encoding is told by name") {
  const auto only_code = [](std::string_view text) {
    const Parsed parsed = parse(text);
    REQUIRE(parsed.diagnostics.size() == 1);
    CHECK_FALSE(parsed.document);
    CHECK(parsed.diagnostics[0].code == Code::wrong_encoding);
    return parsed.diagnostics[0].message;
  };
  using namespace std::string_view_literals;
  const std::string utf16 = "the text is UTF-16, not UTF-8";
  const std::string utf32 = "the text is UTF-32, not UTF-8";
  CHECK(only_code("\xFF\xFE{\0}\0"sv) == utf16);
  CHECK(only_code("\xFE\xFF\0{\0}"sv) == utf16);
  CHECK(only_code("{\0}\0"sv) == utf16);
  CHECK(only_code("\0{\0}"sv) == utf16);
  CHECK(only_code("\xFF\xFE\0\0{\0\0\0"sv) == utf32);
  CHECK(only_code("\0\0\xFE\xFF\0\0\0{"sv) == utf32);
  CHECK(only_code("{\0\0\0}\0\0\0"sv) == utf32);
  CHECK(only_code("\0\0\0{\0\0\0}"sv) == utf32);
}

TEST_CASE("a NUL that strayed into a text is called one, and is no sign of another encoding") {
  using namespace std::string_view_literals;
  CHECK(mistake("\0{}"sv) == "\0: a value expected, a NUL (U+0000) found"sv);
  CHECK(mistake("{\0}"sv) == "\0: a key expected, a NUL (U+0000) found"sv);
  CHECK(mistake("{}\0"sv) == "\0: the document has ended, but a NUL (U+0000) follows"sv);
  CHECK(mistake("\0"sv) == "\0: a value expected, a NUL (U+0000) found"sv);
  CHECK(mistake("[\"a\0z\"]"sv) == "\0: a NUL (U+0000) stands in a string"sv);
  CHECK(mistake("\0\0\0\0"sv) == "\0: a value expected, a NUL (U+0000) found"sv);
}

TEST_CASE("a byte that is not UTF-8 is pointed at, and the rest is looked at all the same") {
  const std::string_view text = "{\"\u00E9\": \"caf\xE9\", \"b\": \"\xE9\", \"b\": 1}";
  const Parsed parsed = parse(text);
  REQUIRE(parsed.diagnostics.size() == 2);
  CHECK(parsed.diagnostics[0].code == Code::invalid_utf8);
  CHECK(parsed.diagnostics[0].span == Span{11, 1, 1, 11});
  CHECK(parsed.diagnostics[0].message ==
        "the byte E9 here is not UTF-8; there are 2 such bytes in this file");
  CHECK(parsed.diagnostics[1].code == Code::duplicate_key);
}

TEST_CASE("a byte order mark is passed over with a warning, and does not shift columns") {
  const Parsed parsed = parse("\xEF\xBB\xBF{\"a\": 1}");
  REQUIRE(parsed.document);
  CHECK(parsed.document->span == Span{3, 8, 1, 1});
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].severity() == Severity::warning);
}

TEST_CASE("a text that is too large is refused before anything is read of it") {
  const Parsed parsed = parse(std::string(largest_text + 1, ' '));
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == Code::file_too_large);

  const std::string three = "[0,1]";  // with the list itself
  CHECK(parse(three, 3).document);
  const Parsed many = parse(three, 2);
  CHECK_FALSE(many.document);
  REQUIRE(many.diagnostics.size() == 1);
  CHECK(many.diagnostics[0].code == Code::file_too_large);
  CHECK(many.diagnostics[0].message == "the text has more than 2 values");
}

TEST_CASE("a pointer escapes tildes and slashes, and leads to the place") {
  CHECK(pointer_to("/a", "b/c~d") == "/a/b~1c~0d");
  CHECK(pointer_to("", std::size_t{3}) == "/3");
  const std::string_view text = R"({"a/b": [0, {"c": 7}]})";
  const auto document = parse(text).document;
  REQUIRE(document);
  CHECK(at(text, span_at(*document, "/a~1b/1/c")) == "7");
  CHECK(at(text, span_at(*document, "/a~1b/1/missing/x")) == R"({"c": 7})");
  CHECK(at(text, span_at(*document, "")) == text);
}

TEST_CASE("values are the same as JSON whatever the order of keys") {
  const auto same = [](std::string_view a, std::string_view b) {
    return same_json(*parse(a).document, *parse(b).document);
  };
  CHECK(same(R"({"a": 1, "b": [2]})", R"({"b": [2.0], "a": 1})"));
  CHECK_FALSE(same("[1, 2]", "[2, 1]"));
  CHECK_FALSE(same(R"({"a": 1})", R"({"a": 1, "b": 1})"));
  CHECK_FALSE(same("1", "\"1\""));
}
