#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

/// The source's periods, and shorter ones that end on a 29 February as well.
const std::vector<Parameters> parameters = {{10, 5, 1}, {4, 1, 4}};

TEST_CASE("an investigation counts by its type, date and adjudication, on every day alike") {
  const std::vector<Date> past = days_of_the_past();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.world.parameters = choose(parameters);
    small.request.moment.day = choose(asked_on);
    small.user().account = choose(std::vector{AccountState::active, AccountState::suspended});
    small.user().investigation.reset();
    if (choose.whether()) {
      const auto type = choose(std::vector{InvestigationType::anaci, InvestigationType::bi});
      const auto completed = choose(past);
      small.user().investigation = {
          type, completed,
          choose(std::vector{Adjudication::favorable, Adjudication::unfavorable, Adjudication::pending})};
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 12 * 2 * (1 + 2 * 88 * 3));
  CHECK(compared.seen("AC-1") == "fp");
  CHECK(compared.seen("AC-2") == "fp");
  CHECK(compared.seen("AC-3") == "-fp");
}

TEST_CASE("training counts for its period, from the day it was passed to the day before its anniversary") {
  const std::vector<Date> past = days_of_the_past();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.world.parameters = choose(parameters);
    small.request.moment.day = choose(asked_on);
    small.user().training_passed.reset();
    if (choose.whether()) small.user().training_passed = choose(past);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 12 * (1 + 88));
  CHECK(compared.seen("AC-4") == "fp");
}

TEST_CASE("whatever else fails, every check is evaluated and the reasons stand in the policy's order") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().account = choose(std::vector{AccountState::active, AccountState::suspended});
    small.user().investigation = choose(std::vector<std::optional<Investigation>>{
        std::nullopt, bi(), anaci(), Investigation{InvestigationType::bi, date(2011, 8, 12)}});
    small.user().training_passed = choose(std::vector<std::optional<Date>>{std::nullopt, date(2016, 3, 1)});
    small.agreement().term = choose(std::vector<std::optional<Term>>{std::nullopt, in_force});
    small.agreement().functions = choose(std::vector<FunctionSet>{{}, all<Function>()});
    small.agreement().categories = choose(std::vector<CategorySet>{{}, all<Category>()});
    small.user().functions = choose(std::vector<FunctionSet>{{}, all<Function>()});
    small.request.operation = choose(std::vector{Operation::display, Operation::update});
    small.record().owner = choose(std::vector{fbi, dea});
    small.record().level = choose(std::vector{Level::level_1, Level::level_3});
    small.request.purpose = choose(std::vector{duty, other_duty});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 4 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2);
  CHECK(compared.seen("DA-9") == "fp");
}

TEST_CASE("an account is certified for its period, from the day it was to the day before the anniversary") {
  const std::vector<Date> past = days_of_the_past();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.world.parameters.account_years = choose(std::vector{1, 4});
    small.request.moment.day = choose(asked_on);
    small.request.operation = choose(std::vector{Operation::display, Operation::logon});
    small.user().certified.reset();
    if (choose.whether()) small.user().certified = choose(past);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 12 * 2 * (1 + 88));
  CHECK(compared.seen("AC-6") == "fp");
}

TEST_CASE("a U.S. national has access, and one of the Foreign Service who is exempted by name") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().nationality = choose(every<Nationality>());
    small.user().exempted = choose.whether();
    small.user().account = choose(every<AccountState>());
    small.request.operation = choose(every<Operation>());
    small.request.target = NoTarget{};
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 3 * 2 * 3 * 25);
  CHECK(compared.seen("AC-5") == "-fp");
}

TEST_CASE("the notice is accepted at logon, and asked about at every request after it") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(std::vector{cbp, ice, tsa, fbi, dea, airline});
    small.user().logon = choose(every<Logon>());
    small.request.accepts_notice = choose.whether();
    small.request.operation = choose(every<Operation>());
    small.request.target = NoTarget{};
    if (small.request.operation == Operation::search || small.request.operation == Operation::report ||
        small.request.operation == Operation::vet) {
      small.request.target = Search{};
    } else if (choose.whether()) {
      small.request.target = the_record;
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 6 * 3 * 2 * (3 + 22 * 2));
  CHECK(compared.seen("AC-7") == "-fp");
}

TEST_CASE("coming asks the account alone, going asks nothing, and passing on asks all that a display does") {
  SmallWorld small;
  small.world.interfaces.resize(1);
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.operation = choose(std::vector{Operation::logon, Operation::logoff, Operation::pass_on});
    small.user().agency = choose(std::vector{cbp, ice, fbi, airline});
    small.user().account = choose(std::vector{AccountState::active, AccountState::suspended});
    small.user().functions = choose(std::vector<FunctionSet>{all<Function>(), {}});
    small.agreement().term = choose(std::vector<std::optional<Term>>{in_force, std::nullopt});
    small.world.agencies[fbi.at].certified = choose(std::vector<std::optional<Date>>{today, std::nullopt});
    small.request.purpose = choose(std::vector{duty, other_duty});
    small.record().category = choose(std::vector{Category::subject, Category::i94});
    small.record().level = choose(std::vector{Level::level_1, Level::level_4});
    small.request.target = choose(std::vector<decltype(Request::target)>{the_record, NoTarget{}});
    small.request.interface.reset();
    if (choose.whether()) small.request.interface = Ref<Interface>{0};
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 4 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2 * 2);
  CHECK(compared.seen("FN-1") == "-fp");
  CHECK(compared.seen("DA-9") == "-fp");
  CHECK(compared.seen("AG-1") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
