#include "sim/analysis/combining.h"

#include <doctest/doctest.h>

#include "sim/analysis/coverage.h"
#include "tests/analysis/opened.h"

namespace ntk::analysis {
namespace {

using policy::CheckId;
using policy::Verdict;
using policy::Verdicts;
using enum CombiningAlgorithm;

constexpr CombiningAlgorithm all_algorithms[] = {all_must_pass, first_match, deny_overrides, most_specific};

/// An FBI user at a level 3 record of the DEA: account, agency and function pass.
Verdicts at_level_3() {
  Verdicts verdicts;
  for (const CheckId each : {CheckId::AC_1, CheckId::AC_2, CheckId::AG_1, CheckId::FN_1, CheckId::FN_2,
                             CheckId::FN_3, CheckId::DA_2, CheckId::DA_5, CheckId::DA_7, CheckId::DA_9}) {
    verdicts[each] = Verdict::pass;
  }
  return verdicts;
}

Verdicts failing(std::initializer_list<CheckId> checks) {
  Verdicts verdicts = at_level_3();
  for (const CheckId each : checks) verdicts[each] = Verdict::fail;
  return verdicts;
}

bool permits(const Verdicts& verdicts, CombiningAlgorithm algorithm) {
  return combine(verdicts, algorithm).permitted();
}

TEST_CASE("where all must pass, one check that fails denies, and it is the first of them that is told") {
  CHECK(permits(at_level_3(), all_must_pass));
  const Combined combined = combine(failing({CheckId::DA_7, CheckId::DA_9}), all_must_pass);
  CHECK_FALSE(combined.permitted());
  CHECK(combined.denied_by() == CheckId::DA_7);
}

TEST_CASE("by first match the agreement's category decides, and the memo is never asked") {
  CHECK(permits(failing({CheckId::DA_7}), first_match));
  CHECK(permits(failing({CheckId::DA_5, CheckId::DA_8, CheckId::DA_9}), first_match));
  CHECK_FALSE(permits(failing({CheckId::DA_2}), first_match));
}

TEST_CASE("by first match an active account is enough, and the investigation is never asked") {
  CHECK(permits(failing({CheckId::AC_2}), first_match));
  CHECK_FALSE(permits(failing({CheckId::AC_1}), first_match));
}

TEST_CASE("where denials override, a missing grant forbids nothing beside one that is there") {
  CHECK(permits(failing({CheckId::DA_5, CheckId::DA_7}), deny_overrides));
  CHECK_FALSE(permits(failing({CheckId::DA_2, CheckId::DA_5, CheckId::DA_7}), deny_overrides));
}

TEST_CASE("where denials override, a condition that fails denies whatever is granted") {
  const Combined combined = combine(failing({CheckId::DA_9}), deny_overrides);
  CHECK_FALSE(combined.permitted());
  CHECK(combined.denied_by() == CheckId::DA_9);
}

TEST_CASE("by the most specific, a class that fits silences the agency's missing memo") {
  CHECK(permits(failing({CheckId::DA_7}), most_specific));
  CHECK(permits(failing({CheckId::DA_2, CheckId::DA_9}), most_specific));
  CHECK_FALSE(permits(failing({CheckId::DA_5}), most_specific));
}

TEST_CASE("by the most specific, a named person needs nothing else in the gate") {
  Verdicts verdicts = failing({CheckId::DA_7, CheckId::DA_8, CheckId::DA_9, CheckId::DA_10});
  verdicts[CheckId::DA_5] = Verdict::not_applicable;
  verdicts[CheckId::DA_6] = Verdict::pass;
  CHECK(permits(verdicts, most_specific));
}

TEST_CASE("checks about the same are all asked by the most specific") {
  CHECK_FALSE(permits(failing({CheckId::DA_8}), most_specific));  // ANACI holders are a class, as DA-5's
}

TEST_CASE("every gate has to be open, whatever the algorithm") {
  for (const CombiningAlgorithm algorithm : all_algorithms) {
    CAPTURE(word(algorithm));
    CHECK_FALSE(permits(failing({CheckId::FN_1, CheckId::FN_2}), algorithm));
  }
}

TEST_CASE("a gate in which no check applies is open, whatever the algorithm") {
  for (const CombiningAlgorithm algorithm : all_algorithms) CHECK(permits(Verdicts(), algorithm));
}

/// Every combination of verdicts on a handful of checks of the gates of function and data.
TEST_CASE(
    "no algorithm denies what the platform permits, and the platform's algorithm is the platform's "
    "decision") {
  const CheckId asked[] = {CheckId::FN_1, CheckId::FN_4, CheckId::DA_2, CheckId::DA_5,
                           CheckId::DA_6, CheckId::DA_7, CheckId::DA_9};
  int cases = 1;
  for (std::size_t i = 0; i < std::size(asked); ++i) cases *= 3;
  int opened[4] = {};
  for (int number = 0; number < cases; ++number) {
    Verdicts verdicts;
    int rest = number;
    for (const CheckId each : asked) {
      verdicts[each] = static_cast<Verdict>(rest % 3);
      rest /= 3;
    }
    CHECK(permits(verdicts, all_must_pass) == !verdicts.any_failed());
    for (const CombiningAlgorithm algorithm : all_algorithms) {
      if (!verdicts.any_failed()) CHECK(permits(verdicts, algorithm));
      opened[static_cast<std::size_t>(algorithm)] += verdicts.any_failed() && permits(verdicts, algorithm);
    }
  }
  CHECK(opened[0] == 0);
  for (int algorithm = 1; algorithm < 4; ++algorithm) CHECK(opened[algorithm] > 0);
}

TEST_CASE("the lab changes nothing: decisions, trail and goals are the same after it was used") {
  session::Session session =
      taken(opened("scenarios/03-agreements/scenario.json"), "tests/keys/agreements.commands");
  const std::string head = session.trail().seal().hash;
  const auto revision = session.revision();
  for (const CombiningAlgorithm algorithm : all_algorithms) try_algorithm(session, algorithm);
  CHECK(session.trail().seal().hash == head);
  CHECK(session.revision() == revision);
}

TEST_CASE(
    "each change the lab tells of is a denial of the platform that the algorithm opens, with a rule behind "
    "it") {
  const session::Session session =
      taken(opened("scenarios/03-agreements/scenario.json"), "tests/keys/agreements.commands");
  CHECK(try_algorithm(session, all_must_pass).requests.empty());
  CHECK(try_algorithm(session, all_must_pass).cells.empty());
  for (const CombiningAlgorithm algorithm : {first_match, deny_overrides, most_specific}) {
    CAPTURE(word(algorithm));
    const LabResult result = try_algorithm(session, algorithm);
    CHECK_FALSE(result.cells.empty());
    CHECK(result.cells.size() <= result.decided);
    for (const Change& each : result.cells) {
      const auto decision = policy::decide(session.world(), each.request);
      CHECK_FALSE(decision.permitted());
      CHECK(decision.primary() == each.platform());
      CHECK_FALSE(combine(decision.verdicts, all_must_pass).permitted());
      CHECK(combine(decision.verdicts, algorithm).permitted());
      CHECK(what_goes_wrong(each, algorithm).find(policy::check(each.platform()).code) != std::string::npos);
    }
  }
}

TEST_CASE("the lab is closed where the lesson does not open it, and until required predictions are made") {
  session::Session session = opened("scenarios/01-levels/scenario.json");
  CHECK_FALSE(lab_is_open(session));
  scenario::Scenario lesson = session.scenario();
  lesson.lab = {first_match};
  lesson.predictions = {{0, false, true}};
  session::Session waiting(lesson);
  CHECK_FALSE(lab_is_open(waiting));
  CHECK(lab_waits_for(waiting).find("prediction") != std::string::npos);
  REQUIRE_FALSE(waiting.apply("predict " + lesson.requests[0].id + " permit"));
  CHECK(lab_is_open(waiting));
}

}  // namespace
}  // namespace ntk::analysis
