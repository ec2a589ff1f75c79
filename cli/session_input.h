// A session from files: a scenario, and the commands of a student.
#pragma once

#include <optional>
#include <string>

#include "cli/exit_code.h"
#include "sim/session/session.h"

namespace ntk::cli {

struct SessionInput {
  std::string scenario;  ///< file
  std::string commands;  ///< file of commands, or a submission; empty: none
  bool json = false;     ///< whether what is wrong is told as JSON on standard output too
};

/// Opens the session. Where a file cannot be read, the scenario is faulty or a command is refused,
/// everything about it is on standard error, and `status` says how to end. A submission of another version of
/// the scenario, or one that states what its commands do not come to, is replayed with a warning.
std::optional<session::Session> open_session(const SessionInput& input, ExitCode& status);

}  // namespace ntk::cli
