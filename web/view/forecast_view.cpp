#include "web/view/forecast_view.h"

#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"
#include "web/view/calendar_view.h"

namespace ntk::web {
namespace {

using analysis::Outcome;
using scenario::JsonWriter;

void write_foreseen_outcomes(JsonWriter& json, const std::vector<Outcome>& outcomes) {
  json.key("endings").begin_array();
  for (const Outcome& each : outcomes) {
    json.begin_object().member("mark", mark_word(each)).member("words", outcome_in_words(each)).end_object();
  }
  json.end_array();
}

void write_foreseen_flips(JsonWriter& json, const std::vector<analysis::OutcomeFlip>& flips) {
  json.key("flips").begin_array();
  for (const analysis::OutcomeFlip& each : flips) {
    json.begin_object().member("request", each.request).member("words", flip_in_words(each)).end_object();
  }
  json.end_array();
}

}  // namespace

std::string outcome_in_words(const Outcome& outcome) {
  if (!outcome.permitted) {
    return outcome.primary ? "Denied by " + std::string(policy::check(*outcome.primary).code) : "Denied";
  }
  return outcome.withheld == 0 ? "Permitted" : "Permitted, " + std::to_string(outcome.withheld) + " withheld";
}

std::string_view mark_word(const Outcome& outcome) {
  if (!outcome.permitted) return "deny";
  return outcome.withheld == 0 ? "permit" : "partial";
}

std::string flip_in_words(const analysis::OutcomeFlip& flip) {
  return "From this day on " + policy::in_sentence(outcome_in_words(flip.to)) + ", until then " +
         policy::in_sentence(outcome_in_words(flip.from)) + ".";
}

std::string flips_in_words(std::size_t flips, bool first_day) {
  if (first_day) return "As it stands today.";
  if (flips == 0) return "Every request ends as it did before.";
  return std::to_string(flips) + (flips == 1 ? " request ends" : " requests end") +
         " otherwise from this day on.";
}

std::string_view about_forecast() {
  return "How every request would end if it were asked on a day to come, at its time of day and with the "
         "script run from its beginning. A request that states a later day of its own keeps it, one that "
         "states an earlier day is moved. "
         "Nothing is run, and the clock stands still.";
}

std::string forecast_in_words(const analysis::Forecast& forecast) {
  std::size_t with_flips = 0;
  policy::Date last{};
  for (const analysis::OutcomeFlip& each : forecast.flips()) {
    if (with_flips == 0 || each.day != last) ++with_flips;
    last = each.day;
  }
  const std::size_t days = forecast.days().size() - 1;
  if (days == 0) return "No day to come changes anything.";
  if (with_flips == 0) return "No outcome flips on any of the days to come.";
  return "Outcomes flip on " + std::to_string(with_flips) + " of the " + std::to_string(days) +
         (days == 1 ? " day" : " days") + " to come on which anything begins, lapses or is asked.";
}

std::string forecast_model(const session::Session& session, std::size_t first, std::size_t decisions) {
  const analysis::Setting setting = analysis::assigned_setting(session);
  const std::vector<policy::Date> days = analysis::days_of_change(setting);
  JsonWriter json;
  json.begin_object().member("count", days.size()).member("about", about_forecast());
  json.key("requests").begin_array();
  for (const scenario::ScriptedRequest& each : setting.requests) {
    json.begin_object().member("id", each.id).member("title", each.title).end_object();
  }
  json.end_array().key("days").begin_array();
  std::vector<Outcome> before;
  if (first > 0 && first < days.size()) before = analysis::outcomes_on(setting, days[first - 1]);
  std::size_t decided = 0;
  for (std::size_t i = first; i < days.size() && (i == first || decided < decisions); ++i) {
    const std::vector<Outcome> outcomes = analysis::outcomes_on(setting, days[i]);
    const auto flips = analysis::flips_between(before, outcomes, days[i]);
    json.begin_object()
        .member("day", policy::to_text(days[i]))
        .member("date", policy::in_words(days[i]))
        .member("words", day_in_words(days[i], setting.moment.day))
        .member("said", flips_in_words(flips.size(), i == 0))
        .member("moved", analysis::moved_in_words(setting, days[i]));
    json.key("command");
    if (const auto move = move_to(days[i], setting.moment)) {
      json.value(session::to_text(*move, session.scenario()));
    } else {
      json.null();
    }
    write_foreseen_outcomes(json, outcomes);
    write_foreseen_flips(json, flips);
    json.end_object();
    before = outcomes;
    decided += outcomes.size();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace ntk::web
