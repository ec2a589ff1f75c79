#include "sim/analysis/dependence.h"

#include <algorithm>

#include "sim/policy/facts.h"

namespace ntk::analysis {
namespace {

using policy::Agency;
using policy::CheckId;
using policy::Operation;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::Scope;
using policy::User;
using scenario::AssignableField;

/// Fields as a set: there are fewer than 32.
using Fields = policy::EnumSet<AssignableField>;

/// The fields that a check reads, of whatever the request concerns. Those of an image are its parent's.
Fields fields_of(CheckId id) {
  using enum AssignableField;
  const Fields memo{memo_term, memo_categories, memo_levels, memo_access};
  switch (id) {
    case CheckId::AC_2:
    case CheckId::AC_3:
    case CheckId::AD_4:
      return {user_investigation};
    case CheckId::AG_1:
      return {agreement_term};
    case CheckId::FN_1:
    case CheckId::AD_3:
      return {user_functions};
    case CheckId::FN_2:
      return {agreement_term, agreement_functions};
    case CheckId::DA_2:
      return {agreement_term, agreement_categories};
    case CheckId::DA_3:
    case CheckId::DA_4:
    case CheckId::AD_1:
      return {record_level};
    case CheckId::DA_5:
    case CheckId::DA_6:
    case CheckId::AD_2:
      return {record_level, record_designation};
    case CheckId::DA_7:
    case CheckId::DA_11:
      return memo | Fields{record_level};
    case CheckId::DA_8:
      return memo | Fields{memo_anaci,     record_level,         user_investigation,
                           agreement_term, agreement_categories, agreement_anaci_categories};
    case CheckId::DI_2:
      return {letter_states};
    case CheckId::DI_3:
      return {record_level, agreement_term};
    case CheckId::AC_1:
    case CheckId::AC_4:
    case CheckId::AC_5:
    case CheckId::AC_6:
    case CheckId::AC_7:
    case CheckId::AG_2:
    case CheckId::AG_3:
    case CheckId::FN_3:
    case CheckId::FN_4:
    case CheckId::FN_5:
    case CheckId::FN_6:
    case CheckId::DA_1:
    case CheckId::DA_9:
    case CheckId::DA_10:
    case CheckId::DA_12:
    case CheckId::LO_4:
    case CheckId::US_1:
    case CheckId::US_2:
      break;
  }
  return {};
}

/// Whether the request writes the record that it names, or the profile of its user, where it is permitted.
bool writes(Operation operation) {
  return !policy::is_reading(operation) && !policy::has_no_target(operation) &&
         operation != Operation::pass_on;
}

const Ref<Record>* one_record(const Request& request) {
  return std::get_if<Ref<Record>>(&request.target);
}

/// Whether the record that it creates is in the request alone, and in no list of the world.
bool describes_its_record(const Request& request) {
  return std::holds_alternative<Record>(request.target);
}

bool is_of_record(const Point& point) {
  return !point.check || policy::check(*point.check).scope == Scope::record || point.check == CheckId::DI_3;
}

}  // namespace

Dependence::Dependence(const session::Session& fresh, const Edits& edits)
    : edits_(edits),
      world_(edits.world()),
      clock_(fresh.clock().day),
      requests_(fresh.requests().begin(), fresh.requests().end()) {
  for (std::uint32_t at = 0; at < requests_.size(); ++at) {
    AtomSet all;
    for (const Point& each : points_of(at)) all = united(all, atoms_of(at, each));
    outcome_.push_back(std::move(all));
  }
}

policy::Date Dependence::day_of(std::uint32_t request) const {
  return requests_[request].at_clock ? clock_ : asked(request).moment.day;
}

std::vector<Point> Dependence::points_of(std::uint32_t request) const {
  const auto* record = one_record(asked(request));
  std::vector<Point> points;
  for (const policy::Check& each : policy::checks()) {
    if (each.scope == Scope::record && record == nullptr && !describes_its_record(asked(request))) continue;
    points.push_back({each.id, record ? std::optional(*record) : std::nullopt});
  }
  return points;
}

bool Dependence::reads(const Point& point, Ref<Record> record) const {
  std::optional<Ref<Record>> at = point.record;
  for (std::size_t steps = 0; at && steps <= world_.records.size(); ++steps) {
    if (*at == record) return true;
    at = world_[*at].category == policy::Category::image ? world_[*at].parent : std::nullopt;
  }
  return false;
}

bool Dependence::reads_profile(const Point& point, Ref<User> user) const {
  std::optional<Ref<Record>> at = point.record;
  for (std::size_t steps = 0; at && steps <= world_.records.size(); ++steps) {
    if (world_[*at].profile_of == user) return true;
    at = world_[*at].category == policy::Category::image ? world_[*at].parent : std::nullopt;
  }
  return false;
}

bool Dependence::can_be_suspended_before(std::uint32_t request) const {
  const int enough = world_.parameters.denied_attempts;
  const auto attempts_on = [&](policy::Date day) {
    int count = 0;
    for (std::uint32_t at = 0; at < request; ++at) {
      const bool is_attempt =
          asked(at).operation != Operation::logon && asked(at).operation != Operation::logoff;
      if (is_attempt && asked(at).user == asked(request).user && day_of(at) == day) ++count;
    }
    return count;
  };
  if (enough <= 0) return false;
  for (std::uint32_t at = 0; at < request; ++at) {
    if (asked(at).user == asked(request).user && attempts_on(day_of(at)) >= enough) return true;
  }
  return false;
}

bool Dependence::reaches(std::uint32_t earlier, std::uint32_t request, const Point& point) const {
  const Request& first = asked(earlier);
  const Ref<User> user = asked(request).user;
  if (first.user == user) {
    if (point.check == CheckId::AC_1 && can_be_suspended_before(request)) return true;
    if (point.check == CheckId::AC_7 && policy::names_no_function(first.operation)) return true;
  }
  const auto* written = one_record(first);
  if (written == nullptr || !writes(first.operation)) return false;
  if (is_of_record(point) && reads(point, *written)) return true;
  const auto profile = world_[*written].profile_of;
  return profile && (*profile == user || (is_of_record(point) && reads_profile(point, *profile)));
}

bool Dependence::can_own(Ref<Agency> owner, Ref<Record> record) const {
  if (policy::memo_owner(world_, world_[record]) == owner) return true;
  return std::any_of(requests_.begin(), requests_.end(), [&](const scenario::ScriptedRequest& each) {
    const auto* entered = one_record(each.request);
    return entered != nullptr && *entered == record && policy::is_creating(each.request.operation) &&
           world_[each.request.user].agency == owner;
  });
}

bool Dependence::reads_paper(const Atom& atom, std::uint32_t request, CheckId check,
                             Ref<Record> record) const {
  const scenario::Assignable& field = edits_.field(atom);
  const Ref<Agency> agency = world_[asked(request).user].agency;
  if (field_word(field.field).kind == scenario::AssignableKind::memo) {
    const policy::OwnerMemo& memo = world_.memos[field.at];
    return memo.to == agency && can_own(memo.owner, record);
  }
  const Ref<Agency> with = world_.agreements[field.at].agency;
  if (check != CheckId::DI_3) return with == agency;
  const auto& disclosure = asked(request).disclosure;
  return disclosure && disclosure->to == with;
}

namespace {

/// Whether a value given to a field grants something on the day, or takes it.
struct Grants {
  const policy::World& world;
  policy::Date day;

