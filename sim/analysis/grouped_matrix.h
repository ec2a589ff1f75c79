// The access matrix of records (matrix.h) without its cells: who can read what, counted.
//
// 90,000 users and 200,000 records have 18,000,000,000 cells, but few different cases: users and records are put into
// groups (policy/compiled.h), and a pair of groups is decided once and counted as often as there are pairs in it. Pairs in
// which a user stands to a record as nobody else does (its creator, a person named in its designation) are looked at one
// by one: there are no more of them than the scenario file is long. So time and memory grow with the file.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "sim/analysis/matrix.h"
#include "sim/session/excess_count.h"

namespace ntk::analysis {

/// How many users and records at most are listed one by one of those that are counted.
inline constexpr std::size_t most_listed = 10'000;

using session::Permit;

/// As the session is assigned (assigned_setting), without its requests: permits do not depend on them.
Setting without_requests(const session::Session& session);

class GroupedMatrix {
 public:
  explicit GroupedMatrix(Setting setting);
  /// After an edit of these fields: as the other one, and only whom the edit concerns is looked at anew.
  GroupedMatrix(const GroupedMatrix& before, Setting setting,
                const std::vector<scenario::Assignable>& fields);

  /// The cell of a user and a record, as Matrix::at has it.
  Cell at(const Permit& pair);
  bool has(const Permit& pair) { return at(pair).grants(); }
  const Setting& setting() const { return setting_; }
  std::uint64_t size() const;  ///< cells

 private:
  friend class MatrixPair;
  using UserRef = policy::Ref<policy::User>;
  using RecordRef = policy::Ref<policy::Record>;
  using UserGroup = policy::Compiled::UserGroup;

  /// Positions of users' groups are counted from 0 through all categories; the groups of users whom the gates before the
  /// data settle among them.
  std::uint32_t user_group(UserRef user, policy::Category category) const;
  std::uint32_t record_group(RecordRef record) const { return compiled_.group_of(record); }
  std::uint32_t position_of(const UserGroup& group);
  void find_groups(UserRef user);
  void list_members();
  bool can_ask() const { return !setting_.world->purposes.empty(); }
  /// For whoever of the group stands to no record of that group in a way of the own; where everybody does, whatever.
  Cell typical(std::uint32_t users, std::uint32_t records);

  Setting setting_;
  policy::Compiled compiled_;
  std::map<UserGroup, std::uint32_t> positions_;
  std::vector<UserGroup> groups_;
  std::vector<std::uint32_t> user_groups_;      ///< user by user, category by category
  std::vector<std::vector<UserRef>> users_of_;  ///< members of each group
  std::vector<std::vector<RecordRef>> records_of_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Cell> typical_;  ///< of pairs of groups
};

/// How two of them, of one scenario, differ: numbers of permits, and of cells that are not the same.
struct MatrixCounts {
  std::uint64_t kept = 0, lost = 0, gained = 0;
  std::uint64_t different = 0;  ///< those lost and gained, and those denied for another reason

  std::uint64_t before() const { return kept + lost; }
};
MatrixCounts compared(GroupedMatrix& before, GroupedMatrix& after);
/// The permits that the first has and the second lacks, user by user; at most so many.
std::vector<Permit> lost(GroupedMatrix& before, GroupedMatrix& after, std::size_t most);
/// The cells that differ, user by user; at most so many.
std::vector<CellFlip> flips(GroupedMatrix& before, GroupedMatrix& after, std::size_t most);
/// The permits of one, user by user; at most so many.
std::vector<Permit> permits(GroupedMatrix& matrix, std::size_t most);
std::uint64_t number_of_permits(GroupedMatrix& matrix);

}  // namespace ntk::analysis
