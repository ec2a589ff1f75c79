// A student's file, applied to a session: commands or a submission, and all that is to be said about it.
//
// `ntk run` prints what is found here; `ntk grade` puts it into a row. Nothing is printed and no file is opened.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.h"
#include "sim/scenario/located_json.h"
#include "sim/session/session.h"
#include "sim/session/submission.h"

namespace ntk::grading {

/// The code of a rejection where the file was made for another lesson; no command is at fault then.
inline constexpr std::string_view another_scenario = "another-scenario";

/// Why a file was not applied to its end.
struct Rejection {
  session::Refusal refusal;
  scenario::Span at;        ///< of the words at fault, in the file
  std::string command;      ///< empty where no command is at fault
  std::size_t applied = 0;  ///< commands before it
};

/// What becomes of a command that is refused.
enum class Refused : bool { ends_it, is_left_out };

struct AppliedText {
  std::vector<scenario::Diagnostic> diagnostics;  ///< of the file's form, in the order of the text
  bool is_sound = false;                          ///< no diagnostic is an error
  std::optional<session::Submission> submission;  ///< none where it is a command file
  std::vector<std::string> warnings;              ///< lower case, no final stop
  std::optional<Rejection> rejection;

  bool applied() const { return is_sound && !rejection; }
};

/// Applies a text to a fresh session. `file_name` is what the diagnostics are to call it; `scenario_sha256` is that of
/// the scenario's file, `most_values` how many values a submission may have. A command file says nothing of what was undone, so its session is marked as unrecorded.
AppliedText apply_text(session::Session& session, std::string_view text, std::string_view file_name,
                       std::string_view scenario_sha256, Refused refused = Refused::ends_it,
                       std::size_t most_values = scenario::most_values);

}  // namespace ntk::grading
