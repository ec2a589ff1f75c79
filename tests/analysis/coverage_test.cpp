// Which rules the shipped scenarios reach.
#include "sim/analysis/coverage.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::analysis;

namespace {

session::Session open(const std::string& file) {
  auto read = scenario::read_scenario(source_text(file), file);
  REQUIRE(read.scenario);
  return session::Session(*std::move(read.scenario));
}

}  // namespace

TEST_CASE("a check counts once for each request and each hit in which it passed or failed") {
  session::Session session = open("tests/session/office.json");
  REQUIRE_FALSE(session.apply("run look"));
  REQUIRE_FALSE(session.apply("run open-person"));
  const Coverage found = coverage(session);
  CHECK(found[policy::CheckId::AC_1].passed == 2);
  CHECK(found[policy::CheckId::DA_5].failed == 1);
  CHECK(found[policy::CheckId::DA_3].passed == 2);
  CHECK(found[policy::CheckId::US_1].passed == 0);
  const auto times = [&](std::string_view code) {
    for (const Happened& each : found.followed) {
      if (each.code == code) return each.times;
    }
    return -1;
  };
  CHECK(times("OB-1") == 2);
  CHECK(times("OB-2") == 1);
  CHECK(times("OB-3") == 1);
  CHECK(times("OB-4") == 0);
}

TEST_CASE("the shipped scenarios together reach every check both ways, and all that follows") {
  Coverage all;
  std::size_t lessons = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "scenarios")) {
    if (!std::filesystem::exists(entry.path() / "scenario.json")) continue;
    ++lessons;
    session::Session session = open("scenarios/" + entry.path().filename().string() + "/scenario.json");
    const std::string key = "tests/keys/" + session.scenario().id + ".commands";
    session::Session solved = session;
    run_everything(session);
    REQUIRE_FALSE(replay(solved, source_text(key)).refusal);
    all = all + coverage(session) + coverage(solved);
  }
  CHECK(lessons >= 10);
  for (const policy::Check& each : policy::checks()) {
    CAPTURE(each.code);
    CHECK(all[each.id].passed > 0);
    if (can_fail(each.id)) CHECK(all[each.id].failed > 0);
  }
  for (const Happened& each : all.followed) CHECK_MESSAGE(each.times > 0, each.code);
}
