#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

/// Two categories with levels, of which the second has two owners, and one without.
const std::vector<Category> categories = {Category::subject, Category::lookout,
                                          Category::primary_query_history};
const std::vector<Category> levelled = {Category::subject, Category::lookout};
const std::vector<Level> restricted = {Level::level_3, Level::level_4};
const std::vector<Operation> reading_and_changing = {Operation::display, Operation::update};

/// One class of each make, and lists of two. Whether a class fits depends on the asker's agency and
/// category, which a test varies too.
std::vector<Designation> designations() {
  const UserCategorySet supervisors{UserCategory::supervisor};
  const DesignationClass nothing, of_fbi{{fbi}, {}, {}}, supervising{{}, supervisors, {}};
  return {
      {},
      {nothing},
      {of_fbi},
      {{{cbp, ice, fbi}, {}, {}}},
      {supervising},
      {{{}, {}, {asker}}},
      {{{}, {}, {colleague}}},
      {{{}, {}, {colleague, asker}}},
      {{{fbi}, supervisors, {}}},
      {{{fbi}, {}, {asker}}},
      {{{}, supervisors, {asker}}},
      {{{fbi}, supervisors, {asker}}},
      {{{fbi}, supervisors, {colleague}}},
      {nothing, of_fbi},
      {of_fbi, supervising},
      {{{fbi}, {}, {colleague}}, {{}, supervisors, {colleague}}},
  };
}

TEST_CASE("a record is open to whom its level, its designation and its creation admit") {
  const auto designated = designations();
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().category = choose(std::vector{UserCategory::general_user, UserCategory::supervisor});
    small.record().owner = choose(agencies);
    small.record().category = choose(categories);
    small.record().level = choose(levels);
    small.record().designation = choose(designated);
    small.record().creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker, colleague});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 5 * 2 * 5 * 3 * 4 * 16 * 3);
  CHECK(compared.seen("DA-3") == "-p");
  CHECK(compared.seen("DA-4") == "-fp");
  CHECK(compared.seen("DA-5") == "-fp");
  CHECK(compared.seen("DA-6") == "-fp");
}

TEST_CASE("an owner's memo covers what it names: agency, category, level, access and ANACI holders") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.record().owner = choose(std::vector{cbp, tsa, dea});
    small.record().category = choose(levelled);
    small.record().level = choose(restricted);
    small.request.operation = choose(reading_and_changing);
    small.world.memos.clear();
    if (choose.whether()) {
      OwnerMemo memo = full_memo(choose(agencies), choose(std::vector{small.user().agency, dea}));
      memo.categories = choose(std::vector<CategorySet>{{Category::subject}, {Category::lookout}});
      memo.levels =
          choose(std::vector<LevelSet>{{Level::level_3}, {Level::level_4}, {Level::level_3, Level::level_4}});
      memo.access = choose(std::vector{Access::read, Access::update});
      memo.anaci = choose.whether();
      small.world.memos = {memo};
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 2 * 3 * 2 * 2 * 2 * (1 + 5 * 2 * 2 * 3 * 2 * 2));
  CHECK(compared.seen("DA-7") == "-fp");
  CHECK(compared.seen("DA-8") == "-fp");
}

TEST_CASE("an owner's memo counts on the days of its term, at the levels that ask for one") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.user().investigation = choose(std::vector{bi(), anaci(), anaci(Adjudication::unfavorable)});
    small.record().owner = choose(agencies);
    small.record().category = choose(categories);
    small.record().level = choose(levels);
    OwnerMemo memo = full_memo(choose(std::vector{cbp, dea}), small.user().agency);
    memo.term = choose(terms);
    memo.anaci = choose.whether();
    small.world.memos = {memo};
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 3 * 5 * 3 * 4 * 2 * 7 * 2);
  CHECK(compared.seen("DA-7") == "-fp");
  CHECK(compared.seen("DA-8") == "-fp");
}

