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
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.request.operation = choose(creating);
    Record record;
    record.category = choose(categories);
    record.level = choose(levels);
    record.owner = choose(std::vector{cbp, dea});
    record.creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, colleague});
    record.designation = choose(std::vector<Designation>{{}, {{{dea}, {}, {}}}});
    small.request.target = record;
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 2 * 23 * 4 * 2 * 2 * 2);
  CHECK(compared.seen("AD-1") == "-fp");
  CHECK(compared.seen("AD-2") == "-fp");
  CHECK(compared.seen("AD-3") == "-f");  // a profile that does not say of whom it is
  CHECK(compared.seen("DA-2") == "-");
  CHECK(compared.seen("DA-7") == "-");
}

TEST_CASE("each function creates what its row says, or asks for no record") {
  const auto functions = every<Function>();
  const auto categories = every<Category>();
  const auto of_one_record = operations(false);
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().category = choose(every<UserCategory>());
    small.request.function = choose(functions);
    if (choose.whether()) {
      small.request.operation = choose(creating);
      Record record;
      record.category = choose(categories);
      small.request.target = record;
    } else {
      small.request.operation = choose(of_one_record);
      small.request.target = NoTarget{};
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 16 * (2 * 23 + 22));
  CHECK(compared.seen("FN-6") == "-fp");
}

TEST_CASE("a submitter creates advance information, and is asked nothing else whatever it lacks") {
  const auto categories = every<Category>();
  SmallWorld small;
  small.world.interfaces.resize(1);
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(std::vector{airline, cbp, fbi});
    small.user().account = choose(std::vector{AccountState::active, AccountState::inactive});
    small.request.function = choose(std::vector{Function::inspection, Function::subject_maintenance});
    small.request.interface.reset();
    if (choose.whether()) small.request.interface = Ref<Interface>{0};
    small.record().category = choose(categories);
    small.request.operation = choose(every<Operation>());
    const bool searches = small.request.operation == Operation::search ||
                          small.request.operation == Operation::report ||
                          small.request.operation == Operation::vet;
    if (searches) {
      small.request.target = Search{{small.record().category}, {}};
    } else if (small.request.operation == Operation::create) {
      small.request.target = small.record();
    } else {
      small.request.target = choose(std::vector<decltype(Request::target)>{the_record, NoTarget{}});
    }
    compared.ask(small.world, small.request);
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
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.request.function = choose(std::vector{Function::inspection, Function::subject_query});
    small.request.operation =
        choose(std::vector{Operation::display, Operation::intake, Operation::show_primary_instruction,
                           Operation::record_result, Operation::update});
    small.record().category = choose(std::vector{Category::advance_information, Category::inspection_result});
    small.record().owner = choose(std::vector{airline, cbp, fbi});
    small.record().referred = choose(referred);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 2 * 5 * 2 * 3 * 7);
  CHECK(compared.seen("US-2") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
