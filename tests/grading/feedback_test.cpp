#include "sim/grading/feedback.h"

#include <doctest/doctest.h>

#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

TEST_CASE("a student has one page, with all files of it") {
  const Grader grader = example_grader();
  std::vector<Row> rows = {grader.grade(whole_day, "Quill.commands"),
                           grader.grade(whole_day, "vale.commands"),
                           grader.grade("run nothing\n", "QUILL.commands")};
  const auto pages = feedback(rows, graded_lesson());
  REQUIRE(pages.size() == 2);
  CHECK(pages[0].file == "quill.html");
  CHECK(pages[0].html.find("File 2") != std::string::npos);
  CHECK(pages[0].html.find("This was not graded: line 1, column 5: ") != std::string::npos);
  CHECK(pages[1].html.find("File 2") == std::string::npos);
}

TEST_CASE("a name can't lead out of the folder, take another's page, or be anything but text") {
  std::vector<Row> rows = {row_of("a", "../../etc/passwd", 1), row_of("b", "etc passwd", 1),
                           row_of("c", "<script>alert(1)</script>", 1), row_of("d", "李明", 1),
                           row_of("e", "...", 1)};
  const auto pages = feedback(rows, graded_lesson());
  REQUIRE(pages.size() == 5);
  CHECK(pages[0].file == "etc-passwd.html");
  CHECK(pages[1].file == "etc-passwd-2.html");
  CHECK(pages[2].file == "script-alert-1-script.html");
  CHECK(pages[3].file == "student.html");
  CHECK(pages[4].file == "student-2.html");
  CHECK(pages[2].html.find("<script") == std::string::npos);
}

TEST_CASE("a page names its language and its title, and its tables their caption, columns and rows") {
  const auto pages = feedback({example_grader().grade(whole_day, "quill.commands")}, graded_lesson());
  const std::string& html = pages[0].html;
  for (const char* part :
       {"<html lang=\"en\">", "<title>An example: quill</title>", "<caption>Goals</caption>",
        "<th scope=\"col\">Points</th>", "<th scope=\"row\">", "<h1>", "<h2>", "<main>"}) {
    CAPTURE(part);
    CHECK(html.find(part) != html.npos);
  }
  CHECK(html.find("http") == html.find("http-equiv"));  // nothing is asked of the network
}

TEST_CASE("what is like others' work is not on the page, and hidden goals are told as a sum") {
  Row row = example_grader().grade(whole_day, "quill.commands");
  row.alike = {{"vale.json", "Vale", 90, "the same steps"}};
  row.goals[0].hidden = true;
  row.goals[1].hidden = true;
  const std::string html = feedback({row}, graded_lesson())[0].html;
  CHECK(html.find("Vale") == html.npos);
  CHECK(html.find(row.goals[0].title) == html.npos);
  CHECK(html.find("<td>1 of 3</td>") != html.npos);
}

}  // namespace
}  // namespace ntk::grading
