// What is foreseen, as both views say it.
#include "web/view/forecast_view.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

json slice(Desk& desk, std::size_t first) {
  Bridge bridge(desk);
  return call(bridge, "forecast", {{"first", first}});
}

}  // namespace

TEST_CASE("slices of a forecast, put together, are the whole forecast") {
  Desk desk;
  REQUIRE(desk.load("scenario.json", requiring_no_prediction(
                                         source_text("scenarios/06-the-life-of-a-lookout/scenario.json"))));
  const json whole = json::parse(forecast_model(*desk.session(), 0, 1000000));
  const std::size_t days = whole["count"];
  REQUIRE(days > 5);
  CHECK(whole["days"].size() == days);
  for (std::size_t i = 0; i < days; ++i) {
    const json one = json::parse(forecast_model(*desk.session(), i, 1));
    REQUIRE(one["days"].size() == 1);
    CHECK(one["days"][0] == whole["days"][i]);
  }
  CHECK(slice(desk, days)["value"]["days"].empty());
}

TEST_CASE("a flip says what a request becomes and what it was, and its day can be moved to") {
  Desk desk;
  REQUIRE(desk.load("scenario.json",
                    requiring_no_prediction(source_text("scenarios/02-investigations/scenario.json"))));
  const json days = slice(desk, 0)["value"]["days"];
  CHECK(days[0]["command"].is_null());
  CHECK(days[0]["said"] == "As it stands today.");
  const json& second = days[1];
  CHECK(second["day"] == "2016-08-12");
  CHECK(second["said"] == "1 request ends otherwise from this day on.");
  CHECK(second["flips"][0]["words"] == "From this day on denied by AC-3, until then permitted.");
  REQUIRE(desk.apply(std::string(second["command"])));
  CHECK(policy::to_text(desk.session()->clock().day) == "2016-08-12");
}

TEST_CASE("without a lesson nothing is foreseen, and what is no day is refused") {
  Desk desk;
  CHECK_FALSE(slice(desk, 0)["ok"]);
  REQUIRE(desk.load("scenario.json",
                    requiring_no_prediction(source_text("scenarios/02-investigations/scenario.json"))));
  Bridge bridge(desk);
  CHECK(call(bridge, "forecast", {{"first", "tomorrow"}})["misuse"]);
}
