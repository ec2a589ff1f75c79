#include "web/view/exports.h"

#include <array>

#include "sim/session/report.h"

namespace ntk::web {
namespace {

using session::Session;

constexpr std::array export_rows = {
    ExportRow{
        "events", "Save the audit trail as JSON Lines", "Trail as JSON Lines", "-trail.jsonl",
        "application/x-ndjson",
        [](const Session& session) { return session::to_json_lines(session.trail(), session.world()); }},
    ExportRow{"table", "Save the audit trail as CSV", "Trail as CSV", "-trail.csv", "text/csv",
              [](const Session& session) { return session::to_csv(session.trail(), session.world()); }},
    ExportRow{"seal", "Save the seal", "Seal", "-trail.jsonl.seal", "application/octet-stream",
              [](const Session& session) { return session::to_json(session.trail().seal()) + "\n"; }},
    ExportRow{"commands", "Save your commands", "Your commands", "-commands.txt", "text/plain",
              [](const Session& session) { return session::to_command_file(session); }},
    ExportRow{"report", "Save the report as JSON", "Report as JSON", "-report.json", "application/json",
              [](const Session& session) { return session::report_json(session); }},
};

}  // namespace

std::span<const ExportRow> exports() {
  return export_rows;
}

}  // namespace ntk::web
