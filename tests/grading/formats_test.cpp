#include "sim/grading/formats.h"

#include <doctest/doctest.h>

#include "sim/grading/csv.h"
#include "sim/scenario/value_reader.h"
#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

using scenario::JsonKind;
using scenario::JsonValue;

JsonValue parsed(const std::string& text) {
  scenario::Diagnostics diagnostics(text);
  auto document = parse_json(diagnostics);
  REQUIRE_MESSAGE(document, text);
  return *std::move(document);
}

const JsonValue& at(const JsonValue& object, std::string_view key) {
  const scenario::JsonMember* found = scenario::find_member(object, key);
  REQUIRE_MESSAGE(found != nullptr, std::string(key));
  return found->value;
}

std::vector<Row> rows() {
  const Grader grader = example_grader();
  return {grader.grade("predict foreign-file deny DA-6\nhint\nrun all\n", "=quill\".commands"),
          grader.grade("run nothing\n", "<b>.commands")};
}

TEST_CASE("CSV has a cell for each column, in every row, and no cell that is a formula") {
  std::string text = csv_heading(graded_lesson());
  for (const Row& each : rows()) text += csv_row(each, graded_lesson());
  CHECK(text.find("\r\n=") == text.npos);
  scenario::Diagnostics diagnostics(text);
  const auto table = read_csv(diagnostics);
  REQUIRE(table);
  REQUIRE(table->rows.size() == 2);
  const auto cell = [&](std::size_t row, std::string_view column) {
    REQUIRE_MESSAGE(table->column(column), std::string(column));
    return table->rows[row][*table->column(column)];
  };
  CHECK(cell(0, "file") == "=quill\".commands");
  CHECK(cell(0, "status") == "graded");
  CHECK(cell(0, "goal:named") == "1");
  CHECK(cell(0, "evidence:named") == "It was denied: DA-6 failed.");
  CHECK(cell(0, "hints") == "1");
  CHECK(cell(0, "first_predictions_wrong") == "1");
  CHECK(cell(0, "scenario_sha256") == example_hash());
  CHECK(cell(1, "points").empty());
  CHECK(cell(1, "reason_code") == "unknown-request");
  CHECK(cell(1, "reason").starts_with("line 1, column 5: the command `run nothing` was refused"));
}

TEST_CASE("a JSON line is one line, and has everything that is known of a row") {
  const std::string line = json_line(rows()[0], graded_lesson());
  CHECK(line.find('\n') == line.size() - 1);
  const JsonValue row = parsed(line);
  CHECK(at(row, "status").string == "graded");
  CHECK(at(row, "goals").items.size() == graded_lesson().goals.size());
  CHECK(at(row, "hints").integer == 1);
  CHECK(at(row, "reason").kind == JsonKind::null);
  const JsonValue refused = parsed(json_line(rows()[1], graded_lesson()));
  CHECK(at(refused, "points").kind == JsonKind::null);
  CHECK(at(at(refused, "reason"), "column").integer == 5);
}

TEST_CASE("the JSON of a class has its figures and all rows") {
  SummaryOfClass summary(graded_lesson());
  for (const Row& each : rows()) summary.add(each);
  const JsonValue report = parsed(json_report(rows(), graded_lesson(), summary.result()));
  CHECK(at(report, "grades").integer == grade_version);
  CHECK(at(at(report, "summary"), "not_graded").integer == 1);
  CHECK(at(report, "rows").items.size() == 2);
}

TEST_CASE("Gradescope gets the best file's points, a test for each goal, and why others were not graded") {
  const JsonValue results = parsed(gradescope(rows(), graded_lesson(), Metadata{"Ana Quill", 2}));
  CHECK(at(results, "score").integer == rows()[0].points);
  CHECK(at(results, "tests").items.size() == graded_lesson().goals.size());
  const std::string& output = at(results, "output").string;
  CHECK(output.starts_with("Handed in by Ana Quill; 2 earlier submissions.\n"));
  CHECK(output.find("Not graded: <b>.commands: line 1, column 5") != output.npos);
}

TEST_CASE("Gradescope and PrairieLearn are told why nothing could be graded") {
  const std::vector<Row> none = {rows()[1]};
  const JsonValue results = parsed(gradescope(none, graded_lesson(), std::nullopt));
  CHECK(at(results, "score").integer == 0);
  CHECK(at(results, "output").string.starts_with("This can't be graded: "));
  const JsonValue other = parsed(prairielearn(none, graded_lesson()));
  CHECK_FALSE(at(other, "gradable").boolean);
  CHECK(at(other, "format_errors").items.size() == 1);
}

TEST_CASE("a hidden goal is hidden on Gradescope, and without its title and evidence elsewhere") {
  std::vector<Row> some = rows();
  some[0].goals[1].hidden = true;
  const std::string title = some[0].goals[1].title;
  const JsonValue results = parsed(gradescope(some, graded_lesson(), std::nullopt));
  CHECK(at(at(results, "tests").items[1], "visibility").string == "hidden");
  CHECK(prairielearn(some, graded_lesson()).find(title) == std::string::npos);
  CHECK(autolab(some, graded_lesson()).find(title) == std::string::npos);
}

TEST_CASE("PrairieLearn gets a score between 0 and 1") {
  const std::string text = prairielearn(rows(), graded_lesson());
  CHECK(text.starts_with("{\n  \"score\": 0."));
  const JsonValue results = parsed(text);
  CHECK(at(results, "gradable").boolean);
  CHECK(at(results, "score").kind == JsonKind::fraction);
}

TEST_CASE("Autolab's last line has the scores, also where nothing could be graded") {
  for (const std::size_t first : {std::size_t{0}, std::size_t{1}}) {
    const std::vector<Row> all = rows();
    const std::string text =
        autolab({all.begin() + static_cast<std::ptrdiff_t>(first), all.end()}, graded_lesson());
    const std::size_t last = text.rfind('\n', text.size() - 2) + 1;
    const JsonValue results = parsed(text.substr(last));
    const JsonValue& scores = at(results, "scores");
    CHECK(scores.members.size() == graded_lesson().goals.size());
    CHECK(at(scores, "named").integer == (first == 0 ? 1 : 0));
  }
}

TEST_CASE("JUnit's XML has a suite for each file, and nothing of a file can break it") {
  const std::string text = junit(rows(), graded_lesson());
  CHECK(text.find("<b>.commands") == text.npos);
  CHECK(text.find("&lt;b&gt;.commands") != text.npos);
  CHECK(text.find("<error type=\"unknown-request\"") != text.npos);
  const auto count = [&](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count("<testsuite ") == 2);
  CHECK(count("<testcase ") == graded_lesson().goals.size() + 1);
}

}  // namespace
}  // namespace ntk::grading
