#include "sim/policy/compiled.h"

#include <algorithm>
#include <tuple>

#include "sim/policy/decide.h"
#include "sim/policy/facts.h"

namespace ntk::policy {
namespace {

constexpr std::uint32_t nobody = UINT32_MAX;

/// How a user stands to a record, in bits.
constexpr unsigned created = 1, admitted = 2, named = 4, controls = 8, relations = 16;

std::size_t position(Category category) {
  return static_cast<std::size_t>(category);
}

/// Of a search, first whether it is permitted, then whether the record is withheld.
PackedOutcome packed(const Verdicts& verdicts, Operation operation) {
  if (is_search(operation)) {
    for (const Check& each : checks()) {
      if (each.scope == Scope::request && verdicts[each.id] == Verdict::fail) return PackedOutcome(each.id);
    }
  }
  return PackedOutcome(verdicts.first_failed());
}

/// What `decide` says of the user, the way and the record. A search is put to it as of this one record, which
/// spares looking through all of them: the same checks see the same things.
PackedOutcome decided_outcome(const World& world, Ref<User> user, Way way, Ref<Record> record,
                              const Stated& stated, Moment moment) {
  Request request = asking(world, user, way, record, stated, moment);
  request.target = record;
  return packed(decide(world, request).verdicts, way.operation);
}

/// The record whose level and designation a user meets who asks for this one: of an image, its parent.
const Record& guarding(const World& world, const Record& record) {
  const Record* at = &record;
  while (at->category == Category::image && at->parent) at = &world[*at->parent];
  return *at;
}

/// Whether any of the ways writes: only then the checks look at the user of a profile more closely than at who the
/// user's control officer is.
bool is_written(const std::vector<Way>& ways) {
  return std::any_of(ways.begin(), ways.end(), [](Way each) { return !is_reading(each.operation); });
}

std::vector<Way> ways_to_read(Category category) {
  std::vector<Way> displays, searches;
  for (const Word<Function>& each : words<Function>()) {
    const FunctionScope& covers = scope(each.value);
    if (!covers.categories.contains(category)) continue;
    if (covers.operations.contains(Operation::display)) displays.push_back({each.value, Operation::display});
    if (covers.operations.contains(Operation::search)) searches.push_back({each.value, Operation::search});
  }
  return displays.empty() ? searches : displays;
}

}  // namespace

const Ways& reading_ways() {
  static const Ways ways = [] {
    Ways of_all;
    for (const Word<Category>& each : words<Category>()) of_all.push_back(ways_to_read(each.value));
    return of_all;
  }();
  return ways;
}

Request asking(const World& world, Ref<User> user, Way way, Ref<Record> record, const Stated& stated,
               Moment moment) {
  Request request;
  request.user = user;
  request.function = way.function;
  request.operation = way.operation;
  request.target = record;
  if (is_search(way.operation)) request.target = Search{{world[record].category}, {}};
  request.purpose = stated.purpose;
  request.place = stated.place;
  request.moment = moment;
  return request;
}

std::optional<BestWay> best_way(const World& world, Ref<User> user, std::span<const Way> ways,
                                Ref<Record> record, const Stated& stated, Moment moment) {
  std::optional<BestWay> best;
  for (const Way each : ways) {
    const PackedOutcome outcome = decided_outcome(world, user, each, record, stated, moment);
    if (!best || best->outcome < outcome) best = {each, outcome};
  }
  return best;
}

// ---- What is read of records -------------------------------------------------------------------

bool Compiled::Kind::operator<(const Kind& other) const {
  const auto all = [](const Kind& kind) {
    return std::tie(kind.category, kind.owner, kind.level, kind.kept, kind.absent, kind.referred,
                    kind.profile_of, kind.parent);
  };
  return all(*this) < all(other);
}

Compiled::Compiled(const World& world, Moment moment, const Ways& ways)
    : world_(&world), moment_(moment), ways_(ways), example_(ways.size()), kinds_(ways.size()) {
  records_.reserve(world.records.size());
  for (std::uint32_t at = 0; at < world.records.size(); ++at) records_.push_back(pack({at}));
  standing_.resize(classes_.size());
}

std::uint32_t Compiled::kind_of(Ref<Record> ref) {
  const Record& record = (*world_)[ref];
  Kind kind{record.category, record.owner, std::nullopt, false,
            record.absent,   false,        std::nullopt, std::nullopt};
  if (has_levels(record.category)) kind.level = record.level;
  kind.kept = keeping(*world_, record).covers(moment_.day);
  kind.referred = record.referred && !(moment_ < *record.referred);
  if (record.category == Category::user_profile && is_written(ways_[position(record.category)]))
    kind.profile_of = record.profile_of;
  if (record.category == Category::image && record.parent)
    kind.parent = {(*world_)[*record.parent].category, kind_of(*record.parent)};
  auto& kinds = kinds_[position(record.category)];
  return kinds.emplace(kind, static_cast<std::uint32_t>(kinds.size())).first->second;
}

std::uint32_t Compiled::position_of(const DesignationClass& designated) {
  auto& naming = classes_naming_[{designated.agencies, designated.users}];
  for (const std::uint32_t each : naming) {
    if (classes_[each].front() == designated) return each;
  }
  naming.push_back(static_cast<std::uint32_t>(classes_.size()));
  classes_.push_back({designated});
  return naming.back();
}

Compiled::Packed Compiled::pack(Ref<Record> ref) {
  const Record& record = (*world_)[ref];
  const std::size_t category = position(record.category);
  if (!example_[category]) example_[category] = ref;
  const Record& guard = guarding(*world_, record);
  Packed packed{category, kind_of(ref), nobody, nobody, static_cast<std::uint32_t>(class_of_.size()), 0, 0};
  if (guard.creator) packed.creator = guard.creator->at;
  if (guard.category == Category::user_profile && guard.profile_of) {
    const auto& officer = (*world_)[*guard.profile_of].sco;
    if (officer) packed.officer = officer->at;
  }
  if (has_levels(guard.category)) {
    for (const DesignationClass& each : guard.designation) class_of_.push_back(position_of(each));
  }
  packed.end_class = static_cast<std::uint32_t>(class_of_.size());
  std::vector<std::uint32_t> classes;
  for (std::uint32_t each = packed.first_class; each < packed.end_class; ++each) {
    if (classes_[class_of_[each]].front().users.empty()) classes.push_back(class_of_[each]);
  }
  std::sort(classes.begin(), classes.end());
  const std::uint32_t of_kind =
      packed.kind * static_cast<std::uint32_t>(ways_.size()) + static_cast<std::uint32_t>(category);
  packed.group =
      record_groups_.emplace(std::pair(of_kind, std::move(classes)), record_groups()).first->second;
  return packed;
}

// ---- What is read of users ---------------------------------------------------------------------

bool Compiled::Asker::operator<(const Asker& other) const {
  const auto all = [](const Asker& asker) {
    return std::tie(asker.category, asker.agency, asker.kind, asker.investigation, asker.duty, asker.ways);
  };
  return all(*this) < all(other);
}

void Compiled::stand_to_classes(Ref<User> user) {
  for (std::size_t at = 0; at < classes_.size(); ++at) {
    standing_[at] = static_cast<std::uint8_t>((admits(classes_[at].front(), *world_, user) ? admitted : 0) |
                                              (names(classes_[at], *world_, user) ? named : 0));
  }
}

Compiled::Entry Compiled::entry(Ref<User> ref, const Stated& stated, std::size_t category) {
  if (!example_[category] || ways_[category].empty()) return {};
  const User& user = (*world_)[ref];
  Asker asker{words<Category>()[category].value, user.agency, user.category, std::nullopt, false, {}};
  std::optional<PackedOutcome> furthest;
  for (const Way each : ways_[category]) {
    const PackedOutcome outcome = decided_outcome(*world_, ref, each, *example_[category], stated, moment_);
    ++decided_;
    if (!outcome.permitted() && check(*outcome.primary()).gate != Gate::data) {
      furthest = std::max(furthest.value_or(outcome), outcome);
    } else {
      asker.ways.push_back(each);
    }
  }
  if (asker.ways.empty()) return {*furthest, nullptr, {}};
  if (is_valid(user.investigation, moment_.day)) asker.investigation = user.investigation->type;
  asker.duty = std::find(user.duties.begin(), user.duties.end(), stated.purpose) != user.duties.end();
  auto& [key, answers] = asker_like(std::move(asker));
  return {PackedOutcome(), &answers, key.ways};
}

Compiled::Askers::value_type& Compiled::asker_like(Asker asker) {
  const std::size_t category = position(asker.category);
  const auto [at, is_new] = answers_.try_emplace(std::move(asker));
  if (is_new) {
    at->second.group = static_cast<std::uint32_t>(groups_.size());
    at->second.known.resize(kinds_[category].size() * relations);
    groups_.push_back(&*at);
  }
  return *at;
}

void Compiled::row(Ref<User> user, const Stated& stated, std::span<PackedOutcome> outcomes) {
  std::vector<Entry> entries;
  for (std::size_t category = 0; category < ways_.size(); ++category)
    entries.push_back(entry(user, stated, category));
  stand_to_classes(user);
  for (std::uint32_t at = 0; at < records_.size(); ++at) {
    const Packed& record = records_[at];
    const Entry& entry = entries[record.category];
    if (!entry.answers) {
      outcomes[at] = entry.settled;
      continue;
    }
    unsigned relation =
        (record.creator == user.at ? created : 0) | (record.officer == user.at ? controls : 0);
    for (std::uint32_t each = record.first_class; each < record.end_class; ++each)
      relation |= standing_[class_of_[each]];
    outcomes[at] = answer(*entry.answers, entry.ways, relation, user, stated, {at});
  }
}

PackedOutcome Compiled::answer(Answers& answers, std::span<const Way> ways, unsigned relation, Ref<User> user,
                               const Stated& stated, Ref<Record> record) {
  std::optional<PackedOutcome>& known = answers.known[records_[record.at].kind * relations + relation];
  if (!known) {
    known = best_way(*world_, user, ways, record, stated, moment_)->outcome;
    decided_ += ways.size();
  }
  return *known;
}

// ---- Pair by pair, and in groups ---------------------------------------------------------------

unsigned Compiled::relation(Ref<User> user, const Packed& record) const {
  unsigned relation = (record.creator == user.at ? created : 0) | (record.officer == user.at ? controls : 0);
  for (std::uint32_t each = record.first_class; each < record.end_class; ++each) {
    const Designation& designated = classes_[class_of_[each]];
    relation |= (admits(designated.front(), *world_, user) ? admitted : 0) |
                (names(designated, *world_, user) ? named : 0);
  }
  return relation;
}

Compiled::UserGroup Compiled::group_of(Ref<User> user, const Stated& stated, Category category) {
  const Entry found = entry(user, stated, position(category));
  return found.answers ? UserGroup{std::nullopt, found.answers->group} : UserGroup{found.settled, 0};
}

Compiled::UserGroup Compiled::group_like(const Compiled& other, const UserGroup& group) {
  if (group.settled) return group;
  return {std::nullopt, asker_like(other.groups_[group.number]->first).second.group};
}

std::vector<Ref<User>> Compiled::tied(Ref<Record> record) const {
  const Packed& packed = records_[record.at];
  std::vector<Ref<User>> users;
  if (packed.creator != nobody) users.push_back({packed.creator});
  if (packed.officer != nobody) users.push_back({packed.officer});
  for (std::uint32_t each = packed.first_class; each < packed.end_class; ++each) {
    const auto& named = classes_[class_of_[each]].front().users;
    users.insert(users.end(), named.begin(), named.end());
  }
  std::sort(users.begin(), users.end());
  users.erase(std::unique(users.begin(), users.end()), users.end());
  return users;
}

bool Compiled::is_typical(Ref<User> user, Ref<Record> record) const {
  const Packed& packed = records_[record.at];
  unsigned of_the_group = 0;
  for (std::uint32_t each = packed.first_class; each < packed.end_class; ++each) {
    const DesignationClass& designated = classes_[class_of_[each]].front();
    if (designated.users.empty() && admits(designated, *world_, user)) of_the_group |= admitted;
  }
  return relation(user, packed) == of_the_group;
}

PackedOutcome Compiled::outcome(const UserGroup& group, Ref<User> user, const Stated& stated,
                                Ref<Record> record) {
  if (group.settled) return *group.settled;
  auto& [asker, answers] = *groups_[group.number];
  return answer(answers, asker.ways, relation(user, records_[record.at]), user, stated, record);
}

}  // namespace ntk::policy
