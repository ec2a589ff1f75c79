#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

const std::vector<std::optional<Ref<Record>>> parents = {std::nullopt, Ref<Record>{1}, Ref<Record>{2}};

TEST_CASE("an image is accessible where its parent is, whatever keeps the parent from the user") {
  const auto categories = every<Category>();
  SmallWorld small;
  small.world.records.resize(2);
  small.record().category = Category::image;
  small.record().parent = Ref<Record>{1};
  Record& parent = small.world.records[1];
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.request.function = choose(std::vector{Function::subject_query, Function::inspection});
    parent.category = choose(categories);
    parent.owner = choose(std::vector{cbp, dea});
    parent.level = choose(std::vector{Level::level_1, Level::level_4});
    parent.retention.collected = choose(std::vector{date(1900, 1, 1), yesterday});
    parent.profile_of = stranger;
    parent.referred = Moment{yesterday, 0};
    small.world.users[stranger.at].sco = choose(std::vector{asker, colleague});
    parent.absent = choose.whether();
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 2 * 23 * 2 * 2 * 2 * 2 * 2);
  CHECK(compared.seen("DA-12") == "fp");
}

TEST_CASE("an image's parent is judged as a display, whatever is done to the image") {
  SmallWorld small;
  small.world.records.resize(2);
  small.record().category = Category::image;
  small.record().parent = Ref<Record>{1};
  Record& parent = small.world.records[1];
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.operation = choose(std::vector{Operation::display, Operation::update, Operation::approve,
                                                 Operation::create, Operation::activate});
    small.user().agency = choose(agencies_of_askers);
    parent.category = choose(std::vector{Category::subject, Category::lookout, Category::user_profile});
    parent.level = choose(std::vector{Level::level_1, Level::level_4});
    parent.owner = choose(std::vector{fbi, dea});
    parent.profile_of = asker;
    small.user().sco = asker;
    parent.designation = {{{fbi}, {}, {asker}}};
    small.request.change.level = choose(std::vector<std::optional<Level>>{std::nullopt, Level::level_2});
    small.request.change.functions = choose(std::vector<FunctionSet>{{}, {Function::printing}});
    small.world.memos.clear();
    if (choose.whether()) {
      small.world.memos = {full_memo(choose(std::vector{cbp, dea}), small.user().agency)};
      small.world.memos[0].access = choose(every<Access>());
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 3 * 3 * 2 * 2 * 2 * 2 * (1 + 2 * 2));
  CHECK(compared.seen("DA-12") == "fp");
}

TEST_CASE(
    "an image of an image is accessible where the last parent is, and no other record has a parent to ask") {
  SmallWorld small;
  small.world.records.resize(3);
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(std::vector{cbp, fbi});
    small.record().category = choose(std::vector{Category::image, Category::subject});
    small.record().parent = choose(parents);
    small.world.records[1].category = choose(std::vector{Category::image, Category::moir});
    small.world.records[1].parent =
        choose(std::vector<std::optional<Ref<Record>>>{std::nullopt, Ref<Record>{2}});
    small.world.records[1].absent = choose.whether();
    small.world.records[2].level = choose(levels);
    small.world.records[2].absent = choose.whether();
    small.request.operation = Operation::display;
    small.request.target = the_record;
    if (choose.whether()) {
      small.request.operation = Operation::search;
      small.request.target = Search{};
    } else if (choose.whether()) {
      small.request.operation = Operation::create;
      small.request.target = small.record();
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 2 * 3 * 2 * 2 * 2 * 4 * 2 * (1 + 2));
  CHECK(compared.seen("DA-12") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
