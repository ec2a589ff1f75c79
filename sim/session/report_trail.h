// The audit trail in a report (`ntk run --format json`), with its seal: events as a list, laid out as JSON may be.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "sim/scenario/located_json.h"
#include "sim/session/audit_trail.h"

namespace ntk::session {

struct ReportTrail {
  scenario::JsonValue events;  ///< a list; each item knows its place in the report
  std::optional<Seal> seal;    ///< nothing where the report has none
};

/// Whether a text is a report, or begins as one does. Each line of a trail is a value of its own, and has no such key.
bool is_report(std::string_view text);

struct ReportTrailResult {
  std::optional<ReportTrail> trail;               ///< there exactly when no diagnostic is an error
  std::vector<scenario::Diagnostic> diagnostics;  ///< in the order of the text
};
/// Reads the trail and the seal of a report, and nothing else that it says.
ReportTrailResult read_report_trail(std::string_view text);

/// Checks the trail of a report as `verify` checks an exported one. A fault has the line and the column of the report. The
/// layout is free, so an event is not canonical where its keys are out of order.
std::vector<TrailFault> verify(const ReportTrail& trail, const std::optional<Seal>& seal);

}  // namespace ntk::session
