// Days of tests/session/cases that were once decided, told or warned of otherwise than the rules say.
#include <doctest/doctest.h>

#include <algorithm>

#include "sim/analysis/forecast.h"
#include "sim/policy/explain.h"
#include "sim/scenario/lint.h"
#include "sim/scenario/reader.h"
#include "sim/session/session.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::session;

namespace {

Session day(const std::string& name, std::initializer_list<std::string_view> commands) {
  auto read = scenario::read_scenario(source_text("tests/session/cases/" + name + ".json"), name);
  REQUIRE(read.scenario);
  Session session(*std::move(read.scenario));
  for (const std::string_view each : commands) REQUIRE_FALSE(session.apply(each));
  return session;
}

const policy::Decision& decision(const Session& session, std::string_view request) {
  return session.latest_run(*session.find_request(request))->decision;
}

std::size_t notices_of(const Session& session, NoticeKind kind) {
  const auto notices = session.notices();
  return static_cast<std::size_t>(
      std::count_if(notices.begin(), notices.end(), [&](const Notice& each) { return each.kind == kind; }));
}

bool lint_says(const std::string& name, scenario::Code code) {
  const auto found =
      scenario::lint_scenario(source_text("tests/session/cases/" + name + ".json"), name).diagnostics;
  return std::any_of(found.begin(), found.end(),
                     [&](const scenario::Diagnostic& each) { return each.code == code; });
}

}  // namespace

TEST_CASE(
    "neither systems maintenance nor a security administrator answers letters, even within the Department") {
  const Session session = day("disclosure-by-maintenance", {"run all"});
  CHECK(decision(session, "m").primary() == policy::CheckId::FN_3);
  CHECK(decision(session, "s").primary() == policy::CheckId::FN_3);
  CHECK(decision(session, "g").permitted());
}

TEST_CASE("a Form 191 for a letter names the use that the letter states, beside the officer's purpose") {
  const Session session = day("disclosure-by-maintenance", {"run g"});
  REQUIRE(session.disclosure_forms().size() == 1);
  CHECK(session.disclosure_forms()[0].purpose == "to catalog the archive; the officer’s: the case");
}

TEST_CASE("a lookout that was withdrawn is entered again as it is described, without its place on Primary") {
  const Session session =
      day("lookout-entered-again", {"run all", "run enter", "run show", "run find", "run finda"});
  CHECK(decision(session, "show").hits.empty());
  CHECK(decision(session, "find").hits.empty());
  CHECK(decision(session, "finda").hits.size() == 1);
}

TEST_CASE("a place that is given after a request stating a later day is warned of, and its end is told") {
  const Session session = day("warning-after-a-later-request", {"run all", "advance 2016-09-25T09:00"});
  CHECK(notices_of(session, NoticeKind::ends_soon) == 1);
  CHECK(notices_of(session, NoticeKind::ended) == 1);
}

TEST_CASE("a day that is run twice warns once of a place and its last day") {
  CHECK(notices_of(day("day-run-twice", {"run all", "run all"}), NoticeKind::ends_soon) == 1);
}

TEST_CASE("of a linked record that the function does not cover the reason is told, with its own category") {
  const Session session = day("link-to-uncovered-data", {"run all"});
  const Run& run = *session.latest_run(*session.find_request("l"));
  const auto withheld = std::find_if(run.decision.hits.begin(), run.decision.hits.end(),
                                     [](const policy::Hit& each) { return each.withheld(); });
  REQUIRE(withheld != run.decision.hits.end());
  const auto told = policy::checks_of(*withheld);
  REQUIRE(std::count(told.begin(), told.end(), policy::CheckId::FN_6) == 1);
  CHECK(policy::explain(*run.world, run.asked, policy::CheckId::FN_6, policy::Verdict::fail, withheld->record)
            .ends_with("of audit records."));
}

TEST_CASE("a person that is put to a request that vets waits for every prediction that it would reveal") {
  Session session = day("vetting-before-a-prediction", {});
  const auto refusal = session.apply("vet vet-a term:last_name=ng");
  REQUIRE(refusal);
  CHECK(refusal->code == "prediction-required");
  CHECK(session.runs().empty());
}

TEST_CASE("lint takes record linking to find the record first, and then its links in their order") {
  CHECK_FALSE(lint_says("link-to-uncovered-data", scenario::Code::goal_never_met));
}

TEST_CASE("lint asks no duty of a submitter, a logon and a logoff") {
  CHECK_FALSE(lint_says("requests-without-a-duty", scenario::Code::no_duties));
}

TEST_CASE("lint counts the roles that the script gives") {
  CHECK_FALSE(lint_says("role-given-by-the-script", scenario::Code::outside_roles));
}

TEST_CASE("a request that has more records withheld from a day on is in the forecast") {
  const Session session = day("search-that-loses-a-record", {});
  analysis::Forecast forecast(analysis::assigned_setting(session));
  while (!forecast.done()) forecast.advance(1000);
  const auto flips = forecast.flips();
  CHECK(std::any_of(flips.begin(), flips.end(), [](const analysis::OutcomeFlip& each) {
    return each.from.permitted && each.to.permitted && each.from.withheld == 1 && each.to.withheld == 2;
  }));
}
