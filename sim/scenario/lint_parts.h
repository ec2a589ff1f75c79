// What the parts of the lint share, and the parts.
#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/diagnostic.h"
#include "sim/scenario/located_json.h"
#include "sim/scenario/scenario.h"

namespace ntk::scenario {

/// A valid scenario, with the text that it was read from. The lists of both have the same order.
class LintedScenario {
 public:
  LintedScenario(const Scenario& scenario, const JsonValue& document, Diagnostics& diagnostics)
      : scenario_(scenario), document_(document), diagnostics_(diagnostics) {}

  const Scenario& scenario() const { return scenario_; }
  const policy::World& world() const { return scenario_.world; }

  /// Adds a diagnostic at a JSON pointer.
  void add(Code code, const std::string& pointer, std::string message, std::string help);

  /// What is opened to the student of a field; null where it is locked.
  const Assignable* assignable(AssignableField field, std::size_t at) const;

 private:
  const Scenario& scenario_;
  const JsonValue& document_;
  Diagnostics& diagnostics_;
};

/// "/users/3/duties"; without `key`, "/users/3".
std::string item_pointer(std::string_view list, std::size_t at, std::string_view key = {});

void lint_agreements(LintedScenario& linted);
void lint_owner_memos(LintedScenario& linted);
void lint_records(LintedScenario& linted);
void lint_users(LintedScenario& linted);
void lint_assignables(LintedScenario& linted);
void lint_requests(LintedScenario& linted);
void lint_goals(LintedScenario& linted);
void lint_unused(LintedScenario& linted);

}  // namespace ntk::scenario
