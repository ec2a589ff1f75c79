// ntk timeline: what begins and what lapses in a scenario, and on which day; with --forecast also which
// requests then end otherwise.
#include "sim/analysis/timeline.h"

#include <memory>

#include "cli/files.h"
#include "cli/page.h"
#include "cli/session_input.h"
#include "cli/verbs.h"
#include "sim/analysis/forecast.h"
#include "sim/scenario/json_writer.h"

namespace ntk::cli {
namespace {

using analysis::Lapse;

struct TimelineOptions {
  SessionInput input;
  bool forecast = false;
};

/// Of all days, at once: nobody watches.
analysis::Forecast forecast_of(const session::Session& session) {
  analysis::Forecast forecast(analysis::assigned_setting(session));
  while (!forecast.done()) forecast.advance(1);
  return forecast;
}

void add_flips(Page& page, const analysis::Forecast& forecast) {
  const std::vector<analysis::OutcomeFlip> flips = forecast.flips();
  page.heading("Requests that end otherwise from a day on");
  if (flips.empty()) page.paragraph("Every request ends on each of these days as it does today.");
  const std::string moved = analysis::moved_in_words(forecast.setting(), forecast.days().back());
  if (!moved.empty()) page.paragraph("On the last of these days: " + moved);
  std::vector<Row> rows;
  for (const analysis::OutcomeFlip& each : flips) {
    const auto& request = forecast.setting().requests[each.request];
    rows.push_back(
        {{policy::to_text(each.day), Ink::plain},
         {request.id, Ink::strong},
         {in_words(each.from) + " -> " + in_words(each.to), each.to.permitted ? Ink::good : Ink::bad},
         {request.title, Ink::plain}});
  }
  page.table(rows);
}

std::string as_text(const std::vector<Lapse>& lapses, const analysis::Forecast* forecast) {
  Page page(standard_output());
  if (lapses.empty()) page.paragraph("Nothing begins or lapses after the clock of this scenario.");
  std::vector<Row> rows;
  rows.reserve(lapses.size());
  for (const Lapse& each : lapses) {
    rows.push_back({{policy::to_text(each.day), Ink::plain},
                    {each.begins ? "begins" : "lapses", each.begins ? Ink::good : Ink::bad},
                    {std::string(code_of(each)), Ink::strong},
                    {each.what, Ink::plain}});
  }
  page.table(rows);
  if (forecast != nullptr) add_flips(page, *forecast);
  return page.text();
}

void write_outcome(scenario::JsonWriter& json, const analysis::Outcome& outcome) {
  json.begin_object().member("permitted", outcome.permitted).member("withheld", outcome.withheld);
  json.key("rule");
  if (outcome.primary) {
    json.value(policy::check(*outcome.primary).code);
  } else {
    json.null();
  }
  json.end_object();
}

void write_flips(scenario::JsonWriter& json, const analysis::Forecast& forecast) {
  json.key("flips").begin_array();
  for (const analysis::OutcomeFlip& each : forecast.flips()) {
    json.begin_object()
        .member("day", policy::to_text(each.day))
        .member("request", forecast.setting().requests[each.request].id);
    write_outcome(json.key("from"), each.from);
    write_outcome(json.key("to"), each.to);
    json.end_object();
  }
  json.end_array();
  // What is asked on a later day than it states, on the last day of the forecast.
  json.key("moved").begin_array();
  for (const std::uint32_t each : analysis::moved_to(forecast.setting(), forecast.days().back()))
    json.value(forecast.setting().requests[each].id);
  json.end_array();
}

std::string as_json(const std::vector<Lapse>& lapses, const analysis::Forecast* forecast) {
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
  json.end_array();
  if (forecast != nullptr) write_flips(json, *forecast);
  json.end_object();
  return json.take() + '\n';
}

ExitCode timeline(const TimelineOptions& options) {
  ExitCode status = done;
  const auto session = open_session(options.input, status);
  if (!session || (options.forecast && !reveals_assignment(*session, status))) return status;
  const auto lapses = analysis::timeline(session->world(), session->clock().day);
  std::optional<analysis::Forecast> forecast;
  if (options.forecast) forecast = forecast_of(*session);
  const analysis::Forecast* told = forecast ? &*forecast : nullptr;
  write_output(options.input.json() ? as_json(lapses, told) : as_text(lapses, told));
  return done;
}

}  // namespace

void add_timeline(Program& program) {
  auto options = std::make_shared<TimelineOptions>();
  program.verb("timeline", "Print what begins and what lapses, by day")
      .session(options->input)
      .flag("--forecast", options->forecast, "Say too which requests end otherwise from which day on")
      .format(options->input.format)
      .footer(
          R"(Days are those after the clock. A forecast asks every request on each of these days at its time of day,
as `run all` does, and moves no clock. Exit status: 0 printed; 2 wrong usage; 3 a file cannot be read, the
scenario is faulty, or a command was refused.)")
      .does([options] { return timeline(*options); });
}

}  // namespace ntk::cli
