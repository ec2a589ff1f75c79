#include "web/view/goals_view.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "sim/policy/phrases.h"
#include "sim/session/misconceptions.h"
#include "web/view/header_view.h"

namespace ntk::web {
namespace {

using session::GoalState;
using session::Session;

std::string_view in_words(GoalState state) {
  switch (state) {
    case GoalState::met:
      return "Met";
    case GoalState::unmet:
      return "Not met";
    case GoalState::open:
      break;
  }
  return "Open";
}

/// How many of the predictions that the lesson asks for were right the first time. Later ones are retries.
std::size_t first_predictions_hit(const Session& session) {
  std::set<std::uint32_t> asked;
  for (const scenario::AskedPrediction& each : session.scenario().predictions) asked.insert(each.request);
  const auto firsts = session.first_predictions();
  return static_cast<std::size_t>(
      std::count_if(firsts.begin(), firsts.end(), [&](const session::FirstPrediction& each) {
        return asked.contains(each.request) && each.result == session::PredictionResult::hit;
      }));
}

/// "2 of 5 predictions right the first time"; empty where none is asked for.
std::string predictions_in_words(const Session& session) {
  const std::size_t asked = session.scenario().predictions.size();
  if (asked == 0) return {};
  return std::to_string(first_predictions_hit(session)) + " of " +
         policy::counted(asked, "prediction", "predictions") + " right the first time";
}

/// Whether there is a misconception log: something is asked to be predicted, or was.
bool shows_misconceptions(const Session& session) {
  return !session.scenario().predictions.empty() || !session.predictions().empty();
}

std::string points_in_words(int points) {
  return policy::counted(static_cast<std::size_t>(points), "point", "points");
}

/// "2 points"; "2 points (1 if a later prediction is right)".
std::string points_of(const scenario::Goal& goal) {
  const auto* prediction = std::get_if<scenario::PredictionGoal>(&goal.assertion);
  const int later = prediction ? prediction->later_points.value_or(0) : 0;
  return points_in_words(goal.points) +
         (later > 0 ? " (" + std::to_string(later) + " if a later prediction is right)" : "");
}

/// The revealed hints for one goal, or for none in particular.
std::vector<HintRow> hints_for(const Session& session, std::optional<std::uint32_t> goal) {
  std::vector<HintRow> hints;
  for (std::size_t i = 0; i < session.hints_revealed(); ++i) {
    const scenario::Hint& hint = session.scenario().hints[i];
    if (hint.goal == goal) hints.push_back({hint.text, i + 1});
  }
  return hints;
}

GoalRow goal_row(const Session& session, std::uint32_t index) {
  const scenario::Goal& goal = session.scenario().goals[index];
  session::GoalStatus status = session.goal_status(index);
  return {goal.id,
          goal.title,
          status.state,
          in_words(status.state),
          std::move(status.evidence),
          points_of(goal),
          hints_for(session, index),
          status.points};
}

MisconceptionsView misconceptions_of(const Session& session) {
  MisconceptionsView view;
  view.shown = shows_misconceptions(session);
  if (!view.shown) return view;
  view.title = "Rules to look at again";
  for (const session::Misconception& each : session::misconceptions(session)) {
    const policy::Check& rule = policy::check(each.rule);
    view.rules.push_back({rule.code, session::in_words(each), rule.sentence});
  }
  if (view.rules.empty()) view.empty = session::no_misconceptions(session);
  return view;
}

void add_hint_button(GoalsView& view, const Session& session) {
  const std::size_t all = session.scenario().hints.size();
  view.hints_shown = session.hints_revealed();
  view.hints_left = all - view.hints_shown;
  if (view.hints_left == 0 || session.scenario().assist.hints == scenario::Availability::never) return;
  view.hint_button = std::string(named::show_a_hint) + " (" + std::to_string(view.hints_shown + 1) + " of " +
                     std::to_string(all) + ")";
}

}  // namespace

GoalsView view_goals(const Session& session) {
  GoalsView view;
  const std::size_t count = session.scenario().goals.size();
  std::size_t met = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    view.goals.push_back(goal_row(session, i));
    view.points += session.scenario().goals[i].points;
    view.points_met += view.goals.back().earned;
    if (view.goals.back().state == GoalState::met) ++met;
  }
  if (count == 0) {
    view.empty = "This lesson sets no goals. Try what you like.";
  } else {
    view.progress = std::to_string(met) + " of " + policy::counted(count, "goal", "goals") + " met, " +
                    std::to_string(view.points_met) + " of " + points_in_words(view.points);
  }
  view.predictions = predictions_in_words(session);
  view.hints = hints_for(session, std::nullopt);
  add_hint_button(view, session);
  view.misconceptions = misconceptions_of(session);
  return view;
}

}  // namespace ntk::web
