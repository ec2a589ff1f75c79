#include "sim/scenario/text_form.h"
#include "sim/session/command_words.h"
#include "sim/session/session.h"

namespace ntk::session {
namespace {

/// The words of a command line that a refusal by the session, which sees no text, is about: the
/// value of an assignment, the request of all else.
void point_at_argument(Refusal& refusal, std::string_view line) {
  const auto split = split_words(line);
  const auto* words = std::get_if<std::vector<CommandWord>>(&split);
  if (!words || words->size() < 2) return;
  const bool assigns = words->front().text == "assign" && words->size() > 4;
  const CommandWord& first = (*words)[assigns ? 4 : 1];
  const CommandWord& last = assigns ? words->back() : first;
  refusal.column = first.column;
  refusal.length = last.column + last.length - first.column;
}

}  // namespace

std::optional<Refusal> Session::apply(std::string_view line) {
  ParsedCommand parsed = parse_command(line, scenario());
  if (auto* refused = std::get_if<Refusal>(&parsed)) return std::move(*refused);
  auto refused = apply(std::get<Command>(parsed));
  if (refused && refused->length == 0) point_at_argument(*refused, line);
  return refused;
}

std::string to_command_file(const Session& session) {
  std::string text;
  for (const Command& each : session.history()) text += to_text(each, session.scenario()) + '\n';
  return text;
}

ReplayResult replay(Session& session, std::string_view command_file) {
  ReplayResult result;
  command_file.remove_prefix(scenario::byte_order_mark_size(command_file));
  for (std::size_t number = 1; !command_file.empty(); ++number) {
    const std::string_view line = scenario::take_line(command_file);
    if (is_blank_or_comment(line)) continue;
    result.refusal = session.apply(line);
    if (result.refusal) {
      result.line = number;
      return result;
    }
    ++result.applied;
  }
  return result;
}

}  // namespace ntk::session