/// A memo that suffices for a subject record at level 3, and ones that fall short of it by one thing each.
std::vector<OwnerMemo> near_misses(Ref<Agency> owner, Ref<Agency> to) {
  std::vector<OwnerMemo> memos(9, full_memo(owner, to));
  memos[1].owner = memos[1].owner == tsa ? ice : tsa;
  memos[2].to = memos[2].to == tsa ? ice : tsa;
  memos[3].term = Term{date(2016, 1, 1), yesterday};
  memos[4].term.reset();
  memos[5].categories = {Category::moir};
  memos[6].levels = {Level::level_4};
  memos[7].access = Access::read;
  memos[8].anaci = false;
  return memos;
}

TEST_CASE("two memos do not add up: one memo covers all that is asked, or none does") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies_of_askers);
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.record().owner = choose(agencies);
    small.record().category = choose(levelled);
    small.record().level = choose(restricted);
    small.request.operation = choose(reading_and_changing);
    const Ref<Agency> giver = small.record().category == Category::lookout ? cbp : small.record().owner;
    const auto memos = near_misses(giver, small.user().agency);
    const OwnerMemo& first = choose(memos);
    small.world.memos = {first, choose(memos)};
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 3 * 2 * 5 * 2 * 2 * 2 * 9 * 9);
  CHECK(compared.seen("DA-7") == "-fp");
  CHECK(compared.seen("DA-8") == "-fp");
}

TEST_CASE("every category is asked its own checks, at every level, between every two agencies") {
  const auto of_all = every<Category>();
  SmallWorld small;
  small.record().designation = {{{}, {}, {asker}}};
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.record().category = choose(of_all);
    small.record().level = choose(levels);
    small.record().owner = choose(agencies);
    small.user().agency = choose(agencies);
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.world.agreements[0].categories = choose(std::vector<CategorySet>{{}, {small.record().category}});
    small.world.agreements[0].anaci_categories =
        choose(std::vector<CategorySet>{{}, {small.record().category}});
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 23 * 4 * 5 * 5 * 2 * 2 * 2);
  CHECK(compared.seen("DA-1") == "-fp");
  CHECK(compared.seen("DA-2") == "-fp");
  CHECK(compared.seen("DA-8") == "-fp");
}

TEST_CASE("to read asks for a memo that lets read, to change for one that lets update") {
  const auto of_one_record = operations(false);
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.operation = choose(of_one_record);
    small.user().agency = choose(agencies_of_askers);
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.record().owner = choose(agencies);
    small.record().category = choose(levelled);
    small.record().level = choose(levels);
    const Ref<Agency> giver = small.record().category == Category::lookout ? cbp : small.record().owner;
    small.world.memos.clear();
    if (choose.whether()) {
      small.world.memos = {full_memo(giver, small.user().agency)};
      small.world.memos[0].access = choose(std::vector{Access::read, Access::update});
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 22 * 3 * 2 * 5 * 2 * 4 * (1 + 2));
  CHECK(compared.seen("DA-7") == "-fp");
  CHECK(compared.seen("DA-8") == "-fp");
}

TEST_CASE("a record is changed by users of an owner, or under a memo for update that covers it") {
  SmallWorld small;
  Comparison compared;
  exhaust([&](Choose& choose) {
    small.request.operation = choose(std::vector{Operation::update, Operation::create});
    small.user().agency = choose(agencies_of_askers);
    small.record().owner = choose(agencies);
    small.record().category =
        choose(std::vector{Category::subject, Category::lookout, Category::image, Category::audit});
    small.record().level = choose(levels);
    small.world.memos.clear();
    if (choose.whether()) {
      OwnerMemo memo = full_memo(choose(std::vector{cbp, dea}), small.user().agency);
      memo.categories = choose(std::vector<CategorySet>{{}, all<Category>()});
      memo.levels = choose(std::vector<LevelSet>{{}, {Level::level_3, Level::level_4}, all<Level>()});
      memo.access = choose(every<Access>());
      memo.term = choose(std::vector<std::optional<Term>>{in_force, std::nullopt});
      small.world.memos = {memo};
    }
    compared.ask(small.world, small.request);
  });
  CHECK(compared.first_difference() == "");
  CHECK(compared.cases() == 2 * 3 * 5 * 4 * 4 * (1 + 2 * 2 * 3 * 2 * 2));
  CHECK(compared.seen("DA-11") == "-fp");
}

}  // namespace
}  // namespace ntk::oracle
