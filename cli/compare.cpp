// ntk compare: two assignments of one scenario, and every decision that comes out otherwise.
#include "sim/analysis/compare.h"

#include <memory>

#include "cli/files.h"
#include "cli/marks.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::Comparison;
using policy::Decision;
using policy::World;
using scenario::JsonWriter;
using scenario::Scenario;
using session::Session;
using Records = std::vector<policy::Ref<policy::Record>>;

struct CompareOptions {
  SessionInput input;
  std::string first, second;  ///< files of commands; without a second, the first is the second
};

// ---- Text --------------------------------------------------------------------------------------

Row outcome_row(const std::string& name, const std::optional<Decision>& decision) {
  if (!decision) return {{"  " + name, Ink::quiet}, {"· not run", Ink::quiet}};
  return {{"  " + name, Ink::quiet},
          mark(decision->permitted()),
          {codes(decision->verdicts.failed()), Ink::plain}};
}

/// What was returned; of a search the records that are shown, and those that are withheld, with the rules.
void add_returned(std::vector<Row>& rows, const Scenario& scenario, const policy::Request& request,
                  const std::optional<Decision>& decision, const Records& returned) {
  if (!decision) return;
  const World& world = scenario.world;
  if (!policy::finds_records(request.operation)) {
    for (const auto each : returned)
      rows.push_back({{"", Ink::plain}, {"returned", Ink::quiet}, {world[each].id, Ink::plain}});
    const bool of_a_record = std::holds_alternative<policy::Ref<policy::Record>>(request.target);
    if (decision->permitted() && of_a_record && returned.empty())
      rows.push_back({{"", Ink::plain}, {"returned", Ink::quiet}, {"nothing", Ink::quiet}});
    return;
  }
  for (const policy::Hit& each : decision->hits) {
    rows.push_back({{"", Ink::plain},
                    {each.withheld() ? "withheld" : "shown", Ink::quiet},
                    {world[each.record].id +
                         (each.withheld() ? " (" + codes(each.verdicts.failed()) + ")" : std::string()),
                     Ink::plain}});
  }
}

void add_values(Page& page, const Comparison& found, const Scenario& scenario) {
  page.heading("Assigned");
  if (found.values.empty()) page.paragraph("The same.", 2);
  for (const auto& each : found.values) {
    page.paragraph("- " + each.command(scenario, each.first), 2, Ink::bad);
    page.paragraph("+ " + each.command(scenario, each.second), 2, Ink::good);
  }
}

void add_requests(Page& page, const Comparison& found, const Scenario& scenario,
                  const std::vector<std::string>& names) {
  page.heading("Requests that come out otherwise");
  std::vector<Row> rows;
  for (const auto& each : found.requests) {
    rows.push_back({{scenario.requests[each.request].id, Ink::strong},
                    {"", Ink::plain},
                    {scenario.requests[each.request].title, Ink::plain}});
    const policy::Request& request = scenario.requests[each.request].request;
    rows.push_back(outcome_row(names[0], each.first));
    add_returned(rows, scenario, request, each.first, each.first_returned);
    rows.push_back(outcome_row(names[1], each.second));
    add_returned(rows, scenario, request, each.second, each.second_returned);
  }
  page.table(rows);
  page.paragraph(std::to_string(found.requests.size()) + " of " + std::to_string(found.requests_compared), 2,
                 Ink::quiet);
}

void add_cells(Page& page, const Comparison& found, const World& world) {
  page.heading("Users and records that come out otherwise");
  std::vector<Row> rows;
  for (const analysis::CellFlip& each : found.cells) {
    rows.push_back({{world[each.user].id, Ink::strong},
                    {world.records[each.column].id, Ink::plain},
                    mark(each.before),
                    {"→", Ink::quiet},
                    mark(each.after)});
  }
  page.table(rows);
  page.paragraph(std::to_string(found.cells_differing) + " of " + std::to_string(found.cells_compared), 2,
                 Ink::quiet);
  if (found.cells.size() < found.cells_differing)
    page.paragraph("Only the first " + std::to_string(found.cells.size()) + " are listed.", 2);
}

