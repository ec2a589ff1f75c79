#include "sim/scenario/text_check.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/scenario/invisible.h"
#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

/// Lines that are not as long as a title.
constexpr std::array<std::pair<std::string_view, std::size_t>, 9> lines = {
    {{"name", longest_name},
     {"place", longest_name},
     {"duty_station", longest_name},
     {"from", longest_name},
     {"short_name", longest_short_name},
     {"commands", longest_command},
     {"undone", longest_command},
     {"journal", longest_command},
     {"remarks", longest_paragraph}}};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char each) {
    return (static_cast<unsigned char>(each) & 0xC0u) != 0x80u;
  }));
}

/// Where a character of a string stands in the file: the character itself where it is written as it is, else the string.
Span place_in(const Diagnostics& diagnostics, const Node& node, char32_t value) {
  std::string encoded;
  append_utf8(encoded, value);
  Span span = node.span();
  const std::string_view written = diagnostics.text().substr(span.offset, span.length);
  const std::size_t found = written.find(encoded);
  if (found == written.npos) return span;
  for (std::size_t at = 0; at < found; at += code_point_at(written, at).length) ++span.column;
  span.offset += static_cast<std::uint32_t>(found);
  span.length = static_cast<std::uint32_t>(encoded.size());
  return span;
}

void report_invisible(Diagnostics& diagnostics, Code code, const Node& node, const InvisibleCharacter& found,
                      std::string_view help) {
  std::string message = node.name() + " has " + name_of_invisible(found.value) + ", in it";
  if (found.count > 1) message += "; it has " + std::to_string(found.count) + " such characters";
  diagnostics.add(code, place_in(diagnostics, node, found.value), node.pointer, std::move(message),
                  std::string(help));
}

void check_sight(Diagnostics& diagnostics, const Node& node, std::string_view text, TextKind kind) {
  const auto found = find_invisible(text, kind);
  if (!found) return;
  report_invisible(diagnostics, Code::invisible_character, node, *found,
                   "nobody sees it, and what looks the same is not found: remove it, or write a plain space");
}

void check_length(Diagnostics& diagnostics, const Node& node, std::size_t length, std::size_t longest,
                  std::string_view what) {
  if (length <= longest) return;
  const bool is_error = length > longest * far_too_long;
  report(diagnostics, is_error ? Code::text_too_long : Code::long_text, node,
         std::string(what) + node.name() + " has " + std::to_string(length) + " characters",
         "at most " + std::to_string(longest) + " can be read at a glance; more than " +
             std::to_string(longest * far_too_long) + " are refused");
}

}  // namespace

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos;
}

void report_blank(Diagnostics& diagnostics, const Node& node, const std::string& what,
                  std::string_view text) {
  report(diagnostics, Code::blank_text, node, what + (text.empty() ? " is empty" : " is blank"),
         "write at least one character that can be seen");
}

void check_line(Diagnostics& diagnostics, const Node& node, std::string_view text) {
  const auto row =
      std::find_if(lines.begin(), lines.end(), [&](const auto& each) { return each.first == node.key; });
  check_sight(diagnostics, node, text, TextKind::alone);
  check_length(diagnostics, node, characters(text), row == lines.end() ? longest_title : row->second, "");
}

void check_prose(Diagnostics& diagnostics, const Node& node, std::string_view text) {
  check_sight(diagnostics, node, text, TextKind::prose);
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    longest = std::max(longest, characters(text.substr(0, end)));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  check_length(diagnostics, node, longest, longest_paragraph, "a paragraph of ");
}

void check_field_value(Diagnostics& diagnostics, const Node& node, std::string_view text) {
  if (is_blank(text)) return report_blank(diagnostics, node, node.name(), text);
  check_sight(diagnostics, node, text, TextKind::alone);
  check_length(diagnostics, node, characters(text), longest_field_value, "");
}

void check_command_word(Diagnostics& diagnostics, const Node& node, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (disturbs_a_terminal(point.value)) {
      return report_invisible(diagnostics, Code::control_character, node, {point.value, at, 1},
                              "no command can carry it, nor the audit trail: remove it");
    }
    at += point.length;
  }
  check_field_value(diagnostics, node, text);
}

}  // namespace ntk::scenario
