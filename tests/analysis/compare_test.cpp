#include "sim/analysis/compare.h"

#include <doctest/doctest.h>

#include "sim/analysis/coverage.h"
#include "tests/analysis/opened.h"
#include "tests/session/example_lesson.h"

namespace ntk::analysis {
namespace {

using policy::CheckId;
using session::Session;

TEST_CASE("an assignment is the same as itself, whatever was run meanwhile") {
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    const Session key = taken(opened(file), key_of(opened(file)));
    Session again = key;
    again.apply("run all");
    const Comparison found = compare(key, again);
    CHECK(found.same());
    CHECK(found.requests_compared == key.scenario().requests.size());
    CHECK(found.cells_compared == key.world().users.size() * key.world().records.size());
    CHECK(found.requests_compared > 0);
  }
}

TEST_CASE("two assignments differ in values, in what they permit, and in how requests come out") {
  Session signed_memo = opened(harbour);
  REQUIRE_FALSE(signed_memo.apply("assign owner_memo memo term 2016-08-01 open"));
  const Comparison found = compare(opened(harbour), signed_memo);
  REQUIRE(found.values.size() == 1);
  const auto& value = found.values[0];
  const auto& scenario = signed_memo.scenario();
  CHECK(value.command(scenario, value.first) == "assign owner_memo memo term unsigned");
  CHECK(value.command(scenario, value.second) == "assign owner_memo memo term 2016-08-01 open");
  REQUIRE(found.cells.size() == 1);
  CHECK(found.cells[0].column == 1);
  CHECK(found.cells[0].gained());
  CHECK(found.cells[0].before.primary() == CheckId::DA_7);
  REQUIRE(found.requests.size() == 2);
  CHECK(found.requests[0].first->primary() == CheckId::DA_7);
  CHECK(found.requests[0].second->permitted());
  CHECK(found.requests[1].request == 1);
  CHECK(found.requests[1].first->hits[1].withheld());
  CHECK_FALSE(found.requests[1].second->hits[1].withheld());
}

TEST_CASE("a permit that finds its record in one assignment and nothing in the other differs") {
  const Session shipped = opened("scenarios/06-the-life-of-a-lookout/scenario.json");
  Session entered = shipped;
  REQUIRE_FALSE(entered.apply("assign record ledger level 1"));
  const Comparison found = compare(shipped, entered);
  std::vector<std::string> differ;
  for (const RequestDifference& each : found.requests) {
    differ.push_back(shipped.requests()[each.request].id);
    CHECK(each.first_returned.empty());
    REQUIRE(each.second_returned.size() == 1);
    CHECK(shipped.world()[each.second_returned[0]].id == "ledger");
  }
  CHECK(differ == std::vector<std::string>{"hale-enters", "brandt-opens", "castell-opens"});
}

TEST_CASE("a lesson that gave only its trail is compared as it was, not as it was concealed") {
  const Session shipped = opened("tests/cli/fixtures/incident.json");
  Session found = shipped;
  REQUIRE_FALSE(found.apply("find owner_memo memo term"));
  CHECK(compare(shipped, found).same());
  REQUIRE_FALSE(found.apply("assign owner_memo memo term 2016-08-01 open"));
  const Comparison mended = compare(shipped, found),
                   as_ever = compare(opened(harbour), [] {
                     Session signed_memo = opened(harbour);
                     signed_memo.apply("assign owner_memo memo term 2016-08-01 open");
                     return signed_memo;
                   }());
  CHECK(mended.values.size() == 1);
  CHECK(mended.cells.size() == as_ever.cells.size());
  CHECK(mended.requests.size() == as_ever.requests.size());
}

TEST_CASE("what a comparison finds is turned about when its sides are") {
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    const Session start = opened(file), key = taken(start, key_of(start));
    const Comparison there = compare(start, key), back = compare(key, start);
    CHECK(there.values.size() == back.values.size());
    CHECK(there.requests.size() == back.requests.size());
    REQUIRE(there.cells.size() == back.cells.size());
    for (std::size_t at = 0; at < there.cells.size(); ++at) {
      CHECK(there.cells[at].before == back.cells[at].after);
      CHECK(there.cells[at].after == back.cells[at].before);
    }
  }
}

TEST_CASE("the commands of the differing values make the first assignment the second") {
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    Session start = opened(file);
    const Session key = taken(start, key_of(start));
    for (const ValueDifference& each : compare(start, key).values)
      CHECK_FALSE(start.apply(each.command(key.scenario(), each.second)));
    CHECK(differing_values(key.scenario(), *assigned_setting(start).world, *assigned_setting(key).world)
              .empty());
  }
}

TEST_CASE("classes of a designation are alternatives: their order is no difference") {
  Session one(session::example_lesson()), other = one, another = one;
  REQUIRE_FALSE(one.apply("assign record ring designation agency:fbi user:ortega"));
  REQUIRE_FALSE(other.apply("assign record ring designation user:ortega agency:fbi"));
  REQUIRE_FALSE(another.apply("assign record ring designation user:ortega"));
  CHECK(compare(one, other).same());
  CHECK(compare(one, another).values.size() == 1);
}

TEST_CASE("an assignment that was reset is not compared any more") {
  Session session = opened(harbour);
  REQUIRE_FALSE(session.apply("assign record ring level 1"));
  CHECK(compare(opened(harbour), session).values.size() == 1);
  REQUIRE_FALSE(session.apply("reset"));
  CHECK(compare(opened(harbour), session).same());
}

}  // namespace
}  // namespace ntk::analysis
