// What follows from decisions: logon, suspension, and what record linking shows.
#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "sim/session/session.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::session;

namespace {

/// The day of tests/session/day.json.
struct Day {
  Session session = [] {
    auto read = scenario::read_scenario(source_text("tests/session/day.json"), "day.json");
    for (const auto& each : read.diagnostics) FAIL_CHECK(scenario::format_text(each, "day.json"));
    REQUIRE(read.scenario);
    return Session(*std::move(read.scenario));
  }();

  /// Runs a request; what failed of it, as "DA-7 OB-4" or "none".
  std::string run(const std::string& request) {
    REQUIRE_FALSE(session.apply("run " + request));
    const AuditEvent& event = session.trail().events().back();
    std::string failed;
    for (const policy::CheckId id : event.failed) failed += std::string(policy::check(id).code) + ' ';
    if (event.suspends) failed += "OB-4 ";
    if (failed.empty()) return "none";
    failed.pop_back();
    return failed;
  }
};

}  // namespace

TEST_CASE("nobody is let in without a logon that accepts the monitoring notice") {
  Day day;
  CHECK(day.run("look") == "AC-7");
  CHECK(day.run("decline") == "AC-7");
  CHECK(day.run("look") == "AC-7");
  CHECK(day.run("logon") == "none");
  CHECK(day.run("look") == "none");
  CHECK(day.run("logoff") == "none");
  CHECK(day.run("look") == "AC-7");
}

TEST_CASE("a logon is an event of the trail without a function and without a record") {
  Day day;
  day.run("logon");
  const std::string json = canonical_json(day.session.trail().events().back(), day.session.world());
  CHECK(json.find("\"function\":null") != json.npos);
  CHECK(json.find("\"operation\":\"logon\"") != json.npos);
  CHECK(json.find("\"record\"") == json.npos);
  CHECK(json.find("\"query\"") == json.npos);
  CHECK(verify(to_json_lines(day.session.trail(), day.session.world()), day.session.trail().seal()).empty());
}

TEST_CASE("the third denied attempt of a day suspends the account, from the next request on") {
  Day day;
  CHECK(day.run("try") == "DA-7");
  CHECK(day.run("try") == "DA-7");
  CHECK(day.run("try") == "DA-7 OB-4");
  CHECK(outcome_in_words(day.session, day.session.runs().back()).find("suspended") != std::string::npos);
  CHECK(day.run("search") == "AC-1");
  CHECK(day.run("try") == "AC-1 DA-7");
}

TEST_CASE("attempts are counted by the day and by the user") {
  Day day;
  day.run("try");
  day.run("try");
  CHECK(day.run("try-next-day") == "DA-7");
  CHECK(day.run("try") == "DA-7 OB-4");
}

TEST_CASE("a denial of the account or the agency is no attempt, and a withheld hit is none") {
  Day day;
  for (int i = 0; i < 4; ++i) {
    CHECK(day.run("look") == "AC-7");
    CHECK(day.run("search") == "none");
  }
  REQUIRE_FALSE(day.session.trail().events().back().withheld.empty());
  CHECK(day.run("logon") == "none");
  CHECK(day.run("look") == "none");
}

TEST_CASE("what is undone has not happened: the account is active and the count is as before") {
  Day day;
  for (int i = 0; i < 3; ++i) day.run("try");
  day.session.undo();
  CHECK(day.run("search") == "none");
  CHECK(day.run("try") == "DA-7 OB-4");
}

TEST_CASE("to run all begins the day anew, and the trail goes on") {
  Day day;
  for (int i = 0; i < 3; ++i) day.run("try");
  const std::size_t before = day.session.trail().events().size();
  REQUIRE_FALSE(day.session.apply("run all"));
  const auto& events = day.session.trail().events();
  CHECK(events.size() == before + day.session.requests().size());
  CHECK(events.back().failed == std::vector{policy::CheckId::FN_1, policy::CheckId::FN_2});
  CHECK(day.run("search") == "none");
}

TEST_CASE("an assignment keeps what the day has brought") {
  Day day;
  day.run("logon");
  REQUIRE_FALSE(day.session.apply("assign record other level 3"));
  CHECK(day.run("look") == "none");
  REQUIRE_FALSE(day.session.apply("run all"));
  CHECK(day.session.world().records[2].level == policy::Level::level_3);
}

TEST_CASE("record linking shows the linked records that the user may see, and withholds the others unsaid") {
  Day day;
  day.run("logon");
  CHECK(day.run("links") == "none");
  const AuditEvent& event = day.session.trail().events().back();
  CHECK(event.outcome == scenario::AuditOutcome::permitted_with_withheld);
  REQUIRE(event.withheld.size() == 1);
  CHECK(day.session.world()[event.withheld.front().record].id == "closed");
  CHECK(event.returned.size() == 2);  // the record itself, and the other one
}
