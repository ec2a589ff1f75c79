// What a command did, in a sentence or two: what a screen reader is told, since it does not see the
// tables change.
#pragma once

#include <string>

#include "sim/session/session.h"

namespace ntk::web {

/// "Access level of “Harbour report”: Level 3.", "Request 3, Ortega looks the vessel up: denied, DA-7. ..."
/// The command is the last one that was applied to the session.
std::string what_happened(const session::Session& session, const session::Command& command);

/// What a step of the history did, or would do again: "Assign access level of Harbour report: Level 3".
std::string step_in_words(const session::Session& session, const session::Command& command);

/// "2 of 5 goals met."; empty where the lesson sets none.
std::string goals_in_words(const session::Progress& progress);

}  // namespace ntk::web
