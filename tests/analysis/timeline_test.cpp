#include "sim/analysis/timeline.h"

#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::analysis;

namespace {

/// "2016-09-01 AC-4 lapses", a line each.
std::string calendar(const policy::World& world, std::string_view from) {
  std::string text;
  for (const Lapse& each : timeline(world, *policy::parse_date(from))) {
    text += policy::to_text(each.day) + ' ' + std::string(code_of(each)) +
            (each.begins ? " begins\n" : " lapses\n");
  }
  return text;
}

policy::World small_world() {
  using namespace policy;
  World world;
  world.agencies = {{"cbp", "CBP", "CBP", Standing::host, {}}, {"fbi", "FBI", "FBI", Standing::external, {}}};
  User user;
  user.id = user.name = "Ana Ortega";
  world.users = {user};
  return world;
}

policy::Date day(std::string_view text) {
  return *policy::parse_date(text);
}

}  // namespace

TEST_CASE("the calendar has no day after 31 December 9999") {
  policy::World world = small_world();
  policy::Agreement agreement;
  agreement.agency = {1};
  agreement.term = policy::Term{day("9999-12-30"), day("9999-12-31")};
  world.agreements = {agreement};
  world.users[0].training_passed = day("9999-06-01");
  CHECK(calendar(world, "9999-01-01") == "9999-06-01 AC-4 begins\n9999-12-30 AG-1 begins\n");
}

TEST_CASE("a period lapses on its anniversary, which is the first day that it no longer covers") {
  policy::World world = small_world();
  world.users[0].training_passed = day("2016-02-29");
  CHECK(calendar(world, "2016-08-12") == "2017-02-28 AC-4 lapses\n");
  CHECK(calendar(world, "2017-02-27") == "2017-02-28 AC-4 lapses\n");
  CHECK(calendar(world, "2017-02-28") == "");
  CHECK(policy::current(day("2016-02-29"), 1, day("2017-02-27")));
  CHECK_FALSE(policy::current(day("2016-02-29"), 1, day("2017-02-28")));
}

TEST_CASE("a term lapses on the day after its last, and one to come begins on its first") {
  policy::World world = small_world();
  world.agreements = {{"moa", {1}, policy::Term{day("2016-09-01"), day("2016-12-31")}, {}, {}, {}}};
  CHECK(calendar(world, "2016-08-12") == "2016-09-01 AG-1 begins\n2017-01-01 AG-1 lapses\n");
}

TEST_CASE("the calendar names a paper by its title, and tells papers of the same parties apart") {
  policy::World world = small_world();
  const policy::Term term{day("2016-09-01"), std::nullopt};
  world.agreements = {{"moa", {1}, term, {}, {}, {}}, {"second", {1}, std::nullopt, {}, {}, {}}};
  policy::OwnerMemo memo;
  memo.to = {1};
  memo.term = term;
  memo.title = "Memo on the harbor case";
  world.memos = {memo};
  const auto lapses = analysis::timeline(world, day("2016-08-12"));
  REQUIRE(lapses.size() == 2);
  CHECK(lapses[0].what == "The agreement with FBI (1 of 2) comes into force.");
  CHECK(lapses[1].what == "The memo “Memo on the harbor case” comes into force.");
}

TEST_CASE("the calendar is in the order of days, of all that lapses") {
  using namespace policy;
  World world = small_world();
  world.users[0].investigation =
      Investigation{InvestigationType::bi, day("2015-03-02"), Adjudication::favorable};
  world.users[0].certified = day("2016-03-01");
  world.users[0].ncic_certified = day("2016-01-01");
  world.users[0].transactions = {{Function::printing, Term{day("2016-08-01"), day("2016-08-31")}}};
  world.agencies[1].certified = day("2016-06-01");
  Record lookout;
  lookout.category = Category::lookout;
  lookout.primary = PrimaryDesignation{PrimaryAction::refer_customs, day("2016-10-01"), true, {}};
  lookout.retention.collected = day("2016-08-01");
  world.records = {lookout};
  CHECK(calendar(world, "2016-08-12") ==
        "2016-09-01 FN-1 lapses\n2016-10-02 LO-5 lapses\n2017-03-01 AC-6 lapses\n2017-06-01 AG-3 lapses\n"
        "2018-01-01 FN-4 lapses\n2020-03-02 AC-3 lapses\n2091-08-01 DA-10 lapses\n");
}

TEST_CASE("an approval to pass a record on counts from the day of each signature, and both are named") {
  policy::World world = small_world();
  policy::Record note;
  note.title = "Note";
  world.records = {note};
  world.approvals = {{"a", {0}, {1}, {0}, day("2016-08-20"), day("2016-08-22")}};
  CHECK(calendar(world, "2016-08-12") == "2016-08-20 DI-3 begins\n2016-08-22 DI-3 begins\n");
}

TEST_CASE("data that are still to be collected are kept from that day") {
  policy::World world = small_world();
  policy::Record crossing;
  crossing.category = policy::Category::border_crossing;
  crossing.retention.collected = day("2016-09-09");
  world.records = {crossing};
  CHECK(calendar(world, "2016-08-12").starts_with("2016-09-09 DA-10 begins\n"));
}

TEST_CASE("a referral to secondary that is to come is in the calendar") {
  policy::World world = small_world();
  policy::Record passage;
  passage.category = policy::Category::advance_information;
  passage.referred = policy::Moment{day("2016-08-14"), 600};
  world.records = {passage};
  CHECK(calendar(world, "2016-08-12").starts_with("2016-08-14 US-2 begins\n"));
}
