// What is told of a file that was opened: errors in place of the lesson, warnings and notes beside it.
#include "web/view/diagnostics_view.h"

#include <doctest/doctest.h>

#include "tests/source_files.h"

namespace ntk::web {
namespace {

std::string edited(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

const char* const noted_file = "tests/web/every-field.json";

TEST_CASE("a file of the student's own tells its warnings and notes, and is open nevertheless") {
  Desk desk;
  REQUIRE(desk.load("mine.json", source_text(noted_file), Origin::own));
  const DiagnosticsView view = view_diagnostics(desk);
  CHECK(view.is_loaded);
  CHECK(view.title == "mine.json was loaded with 2 notes");
  REQUIRE(view.rows.size() == 2);
  CHECK(view.rows[0].severity_words == "Note");
  CHECK(view.rows[0].code == "unused");
  CHECK(view.rows[0].message.starts_with("Purpose `curiosity` "));
  CHECK(view.rows[0].message.back() == '.');
  desk.dismiss_diagnostics();
  CHECK(view_diagnostics(desk).rows.empty());
}

TEST_CASE("of a lesson of the page no notes are told: its author has seen them") {
  Desk desk;
  REQUIRE(desk.load("every-field.json", source_text(noted_file)));
  CHECK(view_diagnostics(desk).rows.empty());
}

TEST_CASE("a faulty file says that it was not loaded, and that the work at hand is as it was") {
  Desk desk;
  const std::string faulty = edited(source_text(noted_file), "\"agency\": \"fbi\",\n      \"investigation\"",
                                    "\"agency\": \"fbl\",\n      \"investigation\"");
  CHECK_FALSE(desk.load("broken.json", faulty, Origin::own));
  const DiagnosticsView alone = view_diagnostics(desk);
  CHECK_FALSE(alone.is_loaded);
  CHECK(alone.title == "broken.json was not loaded");
  CHECK(alone.summary == "1 error. Correct the file, then open it again.");
  REQUIRE(desk.load("every-field.json", source_text(noted_file)));
  CHECK_FALSE(desk.load("broken.json", faulty, Origin::own));
  CHECK(view_diagnostics(desk).summary ==
        "1 error. Your work in the current lesson is unchanged. Correct the file, then open it again.");
}

TEST_CASE("a diagnostic gives its place, the line with what is meant in it, and the help") {
  Desk desk;
  CHECK_FALSE(desk.load("broken.json",
                        edited(source_text(noted_file), "\"agency\": \"fbi\",\n      \"investigation\"",
                               "\"agency\": \"fbl\",\n      \"investigation\""),
                        Origin::own));
  const DiagnosticRow row = view_diagnostics(desk).rows.at(0);
  CHECK(row.severity_words == "Error");
  CHECK(row.place == "Line 21, column 17 · unknown-id · /users/0/agency");
  CHECK(row.line.number == "21");
  CHECK(row.line.before == "      \"agency\": ");
  CHECK(row.line.marked == "\"fbl\"");
  CHECK(row.line.after == ",");
  CHECK(row.excerpt_label == "Line 21 of the file");
  CHECK(row.excerpt.find("^~~~") != std::string::npos);
  CHECK(row.help.starts_with("Help: "));
}

TEST_CASE("a tab in a line is shown as a space, so that what is marked stays in its place") {
  Desk desk;
  CHECK_FALSE(desk.load("tabs.json", "{\n\t\"format\": 2\n}", Origin::own));
  const DiagnosticRow row = view_diagnostics(desk).rows.at(0);
  CHECK(row.line.before.find('\t') == std::string::npos);
}

}  // namespace
}  // namespace ntk::web
