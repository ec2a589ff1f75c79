// No decision depends on the order of any list of the world: it is shuffled, and everything is asked again.
#include <doctest/doctest.h>

#include <map>

#include "sim/policy/decide.h"
#include "tests/oracle/random_world.h"
#include "tests/oracle/run.h"
#include "tests/oracle/shuffled.h"
#include "tests/property.h"
#include "tests/size.h"

namespace ntk::oracle {
namespace {

using namespace policy;
using property::fail;
using property::for_all;

/// What is withheld or shown of each record, by the places of the world before it was shuffled.
using Found = std::map<std::uint32_t, Verdicts>;

Found found_by(const Decision& decision, const std::vector<std::uint32_t>& place_before) {
  Found found;
  for (const policy::Hit& each : decision.hits) found.emplace(place_before[each.record.at], each.verdicts);
  return found;
}

TEST_CASE("no decision depends on the order of any list of the world") {
  const Run run = Run::wanted(tries_everything ? 120'000 : 4'800);
  REQUIRE(run.in_order());
  std::size_t denied = 0, hits = 0, asked = 0;
  for_all(
      "what is asked of a shuffled world ends as before",
      [&] {
        const World world = any_world();
        const Shuffled shuffled(world);
        std::vector<std::uint32_t> as_it_stands(world.records.size());
        for (std::uint32_t at = 0; at < as_it_stands.size(); ++at) as_it_stands[at] = at;
        for (int n = 0; n < requests_of_each_world; ++n) {
          const Request request = any_request();
          const Decision before = decide(world, request);
          const Decision after = decide(shuffled.world(), shuffled.same(request));
          if (!(before.verdicts == after.verdicts)) fail("a verdict depends on the order of a list");
          const Found found = found_by(before, as_it_stands);
          if (found != found_by(after, shuffled.record_before()))
            fail("what is found, or withheld, depends on the order of a list");
          denied += before.permitted() ? 0 : 1;
          hits += found.size();
          ++asked;
        }
      },
      run.worlds(), run.shard - 1);
  MESSAGE(asked << " requests of a shuffled world, " << denied << " denied, " << hits << " hits");
  CHECK(denied > 0);
  CHECK(hits > 0);
}

}  // namespace
}  // namespace ntk::oracle
