#include "sim/analysis/grouped_matrix.h"

#include <algorithm>
#include <tuple>

namespace ntk::analysis {

using policy::Category;
using policy::Compiled;
using policy::Record;
using policy::Ref;
using policy::User;
using policy::World;
using scenario::AssignableKind;

Setting without_requests(const session::Session& session) {
  Setting setting = assigned_setting(session);
  setting.requests.clear();
  return setting;
}

// ---- One ---------------------------------------------------------------------------------------

namespace {

std::size_t categories() {
  return policy::words<Category>().size();
}

/// Whether the gates before the data, and what the checks of data read of users, can differ for the user by an edit of
/// the field. What those read of papers and records stands with the records.
bool concerns(const scenario::Assignable& field, const World& world, Ref<User> user) {
  switch (scenario::field_word(field.field).kind) {
    case AssignableKind::user:
      return user.at == field.at;
    case AssignableKind::agreement:
      return world[user].agency == world.agreements[field.at].agency;
    case AssignableKind::memo:
      return world[user].agency == world.memos[field.at].to;
    case AssignableKind::record:
    case AssignableKind::letter:
      break;
  }
  return false;
}

}  // namespace

GroupedMatrix::GroupedMatrix(Setting setting)
    : setting_(std::move(setting)),
      compiled_(*setting_.world, setting_.moment),
      user_groups_(setting_.world->users.size() * categories()) {
  for (std::uint32_t at = 0; at < setting_.world->users.size(); ++at) find_groups({at});
  list_members();
}

GroupedMatrix::GroupedMatrix(const GroupedMatrix& before, Setting setting,
                             const std::vector<scenario::Assignable>& fields)
    : setting_(std::move(setting)),
      compiled_(*setting_.world, setting_.moment),
      user_groups_(before.user_groups_) {
  std::vector<std::uint32_t> alike;
  for (const UserGroup& each : before.groups_)
    alike.push_back(position_of(compiled_.group_like(before.compiled_, each)));
  for (std::uint32_t& each : user_groups_) each = alike[each];
  for (std::uint32_t at = 0; at < setting_.world->users.size(); ++at) {
    const bool is_concerned =
        std::any_of(fields.begin(), fields.end(),
                    [&](const scenario::Assignable& each) { return concerns(each, *setting_.world, {at}); });
    if (is_concerned) find_groups({at});
  }
  list_members();
}

std::uint32_t GroupedMatrix::position_of(const UserGroup& group) {
  const auto [at, is_new] = positions_.try_emplace(group, static_cast<std::uint32_t>(groups_.size()));
  if (is_new) groups_.push_back(group);
  return at->second;
}

void GroupedMatrix::find_groups(Ref<User> user) {
  if (!can_ask()) {
    position_of({policy::PackedOutcome(), 0});  // every cell says so before a group is asked
    return;
  }
  const policy::Stated stated = stated_by(setting_, user);
  for (const auto& each : policy::words<Category>()) {
    user_groups_[user.at * categories() + static_cast<std::size_t>(each.value)] =
        position_of(compiled_.group_of(user, stated, each.value));
  }
}

void GroupedMatrix::list_members() {
  users_of_.resize(groups_.size());
  for (std::size_t at = 0; at < user_groups_.size(); ++at) {
    auto& members = users_of_[user_groups_[at]];
    const Ref<User> user{static_cast<std::uint32_t>(at / categories())};
    if (members.empty() || members.back() != user) members.push_back(user);
  }
  records_of_.resize(compiled_.record_groups());
  for (std::uint32_t at = 0; at < setting_.world->records.size(); ++at)
    records_of_[record_group({at})].push_back({at});
}

std::uint32_t GroupedMatrix::user_group(Ref<User> user, Category category) const {
  return user_groups_[user.at * categories() + static_cast<std::size_t>(category)];
}

std::uint64_t GroupedMatrix::size() const {
  return std::uint64_t{setting_.world->users.size()} * setting_.world->records.size();
}

Cell GroupedMatrix::at(const Permit& pair) {
  const Record& record = (*setting_.world)[pair.record];
  if (record.absent) return Cell(CellState::absent);
  if (!can_ask()) return Cell(CellState::not_asked);
  const UserGroup& group = groups_[user_group(pair.user, record.category)];
  return Cell(compiled_.outcome(group, pair.user, stated_by(setting_, pair.user), pair.record));
}

Cell GroupedMatrix::typical(std::uint32_t users, std::uint32_t records) {
  const auto [known, is_new] = typical_.try_emplace({users, records});
  if (!is_new) return known->second;
  for (const Ref<Record> record : records_of_[records]) {
    const Category category = (*setting_.world)[record].category;
    for (const Ref<User> user : users_of_[users]) {
      // Whom the gates settle can be of one group for this category and of another for the next.
      if (user_group(user, category) == users && compiled_.is_typical(user, record))
        return known->second = at({user, record});
    }
  }
  return known->second;
}

// ---- Two ---------------------------------------------------------------------------------------

/// Two of one scenario, gone through by what is of the same groups in both.
class MatrixPair {
 public:
  MatrixPair(GroupedMatrix& before, GroupedMatrix& after) : before_(before), after_(after) {
    const World &then = *before.setting_.world, &now = *after.setting_.world;
    users_ = static_cast<std::uint32_t>(std::min(then.users.size(), now.users.size()));
    const auto records = static_cast<std::uint32_t>(std::min(then.records.size(), now.records.size()));
    for (std::uint32_t at = 0; at < records; ++at) {
      records_of_[then.records[at].category][groups_of({at})].push_back({at});
      for (const Ref<User> each : tied({at})) tied_to_[each].push_back({at});
    }
  }

