#include "sim/session/report.h"

#include <doctest/doctest.h>

#include "sim/scenario/located_json.h"
#include "sim/scenario/reader.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"

namespace ntk::session {
namespace {

using scenario::JsonValue;

/// The report of a session, read back.
class Report {
 public:
  explicit Report(const Session& session) : text_(report_json(session)) {
    scenario::Diagnostics diagnostics(text_);
    auto value = scenario::parse_json(diagnostics);
    REQUIRE(value.has_value());
    REQUIRE_FALSE(diagnostics.has_errors());
    value_ = *std::move(value);
  }

  const JsonValue& operator[](std::string_view key) const { return at(value_, key); }

  /// The text of a list of the report.
  std::string text(std::string_view key) const {
    const std::size_t begin = text_.find("\n  \"" + std::string(key) + "\": [");
    return text_.substr(begin, text_.find("\n  ]", begin) - begin);
  }

  static const JsonValue& at(const JsonValue& object, std::string_view key) {
    for (const auto& each : object.members) {
      if (each.key == key) return each.value;
    }
    FAIL("no key " << key);
    return object;
  }
  static const JsonValue& at(const JsonValue& list, std::string_view key, std::string_view value) {
    for (const auto& each : list.items) {
      if (at(each, key).string == value) return each;
    }
    FAIL("nothing with " << key << " " << value);
    return list;
  }
  static std::string joined(const JsonValue& list) {
    std::string all;
    for (const auto& each : list.items) all += (all.empty() ? "" : " ") + each.string;
    return all;
  }

