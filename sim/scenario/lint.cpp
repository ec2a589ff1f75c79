#include "sim/scenario/lint.h"

#include <utility>

#include "sim/scenario/lint_parts.h"

namespace ntk::scenario {

void LintedScenario::add(Code code, const std::string& pointer, std::string message, std::string help) {
  diagnostics_.add(code, span_at(document_, pointer), pointer, std::move(message), std::move(help));
}

const Assignable* LintedScenario::assignable(AssignableField field, std::size_t at) const {
  for (const Assignable& each : scenario_.assignables) {
    if (each.field == field && each.at == at) return &each;
  }
  return nullptr;
}

std::string item_pointer(std::string_view list, std::size_t at, std::string_view key) {
  const std::string item = pointer_to(pointer_to("", list), at);
  return key.empty() ? item : pointer_to(item, key);
}

ReadResult lint_scenario(std::string_view text, std::string_view file_name) {
  return lint_scenario(text, file_name, [](LintedScenario&) {});
}

ReadResult lint_scenario(std::string_view text, std::string_view file_name,
                         const std::function<void(LintedScenario&)>& more) {
  Diagnostics diagnostics(text);
  ReadResult result;
  result.file_name = file_name;
  std::optional<JsonValue> document;
  result.scenario = read_text_of_scenario(diagnostics, document);
  if (result.scenario) {
    LintedScenario linted(*result.scenario, *document, diagnostics);
    lint_agreements(linted);
    lint_owner_memos(linted);
    lint_records(linted);
    lint_users(linted);
    lint_assignables(linted);
    lint_requests(linted);
    lint_goals(linted);
    lint_unused(linted);
    more(linted);
  }
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

}  // namespace ntk::scenario
