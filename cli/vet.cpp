// ntk vet: a file of persons in, a file of responses out, an audit event for each.
#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/persons.h"
#include "sim/session/vetting.h"

namespace ntk::cli {
namespace {

struct VetOptions {
  SessionInput input;
  std::string request;
  std::string persons;  ///< file
  std::string trail;    ///< file to write; empty: none
};

using Persons = std::vector<std::vector<policy::Field>>;

std::optional<Persons> persons_of(const std::string& file, bool json) {
  const auto text = read_file(file);
  if (!text) return std::nullopt;
  auto read = scenario::read_persons(*text);
  report_diagnostics(read.diagnostics, shown_name(file), read.persons.has_value(), json);
  return std::move(read.persons);
}

std::string as_text(const session::Session& session, std::uint32_t request) {
  Page page(standard_output());
  std::vector<Row> rows;
  for (const session::VettingResponse& each : session::vetting_responses(session, request)) {
    std::string person, returned;
    for (const policy::Field& field : each.person)
      person += (person.empty() ? "" : ", ") + field.name + " " + field.value;
    for (const auto record : each.returned)
      returned += (returned.empty() ? "" : ", ") + session.world()[record].id;
    rows.push_back({{"event " + std::to_string(each.event), Ink::quiet},
                    {person, Ink::strong},
                    {each.permitted ? "permitted" : "denied", each.permitted ? Ink::good : Ink::bad},
                    {policy::counted(each.returned.size(), "match", "matches"), Ink::plain},
                    {returned, Ink::plain}});
  }
  page.table(rows);
  return page.text();
}

ExitCode vet(const VetOptions& options) {
  if (same_input_twice({options.input.scenario, options.input.commands, options.persons})) return wrong_usage;
  ExitCode status = done;
  auto session = open_session(options.input, status);
  if (!session) return status;
  const auto request = find_request(*session, options.request);
  if (!request) return wrong_usage;
  const auto persons = persons_of(options.persons, options.input.json());
  if (!persons) return bad_input;
  for (const session::Command& each : session::vetting_commands(options.request, *persons)) {
    if (const auto refused = session->apply(each)) {
      complain(refused->message + (refused->help.empty() ? "" : "; " + refused->help));
      return wrong_usage;
    }
  }
  write_output(options.input.json() ? session::vetting_json(*session, *request)
                                    : as_text(*session, *request));
  return options.trail.empty() || write_trail(*session, options.trail) ? done : bad_input;
}

}  // namespace

void add_vet(Program& program) {
  auto options = std::make_shared<VetOptions>();
  program.verb("vet", "Put a file of persons to a vetting request, and print the responses")
      .session(options->input)
      .argument("REQUEST", options->request, "The id of a request whose operation is vet")
      .argument("PERSONS", options->persons, "A JSON list of objects: field names and values of each person")
      .format(options->input.format)
      .option("--trail", "FILE", options->trail, "Write the audit trail to FILE and its seal to FILE.seal")
      .footer(
          R"(Every person is an event of the trail. The responses tell what the user who asks may see, nothing
else. Exit status: 0 every person was put to it, permitted or denied; 2 wrong usage, or the request
vets nobody; 3 a file cannot be read or written, or is faulty, or a command was refused.)")
      .does([options] { return vet(*options); });
}

}  // namespace ntk::cli
