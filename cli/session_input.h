// A session from files: a scenario, and the commands of a student.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/exit_code.h"
#include "sim/scenario/diagnostic.h"
#include "sim/session/session.h"

namespace ntk::cli {

struct SessionInput {
  std::string scenario;  ///< file
  std::string commands;  ///< file of commands, or a submission; empty: none
  std::string format = "text";

  /// Whether the answer, and what is wrong, is told as JSON.
  bool json() const { return format == "json"; }
};

/// Opens the session. Where a file cannot be read, the scenario is faulty or a command is refused,
/// everything about it is on standard error, and `status` says how to end. A submission of another version of
/// the scenario, or one that states what its commands do not come to, is replayed with a warning.
/// Other files of commands are held against the scenario's hash: see apply_file.
std::optional<session::Session> open_session(const SessionInput& input, ExitCode& status,
                                             std::string* scenario_sha256 = nullptr);

/// Whether what is assigned can be told, and decided in. In a lesson that gives only its trail it cannot,
/// until all that is wrong has been named: then there is a message on standard error, and `status` says how
/// to end.
bool reveals_assignment(const session::Session& session, ExitCode& status);

/// Applies the commands of a file, or of a submission, to a session. Where it cannot be read or a command is
/// refused, everything about it is told as open_session tells it, and the answer is no. A submission is held
/// against the hash of the scenario.
bool apply_file(session::Session& session, const std::string& file, bool json,
                std::string_view scenario_sha256);

/// Tells what is wrong with a file, as `ntk lint` does, on standard error; where it is not loaded also, if asked, as JSON on
/// standard output.
void report_diagnostics(const std::vector<scenario::Diagnostic>& diagnostics, const std::string& file,
                        bool loaded, bool json);

/// The position of the request of that id. Where there is none, the ids there are, or the nearest, are on
/// standard error.
std::optional<std::uint32_t> find_request(const session::Session& session, const std::string& id);

/// Writes the audit trail to `file` and its seal to `file`.seal; where that fails there is a message.
bool write_trail(const session::Session& session, const std::string& file);

}  // namespace ntk::cli
