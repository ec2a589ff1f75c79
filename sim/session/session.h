// A session: a scenario being worked on.
//
// Its state is what its commands make of the scenario, and nothing else: undo is a replay of all
// commands but the last, and the same commands give the same state, byte for byte, on every
// machine. The world is never changed in place: each run keeps the world that it was decided in, so
// that an old event can still be explained. What a run makes of it (who is logged on, whose account is
// suspended) holds until `run all` begins the day anew.
//
// Where does a datum live? If undo should bring it back, in the state; if not, in the panel. What has to outlast undo
// follows from the *journal*: every step in order as it happened, undo and redo included (journal.h).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/policy/decide.h"
#include "sim/scenario/scenario.h"
#include "sim/session/audit_trail.h"
#include "sim/session/command.h"
#include "sim/session/consequences.h"
#include "sim/session/disclosure_form.h"
#include "sim/session/first_predictions.h"
#include "sim/session/journal.h"
#include "sim/session/notices.h"

namespace ntk::session {

class Session;
struct ExcessCount;

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

/// Help that a scenario can withhold.
enum class Help : std::uint8_t { hints, what_would_change, undo_runs };

/// How the latest run of a request stands to the present assignment.
enum class Freshness : std::uint8_t { not_run, current, outdated };

struct Prediction {
  std::uint32_t request = 0;
  bool permitted = false;
  std::optional<policy::CheckId> reason;
  std::optional<Certainty> certainty{};
  PredictionResult result = PredictionResult::pending;
  std::optional<std::uint32_t> run{};  ///< that it was judged by: position in Session::runs()
};

/// `open`: not to be told yet, since a request has not been run since the last assignment.
enum class GoalState : std::uint8_t { open, met, unmet };

struct GoalStatus {
  GoalState state = GoalState::open;
  std::string evidence;  ///< a sentence: what it was judged on, or what to run
  int points = 0;        ///< earned: the goal's where it is met, fewer where that came late
};

struct Progress {
  int goals_met = 0, goals = 0;
  int points_met = 0, points = 0;
};

/// The result of a command file: the first refusal ends it, and what came before it stays applied.
struct ReplayResult {
  std::size_t applied = 0;  ///< commands
  std::optional<Refusal> refusal;
  std::size_t line = 0;  ///< of the refusal, from 1
};

/// What one session can hold, so that no file takes the program down.
struct Bounds {
  std::size_t lines = 1'000'000;    ///< of the journal
  std::size_t events = 10'000'000;  ///< of the audit trail
  std::size_t replayed = SIZE_MAX;  ///< runs made while a journal is restored, those undone since included
  std::size_t work = 20'000'000;  ///< steps executed while a journal is restored, those undone since included
};
/// What the page can hold in the memory that browsers give it.
inline constexpr Bounds page_bounds = {50'000, 50'000, 200'000, 4'000'000};

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
  const Command* next_undo() const;  ///< null where nothing can be undone, or its undoing is withheld
  const Command* next_redo() const;

  /// All commands since the lesson began: first those applied, then those undone, which can be redone.
  std::span<const Command> steps() const;
  /// How many of the steps are applied.
  std::size_t position() const;
  /// Undoes or redoes until so many steps are applied; as many as there are, where there are fewer. Undoing many
  /// is one replay of the others.
  void go_to(std::size_t position);

  /// The journal: every step in order as it happened, a line each (journal.h).
  std::span<const std::string> journal() const;
  /// Takes the lines of a journal as if they happened now. Ends at the first that can't be read, or whose command is
  /// refused; the refusal names its line, and the steps before it stay. For a session in which nothing happened yet.
  ReplayResult restore(std::span<const std::string> lines);
  /// Puts the line `unrecorded` into the journal: what was undone before is unknown, so first predictions follow from
  /// the commands alone.
  void note_unrecorded();
  bool is_recorded() const;
  /// Whether the student made an attempt: assigned something and then ran something, or named a field as wrong. Where nothing can
  /// be assigned, a run is one. Outlasts undo.
  bool has_attempted() const { return attempted_; }
  /// Why the student can't have the help now; none where it can be had (scenario::Assist).
  std::optional<Refusal> withheld(Help help) const;
  /// To be told when the student asks what would change a decision: it goes on record, or is refused.
  std::optional<Refusal> inquire(const Inquired& about);
  /// How often that was asked, undone since or not.
  std::size_t inquiries() const { return inquiries_; }
  /// To be told when a view opens that tells outcomes beforehand: what is predicted then is predicted for good.
  void look();
  /// Takes first predictions of earlier attempts at the same file. Those that this session has already stay.
  void recall(std::span<const FirstPrediction> earlier);
  /// The first predictions, in the order of the script: of each request whose outcome was shown and that was predicted,
  /// or that the scenario asks to be predicted.
  std::vector<FirstPrediction> first_predictions() const;
  /// What is run from here on is not the student's doing, and settles no first prediction.
  void close_record();

  void set_bounds(Bounds bounds) { bounds_ = bounds; }

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

  /// The commands that made this state: the steps that are applied.
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
    std::unordered_map<std::string, std::uint32_t> position_of;  ///< of each request, by its id
    std::vector<std::optional<std::uint32_t>> latest;            ///< per request: its latest run
    std::vector<Run> runs;
    AuditTrail trail;
    std::vector<DisclosureForm> forms;
    std::vector<Notice> notices;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>
        calendar_notices;               ///< that a place on Primary ends: positions in notices, by lookout
    std::vector<std::uint32_t> marked;  ///< requests
    std::vector<std::uint32_t> found;   ///< assignables
    std::shared_ptr<const policy::World> blank;  ///< the world as it is shown while it conceals; else null
    std::vector<Prediction> predictions;
    std::vector<std::optional<std::uint32_t>> predicted;  ///< per request: its prediction
    std::size_t hints = 0;
    std::uint32_t assignment = 0;
    std::size_t runs_before = 0;  ///< made under earlier assignments

    std::optional<std::uint32_t> find(std::string_view id) const;
    const Prediction* prediction(std::uint32_t request) const;
    void outdate_runs();
    void begin_day(policy::Date day);
    void give_notices_through(policy::Date day);
    void give(Notice notice);
    void give_once(Notice notice);
    bool was_given(const Notice& notice) const;  ///< the same, whenever: of those that a place ends
  };