std::string as_text(const Comparison& found, const Scenario& scenario,
                    const std::vector<std::string>& names) {
  Page page(standard_output());
  page.heading(scenario.title);
  page.paragraph(names[0] + " → " + names[1]);
  add_values(page, found, scenario);
  add_requests(page, found, scenario, names);
  add_cells(page, found, scenario.world);
  return page.text();
}

// ---- JSON --------------------------------------------------------------------------------------

void write_checks(JsonWriter& json, const std::vector<policy::CheckId>& failed) {
  json.key("failed").begin_array();
  for (const policy::CheckId each : failed) json.value(policy::check(each).code);
  json.end_array();
}

void write_decision(JsonWriter& json, const World& world, const std::optional<Decision>& decision,
                    const Records& returned) {
  if (!decision) {
    json.null();
    return;
  }
  json.begin_object().member("outcome", decision->permitted() ? "permit" : "deny");
  write_checks(json, decision->verdicts.failed());
  json.key("returned").begin_array();
  for (const auto each : returned) json.value(world[each].id);
  json.end_array().key("withheld").begin_array();
  for (const policy::Hit& each : decision->hits) {
    if (!each.withheld()) continue;
    json.begin_object().member("record", world[each.record].id);
    write_checks(json, each.verdicts.failed());
    json.end_object();
  }
  json.end_array().end_object();
}

std::string as_json(const Comparison& found, const Scenario& scenario) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object().member("same", found.same()).key("values").begin_array();
  for (const auto& each : found.values) {
    json.begin_object()
        .member("first", each.command(scenario, each.first))
        .member("second", each.command(scenario, each.second))
        .end_object();
  }
  json.end_array().key("requests").begin_array();
  for (const auto& each : found.requests) {
    json.begin_object().member("request", scenario.requests[each.request].id).key("first");
    write_decision(json, scenario.world, each.first, each.first_returned);
    json.key("second");
    write_decision(json, scenario.world, each.second, each.second_returned);
    json.end_object();
  }
  json.end_array().key("cells").begin_array();
  for (const analysis::CellFlip& each : found.cells) {
    json.begin_object()
        .member("user", scenario.world[each.user].id)
        .member("record", scenario.world.records[each.column].id)
        .member("first", word(each.before))
        .member("second", word(each.after))
        .end_object();
  }
  json.end_array()
      .member("requests_compared", found.requests_compared)
      .member("cells_differing", found.cells_differing)
      .member("cells_compared", found.cells_compared)
      .end_object();
  return json.take() + '\n';
}

// ---- The verb ----------------------------------------------------------------------------------

ExitCode compare(const CompareOptions& options) {
  if (same_input_twice({options.input.scenario, options.input.commands, options.first, options.second}))
    return wrong_usage;
  ExitCode status = done;
  std::string hash;
  auto first = open_session(options.input, status, &hash);
  if (!first) return status;
  Session second = *first;
  const bool json = options.input.json();
  std::vector<std::string> names{"as shipped", shown_name(options.first)};
  if (!options.second.empty()) {
    if (!apply_file(*first, options.first, json, hash)) return bad_input;
    names = {shown_name(options.first), shown_name(options.second)};
  }
  if (!apply_file(second, options.second.empty() ? options.first : options.second, json, hash))
    return bad_input;
  // Who has named all that is wrong in one of them may see both.
  if (second.conceals() && !reveals_assignment(*first, status)) return status;
  const Comparison found = analysis::compare(*first, second);
  const Scenario& scenario = first->scenario();
  write_output(json ? as_json(found, scenario) : as_text(found, scenario, names));
  return found.same() ? done : answer_is_no;
}

}  // namespace

void add_compare(Program& program) {
  auto options = std::make_shared<CompareOptions>();
  program.verb("compare", "Tell which decisions differ between two assignments")
      .argument("SCENARIO", options->input.scenario, "The scenario file")
      .argument("FIRST", options->first, "A file of commands")
      .argument("SECOND", options->second,
                "Another; left out, the scenario as shipped is compared with FIRST", Needed::no)
      .commands(options->input.commands, "A file of commands to apply to both first")
      .format(options->input.format)
      .footer(
          R"(Every user and record and every request of the script is compared. Exit status: 0 all the same;
1 something differs; 2 wrong usage; 3 a file cannot be read, the scenario is faulty, or a command was
refused.)")
      .does([options] { return compare(*options); });
}

}  // namespace ntk::cli
