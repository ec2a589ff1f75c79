// The solver: which of all that the student may assign meets the goals.
//
//   const SolveResult found = solve(scenario);
//   if (found.outcome == Solvability::unsolvable) ... found.conflict ...
//
// or in slices, with progress, until it is done or dropped:
//
//   SolveWork work(scenario);
//   while (work.step()) draw(work.progress());
//   ... work.result() ...
//
// An *assignment* gives every field of Scenario::assignables a value: its present one, or one that the scenario allows. A
// *solution* is an assignment with which `run all` meets every goal that depends on what is assigned, when the lesson
// begins and its clock stands. What a student does beyond that (requests of one's own, running a request again, moving
// the clock) isn't searched. Goals that ask for an answer (marks on the trail, fields named as misconfigured) depend on
// no assignment: they are told apart, and whether any answer can meet them. Goals on what is granted in excess are told
// apart too: the solution with least privilege shows whether they can be met.
//
// It is exact and exhaustive unless it says that it isn't: nothing is sampled. No rule stands here: every verdict comes from
// policy::decide, of each check only for the values that it can read (dependence.h). The answers are kept as decision
// diagrams (decision_diagram.h), joined into one of all solutions. So spaces of 10^9 assignments and more are counted
// without going through them. Each solution that is handed out was run in a session and met its goals.
//
// Values of an open field that no decision can tell apart count as one: of terms and investigations, those that cover
// the same days of the script; of a designation, whom of those who ask it admits. Sets of functions, categories,
// levels and statements count exactly.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/natural.h"
#include "sim/session/command.h"

namespace ntk::analysis {

struct SolveOptions {
  std::size_t examples = 1;              ///< solutions to hand out, at most
  bool least = true;                     ///< whether to find the one with least privilege
  std::size_t nodes = 2'000'000;         ///< of decision diagrams; some 20 bytes each
  std::uint64_t decisions = 20'000'000;  ///< requests that are decided to fill them
  std::uint64_t tried = 2'000'000;       ///< steps of the search where diagrams don't suffice
};

enum class Solvability : std::uint8_t {
  solvable,       ///< at least one solution
  unsolvable,     ///< proven: there is none
  not_exhausted,  ///< none was found, and not everything was tried
};

/// What a goal depends on.
enum class GoalBasis : std::uint8_t {
  assignment,  ///< on what is assigned; it may still be met by every assignment
  answer,      ///< on what the student marks, names or predicts, or on how much is granted
};

/// One goal by itself, whatever the others ask.
struct GoalOutlook {
  GoalBasis basis = GoalBasis::assignment;
  bool known = false;     ///< false: too large to tell; the members below mean nothing then
  bool always = false;    ///< every assignment meets it
  bool never = false;     ///< none does; of an answer: no answer can
  bool as_given = false;  ///< met with nothing assigned; of an answer: never
};

/// An assignment as commands: those that change a field from what the scenario gives, in the order of the fields.
struct Solution {
  std::vector<session::AssignCommand> edits;

  bool operator==(const Solution&) const = default;
};

/// What the solutions have in one field.
struct FieldOutlook {
  std::uint32_t assignable = 0;  ///< position in Scenario::assignables
  bool read = false;             ///< whether a goal's outcome can depend on it
  bool open_class = false;       ///< open, and counted by classes of values that no decision tells apart
  /// Of a field of one value: the values that solutions have. Of a set: the elements that some solution has, each as a set
  /// of one.
  std::vector<scenario::AssignedValue> possible;
  /// Values that no solution has; of a set, elements.
  std::vector<scenario::AssignedValue> excluded;
  /// Of a set: the elements that every solution has. Of a field of one value: that value, where there is one.
  std::vector<scenario::AssignedValue> forced;

  /// Whether all solutions agree in it.
  bool is_forced() const { return possible.size() == forced.size(); }
  /// Whether each of its values, or elements, can be had and left out.
  bool is_free() const { return excluded.empty() && forced.empty(); }
};

/// Why there is no solution.
struct Conflict {
  std::vector<std::uint32_t>
      goals;              ///< positions of goals that can't be met together; leaving one out, the others can
  bool smallest = false;  ///< no smaller set of goals conflicts
  std::vector<std::string> reasons;  ///< sentences
};

/// How much a solution grants. Compared from the first member on: so the least is not beaten in any later one.
struct Burden {
  std::uint64_t permits = 0;     ///< of users to read records, in the world as it is assigned (excess.h)
  std::uint64_t privileges = 0;  ///< functions, roles, signed terms and memo levels in assignable fields
  std::uint64_t days = 0;        ///< that signed terms last; one without an end counts as 100 years
  std::uint64_t changes = 0;     ///< values, and elements of sets, that are not as the scenario gives them

  auto operator<=>(const Burden&) const = default;
};

struct Least {
  Solution solution;
  Burden burden;
  bool proven = false;          ///< no solution grants less
  bool counts_permits = false;  ///< false: there are too many pairs of users and records to weigh them
};

struct SolveResult {
  Solvability outcome = Solvability::not_exhausted;
  Natural space;      ///< assignments there are; of open fields, classes of values
  Natural solutions;  ///< exactly, where `exhausted`; else so many are proven to be there
  Natural at_most;    ///< proven bound; the same where `exhausted`
  Natural covered;    ///< assignments that are settled one way or the other
  bool exhausted = false;
  std::vector<Solution> examples;  ///< at most SolveOptions::examples
  std::optional<Least> least;
  std::optional<Conflict> conflict;  ///< where it is unsolvable
  std::vector<GoalOutlook> goals;    ///< as Scenario::goals
  std::vector<FieldOutlook> fields;  ///< as Scenario::assignables; empty unless solvable and `exhausted`
  /// What was found to contradict itself: a solution that its own run doesn't confirm. Always empty, else a fault of ours.
  std::vector<std::string> faults;
};

/// How far the work is.
struct SolveProgress {
  std::string_view phase;        ///< in words: "Running the script"
  std::size_t done = 0, of = 0;  ///< parts of the phase; of == 0: not known
};

class SolveWork {
 public:
  explicit SolveWork(scenario::Scenario scenario, SolveOptions options = {});
  SolveWork(SolveWork&&) noexcept;
  SolveWork& operator=(SolveWork&&) noexcept;
  ~SolveWork();

  /// Does the next part: some milliseconds as a rule. Returns whether more is left.
  bool step();
  /// Stops the search for more: what is settled by now is the result, and the rest not exhausted.
  void cut_short();
  bool done() const;
  SolveProgress progress() const;
  /// What it came to, once it is done.
  const SolveResult& result() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// All of it at once.
SolveResult solve(const scenario::Scenario& scenario, SolveOptions options = {});

/// The goals that depend on the assignment and that it misses, found by running the script with it: positions. None: it is
/// a solution. `assigned` is a world of the scenario, as Session::assigned() has it.
std::vector<std::uint32_t> goals_missed(const scenario::Scenario& scenario, const policy::World& assigned);

}  // namespace ntk::analysis
