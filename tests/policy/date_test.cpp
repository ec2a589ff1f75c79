#include <doctest/doctest.h>

#include "sim/policy/date.h"
#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("a period of five years covers its first day and the day before its fifth anniversary") {
  const Date from = day("2011-08-12");
  CHECK_FALSE(current(from, 5, day("2011-08-11")));
  CHECK(current(from, 5, day("2011-08-12")));
  CHECK(current(from, 5, day("2016-08-11")));
  CHECK_FALSE(current(from, 5, day("2016-08-12")));
}

TEST_CASE("29 February and a year is 28 February, and 29 February again in a leap year") {
  CHECK(plus_years(day("2016-02-29"), 1) == day("2017-02-28"));
  CHECK(plus_years(day("2016-02-29"), 4) == day("2020-02-29"));
  CHECK(plus_years(day("2096-02-29"), 4) == day("2100-02-28"));
  CHECK(current(day("2016-02-29"), 1, day("2017-02-27")));
  CHECK_FALSE(current(day("2016-02-29"), 1, day("2017-02-28")));
}

TEST_CASE("a term includes its first and its last day, and runs on without a last day") {
  const Term year = term("2016-01-01", "2016-12-31");
  CHECK_FALSE(year.covers(day("2015-12-31")));
  CHECK(year.covers(day("2016-01-01")));
  CHECK(year.covers(day("2016-12-31")));
  CHECK_FALSE(year.covers(day("2017-01-01")));
  CHECK(Term{day("2016-01-01"), {}}.covers(day("2999-01-01")));
}

TEST_CASE("years run from 0001 to 9999") {
  CHECK(parse_date("0001-01-01"));
  CHECK(parse_date("9999-12-31") == last_date);
  CHECK_FALSE(parse_moment("0000-01-01T00:00"));
}

TEST_CASE("only days that exist are dates") {
  CHECK(parse_date("2016-02-29"));
  for (const char* text :
       {"2015-02-29", "2016-13-01", "2016-00-10", "2016-04-31", "2016-1-01", "16-01-01", "2016/01/01",
        "2016-01-01 ", "", "2016-01-0x", "+016-01-01", "0000-02-29", "0000-12-31"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a moment is a day and a minute of it") {
  const auto moment = parse_moment("2016-08-12T23:59");
  REQUIRE(moment);
  CHECK(moment->minute == 1439);
  CHECK(to_text(*moment) == "2016-08-12T23:59");
  for (const char* text :
       {"2016-08-12T24:00", "2016-08-12T09:60", "2016-08-12 09:00", "2016-08-12", "2016-02-30T09:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_moment(text));
  }
}

TEST_CASE("dates are written as they are read, and in words") {
  CHECK(to_text(day("0999-01-05")) == "0999-01-05");
  CHECK(in_words(day("2016-08-02")) == "2 August 2016");
  CHECK(in_words(*parse_moment("2016-08-02T09:05")) == "2 August 2016, 09:05");
  CHECK(in_words(term("2016-05-01", "2016-08-12")) == "from 1 May 2016 to 12 August 2016");
  CHECK(in_words(Term{day("2016-05-01"), {}}) == "from 1 May 2016 on");
  CHECK(next_day(day("2016-02-28")) == day("2016-02-29"));
  CHECK(next_day(day("2016-12-31")) == day("2017-01-01"));
}

}  // namespace
}  // namespace ntk::policy
