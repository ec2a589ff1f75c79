// The journal of a session: every step in order as it happened, as text.
//
// The commands that are applied tell how a session stands. The journal also tells how it came there: what was tried and
// undone, and what was seen before it was predicted. One line is one step:
//
//   a command             as command.h describes it; it replaces what could be redone
//   undo                  one step back
//   redo                  one step on
//   go N                  back or on, until the first N steps are applied
//   look                  something was opened that tells outcomes beforehand, such as the access matrix
//   earlier R OUTCOME     a first prediction in an earlier attempt at the same file in the same browser:
//                         earlier R permit|deny [RULE] [guess|likely|sure] hit|wrong-reason|miss retries=0 hints=0 runs=0
//                         earlier R none retries=0 hints=0 runs=0      (its outcome was shown before)
//   why-not R [record=ID] asked what would change how a request ends, or what would show a record that it withheld
//   unrecorded            what came before follows from commands alone: which steps were undone is unknown
//
// Left out: the time of a step, which a session doesn't know.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/session/first_predictions.h"

namespace ntk::session {

struct UndoLine {};
struct RedoLine {};
struct GoLine {
  std::size_t position = 0;
};
struct LookLine {};
struct UnrecordedLine {};
struct EarlierLine {
  FirstPrediction first;
};
/// What the search for edits that turn a decision was asked about.
struct Inquired {
  std::uint32_t request = 0;  ///< position in Session::requests() at the time
  std::optional<std::uint32_t> record{};
};
struct InquiryLine {};
using JournalLine =
    std::variant<Command, UndoLine, RedoLine, GoLine, LookLine, UnrecordedLine, EarlierLine, InquiryLine>;
using ParsedJournalLine = std::variant<JournalLine, Refusal>;

ParsedJournalLine parse_journal_line(std::string_view line, const scenario::Scenario& scenario);

/// "earlier ice-notice deny DA-5 sure hit retries=1 hints=0 runs=0"
std::string earlier_line(const FirstPrediction& first, const scenario::Scenario& scenario);

/// "why-not ice-notice": of a request by its id.
std::string inquiry_line(std::string_view request, std::optional<std::string_view> record);

/// The steps that a journal comes to. No scenario is needed, and no command is looked into.
struct JournalSteps {
  std::vector<std::string> steps;  ///< those applied, then those undone
  std::size_t position = 0;        ///< how many of them are applied
};
JournalSteps steps_of(std::span<const std::string> journal);

}  // namespace ntk::session
