// Words that the panels and the text page both say, where no view of its own makes them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "sim/session/session.h"

namespace ntk::web {

inline constexpr std::string_view misconceptions_title = "Rules to look at again";
inline constexpr std::string_view concealed_words = "To be found out from the trail.";
inline constexpr std::string_view concealed_why =
    "Only the trail is given: here stand the rules that failed, and nothing of the case, until what is wrong "
    "is found.";

/// Why what tells outcomes beforehand (the access matrix, a comparison, a forecast, what would change a
/// decision) is not shown yet: predictions come first. Empty where it is shown.
inline std::string_view shut_because(const session::Session& session) {
  if (session.conceals()) return "This opens when all that is wrong has been found.";
  if (session.predictions_awaited() > 0) {
    return "This shows outcomes: it opens once you have predicted, in Requests, what the lesson wants "
           "predicted.";
  }
  return {};
}

inline constexpr std::string_view nothing_runs =
    "Only the trail is given: nothing can be run until all that is wrong has been named, in Assign.";

/// Why a request cannot be run yet; empty where it can.
inline std::string_view run_waits_for(const session::Session& session, std::uint32_t request) {
  if (session.conceals()) return nothing_runs;
  if (!session.awaits_prediction(request)) return {};
  return request < session.scenario().requests.size()
             ? "Predict how it will end first."
             : "The script asks the same, and wants it predicted first.";
}

/// Why not all can be run yet: "2 requests want a prediction first."
inline std::string run_all_waits_for(const session::Session& session) {
  if (session.conceals()) return std::string(nothing_runs);
  const std::size_t awaited = session.predictions_awaited();
  if (awaited == 0) return {};
  return std::to_string(awaited) + (awaited == 1 ? " request wants" : " requests want") +
         " a prediction first.";
}

/// How many of the predictions that the lesson asks for were right the first time. Later ones are retries.
inline std::size_t first_predictions_hit(const session::Session& session) {
  std::set<std::uint32_t> asked;
  for (const scenario::AskedPrediction& each : session.scenario().predictions) asked.insert(each.request);
  const auto firsts = session.first_predictions();
  return static_cast<std::size_t>(
      std::count_if(firsts.begin(), firsts.end(), [&](const session::FirstPrediction& each) {
        return asked.contains(each.request) && each.result == session::PredictionResult::hit;
      }));
}

/// "2 of 5 predictions right the first time"; empty where none is asked for.
inline std::string predictions_in_words(const session::Session& session) {
  const std::size_t asked = session.scenario().predictions.size();
  if (asked == 0) return {};
  return std::to_string(first_predictions_hit(session)) + " of " + std::to_string(asked) +
         (asked == 1 ? " prediction" : " predictions") + " right the first time";
}

/// Whether there is a misconception log: something is asked to be predicted, or was.
inline bool shows_misconceptions(const session::Session& session) {
  return !session.scenario().predictions.empty() || !session.predictions().empty();
}

}  // namespace ntk::web
