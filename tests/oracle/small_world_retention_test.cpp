#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

const std::vector<Ref<Agency>> owners = {cbp, ice, fbi, airline};

/// Asked on each of these, a period of any length in the rules is at its edge for some day of `collected`.
const std::vector<Date> asked = {date(2015, 2, 27), date(2015, 2, 28), date(2015, 3, 1), today};

/// Around the beginning of every period that ends where `asked` lies.
std::vector<std::optional<Date>> collected() {
  std::vector<std::optional<Date>> days = {std::nullopt, today, tomorrow};
  for (const int years : {1, 15, 25, 75}) {
    for (const Date end : {date(2015, 2, 28), date(2015, 3, 1), yesterday, today, tomorrow}) {
      days.emplace_back(Date{end.year() - std::chrono::years{years}, end.month(), end.day()});
    }
  }
  days.emplace_back(date(2000, 2, 29));  // and 15 years
  days.emplace_back(date(1940, 2, 29));  // and 75 years
  return days;
}

TEST_CASE("a record is kept for its category's years from its collection, of every owner") {
  const auto categories = every<Category>();
  const auto days = collected();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.record().category = choose(categories);
    small.record().owner = choose(owners);
    Retention kept;
    kept.us_person = choose.whether();
    kept.open_matter = choose.whether();
    kept.collected = choose(days);
    small.record().retention = kept;
    small.request.moment.day = choose(asked);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 23 * 4 * 2 * 2 * 25 * 4);
  CHECK(compared.seen("DA-10") == "-fp");
}

const std::vector<std::optional<Date>> last_days = {std::nullopt, yesterday, today, tomorrow};

TEST_CASE("a document is kept until it expires, an external agency's record by its owner's schedule") {
  const auto categories = every<Category>();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.record().category = choose(categories);
    small.record().owner = choose(owners);
    Retention kept;
    kept.collected = choose(std::vector<std::optional<Date>>{std::nullopt, date(1900, 1, 1), yesterday});
    kept.expires = choose(last_days);
    kept.keep_until = choose(last_days);
    kept.open_matter = choose.whether();
    small.record().retention = kept;
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 23 * 4 * 3 * 4 * 4 * 2);
  CHECK(compared.seen("DA-10") == "-fp");
}

TEST_CASE("a seizure is kept by the end of its matter or of its limitation, whichever came first") {
  std::vector<std::optional<Date>> ends = {std::nullopt};
  for (const int year : {2010, 2011, 2012, 2014, 2016}) {
    for (const Date day : {date(year, 8, 11), date(year, 8, 12), date(year, 8, 13)}) ends.emplace_back(day);
  }
  ends.emplace_back(date(2012, 2, 29));
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.record().category = choose(std::vector{Category::seizure, Category::subject});
    small.record().owner = choose(owners);
    Retention kept;
    kept.closed = choose(ends);
    kept.limitation_expired = choose(ends);
    kept.open_matter = choose.whether();
    small.record().retention = kept;
    small.request.moment.day = choose(
        std::vector{today, date(2014, 2, 27), date(2014, 2, 28), date(2017, 2, 27), date(2017, 2, 28)});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 4 * 17 * 17 * 2 * 5);
  CHECK(compared.seen("DA-10") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
