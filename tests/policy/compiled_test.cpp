// Compiled rows on the small world, exhaustively; on worlds drawn at random: tests/oracle.
#include "sim/policy/compiled.h"

#include <doctest/doctest.h>

#include "tests/oracle/compiled_comparison.h"
#include "tests/oracle/exhaust.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

/// Every one of these ways for every category, fitting or not.
Ways all_by(const std::vector<Way>& ways) {
  return Ways(words<Category>().size(), ways);
}

TEST_CASE("every category can be read in some way, external systems by search alone") {
  REQUIRE(reading_ways().size() == words<Category>().size());
  for (const Word<Category>& each : words<Category>()) {
    const auto& ways = reading_ways()[static_cast<std::size_t>(each.value)];
    CAPTURE(each.word);
    REQUIRE_FALSE(ways.empty());
    for (const Way way : ways) {
      CHECK(scope(way.function).categories.contains(each.value));
      CHECK(scope(way.function).operations.contains(way.operation));
      CHECK((way.operation == Operation::search) == (way.function == Function::external_query));
    }
  }
  const auto& lookouts = reading_ways()[static_cast<std::size_t>(Category::lookout)];
  REQUIRE(lookouts.size() == 4);
  CHECK(lookouts[0] == Way{Function::subject_query, Operation::display});
  CHECK(lookouts[3] == Way{Function::inspection, Operation::display});
}

TEST_CASE("a packed outcome is a byte: the later it failed the greater, and permitted is the greatest") {
  CHECK(sizeof(PackedOutcome) == 1);
  CHECK(PackedOutcome().permitted());
  CHECK_FALSE(PackedOutcome().primary().has_value());
  CHECK(PackedOutcome(CheckId::DA_7).primary() == CheckId::DA_7);
  CHECK(PackedOutcome(CheckId::AC_1) < PackedOutcome(CheckId::DI_3));
  CHECK(PackedOutcome(CheckId::DI_3) < PackedOutcome());
}

TEST_CASE("of several ways the one counts that is permitted, else the one that gets furthest") {
  SmallWorld small;
  small.user().functions = {Function::inspection};
  const Stated stated{duty, small.request.place};
  const std::vector<Way> ways{{Function::subject_query, Operation::display},
                              {Function::inspection, Operation::display}};
  const auto best = best_way(small.world, asker, ways, the_record, stated, small.request.moment);
  REQUIRE(best);
  CHECK(best->way.function == Function::inspection);
  CHECK(best->outcome == PackedOutcome(CheckId::FN_6));
  small.record().category = Category::lookout;
  CHECK(
      best_way(small.world, asker, ways, the_record, {duty, small.user().duty_station}, small.request.moment)
          ->outcome.permitted());
  CHECK_FALSE(best_way(small.world, asker, {}, the_record, stated, small.request.moment).has_value());
}

TEST_CASE("compiled and decided agree on the small world: users, levels, designations, memos") {
  const std::vector<Designation> designations = {
      {},
      {{{fbi}, {}, {}}},
      {{{}, {UserCategory::supervisor}, {}}},
      {{{}, {}, {asker}}},
      {{{fbi}, {}, {colleague}}, {{}, {UserCategory::supervisor}, {asker}}},
  };
  const Ways ways = all_by({{Function::subject_query, Operation::display}});
  SmallWorld small;
  CompiledComparison compared;
  std::string first;
  exhaust([&](Choose& choose) {
    small.user().agency = choose(agencies);
    small.user().category = choose(std::vector{UserCategory::general_user, UserCategory::supervisor});
    small.user().investigation = choose(std::vector{bi(), anaci()});
    small.record().owner = choose(std::vector{cbp, dea});
    small.record().category = choose(std::vector{Category::subject, Category::lookout});
    small.record().level = choose(levels);
    small.record().designation = choose(designations);
    small.record().creator = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker});
    small.world.memos.clear();
    if (choose.whether()) small.world.memos = {full_memo(small.record().owner, small.user().agency)};
    const std::string found =
        compared.compare(small.world, small.request.moment, ways, {duty, small.request.place});
    if (first.empty()) first = found;
  });
  CHECK(first == "");
  CHECK(compared.cases() ==
        small.world.users.size() * small.world.records.size() * 5 * 2 * 2 * 2 * 2 * 4 * 5 * 2 * 2);
  CHECK(compared.reasons() == 4);
}

TEST_CASE(
    "compiled and decided agree on every category, read and changed, kept, absent, referred, or lapsed") {
  SmallWorld small;
  small.world.records.resize(2);
  small.world.records[1].owner = dea;
  small.world.records[1].level = Level::level_3;
  small.world.records[1].designation = {{{}, {}, {colleague}}};
  CompiledComparison compared;
  std::string first;
  small.record().creator = asker;
  const auto changing = all_by({{Function::user_profile, Operation::activate}});
  const auto approving = all_by({{Function::lookout_approval, Operation::approve}});
  exhaust([&](Choose& choose) {
    small.record().category = choose(every<Category>());
    small.user().agency = choose(agencies_of_askers);
    small.user().category =
        choose(std::vector{UserCategory::system_control_officer, UserCategory::supervisor});
    small.record().absent = choose.whether();
    small.record().retention.collected = choose(std::vector{date(1900, 1, 1), yesterday});
    small.record().parent = Ref<Record>{1};
    small.record().profile_of = colleague;
    small.world.users[colleague.at].sco = choose(std::vector<std::optional<Ref<User>>>{std::nullopt, asker});
    small.record().referred = choose(std::vector<std::optional<Moment>>{std::nullopt, Moment{yesterday, 0}});
    for (const Ways* each : {&reading_ways(), &changing, &approving}) {
      const std::string found =
          compared.compare(small.world, small.request.moment, *each, {duty, small.user().duty_station});
      if (first.empty()) first = found;
    }
  });
  CHECK(first == "");
  CHECK(compared.permitted() > 0);
  CHECK(compared.reasons() >= 8);
}

TEST_CASE("like users and like records are decided once") {
  SmallWorld small;
  small.world.records = std::vector<Record>(50, small.record());
  small.world.users = std::vector<User>(20, small.user());
  Compiled compiled(small.world, small.request.moment);
  std::vector<PackedOutcome> row(50);
  compiled.row({0}, {duty, small.request.place}, row);
  const std::size_t of_one = compiled.decided();
  compiled.row({1}, {duty, small.request.place}, row);
  CHECK(compiled.decided() < 2 * of_one);
  CHECK(of_one < 10);
}

}  // namespace
}  // namespace ntk::oracle
