// Words that the panels and the text page both say, where no view of its own makes them.
#pragma once

#include <string_view>

#include "sim/session/session.h"

namespace ntk::web {

inline constexpr std::string_view misconceptions_title = "Rules to look at again";
inline constexpr std::string_view concealed_words = "To be found out from the trail.";
inline constexpr std::string_view concealed_why =
    "Only the trail is given: here stand the rules that failed, and nothing of the case, until what is wrong "
    "is found.";

/// Whether there is a misconception log: something is asked to be predicted, or was.
inline bool shows_misconceptions(const session::Session& session) {
  return !session.scenario().predictions.empty() || !session.predictions().empty();
}

}  // namespace ntk::web
