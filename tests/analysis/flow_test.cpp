#include "sim/analysis/flow.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/policy/facts.h"
#include "tests/analysis/opened.h"
#include "tests/session/example_lesson.h"

namespace ntk::analysis {
namespace {

using policy::CheckId;
using policy::Verdict;

const Station& at(const Flow& flow, Link link) {
  return flow[static_cast<std::size_t>(link)];
}

/// A session of the lesson in which everything was run.
session::Session all_run(scenario::Scenario lesson) {
  session::Session session(std::move(lesson));
  for (const auto& each : session.scenario().predictions)
    session.apply(
        session::Command(session::PredictCommand{session.requests()[each.request].id, true, std::nullopt}));
  REQUIRE_FALSE(session.apply("run all"));
  return session;
}

Flow flow_of_latest(const session::Session& session, std::uint32_t request) {
  const session::Run& run = *session.latest_run(request);
  return flow_of(*run.world, run.asked, run.decision);
}

std::vector<Link> broken(const Flow& flow) {
  std::vector<Link> links;
  for (const Station& each : flow) {
    if (each.state == LinkState::broken || each.state == LinkState::partly) links.push_back(each.link);
  }
  return links;
}

}  // namespace

TEST_CASE("each failing check breaks its own link and no other") {
  const auto session = all_run(session::example_lesson());
  const session::Run& run = *session.latest_run(0);
  for (const policy::Check& check : policy::checks()) {
    CAPTURE(check.code);
    policy::Decision decision;
    for (const policy::Check& other : policy::checks()) decision.verdicts[other.id] = Verdict::pass;
    decision.verdicts[check.id] = Verdict::fail;
    const Flow flow = flow_of(*run.world, run.asked, decision);
    CHECK(broken(flow) == std::vector{policy::traits(check.id).link});
    const Station& station = at(flow, policy::traits(check.id).link);
    CHECK(station.failed == std::vector{check.id});
    CHECK(station.primary);
    CHECK(state_in_words(station) == "broken: " + std::string(check.code));
    CHECK(std::count_if(flow.begin(), flow.end(), [](const Station& each) { return each.primary; }) == 1);
  }
}

TEST_CASE("every link has checks that stand for it, and the first three gates are a link each") {
  std::array<int, link_count> checks{};
  for (const policy::Check& check : policy::checks()) {
    ++checks[static_cast<std::size_t>(policy::traits(check.id).link)];
    CHECK((check.gate == policy::Gate::account) == (policy::traits(check.id).link == Link::account));
    CHECK((check.gate == policy::Gate::agency) == (policy::traits(check.id).link == Link::agency));
    CHECK((check.gate == policy::Gate::function) == (policy::traits(check.id).link == Link::function));
  }
  CHECK(std::all_of(checks.begin(), checks.end(), [](int count) { return count > 0; }));
}

TEST_CASE(
    "another agency’s level 3 record without designation and memo breaks at the level and at the memo") {
  const auto session = all_run(session::example_lesson());
  const Flow flow = flow_of_latest(session, 1);
  CHECK(broken(flow) == std::vector{Link::level, Link::memo});
  CHECK(at(flow, Link::level).primary);
  CHECK_FALSE(at(flow, Link::memo).primary);
  CHECK(at(flow, Link::account).state == LinkState::holds);
  CHECK(at(flow, Link::agency).facts == "FBI’s agreement is in force");
  CHECK(at(flow, Link::memo).facts == "No memo of DEA to FBI is in force");
  CHECK(at(flow, Link::level).facts.starts_with("Level 3: open to "));
  CHECK(at(flow, Link::record).facts.ends_with(", of DEA"));
}

TEST_CASE("an agency’s own record needs no memo, and the path leads to it") {
  const auto session = all_run(session::example_lesson());
  const Flow flow = flow_of_latest(session, 0);
  CHECK(broken(flow).empty());
  CHECK(at(flow, Link::memo).state == LinkState::not_applicable);
  CHECK(at(flow, Link::memo).facts == "None needed: it is FBI’s own");
  CHECK(at(flow, Link::record).state == LinkState::holds);
}

TEST_CASE("whatever two checks fail, the path breaks first at the primary reason") {
  const auto session = all_run(session::example_lesson());
  const session::Run& run = *session.latest_run(0);
  for (const policy::Check& one : policy::checks()) {
    for (const policy::Check& other : policy::checks()) {
      CAPTURE(one.code);
      CAPTURE(other.code);
      policy::Decision decision;
      for (const policy::Check& each : policy::checks()) decision.verdicts[each.id] = Verdict::pass;
      decision.verdicts[one.id] = decision.verdicts[other.id] = Verdict::fail;
      const Flow flow = flow_of(*run.world, run.asked, decision);
      CHECK(at(flow, broken(flow).front()).primary);
      CHECK(at(flow, broken(flow).front()).failed.front() == *decision.primary());
    }
  }
}

TEST_CASE("an agreement that leaves out the function breaks the path at the function") {
  scenario::Scenario lesson = session::example_lesson();
  lesson.world.users[0].functions = {};
  for (auto& each : lesson.world.agreements) each.functions = {};
  const Flow flow = flow_of_latest(all_run(std::move(lesson)), 0);
  CHECK(broken(flow) == std::vector{Link::function});
  CHECK(at(flow, Link::agency).facts == "FBI’s agreement is in force");
  CHECK(at(flow, Link::function).failed == std::vector{CheckId::FN_1, CheckId::FN_2});
  CHECK(at(flow, Link::function).facts.find("not in the profile; not in FBI’s agreement") !=
        std::string::npos);
}

TEST_CASE("an agreement that leaves out the data breaks the path at the category") {
  scenario::Scenario lesson = session::example_lesson();
  for (auto& each : lesson.world.agreements) each.categories = {};
  const Flow flow = flow_of_latest(all_run(std::move(lesson)), 1);
  CHECK(broken(flow).front() == Link::level);
  CHECK(at(flow, Link::level).failed.front() == CheckId::DA_2);
  CHECK(at(flow, Link::level).title == "Category");
  CHECK(at(flow, Link::level).facts.ends_with(": not in FBI’s agreement"));
}

TEST_CASE("a purpose that is no duty breaks the path at the record") {
  scenario::Scenario lesson = session::example_lesson();
  lesson.world.users[0].duties = {};
  const Flow flow = flow_of_latest(all_run(std::move(lesson)), 0);
  CHECK(broken(flow) == std::vector{Link::record});
  CHECK(at(flow, Link::record).failed == std::vector{CheckId::DA_9});
  CHECK(at(flow, Link::record).facts.find(" is not one of ") != std::string::npos);
}

TEST_CASE("a purpose that is a duty says nothing of a record that is not reached") {
  const auto session = all_run(session::example_lesson());
  const Flow flow = flow_of_latest(session, 1);  // denied by its level
  REQUIRE(session.latest_run(1)->decision.verdicts[CheckId::DA_9] == Verdict::pass);
  CHECK(at(flow, Link::record).state == LinkState::not_applicable);
}

TEST_CASE("a search that withholds some of what it found is broken for those") {
  const auto session = all_run(session::example_lesson());
  const session::Run& run = *session.latest_run(2);
  const auto withheld = std::count_if(run.decision.hits.begin(), run.decision.hits.end(),
                                      [](const policy::Hit& hit) { return hit.withheld(); });
  REQUIRE(withheld > 0);
  REQUIRE(run.decision.hits.size() > static_cast<std::size_t>(withheld));
  const Flow flow = flow_of_latest(session, 2);
  const Station& level = at(flow, Link::level);
  CHECK(level.state == LinkState::partly);
  CHECK(level.broken_for == static_cast<std::size_t>(withheld));
  CHECK_FALSE(level.primary);
  CHECK(state_in_words(level).starts_with("broken for "));
  CHECK(at(flow, Link::record).facts.ends_with(" withheld"));
}

TEST_CASE("a denied search reaches no record, and asks of none") {
  scenario::Scenario lesson = session::example_lesson();
  lesson.world.users[0].account = policy::AccountState::inactive;
  const Flow flow = flow_of_latest(all_run(std::move(lesson)), 2);
  CHECK(broken(flow) == std::vector{Link::account});
  CHECK(at(flow, Link::memo).state == LinkState::not_applicable);
  CHECK(at(flow, Link::record).state == LinkState::not_applicable);
  CHECK(at(flow, Link::record).facts == "A denied search is not run");
}

TEST_CASE("within the Department no agreement is asked for") {
  scenario::Scenario lesson = session::example_lesson();
  const auto agency = lesson.world.users[0].agency.at;
  lesson.world.agencies[agency].standing = policy::Standing::component;
  const Flow flow = flow_of_latest(all_run(std::move(lesson)), 0);
  CHECK(at(flow, Link::agency).state == LinkState::not_applicable);
  CHECK(at(flow, Link::agency).facts == "FBI is within the Department");
}

TEST_CASE(
    "in all shipped lessons a request is denied where a link is broken by it, and every station says a "
    "fact") {
  for (const auto& file : shipped_with_assignments()) {
    const auto session = all_run(opened(file).scenario());
    for (const session::Run& run : session.runs()) {
      CAPTURE(session.requests()[run.request].id);
      const Flow flow = flow_of(*run.world, run.asked, run.decision);
      const bool primary =
          std::any_of(flow.begin(), flow.end(), [](const Station& each) { return each.primary; });
      CHECK(primary == !run.decision.permitted());
      if (primary) CHECK(at(flow, broken(flow).front()).primary);
      for (const Station& each : flow) {
        CAPTURE(each.facts);
        CHECK_FALSE(each.title.empty());
        CHECK(each.facts.size() > 3);
        CHECK(each.facts.find("  ") == std::string::npos);
        // What needs no memo is no memo that failed.
        CHECK_FALSE((each.state == LinkState::broken && each.facts.starts_with("None needed")));
      }
    }
  }
}

}  // namespace ntk::analysis
