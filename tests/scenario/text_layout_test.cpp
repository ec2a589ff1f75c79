#include "sim/scenario/text_layout.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/scenario/reader.h"
#include "tests/size.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::scenario;

namespace {

std::string formatted(const std::string& text) {
  Diagnostics diagnostics(text);
  const auto document = parse_json(diagnostics);
  REQUIRE(document);
  return laid_out(*document, text);
}

}  // namespace

TEST_CASE("a formatted scenario says the same, and formatting it again changes nothing") {
  for (const auto& file : some_of(shipped_scenarios())) {
    CAPTURE(file.string());
    const std::string text = source_text(file);
    const std::string once = formatted(text);
    CHECK(formatted(once) == once);
    CHECK(read_scenario(once, "").scenario == read_scenario(text, "").scenario);
  }
}

TEST_CASE("what fits on a line stands on one, the lists of the scenario have an item a line") {
  CHECK(formatted(R"({"id":"a","list":[1,{"b":2}],"deep":{"x":[ ]}})") == R"({
  "id": "a",
  "list": [
    1,
    {"b": 2}
  ],
  "deep": {"x": []}
}
)");
}

TEST_CASE("a line is at most 120 characters long, where no single text is longer") {
  for (const auto& file : shipped_scenarios()) {
    const std::string text = formatted(source_text(file));
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      const auto is_inner = [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) == 0x80U; };
      const auto inner = std::count_if(line.begin(), line.end(), is_inner);
      const bool is_one_text = line.find("\", \"") == line.npos && line.find(", \"") == line.npos;
      CHECK_MESSAGE((static_cast<std::ptrdiff_t>(line.size()) - inner <= 120 || is_one_text), line);
      at = end + 1;
    }
  }
}

TEST_CASE("texts and numbers are written as the author wrote them") {
  CHECK(formatted("{\"a\": \"\\u0041\\n\", \"b\": 1e0}") == "{\n  \"a\": \"\\u0041\\n\",\n  \"b\": 1e0\n}\n");
}
