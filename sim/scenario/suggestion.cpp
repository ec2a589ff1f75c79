#include "sim/scenario/suggestion.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

/// Words longer than this are not names that someone mistyped.
constexpr std::size_t longest_word = 64;

std::string plain_letters(std::string_view word) {
  std::string plain;
  for (const char letter : word) {
    if (letter == '-' || letter == '_' || letter == ' ') continue;
    plain.push_back(letter);
  }
  return policy::fold(std::move(plain));
}

/// A digit for another is no slip: `rec-9` does not mean `rec-1`.
std::size_t cost_of_change(char from, char to) {
  if (from == to) return 0;
  return is_digit(from) && is_digit(to) ? longest_word : 1;
}

std::size_t alignment_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t column = 0; column <= to.size(); ++column) row[column] = column;

  for (std::size_t line = 1; line <= from.size(); ++line) {
    before_last.swap(last);
    last.swap(row);
    row[0] = line;
    for (std::size_t column = 1; column <= to.size(); ++column) {
      const std::size_t changed = last[column - 1] + cost_of_change(from[line - 1], to[column - 1]);
      row[column] = std::min({changed, last[column] + 1, row[column - 1] + 1});
      const bool swapped =
          line > 1 && column > 1 && from[line - 1] == to[column - 2] && from[line - 2] == to[column - 1];
      if (swapped) row[column] = std::min(row[column], before_last[column - 2] + 1);
    }
  }
  return row[to.size()];
}

}  // namespace

std::optional<std::string_view> nearest_word(std::string_view word,
                                             std::span<const std::string_view> candidates) {
  if (word.size() > longest_word) return std::nullopt;
  const std::string plain = plain_letters(word);
  if (plain.empty()) return std::nullopt;

  // Below the word's own length: a word of one letter is not one changed letter away from every other.
  std::size_t nearest = std::min(std::max<std::size_t>(1, plain.size() / 3) + 1, plain.size());
  std::optional<std::string_view> found;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > longest_word) continue;
    const std::size_t distance = alignment_distance(plain, plain_letters(candidate));
    if (distance >= nearest) continue;
    nearest = distance;
    found = candidate;
  }
  return found;
}

}  // namespace ntk::scenario
