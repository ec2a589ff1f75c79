// Engine and oracle on worlds drawn at random. A world on which they differ is made as small as can be before
// it is printed.
#include <doctest/doctest.h>

#include "tests/oracle/comparison.h"
#include "tests/oracle/random_world.h"
#include "tests/oracle/run.h"
#include "tests/property.h"

namespace ntk::oracle {
namespace {

TEST_CASE("what holds in the small world holds in larger ones, drawn at random") {
  const Run run = Run::wanted(tries_everything ? 96'000 : 4'800);
  REQUIRE(run.in_order());
  Comparison compared;
  property::for_all(
      "engine and oracle agree",
      [&] {
        const policy::World world = any_world();
        for (int n = 0; n < requests_of_each_world; ++n) {
          const std::string difference = compared.ask(world, any_request());
          if (!difference.empty()) property::fail(difference);
        }
      },
      run.worlds(), run.shard - 1);
  CHECK(compared.cases() == static_cast<std::size_t>(run.worlds()) * requests_of_each_world);
  MESSAGE(compared.cases() << " requests, " << compared.permitted() << " permitted, " << compared.hits()
                           << " hits");
  CHECK(compared.permitted() > compared.cases() / 50);
  CHECK(compared.hits() > compared.cases() / 50);
  // Of each check every verdict is met where there are cases enough, and at least two in few; a submitter
  // meets all but one as not applicable.
  const bool many = compared.cases() >= 50'000;
  for (const std::string_view code : Verdicts::codes()) {
    CAPTURE(code);
    const std::string expected = code == "DA-3" ? "-p" : "-fp";
    CHECK(compared.seen(code).size() >= 2);
    if (many) CHECK(compared.seen(code) == expected);
  }
}

}  // namespace
}  // namespace ntk::oracle
