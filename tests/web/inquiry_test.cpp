// What would change a decision, done as the text page does it: calls of the bridge, and what they answer.
#include "web/app/inquiry.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk::web;

namespace {

/// A lesson of which everything was run.
struct Asked : BridgedPage {
  explicit Asked(const std::string& file) {
    REQUIRE(call("load", {{"file_name", "lesson.json"}, {"scenario", ntk::source_text(file)}})["ok"]);
    const json now = model();
    for (const json& each : now["requests"]) {
      if (each["prediction"].is_null())
        call("command", {{"command", "predict " + each["id"].get<std::string>() + " permit"}});
    }
    REQUIRE(call("command", {{"command", "run all"}})["ok"]);
  }

  json inquire(std::string_view request) { return call("inquire", {{"request", request}}); }
  json inquire(std::string_view request, std::string_view record) {
    return call("inquire", {{"request", request}, {"record", record}});
  }
  json go_on(int milliseconds) { return call("inquire_on", {{"milliseconds", milliseconds}}); }
  json apply(std::size_t set) { return call("apply_set", {{"set", set}}); }
  json inquiry() { return model()["inquiry"]; }

  /// Begins a search and goes on to its end.
  json answer(std::string_view request, std::string_view record = {}) {
    json last = record.empty() ? inquire(request) : inquire(request, record);
    REQUIRE(last["ok"]);
    while (last["value"]["searching"]) last = go_on(5);
    return last;
  }
  /// Whether the latest run of the request was permitted.
  bool permitted(const std::string& request) {
    REQUIRE(call("command", {{"command", "run " + request}})["ok"]);
    return model()["why"]["permitted"];
  }
  /// The first denied request for which there are sets; it has been asked about.
  std::string denied_with_sets() {
    for (const ntk::session::Run& run : desk.session()->runs()) {
      if (run.decision.permitted()) continue;
      const std::string id = desk.session()->requests()[run.request].id;
      answer(id);
      if (!inquiry()["sets"].empty()) return id;
    }
    FAIL("no denied request can be turned");
    return {};
  }
};

}  // namespace

TEST_CASE("while a lesson is being solved no set says which goal it meets, and each question is on record") {
  Asked page("scenarios/01-levels/scenario.json");
  page.denied_with_sets();
  const json inquiry = page.inquiry();
  for (const json& set : inquiry["sets"]) {
    for (const json& effect : set["effects"])
      CHECK(effect["words"].get<std::string>().find("the goal") == std::string::npos);
  }
  CHECK(page.desk.session()->inquiries() > 0);
}

TEST_CASE("a set that is found permits the request when it is applied, by one call") {
  Asked page("scenarios/01-levels/scenario.json");
  const std::string request = page.denied_with_sets();
  const std::size_t sets = page.inquiry()["sets"].size();
  for (std::size_t set = 0; set < sets; ++set) {
    CAPTURE(set);
    const auto before = page.desk.position();
    CHECK(page.apply(set)["ok"]);
    CHECK(page.inquiry()["sets"][set]["applied"] == true);
    CHECK(page.inquiry()["can_apply"] == false);
    CHECK(page.permitted(request));
    CHECK(page.call("take_back_set")["ok"]);
    CHECK(page.desk.position() == before);
    CHECK(page.inquiry()["can_apply"] == true);
  }
}

TEST_CASE("the answer says in a sentence how many sets there are, for who does not see them") {
  Asked page("scenarios/01-levels/scenario.json");
  const json last = page.answer(page.denied_with_sets());
  const std::string count = std::to_string(page.inquiry()["sets"].size());
  CHECK(last["message"].get<std::string>().starts_with(count + " set"));
  const json inquiry = page.inquiry();
  for (const json& set : inquiry["sets"]) CHECK_FALSE(set["edits"].empty());
}

TEST_CASE(
    "running and predicting leave an answer as it is, assigning outdates it, undoing that brings it back") {
  Asked page("scenarios/01-levels/scenario.json");
  const std::string request = page.denied_with_sets();
  REQUIRE(page.call("command", {{"command", "run all"}})["ok"]);
  CHECK(page.inquiry()["can_apply"] == true);
  REQUIRE(page.call("command", {{"command", "assign record container-notice level 1"}})["ok"]);
  CHECK(page.inquiry()["can_apply"] == false);
  CHECK(page.inquiry()["search_again"] == true);
  CHECK(page.inquiry()["caution"] ==
        "You made a change after this search. Its answer may no longer be true.");
  CHECK_FALSE(page.apply(0)["ok"]);
  page.call("undo");
  CHECK(page.inquiry()["can_apply"] == true);
}

