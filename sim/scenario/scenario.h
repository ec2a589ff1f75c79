// A scenario: a lesson's world, what the student may assign in it, what is asked, what is to be
// predicted and reached. Format 1; docs/scenario-format.md describes the file.
//
// Read by read_scenario (reader.h), which hands out a whole and valid scenario or none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/policy/checks.h"
#include "sim/policy/world.h"
#include "sim/scenario/assignable.h"

namespace ntk::scenario {

inline constexpr int format_version = 1;

/// A request of the script.
struct ScriptedRequest {
  std::string id;
  std::string title;        ///< what happens, for people: "Ortega looks the vessel up"
  policy::Request request;  ///< where `at_clock`, its moment is the scenario's clock
  bool at_clock = false;    ///< asked at the session's clock, whatever that then is
  std::string misuse{};     ///< planted: why this use is not for its purpose (P19-21); empty: it is

  bool operator==(const ScriptedRequest&) const = default;
};

/// A prediction that the scenario asks for.
struct AskedPrediction {
  std::uint32_t request = 0;  ///< position in Scenario::requests
  bool reason = false;        ///< the primary reason of a denial too
  bool required = false;      ///< the request cannot be run before it is predicted

  bool operator==(const AskedPrediction&) const = default;
};

/// An assertion on the latest decision of a request. Whatever is stated must hold.
struct DecisionGoal {
  std::uint32_t request = 0;
  std::optional<bool> permitted;
  std::optional<policy::CheckId> primary;
  std::optional<std::vector<policy::CheckId>> failed;                ///< exactly these, in order
  std::optional<std::vector<policy::Ref<policy::Record>>> returned;  ///< exactly these, in order
  std::optional<std::vector<policy::Ref<policy::Record>>> withheld;  ///< exactly these, in order

  bool operator==(const DecisionGoal&) const = default;
};

/// How an audit event ended: permitted, denied, permitted with at least one hit withheld.
enum class AuditOutcome : std::uint8_t { permitted, denied, permitted_with_withheld };
std::string_view word(AuditOutcome outcome);   ///< "permitted", "denied", "permitted_with_withheld"
std::string_view title(AuditOutcome outcome);  ///< "Permitted", "Denied", "Permitted, hits withheld"
std::optional<AuditOutcome> audit_outcome_from_word(std::string_view text);

/// An assertion on the audit trail: how many events fit everything stated.
struct TrailGoal {
  std::optional<policy::Ref<policy::User>> user;
  std::optional<policy::Ref<policy::Agency>> agency;
  std::optional<policy::Function> function;
  std::optional<policy::Operation> operation;
  std::optional<policy::Ref<policy::Record>> record;  ///< asked for, returned or withheld
  std::optional<AuditOutcome> outcome;
  std::vector<policy::CheckId> failed;  ///< each among the failed checks, of the request or a hit
  std::optional<int> at_least;          ///< events
  std::optional<int> at_most;           ///< events; at least one of the two is stated

  bool operator==(const TrailGoal&) const = default;
};

/// An assertion on the student's marks as reviewer of the trail.
struct ReviewGoal {
  int precision = 0;  ///< per cent of the marks that have to be right, at least
  int recall = 0;     ///< per cent of the planted uses that have to be marked, at least

  bool operator==(const ReviewGoal&) const = default;
};

/// An assertion on how a person's letter is answered.
struct LetterGoal {
  policy::Ref<policy::Letter> letter;
  policy::Route route = policy::Route::privacy_act_request;

  bool operator==(const LetterGoal&) const = default;
};

/// An assertion on what the student names as misconfigured, having nothing but the trail.
struct FindGoal {
  std::uint32_t assignable = 0;  ///< position in Scenario::assignables

  bool operator==(const FindGoal&) const = default;
};

/// An assertion on what an assignable field holds. One of the two is stated.
struct AssignedGoal {
  std::uint32_t assignable = 0;     ///< position in Scenario::assignables
  std::optional<AssignedValue> is;  ///< exactly this value; the order of a designation's classes says nothing
  std::optional<AssignedValue> is_not;  ///< not this value; of a set: it holds none of these

  bool operator==(const AssignedGoal&) const = default;
};

/// An assertion on what is granted beyond the need of the other goals; at least one number is stated. Counted once all goals on
/// decisions and on the trail are met (sim/session/excess_count.h).
struct ExcessGoal {
  std::optional<int> permits;    ///< to read a record, that no goal asks for: at most so many
  std::optional<int> functions;  ///< that can be taken back and no goal is lost; as are the next three
  std::optional<int> roles;
  std::optional<int> terms;        ///< signed
  std::optional<int> memo_levels;  ///< that memos cover

  bool operator==(const ExcessGoal&) const = default;
};

/// An assertion on what the student predicted.
struct PredictionGoal {
  std::uint32_t request = 0;        ///< position in Scenario::requests: its first prediction was right
  std::optional<int> later_points;  ///< what a right prediction after that is worth; none: nothing

  bool operator==(const PredictionGoal&) const = default;
};

struct Goal {
  std::string id;
  std::string title;
  int points = 1;
  std::variant<DecisionGoal, TrailGoal, ReviewGoal, LetterGoal, FindGoal, AssignedGoal, ExcessGoal,
               PredictionGoal>
      assertion;

  bool operator==(const Goal&) const = default;
};

struct Hint {
  std::string text;
  std::optional<std::uint32_t> goal;  ///< position of the goal that it helps with
  /// Requests whose outcome or rule it gives away: it waits until those of them that must be predicted are.
  std::vector<std::uint32_t> reveals{};
  bool states_reveals = false;  ///< whether its author says what it gives away, be it nothing

  bool operator==(const Hint&) const = default;
};

/// The combining algorithm: how the checks of one gate make one answer (sim/analysis/combining.h).
enum class CombiningAlgorithm : std::uint8_t { all_must_pass, first_match, deny_overrides, most_specific };
inline constexpr std::size_t combining_algorithm_count = 4;
std::string_view word(CombiningAlgorithm algorithm);   ///< "first_match"
std::string_view title(CombiningAlgorithm algorithm);  ///< "First match"
std::optional<CombiningAlgorithm> combining_algorithm_from_word(std::string_view text);

/// When a kind of help is to be had. An attempt of one's own is something assigned, or named as wrong, and run.
enum class Availability : std::uint8_t { always, after_attempt, never };

/// The help that a lesson gives.
struct Assist {
  Availability hints = Availability::always;
  Availability what_would_change = Availability::always;  ///< the search for edits that turn a decision
  Availability undo_runs = Availability::always;          ///< undoing past a run

  bool operator==(const Assist&) const = default;
};

struct Scenario {
  std::string id;
  std::string title;
  std::string brief;  ///< paragraphs, parted by an empty line
  std::vector<std::string> objectives;
  policy::Moment clock;  ///< when the lesson begins
  policy::World world;
  std::vector<Assignable> assignables;
  std::vector<ScriptedRequest> requests;
  std::vector<AskedPrediction> predictions;
  std::vector<Goal> goals;
  std::vector<Hint> hints;
  Assist assist;
  std::vector<CombiningAlgorithm> lab;  ///< the algorithms to be tried; empty: there is no conflict lab
  bool forensics = false;  ///< only the trail is given: what the assignable fields hold is to be found
  std::vector<std::string> places;  ///< offered for the student's own requests; those of the script

  bool operator==(const Scenario&) const = default;
};

}  // namespace ntk::scenario
