// Least privilege: how much more than its goals need an assignment grants, and what of it can be taken back.
//
// Privileges are of five kinds. A permit (grouped_matrix.h) is a user and a record which that user can read, in the world as it
// is assigned, before the day. It is needed where a goal that demands success asks for it: a goal
// on a decision that is to be a permit needs the record that the request names; one on what a request returns
// needs those records; one on the trail that there be permitted events of a user and a record needs that
// pair. An image takes its parent along. Every other permit is excess. The other privileges are those that the student
// can assign: functions, of profiles and agreements; roles; terms, of signed papers; and levels that memos cover. No
// goal names one of those, so what is beyond need is what can be taken back.
//
// Much of the excess nobody could help: level 1 is open to all. So it is told apart what the scenario granted
// before anything was assigned, and which grants can be taken back: single edits of what the student may
// assign (one element out of a set, another choice of one value, a thing unsigned) after which every goal
// that is met stays met, nobody gains a permit, and somebody loses one that no goal asks for, met or not, or a function,
// role, term or level is granted no longer. Each is tried on its own, by running the session again with it; two that can
// each be taken back cannot always both be. Where none can, the assignment is as little as it gets.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/grouped_matrix.h"
#include "sim/session/excess_count.h"
#include "sim/session/session.h"

namespace ntk::analysis {

using session::all_privileges;
using session::granted_by;
using session::grants;
using session::grants_less;
using session::is_in;
using session::needed_permits;
using session::Privilege;
using session::single_edits;

struct PrivilegeCount {
  std::size_t granted = 0;
  std::size_t revocable = 0;  ///< of them, each on its own
};

/// One edit that takes something back and costs no goal.
struct Revocable {
  session::AssignCommand edit;
  std::uint64_t removes = 0;              ///< permits
  std::vector<Permit> removed;            ///< them, user by user; at most most_listed
  std::optional<Privilege> takes_back{};  ///< a privilege of this kind
};

struct Excess {
  std::uint64_t permits = 0;
  std::uint64_t needed = 0;     ///< of them
  std::uint64_t in_excess = 0;  ///< the rest
  std::vector<Permit> excess;   ///< it, user by user; at most most_listed
  std::uint64_t as_given = 0;   ///< of the excess: granted by the scenario before anything was assigned
  std::array<PrivilegeCount, all_privileges.size()> privileges{};
  std::vector<Revocable> revocable;  ///< in the order of the scenario's assignables
  std::size_t goals_met = 0;

  const PrivilegeCount& of(Privilege each) const { return privileges[static_cast<std::size_t>(each)]; }
};

/// What is said of an edit that takes back no permit.
inline constexpr std::string_view removes_nothing = "Nobody loses access to a record, and no goal needs it.";
/// The counts, in sentences: permits, then the other privileges that there are.
std::string in_words(const Excess& found);
/// Whether it is as little as it gets, in a sentence.
std::string verdict_in_words(const Excess& found);

/// Measures a session, a part at a time. What has no current run is run, in a copy.
class ExcessWork {
 public:
  explicit ExcessWork(session::Session session);

  /// Does the next part: counts the permits as they are, as given, or after an edit, and runs the session with it.
  /// Returns done().
  bool step();
  bool done() const { return did_ == size(); }
  std::size_t filled() const { return did_; }             ///< parts done
  std::size_t size() const { return 2 + edits_.size(); }  ///< parts in all

  /// What it came to, once it is done.
  const Excess& found() const { return found_; }

 private:
  void count_permits();
  void count_given();
  void try_edit(const session::AssignCommand& edit);

  session::Session session_;
  Setting setting_;
  std::optional<GroupedMatrix> table_;
  std::vector<Permit> needed_;
  std::vector<std::uint32_t> met_;  ///< goals
  std::vector<session::AssignCommand> edits_;
  std::size_t did_ = 0;
  Excess found_;
};

/// All of it at once.
Excess excess(session::Session session);

}  // namespace ntk::analysis
