#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

const std::vector<Operation> creating = {Operation::create, Operation::record_result};

TEST_CASE("a record to be created is judged as its creator's own, whatever owner and creator it states") {
  const auto categories = every<Category>();
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(agencies);
    of.user().investigation = choose(std::vector{bi(), anaci()});
    of.request.operation = choose(creating);
    Record record;
    record.category = choose(categories);
    record.level = choose(levels);
    record.owner = choose(std::vector{cbp, dea});
    record.creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, colleague});
    record.designation = choose(std::vector<Designation>{{}, {{{dea}, {}, {}}}});
    of.request.target = record;
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 2 * 23 * 4 * 2 * 2 * 2);
  CHECK(compared.seen("AD-1") == "-fp");
  CHECK(compared.seen("AD-2") == "-fp");
  CHECK(compared.seen("AD-3") == "-p");
  CHECK(compared.seen("DA-2") == "-");
  CHECK(compared.seen("DA-7") == "-");
}

TEST_CASE("each function creates what its row says, or asks for no record") {
  const auto functions = every<Function>();
  const auto categories = every<Category>();
  const auto of_one_record = operations(false);
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().category = choose(every<UserCategory>());
    of.request.function = choose(functions);
    if (choose.whether()) {
      of.request.operation = choose(creating);
      Record record;
      record.category = choose(categories);
      of.request.target = record;
    } else {
      of.request.operation = choose(of_one_record);
      of.request.target = NoTarget{};
    }
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 16 * (2 * 23 + 22));
  CHECK(compared.seen("FN-6") == "-fp");
}

TEST_CASE("a submitter creates advance information, and is asked nothing else whatever it lacks") {
  const auto categories = every<Category>();
  SmallWorld of;
  of.world.interfaces.resize(1);
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(std::vector{airline, cbp, fbi});
    of.user().account = choose(std::vector{AccountState::active, AccountState::inactive});
    of.request.function = choose(std::vector{Function::inspection, Function::subject_maintenance});
    of.request.interface.reset();
    if (choose.whether()) of.request.interface = Ref<Interface>{0};
    of.record().category = choose(categories);
    of.request.operation = choose(every<Operation>());
    const bool searches = of.request.operation == Operation::search ||
                          of.request.operation == Operation::report || of.request.operation == Operation::vet;
    if (searches) {
      of.request.target = Search{{of.record().category}, {}};
    } else if (of.request.operation == Operation::create) {
      of.request.target = of.record();
    } else {
      of.request.target = choose(std::vector<decltype(Request::target)>{the_record, NoTarget{}});
    }
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 2 * 2 * 2 * 23 * (3 + 1 + 21 * 2));
  CHECK(compared.seen("US-1") == "-fp");
}

TEST_CASE("advance information is shown to the host's officers by inspection, from the referral on") {
  const std::vector<std::optional<Moment>> referred = {
      std::nullopt,       Moment{yesterday, 1439}, Moment{today, 0},    Moment{today, 539},
      Moment{today, 540}, Moment{today, 541},      Moment{tomorrow, 0},
  };
  SmallWorld of;
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(agencies);
    of.user().investigation = choose(std::vector{bi(), anaci()});
    of.request.function = choose(std::vector{Function::inspection, Function::subject_query});
    of.request.operation =
        choose(std::vector{Operation::display, Operation::intake, Operation::show_primary_instruction,
                           Operation::record_result, Operation::update});
    of.record().category = choose(std::vector{Category::advance_information, Category::inspection_result});
    of.record().owner = choose(std::vector{airline, cbp, fbi});
    of.record().referred = choose(referred);
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 2 * 5 * 2 * 3 * 7);
  CHECK(compared.seen("US-2") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
