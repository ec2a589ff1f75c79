#include "tests/oracle/comparison.h"

#include <doctest/doctest.h>

#include "tests/oracle/exhaust.h"
#include "tests/oracle/oracle_tables.h"
#include "tests/oracle/small_world.h"

namespace ntk::oracle {
namespace {

using namespace policy;

TEST_CASE("a product of choices is run through whole, each combination once") {
  std::set<std::vector<int>> seen;
  std::size_t runs = 0;
  exhaust([&](Choose& choose) {
    const int first = choose(std::vector{1, 2, 3});
    const int second = choose.whether() ? 1 : 0;
    const int third = second == 1 ? choose(std::vector{7, 8}) : 0;
    seen.insert({first, second, third});
    ++runs;
  });
  CHECK(runs == 3 * (1 + 2));
  CHECK(seen.size() == runs);
}

TEST_CASE("the oracle knows the checks that the policy lists, in their order, and of which each is asked") {
  std::vector<std::string_view> codes, of_records;
  for (const policy::Check& each : checks()) {
    codes.push_back(each.code);
    if (each.scope == policy::Scope::record) of_records.push_back(each.code);
  }
  CHECK(codes == every_check);
  CHECK(of_records == record_checks);
}

TEST_CASE("a single verdict that differs between engine and oracle is noticed, whatever the check") {
  SmallWorld small;
  small.request.operation = Operation::search;
  small.request.target = Search{};
  const Answer answer = consult(small.world, small.request);
  const Decision decision = decide(small.world, small.request);
  REQUIRE(differences(decision, answer) == "");
  REQUIRE(decision.hits.size() == 1);

  for (const policy::Check& each : checks()) {
    for (const Verdict other : {Verdict::not_applicable, Verdict::pass, Verdict::fail}) {
      if (decision.verdicts[each.id] != other) {
        Decision tampered = decision;
        tampered.verdicts[each.id] = other;
        CHECK(differences(tampered, answer) != "");
      }
      if (each.scope == policy::Scope::record && decision.hits[0].verdicts[each.id] != other) {
        Decision tampered = decision;
        tampered.hits[0].verdicts[each.id] = other;
        CHECK(differences(tampered, answer) != "");
      }
    }
  }
}

TEST_CASE("a hit that only one of engine and oracle finds is noticed") {
  SmallWorld small;
  small.world.records.resize(2);
  small.request.operation = Operation::search;
  small.request.target = Search{};
  const Answer answer = consult(small.world, small.request);
  Decision decision = decide(small.world, small.request);
  REQUIRE(decision.hits.size() == 2);
  std::swap(decision.hits[0], decision.hits[1]);
  CHECK(differences(decision, answer) != "");
  decision.hits.pop_back();
  CHECK(differences(decision, answer) != "");
}

TEST_CASE("a case that differs is told in full, so that it can be rebuilt") {
  SmallWorld small;
  small.world.memos = {full_memo(dea, fbi)};
  small.record().designation = {{{fbi}, {}, {colleague}}};
  const std::string text = in_full(small.world, small.request);
  CHECK(text.find("memo 0: of agency 4 to 3 2016-01-01..") != std::string::npos);
  CHECK(text.find("class agencies [3] categories {} users [1]") != std::string::npos);
  CHECK(text.find(
            "request: user 0 subject_query display record 0, purpose 0, on 2016-08-12T09:00, at `Averton`") !=
        std::string::npos);
}

}  // namespace
}  // namespace ntk::oracle
