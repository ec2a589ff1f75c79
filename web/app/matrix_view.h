// The access matrix as both pages show it: users by records, requests or functions, from agencies by
// categories down to one cell, and what an assignment flips in it.
//
// Two matrices stand behind it. One is of the session as it stands. The other is of the same with one field
// different: with the value that is tried out, or, where none is, with the value that the field of the last
// assignment had before it. What differs between the two is highlighted: before an assignment is made, and
// after.
//
// It can be looked at as of a later day on which anything begins or lapses: what differs then from today is
// highlighted.
//
// They are computed a little at a time (step), and anew when the session has changed (follow). Somebody who
// shows the matrix does both; while nobody does, nothing is computed. It can be stopped, and then stays so
// until it is to go on. How far a page has zoomed in is that page's to know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/matrix.h"
#include "sim/session/session.h"

namespace ntk::web {

using analysis::CellFlip;
using policy::Ref;
using policy::User;

/// One value that could be tried out.
struct TrialValue {
  std::string words;  ///< "Level 1"; of a set "with Printing", "without Printing"
  session::AssignCommand edit;
};
/// A field that the student may assign and that some decision can depend on.
struct Trial {
  std::string field;  ///< "Access level of Harbour report"
  std::vector<TrialValue> values;
};

/// What stands at the head of a column or of a group of columns.
struct MatrixHead {
  std::string title;
  std::string note;  ///< of a record its level; may be empty
  std::string id;    ///< of the record, request, function or category
};

/// How many cells flip.
struct FlipCount {
  std::size_t gained = 0, lost = 0;
  std::size_t otherwise = 0;  ///< permitted before and after, but not of all that was found

  std::size_t all() const { return gained + lost + otherwise; }
};

/// A cell in sentences.
struct CellStory {
  std::string title;    ///< "Ana Ortega (FBI), “Harbour report”"
  std::string outcome;  ///< how it comes out and why
  std::string rule;     ///< the sentence of the rule that denies it, after its code; may be empty
  std::string flip;     ///< what changes, where something does
  /// What brings it to Why: asks the request as the student's own and runs it. Empty where it cannot be
  /// asked so; `outcome` then is all there is to tell.
  std::vector<session::Command> asking;
};

class MatrixView {
 public:
  /// Takes the session as it stands, and begins anew where that is another than before. Before anything else.
  void follow(const session::Session& session, std::uint64_t sessions_begun);
  /// Computes for about so long, at least something. Returns whether there is more to do.
  bool step(double milliseconds);
  bool is_working() const { return matrix_ && !stopped_ && !done(); }
  bool done() const;
  bool stopped() const { return stopped_; }
  void stop();
  void go_on() { stopped_ = false; }
  /// In per cent.
  int progress() const;
  std::string progress_in_words() const;

  analysis::Axis axis() const { return axis_; }
  void choose(analysis::Axis axis);

  /// The clock's day, and each later one on which anything begins or lapses.
  const std::vector<policy::Date>& days() const { return days_; }
  /// The day that it is of.
  policy::Date day() const { return day_.value_or(days_.front()); }
  bool is_of_a_later_day() const { return day_.has_value(); }
  /// One of days().
  void show_on(policy::Date day);

  /// What can be tried out.
  const std::vector<Trial>& trials() const { return trials_; }
  /// Shows what an assignment would flip; with none, what the last one did.
  void try_out(std::optional<session::AssignCommand> edit);
  const std::optional<session::AssignCommand>& tried() const { return tried_; }

  /// The session as it stands. Cells that are not computed yet are pending.
  const analysis::Matrix& matrix() const { return *matrix_; }
  const policy::World& world() const { return *matrix_->setting().world; }

  /// Why it has no cells, where it has none.
  std::string nothing_because() const;

  // The blocks: agencies that have users, by groups of columns: records by category, others all in one.
  const std::vector<Ref<policy::Agency>>& agencies() const { return agencies_; }
  const std::vector<MatrixHead>& groups() const { return groups_; }
  const std::vector<std::uint32_t>& users(std::size_t agency) const { return users_[agency]; }
  const std::vector<std::uint32_t>& columns(std::size_t group) const { return columns_[group]; }
  /// How much of a block is permitted. Of what is computed; while that goes on, nothing.
  analysis::Share share(std::size_t agency, std::size_t group) const;
  FlipCount flips(std::size_t agency, std::size_t group) const;
  /// "Federal Bureau of Investigation, 3 users; Lookouts, 5 records"
  std::string block_title(std::size_t agency, std::size_t group) const;

  MatrixHead head(std::uint32_t column) const;
  /// The flip of a cell; null where it stays as it is.
  const CellFlip* flip(std::uint32_t user, std::uint32_t column) const;
  /// "2 cells gained, 1 lost since the last assignment."
  std::string flips_in_words() const;
  CellStory story(const session::Session& session, std::uint32_t user, std::uint32_t column) const;

 private:
  void begin(const session::Session& session);
  void begin_other();
  void show_nothing();
  const char* since() const;
  void find_trials(const session::Session& session);
  void group();
  void add_up();

  analysis::Axis axis_ = analysis::Axis::records;
  std::optional<session::AssignCommand> tried_, last_;  ///< `last_` with the value before it
  std::vector<scenario::Assignable> assignables_;
  std::uint64_t session_seen_ = 0, revision_seen_ = 0;
  bool fresh_ = false;
  bool stopped_ = false;
  std::string too_many_cells_;

  std::vector<policy::Date> days_;
  std::optional<policy::Date> day_;  ///< none: the clock's
  analysis::Setting now_;
  std::optional<analysis::Matrix> matrix_, other_;
  std::vector<Ref<policy::Agency>> agencies_;
  std::vector<MatrixHead> groups_;
  std::vector<std::vector<std::uint32_t>> users_, columns_;
  std::vector<std::uint32_t> agency_of_, group_of_;  ///< of each user, of each column
  std::vector<analysis::Share> shares_;
  std::vector<CellFlip> flips_;  ///< row by row
  std::vector<FlipCount> flip_counts_;

  std::vector<Trial> trials_;
};

/// A cell as it is told: "Ana Ortega (FBI), “Harbour report”. Gained: was deny DA-7. ..."
std::string story_in_words(const CellStory& story);

/// The field of an assignment: "Access level of Harbour report"
std::string field_title(const scenario::Scenario& scenario, const session::AssignCommand& edit);
/// "permit", "deny DA-7", "in part", "absent", "not asked", "not computed yet"
std::string cell_in_words(analysis::Cell cell);
/// "+", "-" or "~": gained, lost, or otherwise changed.
const char* sign(const CellFlip& flip);
/// "gained: was deny DA-7"
std::string flip_in_words(const CellFlip& flip, bool tried);
/// "3 of 12 permitted"; "nothing to decide"
std::string share_in_words(const analysis::Share& share);
/// "+2 -1"; empty where nothing flips
std::string signs(const FlipCount& count);

}  // namespace ntk::web
