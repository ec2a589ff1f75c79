// Lists whose copies share what none of them has changed.
#include "sim/policy/shared_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace ntk::policy {
namespace {

using Words = SharedList<std::string>;

Words numbered(std::size_t count) {
  Words words;
  for (std::size_t at = 0; at < count; ++at) words.push_back("word " + std::to_string(at));
  return words;
}

TEST_CASE("a change of a copy leaves the list that it was copied from, in every block") {
  const Words before = numbered(100);
  for (std::size_t at = 0; at < before.size(); ++at) {
    Words after = before;
    after[at] = "changed";
    CHECK(before[at] == "word " + std::to_string(at));
    CHECK(after[at] == "changed");
    CHECK_FALSE(before == after);
    after[at] = before[at];
    CHECK(before == after);
  }
}

TEST_CASE("a copy shares every block but the one that was changed") {
  const Words before = numbered(10 * Words::block_size);
  Words after = before;
  after[0] = "changed";
  const Words& read = after;  // reading shares
  std::size_t shared = 0;
  for (std::size_t at = 0; at < before.size(); ++at) shared += &before[at] == &read[at] ? 1 : 0;
  CHECK(shared == 9 * Words::block_size);
}

TEST_CASE("a list grows and shrinks across its blocks, and what shares them stays") {
  const Words before = numbered(Words::block_size);
  Words after = before;
  after.push_back("one more");
  CHECK(after.size() == Words::block_size + 1);
  CHECK(after.back() == "one more");
  after.resize(Words::block_size - 1);
  CHECK(after.size() == Words::block_size - 1);
  CHECK(after.back() == before[Words::block_size - 2]);
  after.resize(Words::block_size);
  CHECK(after.back().empty());
  after.clear();
  CHECK(after.empty());
  CHECK(before == numbered(Words::block_size));
}

TEST_CASE("a list is walked through, searched and written like any other") {
  Words words = numbered(100);
  const Words copy = words;
  for (std::string& each : words) each += "!";
  CHECK(words[99] == "word 99!");
  CHECK(copy[99] == "word 99");
  const auto found = std::find(copy.begin(), copy.end(), "word 42");
  CHECK(found - copy.begin() == 42);
  CHECK(std::lower_bound(copy.begin(), copy.begin() + 5, std::string("word 3")) == copy.begin() + 3);
}

}  // namespace
}  // namespace ntk::policy
