#include "sim/analysis/powers.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/analysis/why_not.h"
#include "sim/policy/facts.h"
#include "sim/scenario/reader.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"

namespace ntk::analysis {
namespace {

using policy::CheckId;

session::Session run(session::Session session) {
  for (const auto& each : session.scenario().predictions)
    session.apply(
        session::Command(session::PredictCommand{session.requests()[each.request].id, true, std::nullopt}));
  const auto refused = session.apply("run all");
  REQUIRE_FALSE(refused);
  return session;
}

std::vector<Power> powers_of(const session::Run& run) {
  return powers(*run.world, run.asked, run.decision, std::nullopt);
}

}  // namespace

TEST_CASE("the owner could designate a user, and write a memo to another agency") {
  const auto session = run(session::Session(session::example_lesson()));
  const auto held = powers_of(*session.latest_run(1));
  REQUIRE(held.size() == 2);
  CHECK(held[0].rule == CheckId::DA_5);
  CHECK(held[0].who == "DEA, the owner");
  CHECK(held[0].why == "DEA could designate Ana Ortega, or a class that Ana Ortega belongs to.");
  CHECK(held[1].rule == CheckId::DA_7);
  CHECK(held[1].who == "DEA, the owner");
  CHECK(held[1].source == policy::check(CheckId::DA_7).source);
}

TEST_CASE("investigations are the business of OPR within the Department, of the agency outside") {
  scenario::Scenario lesson = session::example_lesson();
  lesson.world.users[0].investigation.reset();
  const auto outside = powers_of(*run(session::Session(lesson)).latest_run(0));
  REQUIRE_FALSE(outside.empty());
  CHECK(outside[0].rule == CheckId::AC_2);
  CHECK(outside[0].who == "FBI");
  lesson.world.agencies[1].standing = policy::Standing::component;
  const auto within = powers_of(*run(session::Session(lesson)).latest_run(0));
  REQUIRE_FALSE(within.empty());
  CHECK(within[0].who == "the Office of Professional Responsibility (OPR)");
}

TEST_CASE("an officer gives only functions that the officer holds and may assign") {
  scenario::Scenario lesson = session::example_lesson();
  policy::User& officer = lesson.world.users[1];
  lesson.world.users[0].functions = {};
  lesson.world.users[0].sco = policy::Ref<policy::User>{1};
  const auto cannot = powers_of(*run(session::Session(lesson)).latest_run(0));
  REQUIRE(cannot.size() == 1);
  CHECK(cannot[0].who == "another system control officer");
  officer.may_assign = {policy::Function::subject_query};
  const auto can = powers_of(*run(session::Session(lesson)).latest_run(0));
  REQUIRE(can.size() == 1);
  CHECK(can[0].who == "Jess Reyes, the system control officer");
}

TEST_CASE(
    "a function given for good has to lie within the user's roles, and a loan does not help who holds it") {
  scenario::Scenario lesson = session::example_lesson();
  policy::World& world = lesson.world;
  world.roles.push_back({"reader", "Reader", {policy::Function::subject_query}, {}});
  world.roles.push_back({"printer", "Printer", {policy::Function::printing}, {}});
  const auto why = [&] {
    const session::Session session(lesson);
    const policy::Request request = session.requests()[0].request;
    const auto held = powers(world, request, policy::decide(world, request), std::nullopt);
    REQUIRE_FALSE(held.empty());
    return std::string(policy::check(held[0].rule).code) + ": " + held[0].why;
  };
  policy::User& user = world.users[lesson.requests[0].request.user.at];
  user.roles = {{1}};
  CHECK(why().starts_with("FN-7: "));
  CHECK(why().find("a role that includes “Subject query”") != std::string::npos);
  CHECK(why().find("lend") == std::string::npos);
  user.functions = {};
  CHECK(why().starts_with("FN-1: "));
  CHECK(why().find("for a term, or for good with a role that includes it") != std::string::npos);
  user.roles = {{0}};
  CHECK(why().find("for good or for a term") != std::string::npos);
}

TEST_CASE("nobody can turn time back, and it is said so") {
  scenario::Scenario lesson = session::example_lesson();
  lesson.world.records[0].retention.keep_until = policy::parse_date("2016-08-11");
  const auto held = powers_of(*run(session::Session(lesson)).latest_run(0));
  REQUIRE(held.size() == 1);
  CHECK(held[0].rule == CheckId::DA_10);
  CHECK(held[0].who.empty());
  CHECK(held[0].why.find("time does not run back") != std::string::npos);
}

TEST_CASE("what is still to be collected can be read from a day on, and it is said from which") {
  scenario::Scenario lesson = session::example_lesson();
  policy::Record& record = lesson.world.records[0];
  record.owner = lesson.world.host;
  record.category = policy::Category::border_crossing;
  record.retention.collected = policy::parse_date("2016-08-20");
  const auto held = powers_of(*run(session::Session(lesson)).latest_run(0));
  const auto kept =
      std::find_if(held.begin(), held.end(), [](const Power& each) { return each.rule == CheckId::DA_10; });
  REQUIRE(kept != held.end());
  CHECK(kept->who.empty());
  CHECK(kept->why == "Nobody can before 20 August 2016: “Harbour report” is kept from then on.");
}

TEST_CASE("days and times are told in words: the referral to secondary") {
  scenario::Scenario lesson = session::example_lesson();
  policy::World& world = lesson.world;
  world.records[0].category = policy::Category::advance_information;
  world.records[0].referred = policy::parse_moment("2016-08-12T10:00");
  world.users[0].agency = world.host;
  world.users[0].functions = {policy::Function::inspection};
  lesson.requests[0].request.function = policy::Function::inspection;
  const auto held = powers_of(*run(session::Session(lesson)).latest_run(0));
  const auto referred =
      std::find_if(held.begin(), held.end(), [](const Power& each) { return each.rule == CheckId::US_2; });
  REQUIRE(referred != held.end());
  CHECK(referred->why == "Nobody can before the referral to secondary, which is on 12 August 2016 at 10:00.");
}

TEST_CASE("to pass on a record of the host the host alone is asked, of another agency both are") {
  scenario::Scenario lesson = session::example_lesson();
  policy::Request& request = lesson.requests[0].request;
  request.operation = policy::Operation::pass_on;
  const auto who_lets_pass = [&](std::uint32_t record) {
    request.target = policy::Ref<policy::Record>{record};
    for (const Power& each : powers_of(*run(session::Session(lesson)).latest_run(0)))
      if (each.rule == CheckId::DI_3) return each.who;
    return std::string();
  };
  CHECK(who_lets_pass(3) == "CBP");
  CHECK(who_lets_pass(1) == "DEA and CBP");
}

TEST_CASE("every check that denies somewhere in the shipped lessons says who could, or why nobody") {
  std::array<int, policy::check_count> told{};
  for (const auto& file : shipped_with_assignments()) {
    auto read = scenario::read_scenario(source_text(file), file.string());
    REQUIRE(read.scenario);
    const auto session = run(session::Session(*std::move(read.scenario)));
    for (const session::Run& each : session.runs()) {
      std::vector<CheckId> rules;
      for (const Power& power : powers_of(each)) {
        rules.push_back(power.rule);
        ++told[static_cast<std::size_t>(power.rule)];
        CHECK(power.why.ends_with('.'));
        CHECK(power.why.find("  ") == std::string::npos);
        CHECK_FALSE(power.source.empty());
      }
      if (!each.decision.permitted()) CHECK(rules == each.decision.verdicts.failed());
    }
  }
  CHECK(std::count_if(told.begin(), told.end(), [](int times) { return times > 0; }) >= 30);
}

TEST_CASE("of a withheld record it is said who could show it") {
  const auto session = run(session::Session(session::example_lesson()));
  const session::Run& search = *session.latest_run(2);
  const auto held = powers(*search.world, search.asked, search.decision, policy::Ref<policy::Record>{2});
  REQUIRE(held.size() == 2);
  CHECK(held[0].rule == CheckId::DA_6);
  CHECK(held[0].why == "DEA could name Ana Ortega as an individual.");
  CHECK(held[1].rule == CheckId::DA_7);
}

}  // namespace ntk::analysis
