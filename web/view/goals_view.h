// Goals: what is to be reached, how far each goal is and on what that was judged, the hints that were revealed, and the
// rules that predictions were wrong about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::web {

inline constexpr std::string_view hint_label = "Hint:";

/// A hint that was revealed.
struct HintRow {
  std::string text;
  std::size_t number = 0;  ///< which hint of the lesson it is, from 1
};

struct GoalRow {
  std::string id, title;
  session::GoalState state = session::GoalState::open;
  std::string_view state_words;  ///< "Met", "Not met", "Open"
  std::string evidence;          ///< sentences: what it was judged on, or what to run
  std::string points;            ///< "2 points"
  std::vector<HintRow> hints;    ///< that help with this goal
  int earned = 0;                ///< points
};

/// A rule that a prediction was wrong about.
struct MisconceptionRow {
  std::string_view code;
  std::string words;  ///< "Wrong twice: missed twice."
  std::string_view sentence;
};

struct MisconceptionsView {
  bool shown = false;  ///< whether there is a log: something is to be predicted, or was
  std::string_view title;
  std::string empty;  ///< what is said where there are no rules
  std::vector<MisconceptionRow> rules;
};

struct GoalsView {
  std::string progress;  ///< "2 of 5 goals met, 3 of 8 points"; empty where the lesson sets no goals
  std::string empty;     ///< what is said in that case
  int points_met = 0, points = 0;
  std::string predictions;  ///< "2 of 5 predictions right the first time"; empty where none is asked for
  std::vector<GoalRow> goals;
  std::vector<HintRow> hints;   ///< that belong to no goal
  std::size_t hints_shown = 0;  ///< of all
  std::size_t hints_left = 0;
  std::string hint_button;  ///< "Show a hint (1 of 3)"; empty where all are shown
  MisconceptionsView misconceptions;
};
GoalsView view_goals(const session::Session& session);

}  // namespace ntk::web
