#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

TEST_CASE("a case-by-case disclosure states need, use and authority, and its use is routine") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().category = choose(every<UserCategory>());
    small.request.function = choose(std::vector{Function::disclosure, Function::subject_query});
    small.request.operation =
        choose(std::vector{Operation::disclose, Operation::display, Operation::pass_on, Operation::logon});
    small.request.disclosure.reset();
    if (choose.whether()) {
      Disclosure stated;
      for (const auto& each : words<Statement>()) {
        if (choose.whether()) stated.states.insert(each.value);
      }
      small.request.disclosure = stated;
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 5 * 2 * 4 * (1 + 16));
  CHECK(compared.seen("DI-2") == "-fp");
  CHECK(compared.seen("FN-3") == "-fp");
}

const std::vector<std::optional<Ref<Agency>>> recipients = {std::nullopt, cbp, ice, fbi, dea, airline};

TEST_CASE("level 1 is passed on to other agencies of the platform, and nothing else without approval") {
  SmallWorld small;
  small.request.operation = Operation::pass_on;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.record().owner = choose(agencies);
    small.record().category = choose(every<Category>());
    small.record().level = choose(levels);
    small.request.disclosure.reset();
    if (choose.whether()) {
      small.request.disclosure = Disclosure{};
      small.request.disclosure->to = choose(recipients);
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 5 * 23 * 4 * (1 + 6));
  CHECK(compared.seen("DI-3") == "-fp");
}

TEST_CASE("an agency outside the Department is of the platform while its agreement is in force") {
  SmallWorld small;
  small.request.operation = Operation::pass_on;
  small.request.disclosure = Disclosure{};
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.record().owner = choose(std::vector{cbp, ice, fbi});
    small.record().level = choose(std::vector{Level::level_1, Level::level_3});
    small.request.disclosure->to = choose(std::vector{fbi, dea, airline, tsa});
    small.world.agreements = {full_agreement(fbi), full_agreement(choose(std::vector{dea, airline}))};
    small.world.agreements[0].term = choose(terms);
    small.world.agreements[1].term = choose(terms);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 3 * 2 * 4 * 2 * 7 * 7);
  CHECK(compared.seen("DI-3") == "-fp");
}

TEST_CASE(
    "an approval to pass a record on is of that record, from and to those agencies, and of both, by the "
    "day") {
  const std::vector<std::optional<Date>> days = {std::nullopt, yesterday, today, tomorrow};
  SmallWorld small;
  small.world.records.resize(2);
  small.request.operation = Operation::pass_on;
  small.request.disclosure = Disclosure{};
  small.request.disclosure->to = ice;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(std::vector{fbi, dea, tsa});
    small.record().category = choose(std::vector{Category::subject, Category::lookout, Category::image});
    small.record().owner = choose(std::vector{dea, cbp});
    small.record().level = choose(std::vector{Level::level_1, Level::level_3});
    PassingApproval approval;
    approval.record = choose(std::vector<Ref<Record>>{{0}, {1}});
    approval.from = choose(std::vector{fbi, tsa});
    approval.to = choose(std::vector{ice, dea});
    approval.owner_approved = choose(days);
    approval.host_authorised = choose(days);
    small.world.approvals = {approval};
    if (choose.whether()) {  // the owner's half in one and the host's in another do not add up
      approval.host_authorised.reset();
      approval.owner_approved = yesterday;
      small.world.approvals.push_back(approval);
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 3 * 2 * 2 * 2 * 2 * 2 * 4 * 4 * 2);
  CHECK(compared.seen("DI-3") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
