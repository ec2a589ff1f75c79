// A submission: one attempt at a scenario, as a file. What a student hands in, what the page saves and opens
// again, and what a link carries are all of this one format, so that whatever opens one opens them all.
//
// It is made for replay: the commands, in order, applied to the scenario that it names, give the session that
// it was made of. The journal beside them tells how it came there, undo and redo included. Predictions, first
// predictions and hints are written so that a person can read them; they follow from commands and journal, which count
// where a file says otherwise.
// scenarios/schema/submission.schema.json describes every key, docs/saving-and-sharing.md what the files are
// for.
//
// Left out: the day on which it was made, and by which machine. A session knows neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.h"
#include "sim/session/session.h"

namespace ntk::session {

inline constexpr int submission_version = 1;

/// The scenario that an attempt is of.
struct ScenarioReference {
  std::string id;
  std::string title;
  std::string sha256;  ///< of the scenario file's bytes: 64 hexadecimal digits in lower case
  std::string file;    ///< its name; may be empty
  std::string text;    ///< all of it, where it was the student's own file; empty where it ships

  bool operator==(const ScenarioReference&) const = default;
};

/// A prediction as a file states it.
struct StatedPrediction {
  std::string request;  ///< its id
  bool permitted = false;
  std::string reason;     ///< code of the check; empty where none was given
  std::string certainty;  ///< "guess", "likely", "sure"; empty where none was given
  std::string result;     ///< "pending", "hit", "wrong-reason", "miss"

  bool operator==(const StatedPrediction&) const = default;
};

/// A first prediction as a file states it.
struct StatedFirstPrediction {
  std::string request;
  std::string outcome;  ///< "permit", "deny"; empty where its outcome was shown before anything was predicted
  std::string reason;
  std::string certainty;
  std::string result;  ///< "hit", "wrong-reason", "miss"; "none" where nothing was predicted
  std::size_t retries = 0, hints_before = 0, runs_before = 0;
  bool earlier_attempt = false;

  bool operator==(const StatedFirstPrediction&) const = default;
};

struct Submission {
  std::string student;  ///< name or id; may be empty
  std::string attempt;  ///< what the student calls it; may be empty
  ScenarioReference scenario;
  int seed = 0;                       ///< the simulation takes no chances: 0, and read for the future alone
  std::vector<std::string> commands;  ///< applied, in order (command.h)
  std::vector<std::string> undone;    ///< that could be redone, the next one first
  std::optional<std::vector<std::string>>
      journal;  ///< every step as it happened (journal.h); none in older files
  std::optional<std::uint32_t>
      selected;  ///< the event of the audit trail whose decision was being read, from 1
  std::optional<std::vector<StatedPrediction>> predictions;             ///< none where the file states none
  std::optional<std::vector<StatedFirstPrediction>> first_predictions;  ///< none where the file states none
  std::optional<std::size_t> hints_used;                                ///< none where the file states none

  bool operator==(const Submission&) const = default;
};

/// What a session comes to as a submission: commands, journal, predictions, hints. Student, attempt and what is not a
/// session's are the caller's to fill in.
Submission submission_of(const Session& session, ScenarioReference scenario);

enum class SubmissionLayout : std::uint8_t {
  file,  ///< indented, with a line end: for people
  link,  ///< as short as can be
};
std::string to_json(const Submission& submission, SubmissionLayout layout = SubmissionLayout::file);

struct SubmissionReadResult {
  std::string file_name;
  std::optional<Submission> submission;           ///< there exactly when no diagnostic is an error
  std::vector<scenario::Diagnostic> diagnostics;  ///< in the order of the text
  std::vector<scenario::Span> commands;           ///< where each of Submission::commands stands in the text
  scenario::Span scenario_id;                     ///< where the id of its scenario stands
};

/// `file_name` is what the diagnostics are to call the text. All mistakes are found at once; the commands
/// themselves are not looked into, which takes their scenario.
SubmissionReadResult read_submission(std::string_view text, std::string_view file_name);
/// The same, of a file that may have at most so many values: numbers, texts, lists and objects.
SubmissionReadResult read_submission(std::string_view text, std::string_view file_name,
                                     std::size_t most_values);

/// Whether a text that is meant to hold commands is a submission and no command file: it begins as an object
/// does.
bool is_submission(std::string_view text);

/// Brings a fresh session to where the submission ends. Its journal does that, where it leads to the commands that are
/// listed; `warning` says where it doesn't, and then the commands alone are applied and the session is marked as
/// unrecorded. `line` of the result counts commands.
ReplayResult replay(Session& session, const Submission& submission, std::string& warning);
/// The same, with no word of the journal.
ReplayResult replay(Session& session, const Submission& submission);

/// Where what the file states is not what its commands and its journal come to, or is nonsense, a sentence each: lower
/// case, no final stop.
std::vector<std::string> contradictions(const Submission& submission, const Session& replayed);

}  // namespace ntk::session
