// How long and how hard a lesson's texts are to read.
#pragma once

#include <cstddef>
#include <string_view>

#include "sim/scenario/scenario.h"

namespace ntk::proving {

struct Reading {
  std::size_t words = 0;  ///< of the brief, the objectives, and the titles of requests and goals
  int grade = 0;          ///< U.S. school grade of the brief, by Flesch and Kincaid
  int minutes =
      0;  ///< to work through it: reading, a minute and a half for each field, one for each prediction
};

/// The grade of a text: 0.39 words a sentence + 11.8 syllables a word - 15.59. Words that begin with a capital inside a
/// sentence (names) and words with digits (rule codes) are left out. Syllables are counted by groups of vowels.
double reading_grade(std::string_view text);
Reading reading_of(const scenario::Scenario& scenario);

}  // namespace ntk::proving
