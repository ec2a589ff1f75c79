// Comparison and least privilege as the pages show them.
#include "web/app/findings.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "sim/session/submission.h"
#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

struct ComparingPage : BridgedPage {
  ComparingPage() { load("levels", "scenarios/01-levels/scenario.json"); }
  void load(const std::string& name, const char* file) {
    REQUIRE(call("load", {{"file_name", name + ".json"},
                          {"scenario", requiring_no_prediction(source_text(file))}})["ok"]);
  }
  void command(std::string_view text) { REQUIRE(call("command", {{"command", text}})["ok"]); }
  std::string summary(std::string_view which = "compare") {
    return call("findings", {{"which", which}})["value"]["summary"].get<std::string>();
  }
};

/// The first lesson with so many more users and records that findings are worked out only when asked for.
std::string large_lesson() {
  json lesson = json::parse(requiring_no_prediction(source_text("scenarios/01-levels/scenario.json")));
  const auto multiply = [&](const char* list, int count) {
    json one = lesson[list].back();
    const auto id = one["id"].get<std::string>();
    for (int i = 0; i < count; ++i) {
      one["id"] = id + '-' + std::to_string(i);
      lesson[list].push_back(one);
    }
  };
  multiply("users", 260);
  multiply("records", 220);
  return lesson.dump();
}

constexpr const char* nothing_differs =
    "The same: none of 30 cells of the access matrix and none of 9 requests comes out otherwise.";
constexpr const char* one_differs =
    "1 value differs: 5 of 30 cells of the access matrix and 2 of 9 requests come out otherwise.";

}  // namespace

TEST_CASE("an assignment is compared with the lesson as shipped, exhaustively and with the rules") {
  ComparingPage page;
  CHECK(page.summary() == nothing_differs);
  page.command("assign record container-notice level 1");
  CHECK(page.summary() == one_differs);
  const json parts = page.call("findings", {{"which", "compare"}})["value"]["parts"];
  CHECK(parts[0]["rows"][0]["cells"] == json::parse(R"([["Level 3"], ["Level 1"]])"));
  CHECK(
      parts[1]["rows"][0]["cells"] ==
      json::parse(
          R"([["Denied, DA-5"], ["Permitted", "Returned: Notice: wrong label on container MBLU 204417"]])"));
  CHECK(parts[2]["rows"].size() == 5);
  CHECK(parts[2]["rows"][0]["cells"][1] == json::parse(R"(["Deny DA-5"])"));
}

TEST_CASE("a permitted request that returns a record which it did not is told with what it returns") {
  ComparingPage page;
  page.load("lookouts", "scenarios/06-the-life-of-a-lookout/scenario.json");
  page.command("assign record ledger level 1");
  const json requests = page.call("findings", {{"which", "compare"}})["value"]["parts"][1]["rows"];
  const auto told = [&](const char* id) {
    for (const json& each : requests)
      if (each["note"] == id) return each["cells"].dump();
    return std::string();
  };
  CHECK(told("brandt-opens").find("Returned: ") != std::string::npos);
  CHECK(told("brandt-opens").find("Returned nothing") != std::string::npos);
}

TEST_CASE("an assignment is compared with an earlier step of the history") {
  ComparingPage page;
  page.command("assign record container-notice level 1");
  page.command("assign record container-notice level 4");
  REQUIRE(page.call("baseline_step", {{"position", 2}})["ok"]);
  CHECK(page.summary() == nothing_differs);
  REQUIRE(page.call("baseline_step", {{"position", 1}})["ok"]);
  CHECK(page.summary().starts_with("1 value differs: 6 of 30 cells"));
  CHECK(page.call("findings", {{"which", "compare"}})["value"]["baseline"] == "step 1 of the history");
  CHECK_FALSE(page.call("baseline_step", {{"position", 3}})["ok"]);
}

TEST_CASE("an assignment is compared with a file of commands and with a submission") {
  ComparingPage page;
  REQUIRE(page.call(
      "baseline_commands",
      {{"name", "mine.txt"}, {"commands", "# opened\nassign record container-notice level 1\n"}})["ok"]);
  CHECK(page.summary() == one_differs);
  page.command("assign record container-notice level 1");
  CHECK(page.summary() == nothing_differs);
  const std::string submission = session::to_json(page.desk.submission());
  page.call("undo");
  REQUIRE(page.call("baseline_commands", {{"name", "handed-in.json"}, {"commands", submission}})["ok"]);
  CHECK(page.summary() == one_differs);
}

TEST_CASE("what is of another lesson is not compared") {
  ComparingPage page;
  const json refused =
      page.call("baseline_commands", {{"name", "other.txt"}, {"commands", "assign record nothing level 1"}});
  CHECK_FALSE(refused["ok"]);
  CHECK(refused["message"].get<std::string>().starts_with("`other.txt` does not fit this lesson: "));
  const std::string submission = session::to_json(page.desk.submission());
  page.load("office", "tests/session/office.json");
  CHECK(page.call("baseline_commands", {{"name", "levels.json"}, {"commands", submission}})["message"]
            .get<std::string>()
            .starts_with("`levels.json` is of another lesson: "));
}

