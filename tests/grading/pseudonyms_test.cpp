#include "sim/grading/pseudonyms.h"

#include <doctest/doctest.h>

#include "tests/grading/rows.h"

namespace ntk::grading {
namespace {

std::vector<Row> some_rows() {
  std::vector<Row> rows = {row_of("quill.json", "Quill", 1), row_of("vale.json", "Vale", 2),
                           row_of("quill-2.json", "QUILL", 3), row_of("nobody.json", "", 4)};
  rows[0].attempt = "Quill’s first";
  rows[0].warnings = {"`Quill` is not on the roster"};
  rows[1].alike = {{"quill.json", "Quill", 90, "words"}};
  return rows;
}

std::string all_text(const std::vector<Row>& rows) {
  std::string text;
  for (const Row& each : rows) {
    text += each.file + ' ' + each.student + ' ' + each.attempt + ' ';
    for (const std::string& warning : each.warnings) text += warning + ' ';
    for (const Likeness& alike : each.alike) text += alike.file + ' ' + alike.student + '\n';
  }
  return text;
}

TEST_CASE("with pseudonyms no name and no file's name is left, and files of one student keep together") {
  std::vector<Row> rows = some_rows();
  const auto names = use_pseudonyms(rows, {"levels", "", "hash", "", {}, 10});
  const std::string text = all_text(rows);
  for (const char* each : {"uill", "QUILL", "ale", "nobody"}) {
    CAPTURE(each);
    CHECK(text.find(each) == text.npos);
  }
  CHECK(names.size() == 4);
  std::size_t of_quill = 0;
  for (const Row& row : rows) {
    for (const Pseudonym& each : names) {
      if (each.student == "Quill" && each.pseudonym == row.student) ++of_quill;
    }
  }
  CHECK(of_quill == 2);
}

TEST_CASE("the same class has the same pseudonyms in any order, and others for another lesson") {
  std::vector<Row> once = some_rows(), again = some_rows(), other = some_rows();
  std::swap(again[0], again[1]);
  const auto find = [](const std::vector<Pseudonym>& names, std::string_view student) {
    for (const Pseudonym& each : names) {
      if (each.student == student) return each.pseudonym;
    }
    return std::string();
  };
  const auto a = use_pseudonyms(once, {"levels", "", "hash", "", {}, 10});
  const auto b = use_pseudonyms(again, {"levels", "", "hash", "", {}, 10});
  CHECK(find(a, "Vale") == find(b, "Vale"));
  CHECK(find(a, "Vale") == "student-" + find(a, "Vale").substr(8));
  bool differs = false;
  for (const char* hash : {"1", "2", "3", "4", "5", "6"}) {
    std::vector<Row> rows = some_rows();
    differs =
        differs || find(use_pseudonyms(rows, {"levels", "", hash, "", {}, 10}), "Vale") != find(a, "Vale");
  }
  CHECK(differs);
}

TEST_CASE("who is who is a table, and a name that is a formula is none in it") {
  CHECK(to_csv({{"student-1", "=Quill", "a.json"}}) ==
        "pseudonym,student,file\r\nstudent-1,\"'=Quill\",a.json\r\n");
}

}  // namespace
}  // namespace ntk::grading
