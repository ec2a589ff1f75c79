#include "web/view/exports.h"

#include <array>

#include "sim/session/report.h"

namespace ntk::web {
namespace {

using session::Session;

constexpr std::array export_rows = {
    ExportRow{
        "events", "Save the audit trail as JSON Lines", "JSON Lines",
        "Save the trail as JSON Lines, as the command `ntk verify` reads it", "-trail.jsonl",
        "application/x-ndjson",
        [](const Session& session) { return session::to_json_lines(session.trail(), session.world()); }},
    ExportRow{"table", "Save the audit trail as CSV", "CSV", "Save the trail as a table for a spreadsheet",
              "-trail.csv", "text/csv",
              [](const Session& session) { return session::to_csv(session.trail(), session.world()); }},
    ExportRow{"seal", "Save the seal", "Seal",
              "Save the seal, by which a trail that was cut off is found out", "-trail.jsonl.seal",
              "application/octet-stream",
              [](const Session& session) { return session::to_json(session.trail().seal()) + "\n"; }},
    ExportRow{"commands", "Save your commands", "Commands",
              "Save what you did, as the command `ntk run --apply` reads it", "-commands.txt", "text/plain",
              [](const Session& session) { return session::to_command_file(session); }},
    ExportRow{"report", "Save the report as JSON", "Report", "Save decisions, trail and goals as JSON",
              "-report.json", "application/json",
              [](const Session& session) { return session::report_json(session); }},
};

}  // namespace

std::span<const ExportRow> exports() {
  return export_rows;
}

}  // namespace ntk::web
