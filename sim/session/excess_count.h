// How much is granted beyond need, as goals on excess count it (scenario::ExcessGoal). sim/analysis/excess.h tells more of it.
//
// Need is what the goals on decisions and on the trail ask for. Permits: every pair of a user and a record that can be read,
// in the world as it is assigned, less the pairs that a goal wants to succeed. The other privileges are those in assignable
// fields: of each function, role, signed term and memo level it is tried whether the script, run without it, still
// meets those goals. Each is tried by itself.
//
// Left out: requests of the student's own. They ask for nothing that a goal needs.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/session/privileges.h"
#include "sim/session/session.h"

namespace ntk::session {

/// A user who can read a record.
struct Permit {
  policy::Ref<policy::User> user;
  policy::Ref<policy::Record> record;

  auto operator<=>(const Permit&) const = default;
};

/// The pairs that the goals ask for, each once, user by user; whether they are permitted or not.
std::vector<Permit> needed_permits(const scenario::Scenario& scenario);
/// Whether a permit is among those that needed_permits() made.
bool is_in(const std::vector<Permit>& permits, const Permit& one);

/// The edits that change one thing of the field's value: for a set, each element taken out; else each other
/// choice (of an open field each other level, access or answer; a term unsigned; no investigation).
std::vector<scenario::AssignedValue> single_edits(const scenario::Assignable& field,
                                                  const scenario::AssignedValue& value);

struct ExcessCount {
  std::uint64_t permits = 0;                                   ///< that no goal asks for
  std::array<std::size_t, all_privileges.size()> revocable{};  ///< each on its own

  std::size_t of(Privilege each) const { return revocable[static_cast<std::size_t>(each)]; }
};

/// Whether a goal says what is needed: it is on a decision or on the trail.
bool states_need(const scenario::Goal& goal);
/// Counts what the goal asks about; the rest stays 0.
ExcessCount count_excess(const Session& session, const scenario::ExcessGoal& asked);

}  // namespace ntk::session
