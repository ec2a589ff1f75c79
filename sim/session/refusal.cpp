#include "sim/session/refusal.h"

#include <algorithm>
#include <utility>

#include "sim/scenario/invisible.h"
#include "sim/scenario/suggestion.h"
#include "sim/scenario/utf8.h"

namespace ntk::session {
namespace {

/// More choices than these are no help.
constexpr std::size_t most_listed = 12;

}  // namespace

Refusal refusal(std::string code, std::string message, std::string help) {
  return {std::move(code), std::move(message), std::move(help)};
}

std::string in_backticks(std::string_view text) {
  return text.empty() ? "`\"\"`" : '`' + scenario::made_visible(text) + '`';
}

std::string suggest(std::string_view word, std::span<const std::string_view> known) {
  if (const auto hidden = scenario::find_invisible(word, scenario::TextKind::alone)) {
    return scenario::name_of_invisible(hidden->value) + ", is in it: remove it, or write a plain space";
  }
  if (const auto nearest = scenario::nearest_word(word, known)) {
    return "did you mean " + in_backticks(*nearest) + '?';
  }
  if (known.empty() || known.size() > most_listed) return {};
  std::string help = known.size() == 1 ? "there is only " : "there are ";
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (i > 0) help += i + 1 == known.size() ? " and " : ", ";
    help += in_backticks(known[i]);
  }
  return help;
}

bool is_plain_text(std::string_view text) {
  if (scenario::first_invalid_utf8(text) != text.npos) return false;
  for (std::size_t at = 0; at < text.size();) {
    const scenario::CodePoint point = scenario::code_point_at(text, at);
    if (scenario::disturbs_a_terminal(point.value)) return false;
    at += point.length;
  }
  return true;
}

bool can_ask_oneself(policy::Operation operation) {
  using enum policy::Operation;
  constexpr policy::OperationSet plain = {
      search, display,  print,   report,  vet,      show_linked, show_primary_instruction,
      remove, withdraw, approve, certify, activate, reinstate,   use};
  return plain.contains(operation);
}

bool gives_access(policy::Operation operation) {
  return policy::is_creating(operation) || operation == policy::Operation::update;
}

bool can_ask_oneself(policy::Function function) {
  const policy::OperationSet covered = policy::scope(function).operations;
  const auto all = policy::words<policy::Operation>();
  return std::any_of(all.begin(), all.end(), [&](const auto& each) {
    return covered.contains(each.value) && can_ask_oneself(each.value);
  });
}

Refusal script_only(policy::Operation operation) {
  return refusal(
      "script-only",
      in_backticks(policy::word(operation)) + " describes what is new, so it is asked like the script only",
      "take a request of the script and change who asks it, as in `ask own-1 like=REQUEST user=ID`");
}

}  // namespace ntk::session
