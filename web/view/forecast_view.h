// What is foreseen, in the words of both views: how each request ends on a day, and what flips on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/forecast.h"

namespace ntk::web {

/// "Permitted", "Permitted, 2 withheld", "Denied by AC-3"
std::string outcome_in_words(const analysis::Outcome& outcome);
/// "permit", "partial" or "deny": the mark and the colour (web/page/marks.js).
std::string_view mark_word(const analysis::Outcome& outcome);
/// "From this day on denied by AC-3, until then permitted."
std::string flip_in_words(const analysis::OutcomeFlip& flip);
/// "1 request ends otherwise from this day on.", "Every request ends as on the day before."
std::string flips_in_words(std::size_t flips, bool first_day);

/// What stands above the scrubber.
std::string_view about_forecast();
/// "3 of 12 days on which something changes flip an outcome."
std::string forecast_in_words(const analysis::Forecast& forecast);

/// A slice of the forecast as JSON, from a day on, until so many requests were decided:
///
///   count      how many days there are in all
///   summary    about what is foreseen, where nothing is asked: empty
///   requests[] {id, number, title}
///   days[]     {day, date, words, said, moved, command, endings[], flips[]}
///     endings[]  {mark, words}                  of all requests, in order
///     flips[]    {request, words}               position of the request
std::string forecast_model(const session::Session& session, std::size_t first, std::size_t decisions);

}  // namespace ntk::web
