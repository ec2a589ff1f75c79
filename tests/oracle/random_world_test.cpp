// Engine and oracle on worlds drawn at random. A world on which they differ is made as small as can be before
// it is printed.
//
// NTK_CASES=N asks so many requests, and NTK_SHARD=i/n the i-th of n runs (from 1) that share them: each
// draws other worlds, the same each time. scripts/soak runs all shards of many.
#include <doctest/doctest.h>

#include <cstdlib>

#include "tests/oracle/comparison.h"
#include "tests/oracle/random_world.h"
#include "tests/property.h"

namespace ntk::oracle {
namespace {

constexpr int requests_of_each_world = 24;

/// What an environment variable says, "3/10" as two numbers; the usual where it is not set.
struct Run {
  long cases = tries_everything ? 96'000 : 4'800;
  unsigned shard = 1, shards = 1;

  Run() {
    if (const char* wanted = std::getenv("NTK_CASES")) cases = std::strtol(wanted, nullptr, 10);
    if (const char* wanted = std::getenv("NTK_SHARD")) {
      char* rest = nullptr;
      shard = static_cast<unsigned>(std::strtoul(wanted, &rest, 10));
      if (*rest == '/') shards = static_cast<unsigned>(std::strtoul(rest + 1, nullptr, 10));
    }
  }
  bool in_order() const { return cases > 0 && shard >= 1 && shard <= shards; }
  int worlds() const { return static_cast<int>(cases / shards / requests_of_each_world) + 1; }
};

TEST_CASE("what holds in the small world holds in larger ones, drawn at random") {
  const Run run;
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
