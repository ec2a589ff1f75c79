// From the text of a scenario file to a Scenario.
//
// Format 1 of docs/scenario-format.md. All mistakes are found in one go, each with its place; an id
// whose definition is broken still counts as defined, so that one mistake is not told as twenty.
// A scenario comes out whole or not at all: where there is an error there is none, and a scenario's
// every Ref, date and set is valid. Nothing is thrown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.h"
#include "sim/scenario/located_json.h"
#include "sim/scenario/scenario.h"

namespace ntk::scenario {

struct ReadResult {
  std::string file_name;
  std::optional<Scenario> scenario;     ///< there exactly when no diagnostic is an error
  std::vector<Diagnostic> diagnostics;  ///< in the order of the text
};

/// `file_name` is what the diagnostics are to call the text; no file is opened.
ReadResult read_scenario(std::string_view text, std::string_view file_name);

/// One step of that: the scenario that a tree of JSON tells, if it has no mistake.
std::optional<Scenario> read_document(Diagnostics& diagnostics, const JsonValue& document);

/// Both steps: the tree of the text to `document`, and the scenario that it tells. After a syntax error, what was read before
/// it is still looked at: what is wrong there by itself is told. That something is missing, or that an id is unknown, is not:
/// it may come later in the text.
std::optional<Scenario> read_text_of_scenario(Diagnostics& diagnostics, std::optional<JsonValue>& document);

}  // namespace ntk::scenario
