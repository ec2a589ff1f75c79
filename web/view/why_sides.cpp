// What the user sees of a run, and what the audit trail records of it.
#include <variant>

#include "sim/policy/phrases.h"
#include "web/view/why_parts.h"

namespace ntk::web {
namespace {

using policy::Record;
using session::Run;
using session::Session;

/// A record with its content, as the user sees it.
WhyRecord shown(const Record& record) {
  WhyRecord view{record.title, std::string(policy::title(record.category)), false, {}};
  for (const policy::Field& each : record.fields)
    view.fields.push_back({policy::field_label(each.name), each.value});
  return view;
}

void see_what_was_found(WhySide& side, const Run& run) {
  for (const policy::Hit& hit : run.decision.hits) {
    if (!hit.withheld()) side.records.push_back(shown((*run.world)[hit.record]));
  }
  if (side.records.empty()) side.summary = "No record found.";
  if (side.records.size() != run.decision.hits.size())
    side.note = "Nothing shows that other records matched.";
}

}  // namespace

WhySide view_seen(const Run& run) {
  const policy::World& world = *run.world;
  WhySide side;
  side.heading = "What " + world[run.asked.user].name + " sees";
  const auto record = record_asked(run.asked);
  if (!run.decision.permitted()) {
    side.summary = "Access denied; no data is shown.";
  } else if (policy::finds_records(run.asked.operation)) {
    see_what_was_found(side, run);
  } else if (!record) {
    side.summary = "A confirmation only.";
  } else if (world[*record].absent) {
    side.summary = "No record found.";
  } else {
    side.records.push_back(shown(world[*record]));
  }
  return side;
}

WhySide view_recorded(const Session& session, const Run& run) {
  const session::AuditEvent& event = session.trail().events()[static_cast<std::size_t>(run.event) - 1];
  const policy::World& world = *run.world;
  WhySide side;
  side.heading = "What the trail records";
  side.event = "Event " + std::to_string(event.sequence) + ", " + policy::in_words(event.moment) + ": " +
               std::string(scenario::title(event.outcome));
  if (!run.decision.permitted()) {
    side.summary = "Nothing returned. Failed checks: " + codes_in_words(event.failed) + ".";
  } else if (policy::finds_records(event.operation)) {
    side.summary = run.decision.hits.empty() ? "No record found."
                                             : std::to_string(event.returned.size()) + " returned, " +
                                                   std::to_string(event.withheld.size()) + " withheld.";
  }
  for (const auto record : event.returned)
    side.records.push_back({world[record].title, "returned", false, {}});
  for (const session::WithheldRecord& withheld : event.withheld) {
    side.records.push_back(
        {world[withheld.record].title, "withheld: " + codes_in_words(withheld.failed), true, {}});
  }
  return side;
}

std::optional<policy::Ref<Record>> record_asked(const policy::Request& request) {
  if (const auto* record = std::get_if<policy::Ref<Record>>(&request.target)) return *record;
  return std::nullopt;
}

std::string codes_in_words(const std::vector<policy::CheckId>& checks) {
  std::string text;
  for (const policy::CheckId each : checks)
    text += (text.empty() ? "" : ", ") + std::string(policy::check(each).code);
  return text;
}

}  // namespace ntk::web
