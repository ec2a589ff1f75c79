// Days of tests/session/cases: profiles, suspensions, and lookouts passed on.
#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "sim/session/session.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::session;

namespace {

Session day(const std::string& name) {
  auto read = scenario::read_scenario(source_text("tests/session/cases/" + name + ".json"), name);
  for (const auto& each : read.diagnostics) FAIL_CHECK(scenario::format_text(each, name));
  REQUIRE(read.scenario);
  Session session(*std::move(read.scenario));
  REQUIRE_FALSE(session.apply("run all"));
  return session;
}

/// What failed of a request, as "AD-3"; "none".
std::string failed(const Session& session, std::string_view request) {
  std::string codes;
  for (const policy::CheckId id :
       session.latest_run(*session.find_request(request))->decision.verdicts.failed())
    codes += (codes.empty() ? "" : " ") + std::string(policy::check(id).code);
  return codes.empty() ? "none" : codes;
}

const policy::User& user(const Session& session, std::string_view id) {
  for (const policy::User& each : session.world().users) {
    if (each.id == id) return each;
  }
  FAIL("no user " << id);
  return session.world().users.front();
}

}  // namespace

TEST_CASE("a profile for another officer's user is denied, and nobody is locked out or changes hands") {
  const Session session = day("new-profile-of-anothers-user");
  CHECK(failed(session, "enter") == "AD-3");
  CHECK(failed(session, "reads") == "none");
  CHECK(failed(session, "activate") == "AD-3");
  CHECK(session.world()[*user(session, "tran").sco].id == "mara");
}

TEST_CASE("neither an activation nor a new profile lifts a suspension") {
  const Session session = day("new-profile-lifts-no-suspension");
  CHECK(failed(session, "enter") == "none");
  CHECK(failed(session, "before") == "AC-1");
  CHECK(failed(session, "after") == "AC-1");
  CHECK(user(session, "tran").account == policy::AccountState::suspended);
}

TEST_CASE("the host passes on a lookout that a component entered") {
  CHECK(failed(day("host-passes-on-a-lookout"), "pass") == "none");
}

TEST_CASE("what is passed on is recorded with its function") {
  const Session session = day("host-passes-on-a-lookout");
  CHECK(canonical_json(session.trail().events().front(), session.world())
            .find("\"function\":\"subject_query\"") != std::string::npos);
}
