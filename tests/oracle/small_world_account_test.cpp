#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

/// Days on both sides of every anniversary that `asked_on` can be, 29 February among them.
std::vector<Date> days_of_the_past() {
  std::vector<Date> days;
  for (int year = 2004; year <= 2017; ++year) {
    for (const auto& [month, day] : std::vector<std::pair<unsigned, unsigned>>{
             {2, 27}, {2, 28}, {2, 29}, {3, 1}, {8, 11}, {8, 12}, {8, 13}}) {
      if (date(year, month, day).ok()) days.push_back(date(year, month, day));
    }
  }
  return days;
}

const std::vector<Date> asked_on = {date(2014, 2, 27), date(2014, 2, 28), date(2014, 3, 1),
                                    date(2014, 8, 12), date(2016, 2, 28), date(2016, 2, 29),
                                    date(2016, 3, 1),  date(2016, 8, 12), date(2017, 2, 27),
                                    date(2017, 2, 28), date(2017, 3, 1),  date(2017, 8, 12)};

/// The source's periods, and shorter ones that end on a 29 February as well.
const std::vector<Parameters> parameters = {{10, 5, 1}, {4, 1, 4}};

TEST_CASE("an investigation counts by its type, date and adjudication, on every day alike") {
  const std::vector<Date> past = days_of_the_past();
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.world.parameters = choose(parameters);
    of.request.moment.day = choose(asked_on);
    of.user().account = choose(std::vector{AccountState::active, AccountState::suspended});
    of.user().investigation.reset();
    if (choose.whether()) {
      const auto type = choose(std::vector{InvestigationType::anaci, InvestigationType::bi});
      const auto completed = choose(past);
      of.user().investigation = {
          type, completed,
          choose(std::vector{Adjudication::favorable, Adjudication::unfavorable, Adjudication::pending})};
    }
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 12 * 2 * (1 + 2 * 88 * 3));
  CHECK(compared.seen("AC-1") == "fp");
  CHECK(compared.seen("AC-2") == "fp");
  CHECK(compared.seen("AC-3") == "-fp");
}

TEST_CASE("training counts for its period, from the day it was passed to the day before its anniversary") {
  const std::vector<Date> past = days_of_the_past();
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.world.parameters = choose(parameters);
    of.request.moment.day = choose(asked_on);
    of.user().training_passed.reset();
    if (choose.whether()) of.user().training_passed = choose(past);
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 12 * (1 + 88));
  CHECK(compared.seen("AC-4") == "fp");
}

TEST_CASE("whatever else fails, every check is evaluated and the reasons stand in the policy's order") {
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(agencies);
    of.user().account = choose(std::vector{AccountState::active, AccountState::suspended});
    of.user().investigation = choose(std::vector<std::optional<Investigation>>{
        std::nullopt, bi(), anaci(), Investigation{InvestigationType::bi, date(2011, 8, 12)}});
    of.user().training_passed = choose(std::vector<std::optional<Date>>{std::nullopt, date(2016, 3, 1)});
    of.agreement().term = choose(std::vector<std::optional<Term>>{std::nullopt, in_force});
    of.agreement().functions = choose(std::vector<FunctionSet>{{}, all<Function>()});
    of.agreement().categories = choose(std::vector<CategorySet>{{}, all<Category>()});
    of.user().functions = choose(std::vector<FunctionSet>{{}, all<Function>()});
    of.request.operation = choose(std::vector{Operation::display, Operation::update});
    of.record().owner = choose(std::vector{fbi, dea});
    of.record().level = choose(std::vector{Level::level_1, Level::level_3});
    of.request.purpose = choose(std::vector{duty, other_duty});
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 4 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2);
  CHECK(compared.seen("DA-9") == "fp");
}

}  // namespace
}  // namespace ntk::oracle
