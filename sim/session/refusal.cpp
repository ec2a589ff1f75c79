#include "sim/session/refusal.h"

#include <algorithm>
#include <utility>

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
  return '`' + std::string(text) + '`';
}

std::string suggest(std::string_view word, std::span<const std::string_view> known) {
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
  constexpr unsigned char first_printable = 0x20, del = 0x7f;
  return scenario::first_invalid_utf8(text) == text.npos &&
         std::none_of(text.begin(), text.end(), [](char each) {
           return static_cast<unsigned char>(each) < first_printable ||
                  static_cast<unsigned char>(each) == del;
         });
}

}  // namespace ntk::session
