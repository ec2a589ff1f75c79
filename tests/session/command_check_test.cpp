// What is warned of in a command is the same in a command file and in a submission.
#include "sim/session/command_check.h"

#include <doctest/doctest.h>

#include "sim/scenario/json_writer.h"
#include "sim/session/submission.h"

namespace ntk::session {
namespace {

using scenario::Diagnostic;

constexpr std::string_view asked =
    "ask own-1 user=reyes function=subject_query operation=display record=harbour purpose=fugitives place=";

std::vector<Diagnostic> in_file(std::string_view text) {
  scenario::Diagnostics diagnostics(text);
  check_command_file(diagnostics);
  return diagnostics.take_sorted();
}

std::vector<Diagnostic> in_submission(std::string_view command) {
  Submission submission;
  submission.scenario = {"example", "", std::string(64, '0'), "", ""};
  submission.commands = {std::string(command)};
  const std::string text = to_json(submission, SubmissionLayout::link);
  return read_submission(text, "x").diagnostics;
}

/// "2:101 blank-text": the places and codes.
std::string places(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& each : found) {
    text += (text.empty() ? "" : ", ") + std::to_string(each.span.line) + ':' +
            std::to_string(each.span.column) + ' ' + std::string(row(each.code).word);
  }
  return text;
}

std::string codes(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& each : found) text += std::string(row(each.code).word) + ' ';
  return text;
}

std::string placed(const std::string& place) {
  return std::string(asked) + '"' + place + '"';
}

TEST_CASE("a command of a file and the same one of a submission are warned of by the same codes") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {placed("Port of Entry"), ""},
      {"run all", ""},
      {placed(" "), "blank-text "},
      {"vet file term:last_name=\"\"", "blank-text "},
      {placed("Port\u00A0of Entry"), "invisible-character "},
      {placed("\u3164"), "invisible-character "},
      {placed("A\u202EB"), "invisible-character "},
      {placed(std::string(5000, 'x')), "long-text "},
      {placed(std::string(30000, 'x')), "text-too-long "},
      {"ask own-1 place=\"unclosed", ""},
  };
  for (const auto& [command, expected] : cases) {
    const std::string shown = command.substr(0, 130);
    CAPTURE(shown);
    CHECK(codes(in_file(command)) == expected);
    CHECK(codes(in_submission(command)) == expected);
  }
}

TEST_CASE("what is wrong with a command of a file is told at its line and column") {
  const std::string lines = "# a no-break space in a remark:\u00A0no matter\r\n\r\n  " + placed("é\u00A0b") +
                            "\r\n" + placed(" ") + "\nrun all";
  CHECK(places(in_file(lines)) == "3:106 invisible-character, 4:96 blank-text");
  CHECK(places(in_file("\xEF\xBB\xBFrun\u00A0all")) == "1:4 invisible-character");
}

TEST_CASE("a place that is blank is called so, and an empty one is left to be refused") {
  const auto blank = in_file(placed(" "));
  REQUIRE(blank.size() == 1);
  CHECK(blank[0].message == "the place is blank");
  CHECK(in_file(placed("")).empty());
  const auto term = in_file("vet file term:last_name=\"\"");
  REQUIRE(term.size() == 1);
  CHECK(term[0].message == "the term `last_name` is empty");
}

TEST_CASE("only what is stated in the student's own words can be blank") {
  CHECK(in_file("ask own-1 user=\" \"").empty());
  CHECK(in_file("predict file \"place= \"").empty());
}

}  // namespace
}  // namespace ntk::session
