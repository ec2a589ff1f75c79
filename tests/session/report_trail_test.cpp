// The trail in a report: read like every other file, and its faults told where they stand.
#include "sim/session/report_trail.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/session/report.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

const std::string& report() {
  static const std::string text = report_json(session_after({"predict foreign-file deny DA-5", "run all"}));
  return text;
}

std::string with(std::string_view what, std::string_view instead) {
  std::string text = report();
  REQUIRE(text.rfind(what) != text.npos);
  return text.replace(text.rfind(what), what.size(), instead);
}

/// "code line:column" of each diagnostic; nothing else, where the report is read.
std::string told(const std::string& text) {
  const ReportTrailResult read = read_report_trail(text);
  std::string all;
  bool has_errors = false;
  for (const auto& each : read.diagnostics) {
    all += (all.empty() ? "" : ", ") + std::string(row(each.code).word) + ' ' +
           std::to_string(each.span.line) + ':' + std::to_string(each.span.column);
    has_errors = has_errors || each.severity() == scenario::Severity::error;
  }
  CHECK(read.trail.has_value() != has_errors);
  return all;
}

/// "line:column" of where the words stand last.
std::string place_of(const std::string& text, std::string_view words) {
  const std::size_t at = text.rfind(words);
  REQUIRE(at != text.npos);
  const auto begin = text.begin();
  const auto lines = std::count(begin, begin + static_cast<std::ptrdiff_t>(at), '\n');
  return std::to_string(lines + 1) + ':' + std::to_string(at - text.rfind('\n', at));
}

/// "line:column code" of each fault.
std::string faults_of(const std::string& text) {
  const ReportTrailResult read = read_report_trail(text);
  REQUIRE(read.trail);
  std::string all;
  for (const TrailFault& each : verify(*read.trail, read.trail->seal)) {
    all += (all.empty() ? "" : ", ") + std::to_string(each.line) + ':' + std::to_string(each.column) + ' ' +
           each.code;
  }
  return all;
}

TEST_CASE("a report is told from a trail by its first line, or as a whole, also where it is cut off") {
  const Session session = session_after({"predict foreign-file deny DA-5", "run all"});
  CHECK(is_report(report()));
  CHECK(is_report(report().substr(0, report().size() / 2)));
  CHECK(is_report(R"({"audit":[],"seal":{}})"));
  CHECK_FALSE(is_report(to_json_lines(session.trail(), session.world())));
  CHECK_FALSE(is_report(""));
  CHECK_FALSE(is_report("{\"agency\":\"fbi\",\n"));
}

TEST_CASE("the trail of a report is intact as it was written, however it is laid out") {
  CHECK(told(report()).empty());
  CHECK(faults_of(report()).empty());
  std::string flat = report();
  std::erase(flat, '\n');
  CHECK(faults_of(flat).empty());
}

TEST_CASE("a report whose seal is malformed is refused at the place of the seal") {
  const std::string seal = place_of(report(), "{\n    \"count\"");
  for (const std::string& text :
       {with("\"count\": 4", "\"count\": \"4\""), with("\"count\": 4", "\"count\": -4"),
        with("\"\n  }\n}", "0\"\n  }\n}"), with("\"hash\"", "\"hush\"")}) {
    CHECK(told(text) == "wrong-type " + seal);
  }
  CHECK(told(with("\"seal\": {", "\"seal\": null, \"x\": {")) ==
        "wrong-type " + place_of(report(), "{\n    \"count\""));
  CHECK(told(R"({"audit":[]})").empty());
}

TEST_CASE("a report is held to the same form as every other file") {
  CHECK(told("\xEF\xBB\xBF" + report()) == "byte-order-mark 1:1");
  std::string returns = report();
  std::replace(returns.begin(), returns.end(), '\n', '\r');
  CHECK(told(returns) == "line-ends 1:2");
  CHECK(told(with("\"seal\"", "\"audit\": [], \"seal\"")) ==
        "duplicate-key " + place_of(report(), "\"seal\""));
  const std::string latin = with("Field Office", "Field\xE9Office");
  CHECK(told(latin) == "invalid-utf8 " + place_of(latin, "\xE9"));
  CHECK(told(report() + 'x') == "json-syntax " + place_of(report() + 'x', "x"));
  CHECK(told(report() + '\0') == "json-syntax " + place_of(report() + '\1', "\1"));
  const std::string cut = report().substr(0, report().size() - 4);
  CHECK(told(cut) == "json-syntax " + place_of(cut + '\1', "\1"));
  CHECK(told(R"({"report":1})") == "missing-key 1:1");
  CHECK(told(R"({"report":1,"audit":{}})") == "wrong-type 1:21");
}

TEST_CASE("a fault of an event of a report is told where it stands in the file") {
  const std::string maybe = with("\"outcome\": \"denied\"", "\"outcome\": \"maybe\"");
  CHECK(has(faults_of(maybe), place_of(maybe, "\"maybe\"") + " not-an-event"));
  const std::string renamed = with("\"place\"", "\"plaice\"");
  CHECK(has(faults_of(renamed), place_of(renamed, "\"plaice\"") + " not-an-event"));
  const std::string other = with("\"sequence\": 3", "\"sequence\": 9");
  CHECK(has(faults_of(other), " missing"));
}

TEST_CASE("a changed event of a report is told at the place where the event begins") {
  const std::string changed = with("\"user\": \"ortega\"", "\"user\": \"reyes\"");
  const std::size_t event = changed.rfind("    {\n      \"agency\": \"fbi\"");
  REQUIRE(event != changed.npos);
  CHECK(faults_of(changed) == place_of(changed, changed.substr(event + 4, 40)) + " changed");
}

TEST_CASE("an event of a report whose keys are out of order is not canonical, and nothing else") {
  const std::string swapped =
      with("\"sequence\": 4,\n      \"user\": \"reyes\"", "\"user\": \"reyes\",\n      \"sequence\": 4");
  CHECK(faults_of(swapped) == place_of(swapped, "\"sequence\": 4") + " not-canonical");
}

}  // namespace
}  // namespace ntk::session
