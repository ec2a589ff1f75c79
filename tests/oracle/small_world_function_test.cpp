#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

TEST_CASE("each function fits the operations and categories of its row, and no others") {
  const auto functions = every<Function>();
  const auto categories = every<Category>();
  const auto of_one_record = operations(false);
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.request.function = choose(functions);
    small.request.operation = choose(of_one_record);
    small.record().category = choose(categories);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 16 * 22 * 23);
  CHECK(compared.seen("FN-6") == "-fp");
}

TEST_CASE("a search fits its function by every category that it names") {
  const auto functions = every<Function>();
  const auto searches = operations(true);
  std::vector<CategorySet> named = {{}};
  for (const Category one : every<Category>()) {
    named.push_back({one});
    for (const Category two : every<Category>()) {
      if (one < two) named.push_back({one, two});
    }
  }
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.function = choose(functions);
    small.request.operation = choose(searches);
    small.request.target = Search{choose(named), {}};
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 16 * 3 * (1 + 23 + 23 * 22 / 2));
  CHECK(compared.seen("FN-6") == "fp");
}

TEST_CASE("a function is held by the profile or by a transaction on its days, and listed by an agreement") {
  const auto functions = every<Function>();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.request.function = choose(std::vector{Function::subject_query, Function::printing});
    small.user().functions =
        choose(std::vector<FunctionSet>{{}, {Function::subject_query}, {Function::printing}});
    small.user().transactions.clear();
    for (const Function granted : {Function::subject_query, Function::printing}) {
      // A transaction is granted with its term, so that the unsigned one stands for none.
      const auto& term = choose(terms);
      if (term) small.user().transactions.push_back({granted, *term});
    }
    small.agreement().functions =
        choose(std::vector<FunctionSet>{{}, {Function::subject_query}, {Function::printing}});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 3 * 7 * 7 * 3);
  CHECK(compared.seen("FN-1") == "fp");
  CHECK(compared.seen("FN-2") == "-fp");
}

/// One of the two agreements: its term, and which of function, category and ANACI it grants.
Agreement chosen_agreement(Choose& choose, const std::vector<Ref<Agency>>& of_whom,
                           const std::vector<std::optional<Term>>& when) {
  Agreement agreement = full_agreement(choose(of_whom));
  agreement.term = choose(when);
  agreement.functions = choose(std::vector<FunctionSet>{{Function::printing}, {Function::subject_query}});
  const CategorySet others{Category::i94};
  const CategorySet ours{Category::subject, Category::lookout, Category::primary_query_history};
  agreement.categories = choose(std::vector{others, ours});
  agreement.anaci_categories = choose(std::vector{others, ours});
  return agreement;
}

TEST_CASE("agreements in force on the day add up, and only those of the user's own agency") {
  SmallWorld small;
  small.record().designation = {{{fbi, ice}, {}, {}}};
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.world.agreements = {chosen_agreement(choose, {fbi}, terms)};
    if (choose.whether()) {
      small.world.agreements.push_back(
          chosen_agreement(choose, {fbi, dea}, {in_force, Term{date(2016, 1, 1), yesterday}}));
    }
    small.user().agency = choose(std::vector{ice, fbi});
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.record().owner = choose(std::vector{fbi, dea, cbp});
    small.record().category = choose(std::vector{Category::subject, Category::primary_query_history});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 7 * 8 * (1 + 2 * 2 * 8) * 2 * 2 * 3 * 2);
  CHECK(compared.seen("AG-1") == "-fp");
  CHECK(compared.seen("FN-2") == "-fp");
  CHECK(compared.seen("DA-2") == "-fp");
  CHECK(compared.seen("DA-8") == "-fp");
}

TEST_CASE("the purpose of a request is one of the user's duties, for one record and for a search") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().duties =
        choose(std::vector<std::vector<Ref<Purpose>>>{{}, {duty}, {other_duty}, {duty, other_duty}});
    small.request.purpose = choose(std::vector{duty, other_duty});
    small.request.operation = Operation::display;
    small.request.target = the_record;
    if (choose.whether()) {
      small.request.operation = Operation::search;
      small.request.target = Search{};
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 4 * 2 * 2);
  CHECK(compared.seen("DA-9") == "fp");
}

TEST_CASE(
    "a function is open to the category of user that it needs, and to few of those who keep the system") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().category = choose(every<UserCategory>());
    small.request.function = choose(every<Function>());
    small.user().functions = choose(std::vector<FunctionSet>{all<Function>(), {}});
    small.request.operation = choose(std::vector{Operation::display, Operation::use, Operation::disclose});
    small.request.target = choose(std::vector<decltype(Request::target)>{the_record, NoTarget{}});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 5 * 16 * 2 * 3 * 2);
  CHECK(compared.seen("FN-3") == "fp");
}

TEST_CASE("an NCIC certification counts for its period, and for queries of external systems alone") {
  const auto past = days_of_the_past();
  SmallWorld small;
  small.request.operation = Operation::search;
  small.request.target = Search{};
  small.world.records.clear();
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.function = choose(std::vector{Function::external_query, Function::subject_query});
    small.world.parameters.ncic_years = choose(std::vector{1, 2, 4});
    small.request.moment.day = choose(asked_on);
    small.user().ncic_certified.reset();
    if (choose.whether()) small.user().ncic_certified = choose(past);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 3 * 12 * (1 + 88));
  CHECK(compared.seen("FN-4") == "-fp");
}

TEST_CASE("inspection is done at the duty station, and nowhere without one") {
  const std::vector<std::string> places = {"", "Averton", "averton", "Bexley"};
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.request.function = choose(every<Function>());
    small.request.operation =
        choose(std::vector{Operation::display, Operation::record_result, Operation::pass_on});
    small.user().duty_station = choose(places);
    small.request.place = choose(places);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 16 * 3 * 4 * 4);
  CHECK(compared.seen("FN-5") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
