#include "sim/grading/roster.h"

#include <doctest/doctest.h>

#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

Roster roster(std::string_view text) {
  scenario::Diagnostics diagnostics(text);
  auto read = Roster::read(diagnostics);
  REQUIRE(read);
  return *std::move(read);
}

const char* const small_class =
    "student,number,email,section\r\nAna Quill,1017,quill@example.edu,A\r\nRemy "
    "Vale,1018,vale@example.edu,A\r\n";

TEST_CASE("a student is found by name, number or address, whatever the letter case and the spaces") {
  const Roster read = roster(small_class);
  for (const char* each : {"Ana Quill", "  ana   QUILL ", "1017", "Quill@Example.edu"}) {
    CAPTURE(each);
    CHECK(read.find(each) == std::size_t{0});
  }
  CHECK_FALSE(read.find("Quill"));
  CHECK_FALSE(read.find("A"));  // both are of that section
}

TEST_CASE("a file whose student isn't stated is found by its name or its folder's, as platforms write them") {
  const Roster read = roster(small_class);
  for (const char* each : {"1018.json", "class.zip/Remy Vale_223344_assignsubmission_file_/levels.json",
                           "valeremy_1018_55_levels.json", "class/remy vale/levels-submission.json"}) {
    CAPTURE(each);
    CHECK(read.owner(row_of(each, "", 0)) == std::size_t{1});
  }
  CHECK_FALSE(read.owner(row_of("class/levels.json", "", 0)));
  CHECK(read.owner(row_of("1018.json", "ana quill", 0)) ==
        std::size_t{0});  // what the file states counts first
}

TEST_CASE("rows get the roster's name, strangers a warning, and who handed in nothing a row") {
  std::vector<Row> rows = {row_of("a.json", "1018", 5), row_of("b.json", "Remi Vale", 5),
                           row_of("c.json", "", 5)};
  name_by(roster(small_class), rows, 10);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].student == "Remy Vale");
  CHECK(rows[1].warnings == std::vector<std::string>{"`Remi Vale` is not on the roster: is it `Remy Vale`?"});
  CHECK(rows[2].warnings == std::vector<std::string>{"whose file this is can't be told by the roster"});
  CHECK(rows[3].student == "Ana Quill");
  CHECK(rows[3].state == RowState::missing);
  CHECK(rows[3].of == 10);
}

TEST_CASE("two students of one name, and a line without a name, are errors with their lines") {
  for (const auto& [text, line] : std::vector<std::pair<std::string, std::uint32_t>>{
           {"student\nQuill\nVale\nquill\n", 4}, {"number,student\n1,\n", 2}}) {
    scenario::Diagnostics diagnostics(text);
    CHECK_FALSE(Roster::read(diagnostics));
    const auto found = diagnostics.take_sorted();
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().span.line == line);
  }
}

}  // namespace
}  // namespace ntk::grading
