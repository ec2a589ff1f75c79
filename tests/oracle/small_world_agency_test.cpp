#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

TEST_CASE("an external agency's certification counts for its period, and no other agency is asked for one") {
  const auto past = days_of_the_past();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.world.parameters.agency_years = choose(std::vector{1, 4});
    small.request.moment.day = choose(asked_on);
    auto& certified = small.world.agencies[small.user().agency.at].certified;
    certified.reset();
    if (choose.whether()) certified = choose(past);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 2 * 12 * (1 + 88));
  CHECK(compared.seen("AG-3") == "-fp");
}

/// Something asked of each kind of target, in each direction.
struct Asked {
  Operation operation;
  decltype(Request::target) target;
};

std::vector<Asked> asked_by_interface() {
  const Search everything, of_subjects{{Category::subject}, {}},
      of_two{{Category::subject, Category::i94}, {}};
  return {
      {Operation::display, the_record},     {Operation::update, the_record}, {Operation::create, Record{}},
      {Operation::record_result, Record{}}, {Operation::create, the_record}, {Operation::search, everything},
      {Operation::search, of_subjects},     {Operation::search, of_two},     {Operation::use, NoTarget{}},
      {Operation::create, NoTarget{}},      {Operation::logon, NoTarget{}},  {Operation::pass_on, the_record},
  };
}

TEST_CASE("an interface serves its agencies, in its direction, with the data that it carries") {
  const auto asked = asked_by_interface();
  SmallWorld small;
  small.world.interfaces.resize(2);
  Comparison compared;
  exhaust([&](Choose& choose) {
    const Asked& what = choose(asked);
    small.request.operation = what.operation;
    small.request.target = what.target;
    small.user().agency = choose(agencies);
    small.request.interface.reset();
    if (choose.whether()) {
      small.request.interface = choose(std::vector<Ref<Interface>>{{0}, {1}});
      Interface& first = small.world.interfaces[0];
      first.agencies = choose(std::vector<std::vector<Ref<Agency>>>{{}, {ice, fbi}, agencies});
      first.direction = choose(std::vector{Direction::inbound, Direction::outbound});
      first.categories =
          choose(std::vector<CategorySet>{{}, {Category::subject}, {Category::i94}, all<Category>()});
      first.isa = choose(std::vector<std::optional<Term>>{std::nullopt, in_force});
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 12 * 5 * (1 + 2 * 3 * 2 * 4 * 2));
  CHECK(compared.seen("AG-2") == "-fp");
}

TEST_CASE("a search by an interface asks for all that its function covers, unless it names categories") {
  const auto functions = every<Function>();
  const auto categories = every<Category>();
  SmallWorld small;
  small.world.interfaces.resize(1);
  small.world.interfaces[0].agencies = agencies;
  small.request.interface = Ref<Interface>{0};
  small.request.operation = Operation::search;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.function = choose(functions);
    const Category one = choose(categories);
    small.request.target =
        choose(std::vector<Search>{{}, {{one}, {}}, {{one, Category::lookout}, {}}, {all<Category>(), {}}});
    CategorySet all_but_one = all<Category>();
    all_but_one.erase(one);
    small.world.interfaces[0].categories =
        choose(std::vector<CategorySet>{{one}, all_but_one, all<Category>()});
    small.world.interfaces[0].isa = in_force;
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 16 * 23 * 4 * 3);
  CHECK(compared.seen("AG-2") == "fp");
}

TEST_CASE(
    "an interface that leads out of the Department is under a security agreement on the days of its term") {
  SmallWorld small;
  small.world.interfaces.resize(1);
  small.world.interfaces[0] = {"", "", agencies, Direction::outbound, all<Category>(), {}};
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.request.interface.reset();
    if (choose.whether()) small.request.interface = Ref<Interface>{0};
    small.world.interfaces[0].isa = choose(terms);
    small.agreement().term = choose(terms);
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 7 * 7);
  CHECK(compared.seen("AG-2") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
