// A row of a class list: one file that was handed in, and what it is worth; or why it could not be graded.
//
// A row holds facts and the sentences that the session has for them, so that every format (text, CSV, JSON, and those of
// the platforms) writes the same. Points, evidence, predictions and warnings are those of `ntk run` and of its report.
//
// Left out: how long a student took, and who really wrote a file. Nothing in it proves either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/misconceptions.h"
#include "sim/session/session.h"

namespace ntk::grading {

/// How far a file got.
enum class RowState : std::uint8_t {
  graded,
  not_graded,  ///< Row::fault says why
  missing,     ///< on the roster, and handed in nothing
};
std::string_view word(RowState state);  ///< "graded", "not graded", "missing"

/// Why a file can't be graded.
struct Fault {
  std::string code;         ///< stable: "json-syntax", "unknown-request", "zip-bomb", ...
  std::string message;      ///< lower case, no final stop
  std::string help;         ///< what to do; may be empty
  std::size_t line = 0;     ///< from 1; 0: the file as a whole
  std::size_t column = 0;   ///< from 1, in characters
  std::size_t further = 0;  ///< more errors of the same file
};

/// "line 3, column 14: no request has the id `x`": the place, where there is one, and the message.
std::string in_words(const Fault& fault);

struct GradedGoal {
  std::string id, title;
  int points = 0;  ///< earned
  int of = 0;      ///< that it is worth
  session::GoalState state = session::GoalState::open;
  std::string evidence;  ///< a sentence
  bool hidden = false;   ///< of the grader alone: see hidden_goals.h
};

/// A first prediction, with the words that the report has for it.
struct GradedPrediction {
  std::string request;
  session::FirstPrediction first;
};

/// Another file that is alike: see similar.h.
struct Likeness {
  std::string file, student;
  int percent = 0;    ///< how much of what is rare in the class both have
  std::string words;  ///< "the same 41 steps in the same order"
};

/// What an earlier grade was: see regrade.h.
struct Earlier {
  int points = 0;
  std::string changes;  ///< a sentence for each goal that came out differently; empty: none did
};

struct Row {
  std::string file;  ///< as it was named: "class.zip/quill.json", "all.jsonl:17"
  std::string student, attempt;
  RowState state = RowState::graded;
  std::optional<Fault> fault;
  int points = 0, of = 0;  ///< hidden goals included
  std::vector<GradedGoal> goals;
  bool has_journal = false;  ///< first predictions are of a journal; else of the commands alone
  std::vector<GradedPrediction> first_predictions;
  std::size_t hints = 0;      ///< seen, those undone since included
  std::size_t inquiries = 0;  ///< how often it was asked what would change a decision
  std::size_t retries = 0;    ///< of predictions, after the outcome was shown
  std::vector<std::string> warnings;
  std::vector<session::Misconception> misconceptions;
  std::string made_with;  ///< SHA-256 of the scenario that the file names; empty: it names none
  std::size_t files = 1;  ///< of this student, where only the best counts
  std::vector<Likeness> alike;
  std::optional<Earlier> earlier;
  std::vector<std::string> steps;  ///< of the journal, else the commands; kept only where they are compared
  std::string fingerprint;         ///< SHA-256 of the file; the same

  std::size_t predictions(session::PredictionResult result) const;  ///< first ones with this result
  std::size_t predictions_not_made() const;
};

/// What all rows of a class are about.
struct Lesson {
  std::string id, title;
  std::string sha256;             ///< of the scenario's file
  std::string hidden_sha256;      ///< of that with the hidden goals; empty: there is none
  std::vector<GradedGoal> goals;  ///< without a grade: what there is to earn
  int of = 0;
};

/// A row of a file that can't be graded.
Row not_graded(std::string file, Fault fault);

/// What standard input is called in rows.
inline constexpr std::string_view standard_input = "standard input";

/// The last part of a file's name without its ending: "class.zip/quill.commands" -> "quill". Standard input has none.
std::string stem(std::string_view file);

}  // namespace ntk::grading