  class Restoring;

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
  /// Of all that a request of one's own would reveal.
  std::optional<Refusal> prediction_missing(const policy::Request& own) const;
  /// The refusal of what would lead beyond the bounds.
  std::optional<Refusal> beyond_bounds(std::size_t runs) const;
  Run& run(std::uint32_t request, policy::Request asked);
  void run(std::uint32_t request);
  /// Begins anew, or goes on, until the first `position` steps are applied. Returns how many runs that took.
  std::size_t move_to(std::size_t position);
  /// Takes down what a command, just applied, has shown of outcomes.
  void record(const Command& command, std::size_t runs_before);
  void show(std::uint32_t request);
  void note_attempt(const Command& command);
  /// Undoing from the first `position` of the steps leads back to here at most: past a run it can be withheld.
  std::size_t earliest(std::span<const Command> steps, std::size_t position) const;
  void show_what_is_predicted();
  /// How a request of the script would end now.
  policy::Decision foresee(std::uint32_t request) const;
  const scenario::AskedPrediction* asked_prediction(std::uint32_t request) const;
  /// The request of the script that has the id.
  std::optional<std::uint32_t> scripted(std::string_view id) const;
  bool all_scripted_are_current() const;
  GoalStatus judge(const scenario::DecisionGoal& goal) const;
  GoalStatus judge(const scenario::TrailGoal& goal) const;
  GoalStatus judge(const scenario::ReviewGoal& goal) const;
  GoalStatus judge(const scenario::LetterGoal& goal) const;
  GoalStatus judge(const scenario::FindGoal& goal) const;
  GoalStatus judge(const scenario::AssignedGoal& goal) const;
  GoalStatus judge(const scenario::ExcessGoal& goal, std::uint32_t at) const;
  GoalStatus judge(const scenario::PredictionGoal& goal, std::uint32_t at) const;
  const ExcessCount& excess_of(const scenario::ExcessGoal& goal, std::uint32_t at) const;
  bool need_is_met() const;

  std::shared_ptr<const scenario::Scenario> scenario_;
  /// Per request of the script: the prediction that is asked of it, or null.
  std::shared_ptr<const std::vector<const scenario::AskedPrediction*>> asked_;
  State state_;
  std::vector<Command> steps_;
  std::size_t position_ = 0;  ///< how many of them are applied
  std::vector<std::string> journal_;
  FirstPredictions firsts_;
  bool recorded_ = true;
  bool changed_ = false;  ///< something was assigned
  bool attempted_ = false;
  std::size_t inquiries_ = 0;
  bool closed_ = false;  ///< no first prediction is settled any more
  Bounds bounds_;
  std::uint64_t revision_ = 0;
  /// Of each goal on excess what was last counted, and at which revision: counting runs the script many times.
  mutable std::vector<std::pair<std::uint64_t, std::shared_ptr<const ExcessCount>>> excess_;
};

/// How a prediction turned out. `reason_asked`: whether its reason counts.
PredictionResult result_of(const Prediction& prediction, const policy::Decision& decision, bool reason_asked);

/// What a run led to beside its outcome, a sentence each: forms written, notices sent, events shown.
std::vector<std::string> what_followed(const Session& session, const Run& run);

/// Whether the student is to review the trail: some goal is on the marks.
bool asks_for_review(const scenario::Scenario& scenario);

/// An id that no request has yet, for the student's next own one: "own-1".
std::string next_own_id(const Session& session);

/// The commands of a session as a command file.
std::string to_command_file(const Session& session);

ReplayResult replay(Session& session, std::string_view command_file);

}  // namespace ntk::session