TEST_CASE("what was done after a set was applied stands in the way of taking it back") {
  Asked page("scenarios/01-levels/scenario.json");
  page.denied_with_sets();
  REQUIRE(page.apply(0)["ok"]);
  CHECK(page.inquiry()["can_take_back"] == true);
  REQUIRE(page.call("command", {{"command", "hint"}})["ok"]);
  CHECK(page.inquiry()["can_take_back"] == false);
  CHECK_FALSE(page.call("take_back_set")["ok"]);
  page.call("undo");
  CHECK(page.inquiry()["can_take_back"] == true);
  page.call("undo");
  CHECK(page.inquiry()["can_take_back"] == false);
}

TEST_CASE("a search is cancelled between two slices, and what it found so far stays") {
  Asked page("tests/web/every-field.json");
  bool cancelled = false;
  const json model = page.model();
  for (const json& request : model["requests"]) {
    if (!page.inquire(request["id"].get<std::string>())["value"]["searching"]) continue;
    const json on = page.go_on(0);
    if (!on["value"]["searching"]) continue;
    CHECK(on["value"]["words"].get<std::string>().starts_with("Searching: "));
    CHECK(page.inquiry()["searching"] == true);
    page.call("inquire_cancel");
    CHECK(page.inquiry()["searching"] == false);
    CHECK(page.inquiry()["search_again"] == true);
    CHECK(page.inquiry()["caution"] == "Not everything was tried.");
    const auto tried = page.desk.inquiry()->answer().tried;
    CHECK_FALSE(page.go_on(50)["value"]["searching"]);
    CHECK(page.desk.inquiry()->answer().tried == tried);
    cancelled = true;
  }
  CHECK(cancelled);
}

TEST_CASE("a search that something else overtakes is given up") {
  Asked page("tests/web/every-field.json");
  const json model = page.model();
  for (const json& request : model["requests"]) {
    if (!page.inquire(request["id"].get<std::string>())["value"]["searching"]) continue;
    REQUIRE(page.call("command", {{"command", "assign record harbour-report level 1"}})["ok"]);
    CHECK_FALSE(page.go_on(50)["value"]["searching"]);
    CHECK(page.inquiry()["search_again"] == true);
    return;
  }
  FAIL("no search takes a while");
}

TEST_CASE("where there is no set it is said who could, by which rule and page") {
  Asked page("scenarios/04-a-day-at-work/scenario.json");
  page.answer("lund-notice");
  CHECK(page.inquiry()["sets"].empty());
  const json powers = page.inquiry()["powers"];
  REQUIRE_FALSE(powers.empty());
  CHECK(powers[0]["heading"].get<std::string>().starts_with("Who could change AC-5: "));
  CHECK(powers[0]["source"] == "Source P4-5, P30");
  CHECK_FALSE(powers[0]["why"].get<std::string>().empty());
}

TEST_CASE("of a record that a search withheld it can be asked what would show it") {
  Asked page("scenarios/01-levels/scenario.json");
  std::string question, record;
  for (const ntk::session::Run& run : page.desk.session()->runs()) {
    for (const ntk::policy::Hit& hit : run.decision.hits) {
      if (!hit.withheld()) continue;
      record = (*run.world)[hit.record].id;
      question = page.desk.session()->requests()[run.request].id;
    }
  }
  REQUIRE_FALSE(question.empty());
  page.answer(question, record);
  CHECK(page.inquiry()["record"] == record);
  CHECK(page.inquiry()["title"].get<std::string>().starts_with("What would show “"));
  CHECK_FALSE(page.inquire("ice-notice", record)["ok"]);
}

TEST_CASE("an inquiry about nothing is refused, and goes with its lesson") {
  Asked page("scenarios/01-levels/scenario.json");
  CHECK_FALSE(page.inquire("nothing")["ok"]);
  CHECK_FALSE(page.inquire("cbp-search", "nothing")["ok"]);
  CHECK_FALSE(page.call("dance")["ok"]);
  CHECK_FALSE(page.go_on(5)["ok"]);
  page.answer("ice-notice");
  page.call("load", {{"file_name", "lesson.json"},
                     {"scenario", ntk::source_text("tests/cli/fixtures/harbour.json")}});
  CHECK(page.inquiry().is_null());
  CHECK_FALSE(page.apply(0)["ok"]);
}

TEST_CASE("the model pictures the path of the selected run, and where it broke") {
  Asked page("scenarios/01-levels/scenario.json");
  const json why = page.model()["why"];
  REQUIRE(why["permitted"] == false);
  REQUIRE(why["path"].size() == 6);
  int primary = 0;
  for (const json& each : why["path"]) {
    if (!each["primary"]) continue;
    ++primary;
    CHECK(each["state"] == "fail");
    const std::string words = each["words"].get<std::string>();
    CHECK(words.starts_with("Broken: "));
    CHECK(why["outcome"].get<std::string>().find(" (" + words.substr(8, 4) + ")") != std::string::npos);
  }
  CHECK(primary == 1);
}
