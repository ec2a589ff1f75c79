// What holds of the reader for any text at all, tried on scenarios damaged at random.
#include <doctest/doctest.h>

#include "sim/scenario/json_writer.h"
#include "sim/scenario/lint.h"
#include "sim/scenario/utf8.h"
#include "tests/damage.h"
#include "tests/property.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::property;
using namespace ntk::scenario;

namespace {

/// The texts that damage is done to.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> read;
    for (const auto& file : shipped_scenarios()) read.push_back(source_text(file));
    read.push_back(source_text("tests/lint/warn-unused.json"));
    read.push_back(source_text("tests/lint/bad-windows-line-ends.json"));
    return read;
  }();
  return all;
}

std::string damaged() {
  std::string text = one_of(texts());
  const std::size_t times = 1 + below(4);
  for (std::size_t time = 0; time < times && !text.empty(); ++time) {
    const std::size_t at = below(text.size());
    const std::size_t size = below(std::min<std::size_t>(40, text.size() - at) + 1);
    switch (below(6)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(at, one_of(damaging_pieces));
        break;
      case 2:
        text.replace(at, size, one_of(damaging_pieces));
        break;
      case 3:
        text[at] = any_byte();
        break;
      case 4:
        text.insert(below(text.size()), text.substr(at, size));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

/// Line and column, counted again from the beginning.
bool is_at_its_offset(std::string_view text, Span span) {
  if (span.offset > text.size() || span.length > text.size() - span.offset) return false;
  const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  for (std::size_t offset = begin; offset < span.offset;) {
    const CodePoint point = code_point_at(text, offset);
    column = point.value == U'\n' ? 1 : column + 1;
    line += point.value == U'\n' ? 1 : 0;
    offset += point.length;
  }
  return span.line == line && span.column == column;
}

bool is_an_excerpt(std::string_view text, const Excerpt& excerpt) {
  return text.substr(excerpt.offset, excerpt.text.size()) == excerpt.text;
}

bool is_safe_for_a_terminal(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    if (!point.valid || (point.value != U'\n' && disturbs_a_terminal(point.value))) return false;
    offset += point.length;
  }
  return true;
}

}  // namespace

TEST_CASE(
    "whatever is done to a scenario, the reader tells it, in its place, and hands out none that has an "
    "error") {
  for_all("reading a damaged scenario", [] {
    const std::string text = damaged();
    const ReadResult result = lint_scenario(text, "damaged.json");
    bool any_error = false;
    for (const Diagnostic& each : result.diagnostics) {
      any_error = any_error || each.severity() == Severity::error;
      HOLDS(is_at_its_offset(text, each.span));
      HOLDS(is_an_excerpt(text, each.excerpt));
      HOLDS(!each.message.empty());
      if (each.related) HOLDS(is_at_its_offset(text, each.related->span));
      HOLDS(is_safe_for_a_terminal(format_text(each, result.file_name)));
    }
    HOLDS(result.scenario.has_value() == !any_error);
  });
}

TEST_CASE("a scenario cut off anywhere is no scenario") {
  for_all("reading a scenario cut off", [] {
    const std::string& text = texts()[below(shipped_scenarios().size())];
    const std::size_t end = text.find_last_of('}');
    const ReadResult result = read_scenario(std::string_view(text).substr(0, below(end + 1)), "cut.json");
    HOLDS(!result.scenario);
    HOLDS(!result.diagnostics.empty());
    // Between two bytes of one character, what is left is no UTF-8 either.
    const Code last = result.diagnostics.back().code;
    HOLDS((last == Code::json_syntax || last == Code::invalid_utf8));
  });
}

TEST_CASE("a text that the writer writes, the reader reads back") {
  for_all("round trip of a string", [] {
    std::string text;
    for (std::size_t left = any_length(); left > 0; --left) {
      const std::size_t planes[] = {0x80, 0x800, 0x10000, 0x110000};
      append_utf8(text, static_cast<char32_t>(below(planes[below(4)])));
    }
    JsonWriter json;
    json.begin_object().member(text, text).end_object();
    Diagnostics diagnostics(json.text());
    const auto document = parse_json(diagnostics);
    HOLDS(document.has_value());
    HOLDS(document->members.front().key == text);
    HOLDS(document->members.front().value.string == text);
  });
}
