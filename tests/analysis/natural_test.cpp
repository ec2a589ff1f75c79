// Natural numbers of any size.
#include "sim/analysis/natural.h"

#include <doctest/doctest.h>

#include <limits>

namespace ntk::analysis {

TEST_CASE("numbers of more than 64 bits are exact") {
  Natural power = 1;
  for (int n = 0; n < 100; ++n) power *= 2U;
  CHECK(power.digits() == "1267650600228229401496703205376");
  CHECK(power.text() == "1,267,650,600,228,229,401,496,703,205,376");
  CHECK(power * power > power);
  CHECK((power + 1).digits() == "1267650600228229401496703205377");
  CHECK(power.saturated() == std::numeric_limits<std::uint64_t>::max());
}

TEST_CASE("small numbers are written without leading zeros or commas that are not due") {
  CHECK(Natural().text() == "0");
  CHECK(Natural(7).text() == "7");
  CHECK(Natural(999).text() == "999");
  CHECK(Natural(1000).text() == "1,000");
  CHECK(Natural(1'000'000'000'000).digits() == "1000000000000");
  CHECK(Natural(1'000'000'000'000).saturated() == 1'000'000'000'000);
}

TEST_CASE("what is taken from a number does not go below nothing") {
  Natural number = std::uint64_t{1} << 40;
  number -= Natural(1);
  CHECK(number == Natural((std::uint64_t{1} << 40) - 1));
  number -= Natural(std::uint64_t{1} << 41);
  CHECK(number == Natural());
}

TEST_CASE("per cents are rounded down") {
  CHECK(Natural(1).per_cent_of(Natural(3)) == 33);
  CHECK(Natural(999).per_cent_of(Natural(1000)) == 99);
  CHECK(Natural(1000).per_cent_of(Natural(1000)) == 100);
  CHECK(Natural().per_cent_of(Natural(5)) == 0);
}

}  // namespace ntk::analysis