  std::optional<bool> operator()(const std::optional<policy::Term>& term) const {
    return term && term->covers(day);
  }
  /// An ANACI can be worse than a BI and better than nothing.
  std::optional<bool> operator()(const std::optional<policy::Investigation>& held) const {
    const bool holds =
        policy::is_valid(held, day) &&
        policy::current(held->completed, policy::investigation_years(world.parameters, held->type), day);
    if (holds && held->type != policy::InvestigationType::bi) return std::nullopt;
    return holds;
  }
  std::optional<bool> operator()(policy::Access access) const { return access == policy::Access::update; }
  std::optional<bool> operator()(bool anaci) const { return anaci; }
  std::optional<bool> operator()(const auto&) const { return std::nullopt; }
};

}  // namespace

bool Dependence::only_turns(const Atom& atom, std::uint32_t request, Turn turn) const {
  const scenario::Assignable& field = edits_.field(atom);
  const bool is_set = field_word(field.field).is_set;
  // Level 4 asks a designation that is made or changed to name individuals only: there a class more can deny.
  if (field.field == AssignableField::record_designation && !policy::is_reading(asked(request).operation))
    return false;
  const auto grants =
      is_set ? std::optional(atom.puts_in) : std::visit(Grants{world_, day_of(request)}, atom.value);
  return grants && *grants == (turn == Turn::to_permit);
}

policy::LevelSet Dependence::levels_of(Ref<Record> record) const {
  policy::LevelSet levels{world_[record].level};
  for (const Atom& each : edits_.atoms()) {
    const scenario::Assignable& field = edits_.field(each);
    if (field.field == AssignableField::record_level && field.at == record.at)
      levels.insert(std::get<policy::Level>(each.value));
  }
  for (const scenario::ScriptedRequest& each : requests_) {
    if (each.request.change.level) levels.insert(*each.request.change.level);
  }
  return levels;
}

bool Dependence::reads_element(const Atom& atom, std::uint32_t request, const Point& point) const {
  const Request& of = asked(request);
  if (const auto* functions = std::get_if<policy::FunctionSet>(&atom.value)) {
    const policy::FunctionSet read =
        point.check == CheckId::AD_3 ? of.change.functions : policy::FunctionSet{of.function};
    return (read | *functions) == read;
  }
  if (const auto* classes = std::get_if<policy::Designation>(&atom.value)) {
    if (point.check == CheckId::DA_5) return policy::admits(classes->front(), world_, of.user);
    return point.check != CheckId::DA_6 || policy::names(*classes, of.user);
  }
  if (std::holds_alternative<policy::Access>(atom.value)) return policy::is_changing(of.operation);
  if (!point.record) return true;
  if (const auto* categories = std::get_if<policy::CategorySet>(&atom.value))
    return categories->contains(world_[*point.record].category);
  if (const auto* levels = std::get_if<policy::LevelSet>(&atom.value)) {
    policy::LevelSet possible = levels_of(*point.record);
    if (point.check != CheckId::DA_11) {  // levels 1 and 2 ask for no memo
      possible.erase(policy::Level::level_1);
      possible.erase(policy::Level::level_2);
    }
    return (possible | *levels) == possible;
  }
  return true;
}

bool Dependence::reads_field(const Atom& atom, std::uint32_t request, const Point& point) const {
  const scenario::Assignable& field = edits_.field(atom);
  if (!point.check || !fields_of(*point.check).contains(field.field)) return false;
  if (!reads_element(atom, request, point)) return false;
  switch (field_word(field.field).kind) {
    case scenario::AssignableKind::record:
      return point.record && point.record->at == field.at;
    case scenario::AssignableKind::user:
      return point.check == CheckId::AD_4 ? reads_profile(point, {field.at})
                                          : asked(request).user.at == field.at;
    case scenario::AssignableKind::letter:
      return asked(request).letter && asked(request).letter->at == field.at;
    case scenario::AssignableKind::agreement:
    case scenario::AssignableKind::memo:
      break;
  }
  return reads_paper(atom, request, *point.check, point.record.value_or(Ref<Record>{}));
}

AtomSet Dependence::atoms_of(std::uint32_t request, const Point& point, std::optional<Turn> turn) const {
  const bool everything = describes_its_record(asked(request)) && is_of_record(point);
  const auto other_way = turn == Turn::to_permit ? Turn::to_denial : Turn::to_permit;
  AtomSet found;
  for (std::uint32_t at = 0; at < edits_.atoms().size(); ++at) {
    const Atom& atom = edits_.atoms()[at];
    if (everything || (reads_field(atom, request, point) && !(turn && only_turns(atom, request, other_way))))
      found.push_back(at);
  }
  for (std::uint32_t at = 0; at < request; ++at) {
    if (reaches(at, request, point)) found = united(found, outcome_[at]);
  }
  const auto parent =
      point.check == CheckId::DA_12 && point.record ? world_[*point.record].parent : std::nullopt;
  if (!parent || world_[*point.record].category != policy::Category::image) return found;
  for (const policy::Check& each : policy::checks()) {
    if (each.scope == Scope::record) found = united(found, atoms_of(request, {each.id, *parent}, turn));
  }
  return found;
}

std::vector<std::uint32_t> Dependence::before(std::uint32_t request) const {
  std::vector<bool> needed(request, false);
  const auto reached = [&](std::uint32_t at, std::uint32_t by) {
    const auto points = points_of(at);
    return std::any_of(points.begin(), points.end(),
                       [&](const Point& each) { return reaches(by, at, each); });
  };
  const bool finds = policy::finds_records(asked(request).operation);
  for (std::uint32_t by = request; by-- > 0;) {
    needed[by] = reached(request, by) || (finds && writes(asked(by).operation));
    for (std::uint32_t at = by + 1; at < request && !needed[by]; ++at)
      needed[by] = needed[at] && reached(at, by);
  }
  std::vector<std::uint32_t> list;
  for (std::uint32_t at = 0; at < request; ++at) {
    if (needed[at]) list.push_back(at);
  }
  return list;
}

}  // namespace ntk::analysis
