// The palette's list: everything in it can be gone to or done.
#include "web/view/palette_list.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

json palette_of(Desk& desk) {
  Bridge bridge(desk);
  return call(bridge, "palette")["value"];
}

bool has(const json& list, std::string_view act, std::string_view subject) {
  for (const json& each : list) {
    if (each["act"] == act && each["subject"] == subject) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("before a lesson is open the palette has lessons, agencies and the look, and nothing of a lesson") {
  Desk desk;
  desk.set_lessons({{"levels", "Levels and designation", ""}});
  const json list = palette_of(desk);
  CHECK(has(list, "lesson", "levels"));
  CHECK(has(list, "theme", "contrast"));
  CHECK(has(list, "projector", ""));
  CHECK_FALSE(has(list, "command", "run all"));
  CHECK_FALSE(has(list, "place", "why"));
  std::size_t agencies = 0;
  for (const json& each : list) agencies += each["act"] == "agency" ? 1 : 0;
  CHECK(agencies > 40);
}

TEST_CASE(
    "the palette names every user, record and request of each lesson, and every command of it applies") {
  for (const auto& file : shipped_scenarios()) {
    CAPTURE(file);
    Desk desk;
    REQUIRE(desk.load("scenario.json", source_text(file)));
    const json list = palette_of(desk);
    for (const auto& each : desk.session()->world().users) CHECK(has(list, "thing", "user " + each.id));
    for (const auto& each : desk.session()->world().records) {
      const bool profile = each.profile_of.has_value();
      CHECK(has(list, "thing", "record " + each.id) != profile);
    }
    for (const auto& each : desk.session()->requests()) CHECK(has(list, "request", each.id));
    for (const json& each : list) {
      if (each["act"] != "command") continue;
      const std::string line = each["subject"];
      const auto parsed = session::parse_command(line, desk.session()->scenario());
      const bool is_command = std::holds_alternative<session::Command>(parsed);
      CHECK_MESSAGE(is_command, line);
    }
  }
}

TEST_CASE("the palette leads to every view, but for what a lesson has not or conceals") {
  const auto views_of = [](const char* file) {
    Desk desk;
    REQUIRE(desk.load("scenario.json", source_text(file)));
    std::string views;
    for (const char* each : {"matrix", "compare", "excess", "lab", "calendar", "work", "catalogue"}) {
      if (has(palette_of(desk), "place", each)) views += std::string(each) + ' ';
    }
    return views;
  };
  CHECK(views_of("scenarios/01-levels/scenario.json") == "matrix compare excess calendar work catalogue ");
  CHECK(views_of("scenarios/11-when-checks-disagree/scenario.json") ==
        "matrix compare excess lab calendar work catalogue ");
  CHECK(views_of("scenarios/12-what-the-trail-says/scenario.json") == "calendar work catalogue ");
}

TEST_CASE("nothing in the palette stands there twice") {
  Desk desk;
  REQUIRE(desk.load("scenario.json", source_text(shipped_scenarios().front())));
  std::set<std::pair<std::string, std::string>> seen;
  for (const json& each : palette_of(desk)) {
    const bool is_new =
        seen.emplace(each["act"].get<std::string>(), each["subject"].get<std::string>()).second;
    CHECK_MESSAGE(is_new, each.dump());
  }
}
