// Least privilege: how much more than its goals need an assignment grants, and what of it can be taken back.
//
// A permit is a user and a record which that user can read: a cell of the access matrix (matrix.h) of the
// world as it is assigned, before the day. It is needed where a goal that demands success asks for it: a goal
// on a decision that is to be a permit needs the record that the request names; one on what a request returns
// needs those records; one on the trail that there be permitted events of a user and a record needs that
// pair. An image takes its parent along. Every other permit is excess.
//
// Much of the excess nobody could help: level 1 is open to all. So it is told apart what the scenario granted
// before anything was assigned, and which grants can be taken back: single edits of what the student may
// assign (one element out of a set, another choice of one value, a thing unsigned) after which every goal
// that is met stays met, nobody gains a permit, and somebody loses one that no goal asks for, met or not.
// Each is tried on its own, by running the session again with it; two that can each be taken back cannot
// always both be.
#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/matrix.h"
#include "sim/session/session.h"

namespace ntk::analysis {

/// A user who can read a record.
struct Permit {
  policy::Ref<policy::User> user;
  policy::Ref<policy::Record> record;

  bool operator==(const Permit&) const = default;
};

/// One edit that takes permits back and costs no goal.
struct Revocable {
  session::AssignCommand edit;
  std::vector<Permit> removed;  ///< user by user
};

struct Excess {
  std::size_t permits = 0;           ///< in the matrix
  std::size_t needed = 0;            ///< of them
  std::vector<Permit> excess;        ///< the rest, user by user
  std::size_t as_given = 0;          ///< of the excess: granted by the scenario before anything was assigned
  std::vector<Revocable> revocable;  ///< in the order of the scenario's assignables
};

/// The pairs that the goals ask for, each once, user by user; whether they are permitted or not.
std::vector<Permit> needed_permits(const scenario::Scenario& scenario);
/// Whether a permit is among those that needed_permits() made.
bool is_in(const std::vector<Permit>& permits, const Permit& one);

/// The edits that change one thing of the field's value: for a set, each element taken out; else each other
/// choice (of an open field each other level, access or answer; a term unsigned; no investigation).
std::vector<scenario::AssignedValue> single_edits(const scenario::Assignable& field,
                                                  const scenario::AssignedValue& value);

/// Measures a session, a part at a time. What has no current run is run, in a copy.
class ExcessWork {
 public:
  explicit ExcessWork(session::Session session);

  /// Computes about so many cells more, at least one; where they are those of a whole edit, runs the session
  /// with it. Returns done().
  bool step(std::size_t cells);
  bool done() const { return given_.done() && tried_ == edits_.size(); }
  std::size_t filled() const;  ///< cells that are computed
  std::size_t size() const;    ///< cells to compute: the matrix, as it is, as given, and after each edit

  /// What it came to, once it is done.
  Excess found() const;

 private:
  void conclude(const session::AssignCommand& edit);

  session::Session session_;
  Matrix matrix_, given_;
  std::vector<Permit> needed_;
  std::vector<std::uint32_t> met_;  ///< goals
  std::vector<session::AssignCommand> edits_;
  std::size_t tried_ = 0;        ///< of the edits
  std::optional<Matrix> after_;  ///< the edit that is being tried
  std::vector<Revocable> revocable_;
};

/// All of it at once.
Excess excess(session::Session session);

}  // namespace ntk::analysis
