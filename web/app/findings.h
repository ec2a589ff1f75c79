// Findings: what a comparison of two assignments, or a look for least privilege, comes to, as parts with rows
// of texts, so that both pages show the same words in the same order.
//
//   compare   The assignment as it is now against another: the lesson as shipped, an earlier step of the
//             history, or the commands of another attempt or file. Which values differ, which requests and
//             which cells of the access matrix come out otherwise. Exhaustive (analysis/compare.h).
//   excess    What is granted beyond what the goals need, and which grants can be taken back one by one
//             (analysis/excess.h).
//   check     Whether a lesson of the student's own can be solved, rewards understanding and notices mistakes
//             (lesson_check.h). It tells what a right answer is, so it waits to be asked, whatever its size.
//
// The first two run a session several times over, so a large one is gone through only when somebody asks for it: then
// a little at a time, and until it is cancelled.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/analysis/compare.h"
#include "sim/analysis/excess.h"
#include "sim/session/session.h"
#include "sim/session/submission.h"
#include "web/app/lines.h"

namespace ntk::web {

/// A row: a name, a note below it, and cells; perhaps a command that it offers.
struct Finding {
  std::string name, note;
  std::vector<Lines> cells;
  std::optional<session::Command> command;
};

struct FindingPart {
  std::string word, title;
  std::vector<std::string> columns;  ///< titles, of the name too
  std::vector<Finding> rows;         ///< at most most_findings
  std::uint64_t all = 0;             ///< rows there are
  std::string empty;                 ///< what is said where there are none
};
inline constexpr std::size_t most_findings = 200;

struct Findings {
  std::string summary;  ///< what it comes to, in a sentence
  std::string details;  ///< the figures behind it; empty where the summary has them
  std::vector<FindingPart> parts;
};

/// "Only the first 200 of 960 are listed."; empty where all are.
std::string left_out_in_words(const FindingPart& part);

/// What the assignment is compared with.
struct Baseline {
  enum class Kind : std::uint8_t { shipped, step, commands };
  Kind kind = Kind::shipped;
  std::size_t position = 0;           ///< of `step`: how many steps were applied
  std::string name;                   ///< of `commands`: of the attempt or file
  std::vector<std::string> commands;  ///< of `commands`
};

enum class FindingsKind : std::uint8_t { compare, excess, check };
std::optional<FindingsKind> findings_kind(std::string_view word);  ///< "compare", "excess", "check"

/// Works out findings and keeps them until the session changes.
class FindingsView {
 public:
  /// `file`: the scenario's, which outlives this; for the check alone.
  explicit FindingsView(FindingsKind kind, const session::ScenarioReference* file = nullptr)
      : kind_(kind), file_(file) {}

  /// Takes the session as it stands. What was found in another is gone. Before anything else.
  void follow(const session::Session& session, std::uint64_t sessions_begun);
  /// Works them out where they are not: of a small session at once; of a large one, once they were asked for,
  /// for about so long. `steps` is the whole history, the steps undone too. Returns whether those of a large
  /// one have now been found.
  bool work(const session::Session& session, std::span<const session::Command> steps, double milliseconds);
  const std::optional<Findings>& found() const { return findings_; }
  /// Asks for those of a large session.
  void ask() { asked_ = !findings_; }
  /// Asks no more.
  void cancel();
  bool is_working() const { return asked_; }
  /// In per cent.
  int progress() const;
  std::string progress_in_words() const;
  static bool is_large(const session::Session& session);
  /// What is said beside the button that asks.
  std::string invitation(const session::Session& session) const;

  const Baseline& baseline() const { return baseline_; }
  /// Commands that the lesson refuses are refused here: they are of another. `session` is the one at hand.
  std::optional<session::Refusal> choose(const session::Session& session, Baseline baseline);
  /// "the lesson as shipped", "step 3 of the history", "“Attempt 2”"
  std::string baseline_in_words() const;

 private:
  using Work = std::variant<std::monostate, analysis::ComparisonWork, analysis::ExcessWork>;

  void begin(const session::Session& session, std::span<const session::Command> steps);
  /// Returns whether it is done.
  bool step();
  bool waits_to_be_asked(const session::Session& session) const;
  Findings check(const session::Session& session) const;

  FindingsKind kind_;
  const session::ScenarioReference* file_;
  Baseline baseline_;
  std::uint64_t session_seen_ = 0, revision_seen_ = 0;
  bool asked_ = false;
  Work work_;
  std::optional<Findings> findings_;
};

Findings excess_findings(const analysis::Excess& found, const scenario::Scenario& scenario);
Findings comparison_findings(const analysis::Comparison& found, const scenario::Scenario& scenario,
                             const std::string& first_name);

}  // namespace ntk::web