TEST_CASE("another lesson is compared with itself as shipped, whatever was chosen before") {
  ComparingPage page;
  REQUIRE(page.call("baseline_commands",
                    {{"name", "mine.txt"}, {"commands", "assign record container-notice level 1"}})["ok"]);
  page.load("office", "tests/session/office.json");
  CHECK(page.call("findings", {{"which", "compare"}})["value"]["baseline"] == "the lesson as shipped");
}

TEST_CASE("what is granted in excess can be taken back with the command that is offered") {
  ComparingPage page;
  page.command("assign record broker-inquiry level 1");
  const json before = page.call("findings", {{"which", "excess"}})["value"];
  CHECK(before["details"].get<std::string>().find("in excess") != std::string::npos);
  REQUIRE_FALSE(before["parts"][0]["rows"].empty());
  CHECK(before["parts"][0]["rows"].dump().find("(a goal that is not met yet asks for it)") !=
        std::string::npos);
  const std::size_t excess = before["parts"][1]["rows"].size();
  page.command(before["parts"][0]["rows"][0]["command"].get<std::string>());
  CHECK(page.call("findings", {{"which", "excess"}})["value"]["parts"][1]["rows"].size() < excess);
  CHECK_FALSE(page.call("findings", {{"which", "plenty"}})["ok"]);
}

TEST_CASE(
    "in a large lesson findings are worked out once they are asked for, step by step, until cancelled") {
  ComparingPage page;
  REQUIRE(page.call("load", {{"file_name", "large.json"}, {"scenario", large_lesson()}})["ok"]);
  REQUIRE(FindingsView::is_large(*page.desk.session()));
  for (const std::string which : {"compare", "excess"}) {
    CAPTURE(which);
    const auto ask = [&](const std::string& how) {
      return page.call("findings" + how, {{"which", which}})["value"];
    };
    CHECK(ask("")["invitation"].get<std::string>().ends_with(" records: this can take a while."));
    CHECK(ask("")["working"] == false);
    const json begun = ask("_ask");
    CHECK(begun["working"] == true);
    CHECK(begun["per_cent"] < 100);
    CHECK(begun["summary"] == "");
    const json cancelled = ask("_cancel");
    CHECK(cancelled["working"] == false);
    CHECK(cancelled["per_cent"] == 0);
    ask("_ask");
    int far = 0;
    for (json value = ask(""); value["working"] == true; value = ask("")) {
      CHECK(value["per_cent"] >= far);
      far = value["per_cent"];
    }
    CHECK(ask("")["invitation"] == "");
  }
  CHECK(page.summary("compare").starts_with("The same: none of "));
  const analysis::Excess found = analysis::excess(*page.desk.session());
  CHECK(page.summary("excess") == analysis::verdict_in_words(found));
  CHECK(page.call("findings", {{"which", "excess"}})["value"]["details"] == analysis::in_words(found));
}

TEST_CASE(
    "a lesson of one's own is checked when that is asked for, and its mistakes are told with their places") {
  ComparingPage page;
  json lesson = json::parse(source_text("scenarios/01-levels/scenario.json"));
  lesson["goals"].push_back({{"id", "impossible"},
                             {"title", "Wolski’s search shows nothing"},
                             {"points", 1},
                             {"decision", {{"request", "cbp-search"}, {"outcome", "deny"}}}});
  REQUIRE(page.call("open", {{"file_name", "mine.json"}, {"scenario", lesson.dump(2)}})["ok"]);
  const json before = page.call("findings", {{"which", "check"}})["value"];
  CHECK(before["summary"] == "");
  CHECK(before["invitation"].get<std::string>().starts_with("The check solves the lesson"));
  const json found = page.call("findings_ask", {{"which", "check"}})["value"];
  CHECK(found["summary"].get<std::string>().starts_with("Found: "));
  const json problems = found["parts"][0]["rows"];
  const auto is_the_goal = [](const json& row) {
    return row["note"] == "warning, goal-unreachable" || row["note"] == "error, goal-unreachable";
  };
  CAPTURE(problems.dump(1));
  const auto at = std::find_if(problems.begin(), problems.end(), is_the_goal);
  REQUIRE(at != problems.end());
  CHECK((*at)["cells"][0][0].get<std::string>().starts_with("Line "));
  CHECK(found["parts"][1]["rows"].size() >= 5);
  page.command("assign record container-notice level 1");
  CHECK(page.call("findings", {{"which", "check"}})["value"]["summary"] == found["summary"]);
}

TEST_CASE("a lesson that came with the page is not checked there") {
  ComparingPage page;
  const json answer = page.call("findings_ask", {{"which", "check"}});
  CHECK(answer["ok"] == false);
  CHECK(answer["message"] == "this lesson came with the page");
}
