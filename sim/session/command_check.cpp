#include "sim/session/command_check.h"

#include <variant>
#include <vector>

#include "sim/scenario/text_check.h"
#include "sim/scenario/text_form.h"
#include "sim/scenario/utf8.h"
#include "sim/session/command_words.h"
#include "sim/session/refusal.h"

namespace ntk::session {
namespace {

using scenario::Diagnostics;
using scenario::JsonValue;
using scenario::Node;
using scenario::Span;

/// Where a word of a command stands in the file: by itself where the command is written as it is, else all of the command, as
/// in a submission, which has it as JSON.
Span span_of(const Diagnostics& diagnostics, Span command_at, std::string_view command,
             const CommandWord& word) {
  if (diagnostics.text().substr(command_at.offset, command_at.length) != command) return command_at;
  Span span = command_at;
  for (std::size_t at = 0; at < word.column; at += scenario::code_point_at(command, at).length) ++span.column;
  span.offset += static_cast<std::uint32_t>(word.column);
  span.length = static_cast<std::uint32_t>(word.length);
  return span;
}

/// What a word of `ask` or `vet` states in the student's own words: "the place"; empty for what is looked up.
std::string stated_by(const CommandWord& word) {
  constexpr std::string_view term = "term:";
  const std::string_view key = std::string_view(word.text).substr(0, word.equals);
  if (key == "place") return "the place";
  return key.starts_with(term) ? "the term " + in_backticks(key.substr(term.size())) : std::string();
}

/// One command of a command file. `line` stands at `at`.
void check_command(Diagnostics& diagnostics, std::string_view line, Span at) {
  constexpr std::string_view separators = " \t";
  const std::size_t begin = line.find_first_not_of(separators);
  const std::string_view command = line.substr(begin, line.find_last_not_of(separators) + 1 - begin);
  JsonValue value;
  value.span = at;
  value.span.offset += static_cast<std::uint32_t>(begin);
  value.span.column += static_cast<std::uint32_t>(begin);
  value.span.length = static_cast<std::uint32_t>(command.size());
  const Node node{&value, "", "commands", 0, "the command"};
  check_line(diagnostics, node, command);
  check_stated_texts(diagnostics, node, command);
}

}  // namespace

void check_command_file(Diagnostics& diagnostics) {
  const std::string_view text = diagnostics.text();
  std::string_view rest = text.substr(scenario::byte_order_mark_size(text));
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const auto begin = static_cast<std::uint32_t>(text.size() - rest.size());
    const std::string_view line = scenario::take_line(rest);
    if (!is_blank_or_comment(line)) check_command(diagnostics, line, {begin, 0, number, 1});
  }
}

void check_stated_texts(Diagnostics& diagnostics, const Node& node, std::string_view command) {
  const auto split = split_words(command);
  const auto* words = std::get_if<std::vector<CommandWord>>(&split);
  if (words == nullptr || words->empty() || (words->front().text != "ask" && words->front().text != "vet"))
    return;
  for (const CommandWord& each : *words) {
    if (each.equals == std::string::npos) continue;
    const std::string_view value = std::string_view(each.text).substr(each.equals + 1);
    const std::string what = stated_by(each);
    const bool is_refused = what == "the place" && value.empty();
    if (what.empty() || is_refused || !scenario::is_blank(value)) continue;
    JsonValue word;
    word.span = span_of(diagnostics, node.span(), command, each);
    report_blank(diagnostics, Node{&word, node.pointer, node.key, node.item, node.noun}, what, value);
  }
}

}  // namespace ntk::session
