// The files of tests/lint: scenarios with a mistake (bad-*.json) or a slip (warn-*.json), each beside the
// text that `ntk lint` prints of it (*.expected).
#include <doctest/doctest.h>

#include <set>

#include "sim/scenario/lint.h"
#include "tests/source_files.h"

using namespace ntk;
using namespace ntk::scenario;

namespace {

ReadResult lint(const std::filesystem::path& file) {
  return lint_scenario(source_text(file), file.filename().string());
}

std::string report(const ReadResult& result) {
  std::string text;
  for (const Diagnostic& each : result.diagnostics) text += format_text(each, result.file_name) + '\n';
  return text + count_in_words(result.diagnostics) + '\n';
}

void check_report(const std::filesystem::path& file, const ReadResult& result) {
  std::filesystem::path expected = file;
  check_golden(expected.replace_extension(".expected"), report(result));
}

}  // namespace

TEST_CASE("every bad scenario is refused, with all its mistakes told") {
  const auto files = source_files("tests/lint", "bad-", ".json");
  CHECK(files.size() >= 40);
  for (const auto& file : files) {
    CAPTURE(file.string());
    const ReadResult result = lint(file);
    CHECK_FALSE(result.scenario.has_value());
    CHECK_FALSE(result.diagnostics.empty());
    check_report(file, result);
  }
}

TEST_CASE("every scenario with a slip is loaded, and warned of") {
  for (const auto& file : source_files("tests/lint", "warn-", ".json")) {
    CAPTURE(file.string());
    const ReadResult result = lint(file);
    CHECK(result.scenario.has_value());
    CHECK_FALSE(result.diagnostics.empty());
    check_report(file, result);
  }
}

TEST_CASE("no expectation is left over from a scenario that is gone") {
  for (auto file : source_files("tests/lint", "", ".expected")) {
    CAPTURE(file.string());
    CHECK(std::filesystem::exists(source_folder() / file.replace_extension(".json")));
  }
}

TEST_CASE(
    "every code of diagnostics.def is met in a fixture, but for those of files too large to keep, and of "
    "persons") {
  std::set<Code> met = {Code::file_too_large, Code::too_many_problems, Code::control_character};
  for (const auto& file : source_files("tests/lint", "", ".json")) {
    for (const Diagnostic& each : lint(file).diagnostics) met.insert(each.code);
  }
  for (const CodeRow& each : code_rows()) {
    CAPTURE(each.word);
    const bool is_found_by_trying = each.code >= Code::goal_met_at_start;  // tests/proving
    CHECK((is_found_by_trying || met.contains(each.code)));
  }
}

TEST_CASE("the scenarios that ship have neither mistakes nor slips") {
  for (const auto& file : shipped_scenarios()) {
    const ReadResult result = lint(file);
    CHECK(result.scenario.has_value());
    CHECK_MESSAGE(result.diagnostics.empty(), report(result));
  }
}
