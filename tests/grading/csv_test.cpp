#include "sim/grading/csv.h"

#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::grading {
namespace {

std::optional<CsvTable> read(std::string_view text, std::string* fault = nullptr) {
  scenario::Diagnostics diagnostics(text);
  auto table = read_csv(diagnostics);
  const auto found = diagnostics.take_sorted();
  if (fault != nullptr && !found.empty()) {
    *fault =
        std::to_string(found.front().span.line) + ':' + std::string(scenario::row(found.front().code).word);
  }
  return table;
}

TEST_CASE("what was written is read back: commas, quotation marks, formulas") {
  const std::vector<std::string> cells = {"plain", "a,b", "say \"no\"", "two lines", "=1+1",
                                          "@x",    "-3",  "",           "a;b",       "'"};
  std::string text;
  CsvRow(text).cell("a").cell("b").cell("c").cell("d").cell("e").cell("f").cell("g").cell("h").cell("i").cell(
      "j");
  {
    CsvRow row(text);
    for (const std::string& each : cells) row.cell(each);
  }
  const auto table = read(text);
  REQUIRE(table);
  REQUIRE(table->rows.size() == 1);
  CHECK(table->rows[0] == cells);
}

TEST_CASE("a cell that a spreadsheet would take for a formula begins with an apostrophe") {
  for (const char* formula : {"=cmd|'/c calc'!A1", "+1", "-1+2", "@SUM(A1)"}) {
    std::string text;
    CsvRow(text).cell(formula);
    CHECK(text.starts_with("\"'"));
  }
  std::string number;
  CsvRow(number).cell(-1);
  CHECK(number == "-1\r\n");
}

TEST_CASE("semicolons, tabs, a byte order mark and empty lines are as spreadsheets save them") {
  for (const char* text : {"a;b\r\n1;2\r\n", "a\tb\n1\t2\n\n",
                           "\xEF\xBB\xBF"
                           "a,b\n1,2"}) {
    CAPTURE(text);
    const auto table = read(text);
    REQUIRE(table);
    CHECK(table->heading == std::vector<std::string>{"a", "b"});
    REQUIRE(table->rows.size() == 1);
    CHECK(table->rows[0] == std::vector<std::string>{"1", "2"});
    CHECK(table->lines[0] == 2);
  }
}

TEST_CASE("short lines are filled up, long ones cut, and columns found whatever their letter case") {
  const auto table = read("Student,Section\nQuill\nVale,2,more\n");
  REQUIRE(table);
  CHECK(table->rows[0] == std::vector<std::string>{"Quill", ""});
  CHECK(table->rows[1] == std::vector<std::string>{"Vale", "2"});
  CHECK(table->column("student") == std::size_t{0});
  CHECK_FALSE(table->column("points"));
}

TEST_CASE("a cell has one line, and is UTF-8, whatever it was made of") {
  std::string text;
  CsvRow(text).cell("a\r\nb\xFF");
  CHECK(text ==
        "a\xEF\xBF\xBD\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\r\n");
}

TEST_CASE("a cell that was quoted can have line breaks, as spreadsheets save them") {
  const auto table = read("a,b\n\"1\n2\",3\n4,5\n");
  REQUIRE(table);
  CHECK(table->rows[0] == std::vector<std::string>{"1\n2", "3"});
  CHECK(table->lines[1] == 4);
}

TEST_CASE("what is no table is told with its place") {
  std::string fault;
  CHECK_FALSE(read("", &fault));
  CHECK(fault == "1:empty-text");
  CHECK_FALSE(read("a,b\n1,2\n\"3,4\n5,6\n", &fault));
  CHECK(fault == "3:wrong-type");
  CHECK_FALSE(read("a,b\n\xFF,2\n", &fault));
  CHECK(fault == "2:invalid-utf8");
}

}  // namespace
}  // namespace ntk::grading
