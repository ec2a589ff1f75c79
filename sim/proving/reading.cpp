#include "sim/proving/reading.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ntk::proving {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_vowel(char c) {
  return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos;
}

/// The groups of vowels of a word, less a silent e; at least one.
int syllables(std::string_view word) {
  int count = 0;
  for (std::size_t at = 0; at < word.size(); ++at)
    count += is_vowel(word[at]) && (at == 0 || !is_vowel(word[at - 1])) ? 1 : 0;
  const bool is_silent = word.size() > 2 && (word.ends_with("e") || word.ends_with("ed")) &&
                         !word.ends_with("le") && !word.ends_with("ted") && !word.ends_with("ded");
  return std::max(1, count - (is_silent ? 1 : 0));
}

/// Goes through the words of a text, and tells where sentences end.
template <class Word>
int for_each_word(std::string_view text, Word use) {
  int sentences = 0;
  bool begins = true;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_letter(text[at]) && !(text[at] >= '0' && text[at] <= '9')) {
      const bool ends =
          text[at] == '.' || text[at] == '?' || text[at] == '!' || text[at] == ':' || text[at] == ';';
      const bool is_last = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
      if (ends && is_last && !begins) {
        ++sentences;
        begins = true;
      }
      ++at;
      continue;
    }
    const std::size_t first = at;
    while (at < text.size() && (is_letter(text[at]) || (text[at] >= '0' && text[at] <= '9'))) ++at;
    use(text.substr(first, at - first), begins);
    begins = false;
  }
  return std::max(1, sentences + (begins ? 0 : 1));
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  for_each_word(text, [&](std::string_view, bool) { ++words; });
  return words;
}

}  // namespace

double reading_grade(std::string_view text) {
  int words = 0, sounds = 0;
  const int sentences = for_each_word(text, [&](std::string_view word, bool begins) {
    const bool is_name = !begins && word.front() >= 'A' && word.front() <= 'Z';
    const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_name || has_digit) return;
    ++words;
    sounds += syllables(word);
  });
  if (words == 0) return 0;
  return 0.39 * words / sentences + 11.8 * sounds / words - 15.59;
}

Reading reading_of(const scenario::Scenario& scenario) {
  Reading reading;
  reading.grade = std::max(0, static_cast<int>(std::lround(reading_grade(scenario.brief))));
  reading.words = words_in(scenario.brief);
  for (const std::string& each : scenario.objectives) reading.words += words_in(each);
  for (const scenario::ScriptedRequest& each : scenario.requests) reading.words += words_in(each.title);
  for (const scenario::Goal& each : scenario.goals) reading.words += words_in(each.title);
  constexpr std::size_t words_a_minute = 150;
  reading.minutes = static_cast<int>(reading.words / words_a_minute + scenario.assignables.size() * 3 / 2 +
                                     scenario.predictions.size() + 5);
  return reading;
}

}  // namespace ntk::proving
