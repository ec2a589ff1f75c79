// Commands: everything that a student does, as text.
//
// A click in a panel, a control of the text page, a line of a submission, an argument of the command
// line and a step of a test are the same thing: a command applied to a session. A command file holds
// one a line; empty lines and lines that begin with # are skipped. Words are separated by spaces; a word
// with spaces stands in double quotes, with \" and \\ inside.
//
//   assign record ID level 3
//   assign record ID designation agency:fbi+category:supervisor user:reyes     (or: nobody)
//   assign user ID investigation bi 2015-03-02 favorable                       (or: none)
//   assign user ID functions subject_query printing                           (or: none)
//   assign user ID roles officer supervisor                                    (or: none)
//   assign agreement ID term 2015-01-01 2017-12-31    (or: 2015-01-01 open, or: unsigned)
//   assign agreement ID categories|functions|anaci_categories WORD...          (or: none)
//   assign owner_memo ID term ... | categories ... | levels 3 4 | access update | anaci yes
//   predict REQUEST permit [guess|likely|sure]
//   predict REQUEST deny [RULE] [guess|likely|sure]
//   ask ID user=U function=F operation=O record=R purpose=P place="..." [moment=...]
//   ask ID user=U function=F operation=search [categories=a,b] [term:NAME=VALUE...] purpose=P place=...
//   ask ID like=REQUEST [user=U] [record=R] [categories=...] [term:...] [level=L] [designation=C,C]
//       [purpose=P] ...
//   run REQUEST
//   run all
//   vet REQUEST term:NAME=VALUE...
//   advance 2016-09-01T08:00
//   hint
//   mark REQUEST
//   unmark REQUEST
//   reset
//   find record ID level             (and unfind: what a forensics lesson has misconfigured)
//
// Left out: undo and redo, which are about commands and no commands themselves (journal.h).
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/scenario/scenario.h"

namespace ntk::session {

/// Gives an assignable field a value.
struct AssignCommand {
  std::uint32_t assignable = 0;  ///< position in Scenario::assignables
  scenario::AssignedValue value;

  bool operator==(const AssignCommand&) const = default;
};

/// How sure a student is of a prediction.
enum class Certainty : std::uint8_t { guess, likely, sure };
inline constexpr std::array<std::string_view, 3> certainty_words = {"guess", "likely", "sure"};
/// "guess", "likely", "sure": in commands and files.
std::string_view word(Certainty certainty);
std::optional<Certainty> certainty_from_word(std::string_view text);

/// States, before a request is first run, how it will end.
struct PredictCommand {
  std::string request;
  bool permitted = false;
  std::optional<policy::CheckId> reason;  ///< of a denial
  std::optional<Certainty> certainty{};   ///< none where it isn't said

  bool operator==(const PredictCommand&) const = default;
};

/// Adds a request of the student's own. Its id begins with "own-".
///
/// Alone it names a record, a search or nothing. With `like` it repeats a request of the script as somebody
/// else, or on another record: so everything that describes a new record, a change or a letter can be asked
/// too.
struct AskCommand {
  std::string id;
  policy::Request request;  ///< where `at_clock`, the moment is filled when it is run
  bool at_clock = true;
  std::optional<std::uint32_t> like{};  ///< position in Scenario::requests

  bool operator==(const AskCommand&) const = default;
};

struct RunCommand {
  std::string request;
  bool operator==(const RunCommand&) const = default;
};
/// Runs every request of the script, in order, then the student's own.
struct RunAllCommand {
  bool operator==(const RunAllCommand&) const = default;
};
/// Moves the session's clock on; never back.
struct AdvanceCommand {
  policy::Moment to;
  bool operator==(const AdvanceCommand&) const = default;
};
/// Reveals the next hint.
struct HintCommand {
  bool operator==(const HintCommand&) const = default;
};
/// Back to the scenario as it was loaded. Can be undone, as every command can.
struct ResetCommand {
  bool operator==(const ResetCommand&) const = default;
};

/// Puts one more person to a request that vets: the same request with other terms, with an event of its own.
/// The result of the request itself stays. A file of persons is as many commands (P8).
struct VetCommand {
  std::string request;
  std::vector<policy::Field> terms;
  bool operator==(const VetCommand&) const = default;
};

/// Marks a request, as a reviewer of its event would, as a use that was not for its purpose; or takes that
/// back.
struct MarkCommand {
  std::string request;
  bool marked = true;
  bool operator==(const MarkCommand&) const = default;
};

/// Names a field as misconfigured, in a lesson that gives only the trail; or takes that back.
struct FindCommand {
  std::uint32_t assignable = 0;  ///< position in Scenario::assignables
  bool found = true;
  bool operator==(const FindCommand&) const = default;
};

using Command = std::variant<AssignCommand, PredictCommand, AskCommand, RunCommand, RunAllCommand,
                             AdvanceCommand, HintCommand, ResetCommand, MarkCommand, VetCommand, FindCommand>;

/// Why a command was refused or could not be read. Nothing has happened then.
struct Refusal {
  std::string code;        ///< stable: "unknown-request", "not-assignable", ...
  std::string message;     ///< lower case, the student's own words in backticks
  std::string help;        ///< what to do; may be empty
  std::size_t column = 0;  ///< first byte of the word at fault in the line, from 0
  std::size_t length = 0;  ///< bytes; 0 where no one word is at fault
};

using ParsedCommand = std::variant<Command, Refusal>;

/// One command from text. Ids of things are looked up in the scenario; ids of requests are looked
/// up when the command is applied.
ParsedCommand parse_command(std::string_view line, const scenario::Scenario& scenario);

/// The text of a command: parse_command reads it back to an equal command.
std::string to_text(const Command& command, const scenario::Scenario& scenario);

/// The text of a value of a field, as it stands in a command: "bi 2015-03-02 favorable".
std::string value_text(const scenario::AssignedValue& value, const scenario::Assignable& field,
                       const policy::World& world);
/// The same for people: "BI, completed 2 March 2015, favorable".
std::string value_in_words(const scenario::AssignedValue& value, const scenario::Assignable& field,
                           const policy::World& world);

/// The thing that a field belongs to, behind "of": "Harbour report".
std::string thing_in_words(const scenario::Assignable& field, const policy::World& world);

/// What the command does, for an undo button: "assign level of Harbour report".
std::string in_words(const Command& command, const scenario::Scenario& scenario);

/// Whether a request of the student's own can be of the operation without being like one of the script: it
/// names a record or a search, or nothing. What describes a new record, a change or a letter is asked like
/// the script.
bool can_ask_oneself(policy::Operation operation);
/// Whether requests of the operation give a record its level and designation.
bool gives_access(policy::Operation operation);
/// Whether some operation of the function can be asked so.
bool can_ask_oneself(policy::Function function);

/// Whether a line of a command file holds no command.
bool is_blank_or_comment(std::string_view line);

}  // namespace ntk::session
