// ntk timeline: what begins and what lapses in a scenario, and on which day.
#include "sim/analysis/timeline.h"

#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::Lapse;

struct TimelineOptions {
  SessionInput input;
  std::string format = "text";
};

std::string as_text(const std::vector<Lapse>& lapses) {
  Page page(standard_output());
  if (lapses.empty()) page.paragraph("Nothing begins or lapses after the clock of this scenario.");
  std::vector<Row> rows;
  for (const Lapse& each : lapses) {
    rows.push_back({{policy::to_text(each.day), Ink::plain},
                    {each.begins ? "begins" : "lapses", each.begins ? Ink::good : Ink::bad},
                    {std::string(code_of(each)), Ink::strong},
                    {each.what, Ink::plain}});
  }
  page.table(rows);
  return page.text();
}

std::string as_json(const std::vector<Lapse>& lapses) {
  scenario::JsonWriter json(scenario::JsonWriter::Layout::pretty);
  json.begin_object().key("timeline").begin_array();
  for (const Lapse& each : lapses) {
    json.begin_object()
        .member("day", policy::to_text(each.day))
        .member("begins", each.begins)
        .member("rule", code_of(each))
        .member("what", each.what)
        .end_object();
  }
  json.end_array().end_object();
  return json.take() + '\n';
}

ExitCode timeline(const TimelineOptions& options) {
  ExitCode status = done;
  const auto session = open_session(options.input, status);
  if (!session) return status;
  const auto lapses = analysis::timeline(session->world(), session->clock().day);
  print(options.format == "json" ? as_json(lapses) : as_text(lapses));
  return done;
}

}  // namespace

void add_timeline(CLI::App& program, ExitCode& status) {
  auto options = std::make_shared<TimelineOptions>();
  CLI::App* verb = program.add_subcommand("timeline", "Print what begins and what lapses, by day");
  verb->add_option("SCENARIO", options->input.scenario, "The scenario file")->required()->option_text(" ");
  verb->add_option("--apply", options->input.commands, "A file of commands, or a submission, to apply first")
      ->type_name("COMMANDS");
  verb->add_option("--format", options->format, "text or json")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  verb->footer(
      "Days are those after the clock. Exit status: 0 printed; 2 wrong usage; 3 a file cannot be read, the\n"
      "scenario is faulty, or a command was refused.");
  verb->callback([options, &status] {
    options->input.json = options->format == "json";
    status = timeline(*options);
  });
}

}  // namespace ntk::cli
