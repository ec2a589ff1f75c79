// A session: a scenario being worked on.
//
// Its state is what its commands make of the scenario, and nothing else: undo is a replay of all
// commands but the last, and the same commands give the same state, byte for byte, on every
// machine. The world is never changed in place: each run keeps the world that it was decided in, so
// that an old event can still be explained. What a run makes of it (who is logged on, whose account is
// suspended) holds until `run all` begins the day anew.
//
// Where does a datum live? If undo should bring it back, here; if not, in the panel.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/decide.h"
#include "sim/scenario/scenario.h"
#include "sim/session/audit_trail.h"
#include "sim/session/command.h"
#include "sim/session/consequences.h"
#include "sim/session/disclosure_form.h"
#include "sim/session/notices.h"

namespace ntk::session {

class Session;

/// One time that a request was run.
struct Run {
  std::uint32_t request = 0;  ///< position in Session::requests()
  policy::Request asked;      ///< with the moment at which it was asked
  policy::Decision decision;
  std::shared_ptr<const policy::World> world;  ///< as it then was
  std::uint64_t event = 0;                     ///< sequence number in the audit trail
  std::uint32_t assignment = 0;                ///< Session::assignment() at the time
  bool suspends = false;                       ///< the denied attempt after which the account is suspended
  bool vets = false;                           ///< one person of a file: not the request's own result
};

/// The outcome in a sentence, and what followed from it. Where the session conceals, the sentence of the rule
/// in the place of the case.
std::string outcome_in_words(const Session& session, const Run& run);

/// How the student's marks stand to the use that the script planted (P19-21).
struct ReviewScore {
  int marked = 0;   ///< requests
  int planted = 0;  ///< requests whose use of the platform is not for the purpose
  int right = 0;    ///< marked and planted

  int precision() const { return marked == 0 ? 0 : 100 * right / marked; }   ///< per cent of the marks
  int recall() const { return planted == 0 ? 100 : 100 * right / planted; }  ///< per cent of the planted
};

/// How the latest run of a request stands to the present assignment.
enum class Freshness : std::uint8_t { not_run, current, outdated };

/// How a prediction turned out, at the first run after it.
enum class PredictionResult : std::uint8_t { pending, hit, wrong_reason, miss };

struct Prediction {
  std::uint32_t request = 0;
  bool permitted = false;
  std::optional<policy::CheckId> reason;
  PredictionResult result = PredictionResult::pending;
  std::optional<std::uint32_t> run{};  ///< that it was judged by: position in Session::runs()
};

/// `open`: not to be told yet, since a request has not been run since the last assignment.
enum class GoalState : std::uint8_t { open, met, unmet };

struct GoalStatus {
  GoalState state = GoalState::open;
  std::string evidence;  ///< a sentence: what it was judged on, or what to run
};

struct Progress {
  int goals_met = 0, goals = 0;
  int points_met = 0, points = 0;
};

class Session {
 public:
  explicit Session(scenario::Scenario scenario);

  /// Applies a command, or refuses it and changes nothing. Applying drops what could be redone.
  std::optional<Refusal> apply(const Command& command);
  /// The same from text.
  std::optional<Refusal> apply(std::string_view line);

  bool can_undo() const;
  bool can_redo() const;
  void undo();  ///< does nothing where nothing can be undone
  void redo();
  const Command* next_undo() const;  ///< null where nothing can be undone
  const Command* next_redo() const;

  const scenario::Scenario& scenario() const;
  /// The world as it is assigned now, and as the requests that were run have left it. Where the session
  /// conceals, every assignable field of it is blank: the world is not to be decided in.
  const policy::World& world() const;
  /// The world as it is assigned now, before the day: of what the requests entered and changed it has
  /// nothing.
  const policy::World& assigned() const;
  policy::Moment clock() const;

  /// The script's requests, then the student's own in the order asked.
  std::span<const scenario::ScriptedRequest> requests() const;
  bool is_own(std::uint32_t request) const;
  std::optional<std::uint32_t> find_request(std::string_view id) const;

  /// All runs in order; run i has event i + 1.
  std::span<const Run> runs() const;
  const Run* latest_run(std::uint32_t request) const;  ///< null where it was not run
  Freshness freshness(std::uint32_t request) const;
  const AuditTrail& trail() const;
  std::span<const DisclosureForm> disclosure_forms() const;
  std::span<const Notice> notices() const;

  /// Whether the student, as reviewer, marked the request as a use that was not for its purpose.
  bool is_marked(std::uint32_t request) const;
  ReviewScore review_score() const;

  /// Whether what the assignable fields hold is still to be found out: in a lesson that gives only the trail,
  /// until all that is misconfigured has been named. Only the trail can be read then, and nothing run.
  bool conceals() const;
  /// Whether the student named the field as misconfigured.
  bool is_found(std::uint32_t assignable) const;

