#include "sim/grading/metadata.h"

#include <doctest/doctest.h>

namespace ntk::grading {
namespace {

TEST_CASE("Gradescope's metadata say who handed in, and how often before") {
  const auto read = read_metadata(
      R"({"id": 1, "users": [{"email": "a@b.c", "name": "Ana Quill"}, {"email": "v@b.c", "name": ""}],
          "previous_submissions": [{"score": 0.5}, {"score": 1.0}], "assignment": {"total_points": "20.0"}})");
  REQUIRE(read);
  CHECK(read->students == "Ana Quill and v@b.c");
  CHECK(read->previous == 2);
}

TEST_CASE("what is missing or of another kind is left out, and what is no object is none") {
  const auto read = read_metadata(R"({"users": [3, {"name": null}], "previous_submissions": 2})");
  REQUIRE(read);
  CHECK(read->students.empty());
  CHECK(read->previous == 0);
  CHECK_FALSE(read_metadata("[]"));
  CHECK_FALSE(read_metadata("{"));
}

}  // namespace
}  // namespace ntk::grading