  MatrixCounts counted() {
    MatrixCounts counts;
    for (const auto& [category, groups] : records_of_) {
      std::map<Groups, std::uint64_t> users;
      for (std::uint32_t at = 0; at < users_; ++at) ++users[groups_of({at}, category)];
      for (const auto& [user, number] : users) {
        for (const auto& [record, members] : groups)
          add(counts, typical(user, record), number * members.size());
      }
    }
    for (const auto& [user, records] : tied_to_) {
      for (const Ref<Record> each : records) {
        const Category category = (*before_.setting_.world)[each].category;
        add(counts, typical(groups_of(user, category), groups_of(each)), static_cast<std::uint64_t>(-1));
        add(counts, at({user, each}), 1);
      }
    }
    return counts;
  }

  /// The cells that come out in this way, user by user.
  std::vector<CellFlip> listed(bool (*comes_out)(const CellFlip&), std::size_t most) {
    std::vector<CellFlip> found;
    std::map<std::pair<Category, Groups>, std::vector<const Records*>> typically;
    for (std::uint32_t user = 0; user < users_ && found.size() < most; ++user) {
      Records candidates;
      for (const auto& [category, groups] : records_of_) {
        const Groups asker = groups_of({user}, category);
        const auto [known, is_new] = typically.try_emplace({category, asker});
        for (const auto& [record, members] : groups) {
          if (is_new && comes_out(flip({}, typical(asker, record)))) known->second.push_back(&members);
        }
        for (const Records* each : known->second)
          candidates.insert(candidates.end(), each->begin(), each->end());
      }
      if (const auto tied = tied_to_.find({user}); tied != tied_to_.end())
        candidates.insert(candidates.end(), tied->second.begin(), tied->second.end());
      std::sort(candidates.begin(), candidates.end());
      candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
      for (const Ref<Record> each : candidates) {
        const CellFlip cell = flip({{user}, each}, at({{user}, each}));
        if (found.size() < most && comes_out(cell)) found.push_back(cell);
      }
    }
    return found;
  }

 private:
  using Groups = std::pair<std::uint32_t, std::uint32_t>;  ///< before and after
  using Both = std::pair<Cell, Cell>;
  using Records = std::vector<Ref<Record>>;

  static CellFlip flip(const Permit& pair, const Both& both) {
    return {pair.user, pair.record.at, both.first, both.second};
  }
  static void add(MatrixCounts& counts, const Both& both, std::uint64_t number) {
    const bool was = both.first.grants(), is = both.second.grants();
    if (was && is) counts.kept += number;
    if (was && !is) counts.lost += number;
    if (!was && is) counts.gained += number;
    if (both.first != both.second) counts.different += number;
  }

  std::vector<Ref<User>> tied(Ref<Record> record) const {
    auto users = before_.compiled_.tied(record);
    for (const Ref<User> each : after_.compiled_.tied(record)) users.push_back(each);
    std::sort(users.begin(), users.end());
    users.erase(std::unique(users.begin(), users.end()), users.end());
    return users;
  }
  Groups groups_of(Ref<User> user, Category category) const {
    return {before_.user_group(user, category), after_.user_group(user, category)};
  }
  Groups groups_of(Ref<Record> record) const {
    return {before_.record_group(record), after_.record_group(record)};
  }
  Both typical(const Groups& users, const Groups& records) {
    return {before_.typical(users.first, records.first), after_.typical(users.second, records.second)};
  }
  Both at(const Permit& pair) { return {before_.at(pair), after_.at(pair)}; }

  GroupedMatrix &before_, &after_;
  std::uint32_t users_ = 0;
  std::map<Category, std::map<Groups, Records>> records_of_;
  std::map<Ref<User>, Records> tied_to_;
};

namespace {

std::vector<Permit> pairs_of(const std::vector<CellFlip>& cells) {
  std::vector<Permit> pairs;
  pairs.reserve(cells.size());
  for (const CellFlip& each : cells) pairs.push_back({each.user, {each.column}});
  return pairs;
}

}  // namespace

MatrixCounts compared(GroupedMatrix& before, GroupedMatrix& after) {
  return MatrixPair(before, after).counted();
}

std::vector<Permit> lost(GroupedMatrix& before, GroupedMatrix& after, std::size_t most) {
  return pairs_of(MatrixPair(before, after).listed([](const CellFlip& each) { return each.lost(); }, most));
}

std::vector<CellFlip> flips(GroupedMatrix& before, GroupedMatrix& after, std::size_t most) {
  return MatrixPair(before, after)
      .listed([](const CellFlip& each) { return each.before != each.after; }, most);
}

std::vector<Permit> permits(GroupedMatrix& matrix, std::size_t most) {
  return pairs_of(
      MatrixPair(matrix, matrix).listed([](const CellFlip& each) { return each.before.grants(); }, most));
}

std::uint64_t number_of_permits(GroupedMatrix& matrix) {
  return compared(matrix, matrix).kept;
}

}  // namespace ntk::analysis
