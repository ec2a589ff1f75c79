#include "sim/grading/hints_seen.h"

#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::grading {
namespace {

std::size_t seen_after(std::initializer_list<std::string_view> lines) {
  session::Session session(session::example_lesson());
  const std::vector<std::string> journal(lines.begin(), lines.end());
  REQUIRE_FALSE(session.restore(journal).refusal);
  return hints_seen(session);
}

TEST_CASE("a hint that was undone was seen") {
  CHECK(seen_after({"run own-file"}) == 0);
  CHECK(seen_after({"hint", "run own-file"}) == 1);
  CHECK(seen_after({"hint", "undo", "run own-file"}) == 1);
  CHECK(seen_after({"hint", "go 0", "run own-file"}) == 1);
}

TEST_CASE("a hint that was seen, undone and seen again is one hint") {
  CHECK(seen_after({"hint", "undo", "hint"}) == 1);
  CHECK(seen_after({"hint", "undo", "redo"}) == 1);
  CHECK(seen_after({"hint", "reset", "hint"}) == 1);
}

}  // namespace
}  // namespace ntk::grading
