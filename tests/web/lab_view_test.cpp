// The conflict lab, the misconception log and what is concealed, as the page shows them.
#include "web/view/lab_view.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/source_files.h"
#include "tests/web/page.h"

namespace ntk::web {
namespace {

using nlohmann::json;

struct LessonPage : BridgedPage {
  explicit LessonPage(const std::string& scenario) {
    REQUIRE(call("load", {{"file_name", "lesson.json"}, {"scenario", scenario}})["ok"]);
  }

  bool command(std::string_view text) { return BridgedPage::command(text)["ok"]; }
};

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

const char* const disagreement = "scenarios/11-when-checks-disagree/scenario.json";
const char* const incident = "scenarios/12-what-the-trail-says/scenario.json";

TEST_CASE("a lesson that opens no lab shows none") {
  LessonPage page(source_text("scenarios/01-levels/scenario.json"));
  CHECK(page.model()["lab"].is_null());
}

TEST_CASE(
    "the lab waits for required predictions, then tells who would be let in by each way, and by which "
    "check") {
  LessonPage page(source_text(disagreement));
  CHECK(page.model()["lab"]["ways"].empty());
  CHECK_FALSE(page.model()["lab"]["waits_for"].get<std::string>().empty());
  for (const char* each : {"predict lind-seller permit", "predict lind-informant permit",
                           "predict lind-prints permit", "run all"}) {
    REQUIRE(page.command(each));
  }
  const json lab = page.model()["lab"];
  REQUIRE(lab["ways"].size() == 4);
  CHECK(lab["ways"][0]["rows"].empty());
  const json row = lab["ways"][1]["rows"][0];
  CHECK(row["name"] == "Lind opens the record on the seller");
  CHECK(row["note"] == "Hanna Lind (FBI)");
  CHECK(row["cells"][0][0] == "Denied, DA-7");
  CHECK(row["cells"][1][0] == "Permitted, DA-2");
  CHECK(row["cells"][2][0] == "DA-2 comes first and passes, so DA-7 is never asked.");
}

TEST_CASE("a prediction that was wrong shows the rule behind the result, and the log names the rule") {
  LessonPage page(source_text(disagreement));
  CHECK(page.model()["goals"]["misconceptions"]["empty"].get<std::string>().find(
            "Nothing has been predicted") == 0);
  for (const char* each : {"predict lind-seller deny DA-5", "predict lind-informant permit",
                           "predict lind-prints permit", "run all"}) {
    REQUIRE(page.command(each));
  }
  const json model = page.model();
  const json prediction = model["requests"][1]["prediction"];
  CHECK(prediction["was"].get<std::string>().find("It was denied by the check “Another agency") == 0);
  CHECK(prediction["run"] == model["requests"][1]["result"]["run"]);
  CHECK(model["goals"]["misconceptions"]["rules"][0]["code"] == "DA-7");
  CHECK(model["goals"]["misconceptions"]["rules"][0]["words"] == "Wrong twice: missed twice.");
}

/// All that the page can be made to show: the model with each run selected, the trail, every export.
std::string everything_shown(LessonPage& page) {
  std::string shown;
  const std::size_t runs = page.desk.session()->runs().size();
  for (std::size_t run = 0; run < runs; ++run) {
    REQUIRE(page.call("select", {{"run", run}})["ok"]);
    shown += page.model().dump();
  }
  shown +=
      page.call("trail",
                {{"column", "sequence"}, {"descending", false}, {"first", 0}, {"count", 100}, {"words", ""}})
          .dump();
  for (const char* what : {"events", "table", "seal", "commands", "report"})
    shown += page.call("export_file", {{"what", what}}).dump();
  return shown;
}

TEST_CASE(
    "where only the trail is given, two worlds that leave the same trail are shown alike, byte for byte") {
  const std::string given = source_text(incident);
  const std::string other = with(with(given, R"("categories": ["subject"], "functions")",
                                      R"("categories": ["subject", "lookout"], "functions")"),
                                 R"("levels": [3], "access")", R"("levels": [3, 4], "access")");
  LessonPage one(given), two(other);
  REQUIRE(one.desk.session()->trail().seal().hash == two.desk.session()->trail().seal().hash);
  CHECK(everything_shown(one) == everything_shown(two));
  for (const char* each :
       {"find record inventory level", "find user orel functions", "find owner_memo memo-fbi term"}) {
    REQUIRE(one.command(each));
    REQUIRE(two.command(each));
  }
  CHECK(everything_shown(one) !=
        everything_shown(two));  // the fields are open: the comparison can tell them apart
}

TEST_CASE("a concealed field says so, and is named and taken back by its own command") {
  LessonPage page(source_text(incident));
  const auto level = [&] {
    return page.model()["kinds"][0]["things"][0]["fields"][0];
  };  // those to assign come first
  CHECK(page.model()["conceals"] == true);
  CHECK(level()["type"] == "concealed");
  CHECK(level()["value"] == "");
  REQUIRE(page.command(level()["find"].get<std::string>()));
  CHECK(level()["found"] == true);
  CHECK(level()["find"] == "unfind record inventory level");
}

TEST_CASE("what is printed of a concealed case is the rule that failed, and no fact of the case") {
  LessonPage page(source_text(incident));
  const json reasons = page.call("reasons")["value"];
  std::size_t told = 0;
  for (const json& request : reasons) {
    for (const json& each : request["reasons"]) {
      CHECK(each["why"] == policy::check(*policy::check_from_code(each["code"].get<std::string>())).sentence);
      ++told;
    }
  }
  CHECK(told > 0);
}

TEST_CASE("what would tell of a concealed assignment is refused until all that is wrong is found") {
  LessonPage page(source_text(incident));
  const std::vector<std::pair<const char*, json>> telling = {{"matrix_show", json::object()},
                                                             {"findings", {{"which", "excess"}}},
                                                             {"baseline_shipped", json::object()},
                                                             {"forecast", {{"first", 0}}}};
  for (const auto& [verb, arguments] : telling) {
    const json answer = page.call(verb, arguments);
    CHECK_FALSE(answer["ok"]);
    CHECK(answer["message"] == "only the trail is given: what is assigned is still to be found out");
  }
  CHECK_FALSE(page.call("inquire", {{"request", page.desk.session()->requests()[0].id}})["ok"]);
  for (const char* each :
       {"find record inventory level", "find user orel functions", "find owner_memo memo-fbi term"})
    REQUIRE(page.command(each));
  for (const auto& [verb, arguments] : telling) CHECK(page.call(verb, arguments)["ok"]);
}

}  // namespace
}  // namespace ntk::web