  std::span<const Prediction> predictions() const;
  const Prediction* prediction(std::uint32_t request) const;  ///< null where there is none
  /// Whether the request cannot be run before it is predicted, as the scenario requires; and how many cannot.
  bool awaits_prediction(std::uint32_t request) const;
  std::size_t predictions_awaited() const;
  std::size_t hints_revealed() const;

  GoalStatus goal_status(std::uint32_t goal) const;
  Progress progress() const;

  /// The commands that made this state.
  std::span<const Command> history() const;
  /// Counts assignments and moves of the clock since the start: what makes a run outdated.
  std::uint32_t assignment() const;
  /// Changes with every apply, undo and redo: what a view redraws on.
  std::uint64_t revision() const;

 private:
  /// What the commands make of the scenario.
  struct State {
    explicit State(const scenario::Scenario& scenario);

    std::shared_ptr<const policy::World>
        assigned;  ///< before the day: what was assigned, nothing that was run
    std::shared_ptr<const policy::World> world;
    DeniedAttempts denied;
    policy::Moment clock;
    policy::Date noticed{};  ///< through which day the calendar's notices were given
    std::vector<scenario::ScriptedRequest> requests;
    std::vector<std::optional<std::uint32_t>> latest;  ///< per request: its latest run
    std::vector<Run> runs;
    AuditTrail trail;
    std::vector<DisclosureForm> forms;
    std::vector<Notice> notices;
    std::vector<std::uint32_t> marked;           ///< requests
    std::vector<std::uint32_t> found;            ///< assignables
    std::shared_ptr<const policy::World> blank;  ///< the world as it is shown while it conceals; else null
    std::vector<Prediction> predictions;
    std::size_t hints = 0;
    std::uint32_t assignment = 0;
    std::size_t runs_before = 0;  ///< made under earlier assignments

    std::optional<std::uint32_t> find(std::string_view id) const;
    const Prediction* prediction(std::uint32_t request) const;
    void outdate_runs();
    void begin_day(policy::Date day);
    void give_notices_through(policy::Date day);
    bool was_given(const Notice& notice) const;  ///< the same, whenever
  };

  // Each carries out one kind of command, or refuses it and leaves the state as it was.
  std::optional<Refusal> execute(const AssignCommand& command);
  std::optional<Refusal> execute(const PredictCommand& command);
  std::optional<Refusal> execute(const AskCommand& command);
  std::optional<Refusal> execute(const RunCommand& command);
  std::optional<Refusal> execute(const RunAllCommand& command);
  std::optional<Refusal> execute(const AdvanceCommand& command);
  std::optional<Refusal> execute(const HintCommand& command);
  std::optional<Refusal> execute(const ResetCommand& command);
  std::optional<Refusal> execute(const MarkCommand& command);
  std::optional<Refusal> execute(const VetCommand& command);
  std::optional<Refusal> execute(const FindCommand& command);
  std::optional<Refusal> execute(const Command& command);
  /// The state that the lesson begins with: in one that gives only the trail, the day has been run.
  void begin();
  /// The refusal to run a request before a prediction that the scenario requires; also of one that is asked
  /// anew.
  std::optional<Refusal> prediction_missing(std::uint32_t request) const;
  std::optional<Refusal> prediction_missing(const scenario::AskedPrediction& asked) const;
  Run& run(std::uint32_t request, policy::Request asked);
  void run(std::uint32_t request);
  bool all_scripted_are_current() const;
  GoalStatus judge(const scenario::DecisionGoal& goal) const;
  GoalStatus judge(const scenario::TrailGoal& goal) const;
  GoalStatus judge(const scenario::ReviewGoal& goal) const;
  GoalStatus judge(const scenario::LetterGoal& goal) const;
  GoalStatus judge(const scenario::FindGoal& goal) const;

  std::shared_ptr<const scenario::Scenario> scenario_;
  State state_;
  std::vector<Command> history_;
  std::vector<Command> undone_;  ///< the last one is redone first
  std::uint64_t revision_ = 0;
};

/// What a run led to beside its outcome, a sentence each: forms written, notices sent, events shown.
std::vector<std::string> what_followed(const Session& session, const Run& run);

/// Whether the student is to review the trail: some goal is on the marks.
bool asks_for_review(const scenario::Scenario& scenario);

/// An id that no request has yet, for the student's next own one: "own-1".
std::string next_own_id(const Session& session);

/// The commands of a session as a command file.
std::string to_command_file(const Session& session);

/// The result of a command file: the first refusal ends it, and what came before it stays applied.
struct ReplayResult {
  std::size_t applied = 0;  ///< commands
  std::optional<Refusal> refusal;
  std::size_t line = 0;  ///< of the refusal, from 1
};
ReplayResult replay(Session& session, std::string_view command_file);

}  // namespace ntk::session
