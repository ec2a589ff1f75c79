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
  SmallWorld of;
  of.world.records.resize(2);
  of.record().category = Category::image;
  of.record().parent = Ref<Record>{1};
  Record& parent = of.world.records[1];
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(agencies);
    of.user().investigation = choose(std::vector{bi(), anaci()});
    of.request.function = choose(std::vector{Function::subject_query, Function::inspection});
    parent.category = choose(categories);
    parent.owner = choose(std::vector{cbp, dea});
    parent.level = choose(std::vector{Level::level_1, Level::level_4});
    parent.retention.collected = choose(std::vector{date(1900, 1, 1), yesterday});
    parent.profile_of = stranger;
    parent.referred = Moment{yesterday, 0};
    of.world.users[stranger.at].sco = choose(std::vector{asker, colleague});
    parent.absent = choose.whether();
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 2 * 23 * 2 * 2 * 2 * 2 * 2);
  CHECK(compared.seen("DA-12") == "fp");
}

TEST_CASE("an image's parent is judged as a display, whatever is done to the image") {
  SmallWorld of;
  of.world.records.resize(2);
  of.record().category = Category::image;
  of.record().parent = Ref<Record>{1};
  Record& parent = of.world.records[1];
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.request.operation = choose(std::vector{Operation::display, Operation::update, Operation::approve,
                                              Operation::create, Operation::activate});
    of.user().agency = choose(agencies_of_askers);
    parent.category = choose(std::vector{Category::subject, Category::lookout, Category::user_profile});
    parent.level = choose(std::vector{Level::level_1, Level::level_4});
    parent.owner = choose(std::vector{fbi, dea});
    parent.profile_of = asker;
    of.user().sco = asker;
    parent.designation = {{{fbi}, {}, {asker}}};
    of.request.change.level = choose(std::vector<std::optional<Level>>{std::nullopt, Level::level_2});
    of.request.change.functions = choose(std::vector<FunctionSet>{{}, {Function::printing}});
    of.world.memos.clear();
    if (choose.whether()) {
      of.world.memos = {full_memo(choose(std::vector{cbp, dea}), of.user().agency)};
      of.world.memos[0].access = choose(every<Access>());
    }
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 3 * 3 * 2 * 2 * 2 * 2 * (1 + 2 * 2));
  CHECK(compared.seen("DA-12") == "fp");
}

TEST_CASE(
    "an image of an image is accessible where the last parent is, and no other record has a parent to ask") {
  SmallWorld of;
  of.world.records.resize(3);
  Comparison compared;
  exhaust([&](Choose& choose) {
    of.user().agency = choose(std::vector{cbp, fbi});
    of.record().category = choose(std::vector{Category::image, Category::subject});
    of.record().parent = choose(parents);
    of.world.records[1].category = choose(std::vector{Category::image, Category::moir});
    of.world.records[1].parent =
        choose(std::vector<std::optional<Ref<Record>>>{std::nullopt, Ref<Record>{2}});
    of.world.records[1].absent = choose.whether();
    of.world.records[2].level = choose(levels);
    of.world.records[2].absent = choose.whether();
    of.request.operation = Operation::display;
    of.request.target = the_record;
    if (choose.whether()) {
      of.request.operation = Operation::search;
      of.request.target = Search{};
    } else if (choose.whether()) {
      of.request.operation = Operation::create;
      of.request.target = of.record();
    }
    compared.ask(of.world, of.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 2 * 3 * 2 * 2 * 2 * 4 * 2 * (1 + 2));
  CHECK(compared.seen("DA-12") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
