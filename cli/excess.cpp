// ntk excess: what an assignment grants beyond what its goals need, and what of it can be taken back.
#include "sim/analysis/excess.h"

#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::Excess;
using analysis::Permit;
using policy::World;
using scenario::JsonWriter;
using scenario::Scenario;

std::string command_of(const analysis::Revocable& revocable, const Scenario& scenario) {
  return to_text(session::Command(revocable.edit), scenario);
}

/// What is said where more were counted than are listed; empty where all are.
std::string left_out(std::uint64_t all, const std::vector<Permit>& listed) {
  if (all == listed.size()) return {};
  return "Only the first " + std::to_string(listed.size()) + " of " + std::to_string(all) + " are listed.";
}

/// `needed`: those that goals ask for; of a revocation, by goals that are not met.
std::vector<Row> rows_of(const std::vector<Permit>& permits, const std::vector<Permit>& needed,
                         const World& world) {
  std::vector<Row> rows;
  rows.reserve(permits.size());
  for (const Permit& each : permits) {
    const bool is_needed = analysis::is_in(needed, each);
    rows.push_back(
        {{world[each.user].id, Ink::strong},
         {world[each.record].id, Ink::plain},
         {world[each.record].title + (is_needed ? " (an open goal asks for it)" : ""), Ink::quiet}});
  }
  return rows;
}

std::string as_text(const Excess& found, const Scenario& scenario) {
  Page page(standard_output());
  page.heading(scenario.title);
  page.paragraph(analysis::verdict_in_words(found), 0, Ink::strong);
  page.paragraph(analysis::in_words(found));
  page.heading("What can be taken back, and every goal that is met stays met");
  if (found.revocable.empty()) page.paragraph("Nothing.", 2);
  const std::vector<Permit> needed = analysis::needed_permits(scenario);
  for (const auto& each : found.revocable) {
    page.paragraph(command_of(each, scenario), 2, Ink::strong);
    if (each.removes == 0) page.paragraph(analysis::removes_nothing, 4, Ink::quiet);
    page.table(rows_of(each.removed, needed, scenario.world), 4);
    if (const auto more = left_out(each.removes, each.removed); !more.empty()) page.paragraph(more, 4);
  }
  page.heading("In excess");
  if (found.excess.empty()) page.paragraph("Nothing.", 2);
  page.table(rows_of(found.excess, {}, scenario.world));
  if (const auto more = left_out(found.in_excess, found.excess); !more.empty()) page.paragraph(more, 2);
  return page.text();
}

void write_permits(JsonWriter& json, const std::vector<Permit>& permits, const World& world) {
  json.begin_array();
  for (const Permit& each : permits) {
    json.begin_object()
        .member("user", world[each.user].id)
        .member("record", world[each.record].id)
        .end_object();
  }
  json.end_array();
}

std::string as_json(const Excess& found, const Scenario& scenario) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("permits", found.permits)
      .member("needed", found.needed)
      .member("in_excess", found.in_excess)
      .member("as_given", found.as_given)
      .key("privileges")
      .begin_object();
  for (const analysis::Privilege each : analysis::all_privileges) {
    json.key(session::word(each))
        .begin_object()
        .member("granted", found.of(each).granted)
        .member("revocable", found.of(each).revocable)
        .end_object();
  }
  json.end_object().member("least", found.goals_met > 0 && found.revocable.empty()).key("excess");
  write_permits(json, found.excess, scenario.world);
  json.key("revocable").begin_array();
  for (const auto& each : found.revocable) {
    json.begin_object().member("command", command_of(each, scenario)).member("removes", each.removes);
    json.key("takes_back");
    if (each.takes_back) {
      json.value(session::word(*each.takes_back));
    } else {
      json.null();
    }
    json.key("removed");
    write_permits(json, each.removed, scenario.world);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

ExitCode excess(const SessionInput& input) {
  ExitCode status = done;
  const auto session = open_session(input, status);
  if (!session || !reveals_assignment(*session, status)) return status;
  const Excess found = analysis::excess(*session);
  const Scenario& scenario = session->scenario();
  write_output(input.json() ? as_json(found, scenario) : as_text(found, scenario));
  return found.revocable.empty() ? done : answer_is_no;
}

}  // namespace

void add_excess(Program& program) {
  auto input = std::make_shared<SessionInput>();
  program.verb("excess", "Tell what is granted beyond what the goals need")
      .session(*input)
      .format(input->format)
      .footer(
          R"(Requests that have no current run are run first. Exit status: 0 nothing can be taken back by one edit
without a goal being lost; 1 something can; 2 wrong usage; 3 a file cannot be read, the scenario is
faulty, or a command was refused.)")
      .does([input] { return excess(*input); });
}

}  // namespace ntk::cli
