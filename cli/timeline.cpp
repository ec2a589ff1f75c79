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

ExitCode timeline(const SessionInput& input) {
  ExitCode status = done;
  const auto session = open_session(input, status);
  if (!session) return status;
  const auto lapses = analysis::timeline(session->world(), session->clock().day);
  print(input.json() ? as_json(lapses) : as_text(lapses));
  return done;
}

}  // namespace

void add_timeline(Program& program) {
  auto input = std::make_shared<SessionInput>();
  program.verb("timeline", "Print what begins and what lapses, by day")
      .session(*input)
      .format(input->format)
      .footer(
          "Days are those after the clock. Exit status: 0 printed; 2 wrong usage; 3 a file cannot be read, "
          "the\n"
          "scenario is faulty, or a command was refused.")
      .does([input] { return timeline(*input); });
}

}  // namespace ntk::cli