 private:
  std::string text_;
  JsonValue value_;
};

TEST_CASE("a report names scenario, clock and points") {
  const Report report(session_after({"advance 2016-08-13T08:00", "run own-file"}));
  CHECK(report["report"].integer == report_version);
  CHECK(report["scenario"].string == "example");
  CHECK(report["title"].string == "An example");
  CHECK(report["clock"].string == "2016-08-13T08:00");
  CHECK(Report::at(report["points"], "met").integer == 0);
  CHECK(Report::at(report["points"], "of").integer == 8);
}

TEST_CASE("a decision is reported with its outcome, its first reason, all reasons and every check") {
  const Report report(session_after({"predict foreign-file deny DA-7", "run all"}));
  const JsonValue& denied = Report::at(report["decisions"], "request", "foreign-file");
  CHECK(Report::at(denied, "outcome").string == "deny");
  CHECK(Report::at(denied, "primary").string == "DA-5");
  CHECK(Report::joined(Report::at(denied, "failed")) == "DA-5 DA-7");
  CHECK(Report::at(denied, "event").integer == 2);
  CHECK(Report::at(denied, "current").boolean);
  const JsonValue& checks = Report::at(denied, "checks");
  CHECK(checks.members.size() == policy::check_count);
  CHECK(Report::at(checks, "DA-5").string == "fail");
  CHECK(Report::at(checks, "AC-1").string == "pass");
  CHECK(Report::at(checks, "DA-6").string == "n/a");

  const JsonValue& permitted = Report::at(report["decisions"], "request", "own-file");
  CHECK(Report::at(permitted, "outcome").string == "permit");
  CHECK(Report::at(permitted, "primary").kind == scenario::JsonKind::null);
  CHECK(Report::joined(Report::at(permitted, "returned")) == "harbour");
}

TEST_CASE("a search is reported with what was returned and what was withheld and why") {
  const Report report(session_after({"run look-up"}));
  const JsonValue& search = Report::at(report["decisions"], "request", "look-up");
  CHECK(Report::joined(Report::at(search, "returned")) == "harbour port-log");
  const JsonValue& withheld = Report::at(search, "withheld");
  REQUIRE(withheld.items.size() == 2);
  CHECK(Report::joined(Report::at(Report::at(withheld, "record", "ring"), "failed")) == "DA-5 DA-7");
}

TEST_CASE(
    "the latest run of each request is reported, in the order of the requests, and what was not run is "
    "named") {
  const Report report(session_after({"run at-noon", "run own-file", "run at-noon"}));
  REQUIRE(report["decisions"].items.size() == 2);
  CHECK(Report::at(report["decisions"].items[0], "request").string == "own-file");
  CHECK(Report::at(report["decisions"].items[1], "event").integer == 3);
  CHECK(Report::joined(report["not_run"]) == "foreign-file look-up");
  CHECK(report["audit"].items.size() == 3);
}

TEST_CASE("a decision that an assignment has outdated says so") {
  const Report report(session_after({"run own-file", "assign record ring level 4"}));
  CHECK_FALSE(Report::at(report["decisions"].items[0], "current").boolean);
}

TEST_CASE("goals are reported with their state, points and evidence; open ones are not met") {
  const Report report(session_after({"predict foreign-file permit", "run at-noon"}));
  const JsonValue& met = Report::at(report["goals"], "id", "named");
  CHECK(Report::at(met, "met").boolean);
  CHECK(Report::at(met, "points").integer == 1);
  const JsonValue& open = Report::at(report["goals"], "id", "opened");
  CHECK_FALSE(Report::at(open, "met").boolean);
  CHECK(Report::at(open, "state").string == "open");
  CHECK_FALSE(Report::at(open, "evidence").string.empty());
}

TEST_CASE("predictions, hints, assignments and commands are reported") {
  const Report report(session_after({"predict foreign-file deny DA-7", "predict look-up permit", "hint",
                                     "run foreign-file", "assign record ring level 4"}));
  const JsonValue& wrong = Report::at(report["predictions"], "request", "foreign-file");
  CHECK(Report::at(wrong, "outcome").string == "deny");
  CHECK(Report::at(wrong, "reason").string == "DA-7");
  CHECK(Report::at(wrong, "result").string == "wrong-reason");
  CHECK(Report::at(Report::at(report["predictions"], "request", "look-up"), "result").string == "pending");
  CHECK(report["hints_revealed"].integer == 1);
  const JsonValue& level = report["assignments"].items[0];
  CHECK(Report::at(level, "record").string == "ring");
  CHECK(Report::at(level, "field").string == "level");
  CHECK(Report::at(level, "value").string == "4");
  CHECK(Report::at(level, "changed").boolean);
  CHECK_FALSE(Report::at(report["assignments"].items[1], "changed").boolean);
  CHECK(report["commands"].items.back().string == "assign record ring level 4");
}

TEST_CASE("what the day makes of a field is not reported as the student's assignment") {
  auto read = scenario::read_scenario(source_text("scenarios/07-the-profile-desk/scenario.json"), "lesson");
  REQUIRE(read.scenario);
  Session session(*std::move(read.scenario));
  const std::string before = Report(session).text("assignments");
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    session.apply(Command(PredictCommand{session.requests()[i].id, true, std::nullopt}));
    session.apply(Command(RunCommand{session.requests()[i].id}));
  }
  const Report after(session);
  CHECK(after.text("assignments") == before);
  for (const JsonValue& each : after["assignments"].items) CHECK_FALSE(Report::at(each, "changed").boolean);
}

TEST_CASE("a designation whose classes stand in another order is not changed") {
  scenario::Scenario lesson = example_lesson();
  const policy::DesignationClass of_fbi{{{1}}, {}, {}}, ana{{}, {}, {{0}}};
  lesson.world.records[1].designation = {of_fbi, ana};
  Session session(std::move(lesson));
  REQUIRE_FALSE(session.apply("assign record ring designation user:ortega agency:fbi"));
  CHECK_FALSE(Report::at(Report(session)["assignments"].items[1], "changed").boolean);
}

TEST_CASE("the trail is reported with its seal") {
  const Session session = session_after({"run own-file", "run at-noon"});
  const Report report(session);
  CHECK(Report::at(report["seal"], "count").integer == 2);
  CHECK(Report::at(report["seal"], "hash").string == session.trail().seal().hash);
  CHECK(Report::at(report["audit"].items[1], "previous").string == session.trail().events()[0].hash);
}

}  // namespace
}  // namespace ntk::session
