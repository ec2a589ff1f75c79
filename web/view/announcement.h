// What a command did, in a sentence or two: what a screen reader is told, since it does not see the
// tables change.
#pragma once

#include <string>
#include <vector>

#include "sim/session/session.h"

namespace ntk::web {

/// "Access level of “Harbour report”: Level 3.", "Request 3, Ortega looks the vessel up: denied, DA-7. ..."
/// The command is the last one that was applied to the session.
std::string what_happened(const session::Session& session, const session::Command& command);

/// What a step of the history did, or would do again: "Assign access level of Harbour report: Level 3".
std::string step_in_words(const session::Session& session, const session::Command& command);

/// Which goals are met, in the order of the lesson: to be asked before a step and compared with after it.
std::vector<bool> goals_met(const session::Session& session);
/// "Goal met: Ortega can read the report. 2 of 5 goals met."; empty where no further goal is met than `before`.
std::string newly_met_in_words(const session::Session& session, const std::vector<bool>& before);
/// The same; where fewer goals are met than before, how many: "1 of 5 goals met."
std::string goals_change_in_words(const session::Session& session, const std::vector<bool>& before);

/// What is said when a command was applied: what it did, and what became of the goals since `goals_before`.
std::string said_of_command(const session::Session& session, const session::Command& command,
                            const std::vector<bool>& goals_before);
/// The same of a step that was undone, or redone.
enum class StepWay { undone, redone };
std::string said_of_step(const session::Session& session, const session::Command& command, StepWay way,
                         const std::vector<bool>& goals_before);

/// A clause as a sentence: with a capital, where it begins with a letter from a to z, and a final stop.
std::string as_sentence(std::string clause);

}  // namespace ntk::web
