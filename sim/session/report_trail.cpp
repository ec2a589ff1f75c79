#include "sim/session/report_trail.h"

#include <utility>

#include "sim/scenario/value_reader.h"
#include "sim/session/seal.h"

namespace ntk::session {
namespace {

using scenario::JsonKind;
using scenario::JsonMember;
using scenario::JsonValue;
using scenario::Node;

bool has_key_of_report(const JsonValue& value) {
  return scenario::find_member(value, "audit") != nullptr ||
         scenario::find_member(value, "report") != nullptr;
}

void read_events(scenario::Diagnostics& diagnostics, JsonValue& report, JsonValue& events) {
  for (JsonMember& each : report.members) {
    if (each.key != "audit") continue;
    const Node audit{&each.value, "/audit", "audit", 0};
    if (!audit.is(JsonKind::array)) report_kind(diagnostics, audit, "the list of events");
    events = std::move(each.value);
    return;
  }
  diagnostics.add(scenario::Code::missing_key, report.span, "", "a report needs the key `audit`",
                  "`ntk run --format json` writes the trail there");
}

}  // namespace

bool is_report(std::string_view text) {
  const auto read = [](std::string_view part, JsonValue& value) {
    scenario::Diagnostics diagnostics(part);
    auto whole = scenario::parse_json(diagnostics, &value);
    if (!whole) return false;
    value = *std::move(whole);
    return true;
  };
  JsonValue value;
  if (!read(text.substr(0, text.find('\n')), value)) read(text, value);  // a report has many lines, or one
  return has_key_of_report(value);
}

ReportTrailResult read_report_trail(std::string_view text) {
  scenario::Diagnostics diagnostics(text, "a report is one object: `{ ... }`");
  ReportTrailResult result;
  if (auto report = scenario::parse_json(diagnostics)) {
    ReportTrail trail;
    if (const JsonMember* seal = scenario::find_member(*report, "seal"))
      trail.seal = read_seal(diagnostics, {&seal->value, "/seal", "seal", 0});
    read_events(diagnostics, *report, trail.events);
    if (!diagnostics.has_errors()) result.trail = std::move(trail);
  }
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

}  // namespace ntk::session
