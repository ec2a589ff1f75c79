// The seal of an audit trail, from a file or from a report.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/scenario/value_reader.h"
#include "sim/session/audit_trail.h"

namespace ntk::session {

/// The seal that a JSON value is, as in a report; says so where it is none. The hash may be in capitals.
std::optional<Seal> read_seal(scenario::Diagnostics& diagnostics, const scenario::Node& node);

struct SealResult {
  std::optional<Seal> seal;                       ///< there exactly when no diagnostic is an error
  std::vector<scenario::Diagnostic> diagnostics;  ///< in the order of the text
};
/// Reads a seal from a file of its own.
SealResult read_seal(std::string_view text);

}  // namespace ntk::session
