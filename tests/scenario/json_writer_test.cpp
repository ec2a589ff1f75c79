#include "sim/scenario/json_writer.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using ntk::scenario::JsonWriter;

namespace {

std::string written(std::string_view text) {
  return JsonWriter().value(text).take();
}

}  // namespace

TEST_CASE("objects and arrays are written without spaces, in the order given") {
  JsonWriter json;
  json.begin_object().member("b", 1).key("a").begin_array().value("x").value(true).null().end_array();
  json.key("empty").begin_object().end_object().end_object();
  CHECK(json.text() == R"({"b":1,"a":["x",true,null],"empty":{}})");
}

TEST_CASE("only the escapes that JSON demands are written, in the manner of RFC 8785") {
  CHECK(written("\"\\/") == R"("\"\\/")");
  CHECK(written("\b\t\n\f\r") == R"("\b\t\n\f\r")");
  CHECK(written(std::string_view("\x00\x01\x1F", 3)) == R"("\u0000\u0001\u001f")");
  CHECK(written("\x7F \u20AC \U0001F512") == "\"\x7F \u20AC \U0001F512\"");
}

TEST_CASE(
    "what people see as JSON cannot turn their text around or control their terminal, and has the same "
    "value") {
  const auto pretty = [](std::string_view text) {
    return JsonWriter(JsonWriter::Layout::pretty).value(text).take();
  };
  CHECK(pretty("a\u202Eb\u2066c\x7F\u0085\u200Bd") == R"("a\u202eb\u2066c\u007f\u0085\u200bd")");
  CHECK(pretty("\U000E0041") == R"("\udb40\udc41")");
  CHECK(pretty("\u0633\u20AC \U0001F512\u00A0") == "\"\u0633\u20AC \U0001F512\u00A0\"");
  JsonWriter keys(JsonWriter::Layout::pretty);
  CHECK(keys.begin_object().member("\u202Ea", 1).end_object().text() == "{\n  \"\\u202ea\": 1\n}");
  CHECK(written("a\u202Eb") == "\"a\u202Eb\"");  // canonical, and hashed: as it is
}

TEST_CASE("bytes that are not UTF-8 are written as the replacement character") {
  CHECK(written("a\xFF\xC3z") == "\"a\uFFFD\uFFFDz\"");
  CHECK(written("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");  // half of a surrogate pair
  CHECK(written("\xC0\xAF") == "\"\uFFFD\uFFFD\"");            // overlong
}

TEST_CASE("integers are written whole, to the edges of their types") {
  JsonWriter json;
  json.begin_array().value(0).value(-7).value(std::numeric_limits<std::int64_t>::min());
  json.value(std::numeric_limits<std::uint64_t>::max()).end_array();
  CHECK(json.text() == "[0,-7,-9223372036854775808,18446744073709551615]");
}

TEST_CASE("pretty text has one member or item a line") {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object().member("a", 1).key("b").begin_array().value(2).value(3).end_array();
  json.key("c").begin_array().end_array().end_object();
  CHECK(json.text() == "{\n  \"a\": 1,\n  \"b\": [\n    2,\n    3\n  ],\n  \"c\": []\n}");
}
