#include "sim/proving/reading.h"

#include <doctest/doctest.h>

#include "tests/proving/quay.h"

namespace ntk::proving {
namespace {

TEST_CASE("short plain sentences read easily, long ones of long words don't") {
  CHECK(reading_grade("The cat sat on the mat. It ran.") < 3);
  CHECK(reading_grade("Interdepartmental considerations characterizing organizational responsibilities "
                      "necessitate proportionate documentation.") > 15);
}

TEST_CASE("names inside a sentence and rule codes don't make a text harder") {
  CHECK(reading_grade("The user asks Papadopoulos at Constantinople why.") ==
        reading_grade("The user asks at why."));
  CHECK(reading_grade("The rule DA7 denies it.") == reading_grade("The rule denies it."));
  CHECK(reading_grade("") == 0);
}

TEST_CASE("what is to be read and done takes minutes") {
  const Reading reading = reading_of(quay());
  CHECK(reading.words > 60);
  CHECK(reading.minutes > 5);
}

}  // namespace
}  // namespace ntk::proving
