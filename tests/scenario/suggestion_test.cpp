#include "sim/scenario/suggestion.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using ntk::scenario::nearest_word;

namespace {

constexpr std::array<std::string_view, 5> words = {"owner_memos", "agreements", "subject_query", "fbi",
                                                   "rec-1"};

std::string nearest(std::string_view word) {
  return std::string(nearest_word(word, words).value_or("none"));
}

}  // namespace

TEST_CASE("a word that differs in letter case, hyphens or underscores is known") {
  CHECK(nearest("ownerMemos") == "owner_memos");
  CHECK(nearest("OWNER-MEMOS") == "owner_memos");
  CHECK(nearest("subject query") == "subject_query");
}

TEST_CASE("a word with letters left out, put in, changed or swapped is known") {
  CHECK(nearest("agrements") == "agreements");
  CHECK(nearest("aggreements") == "agreements");
  CHECK(nearest("agreemants") == "agreements");
  CHECK(nearest("fib") == "fbi");
}

TEST_CASE("a word that is not near any other is not guessed at") {
  CHECK(nearest("passengers") == "none");
  CHECK(nearest("dea") == "none");
  CHECK(nearest("x") == "none");
  CHECK(nearest("") == "none");
  CHECK(nearest("___") == "none");
  CHECK(nearest(std::string(100'000, 'a')) == "none");
}

TEST_CASE("one number is not a slip for another") {
  CHECK(nearest("rec-2") == "none");
  CHECK(nearest("rec1") == "rec-1");
}
