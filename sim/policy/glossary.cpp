#include "sim/policy/glossary.h"

#include <algorithm>
#include <string>

namespace ntk::policy {
namespace {

constexpr GlossaryEntry entries[] = {
#define TERM(word, title, also, what, elsewhere, source) {word, title, also, what, elsewhere, source},
#include "sim/policy/glossary.def"
#undef TERM
};

/// A to Z in lower case, digits, and nothing else.
std::string plain(std::string_view word) {
  std::string text;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') text += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) text += c;
  }
  return text;
}

/// Whether one of the words in a list, separated by semicolons, is the one wanted.
bool has_word(std::string_view list, const std::string& wanted) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (plain(list.substr(0, end)) == wanted) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool means(const GlossaryEntry& term, const std::string& wanted) {
  const std::string_view title = term.title.substr(0, term.title.find(" ("));
  return plain(term.word) == wanted || plain(title) == wanted || has_word(term.also, wanted);
}

}  // namespace

std::span<const GlossaryEntry> glossary() {
  return entries;
}

std::optional<GlossaryEntry> find_term(std::string_view word) {
  const std::string wanted = plain(word);
  if (wanted.empty()) return std::nullopt;
  for (const GlossaryEntry& each : entries) {
    if (means(each, wanted)) return each;
  }
  return std::nullopt;
}

}  // namespace ntk::policy
