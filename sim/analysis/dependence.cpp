#include "sim/analysis/dependence.h"

#include <algorithm>

#include "sim/policy/facts.h"

namespace ntk::analysis {
namespace {

using policy::Agency;
using policy::CheckId;
using policy::Input;
using policy::Inputs;
using policy::Operation;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::Scope;
using policy::User;
using scenario::AssignableField;

/// All that can be read of a record, beside its category, and so can differ once a request has written it.
constexpr Inputs of_a_record{
    Input::record_level,       Input::record_owner,      Input::record_creator,
    Input::designated_classes, Input::named_individuals, Input::designation_form,
    Input::retention,          Input::referral,          Input::parent,
};

/// What can be read of an assignable field.
Inputs inputs_of(AssignableField field) {
  switch (field) {
    case AssignableField::record_level:
      return {Input::record_level};
    case AssignableField::record_designation:
      return {Input::designated_classes, Input::named_individuals, Input::designation_form};
    case AssignableField::user_investigation:
      return {Input::investigation, Input::profile_investigation};
    case AssignableField::user_functions:
      return {Input::functions_asked, Input::functions_given};
    case AssignableField::user_roles:
      return {Input::roles, Input::roles_given};
    case AssignableField::agreement_term:
      return {Input::agreement_term, Input::recipient_agreement_term};
    case AssignableField::agreement_functions:
      return {Input::agreement_functions};
    case AssignableField::agreement_categories:
      return {Input::agreement_categories};
    case AssignableField::agreement_anaci_categories:
      return {Input::agreement_anaci_categories};
    case AssignableField::memo_term:
      return {Input::memo_term};
    case AssignableField::memo_categories:
      return {Input::memo_categories};
    case AssignableField::memo_levels:
      return {Input::memo_levels};
    case AssignableField::memo_access:
      return {Input::memo_access};
    case AssignableField::memo_anaci:
      return {Input::memo_anaci};
    case AssignableField::letter_states:
      return {Input::letter_statements};
    case AssignableField::letter_route:
      return {};
  }
  return {};
}

/// Whether the request writes the record that it names, or the profile of its user, where it is permitted.
bool writes(Operation operation) {
  return !policy::is_reading(operation) && !policy::has_no_target(operation);
}

const Ref<Record>* one_record(const Request& request) {
  return std::get_if<Ref<Record>>(&request.target);
}

/// Whether the record that it creates is in the request alone, and in no list of the world.
bool describes_its_record(const Request& request) {
  return std::holds_alternative<Record>(request.target);
}

/// What is read at the point.
Inputs reads_at(const Point& point) {
  return point.check ? policy::traits(*point.check).reads : Inputs();
}

bool is_of_record(const Point& point) {
  return !point.check || policy::check(*point.check).scope == Scope::record ||
         !(reads_at(point) & of_a_record).empty();
}

void add(std::map<Ref<User>, AtomSet>& to, Ref<User> user, const AtomSet& atoms) {
  AtomSet& own = to[user];
  own = united(own, atoms);
}

template <class Key>
void include(AtomSet& all, const std::map<Key, AtomSet>& past, Key key) {
  if (const auto found = past.find(key); found != past.end()) all = united(all, found->second);
}

}  // namespace

Dependence::Dependence(const session::Session& fresh, const Edits& edits, std::uint32_t request)
    : edits_(edits),
      world_(edits.world()),
      clock_(fresh.clock().day),
      requests_(fresh.requests().begin(), fresh.requests().end()),
      request_(request) {
  look_through_the_day();
  before_ = reaching();
  for (const std::uint32_t each : before_) remember(each);
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

std::vector<Ref<Record>> Dependence::chain(Ref<Record> record) const {
  std::vector<Ref<Record>> chain{record};
  while (chain.size() <= world_.records.size()) {
    const Record& last = world_[chain.back()];
    if (last.category != policy::Category::image || !last.parent) break;
    chain.push_back(*last.parent);
  }
  return chain;
}

bool Dependence::reads_profile(const Point& point, Ref<User> user) const {
  if (!point.record) return false;
  const auto records = chain(*point.record);
  return std::any_of(records.begin(), records.end(),
                     [&](Ref<Record> each) { return world_[each].profile_of == user; });
}

bool Dependence::can_own(Ref<Agency> owner, Ref<Record> record) const {
  if (policy::memo_owner(world_, world_[record]) == owner) return true;
  const auto agencies = entering_.find(record);
  return agencies != entering_.end() && agencies->second.contains(owner);
}

// ---- Earlier requests --------------------------------------------------------------------------

void Dependence::look_through_the_day() {
  const int enough = world_.parameters.denied_attempts;
  std::map<std::pair<Ref<User>, policy::Date>, int> attempts;
  std::set<Ref<User>> suspended;
  for (std::uint32_t at = 0; at < requests_.size(); ++at) {
    const Request& request = asked(at);
    can_be_suspended_.push_back(suspended.contains(request.user));
    const bool is_attempt = request.operation != Operation::logon && request.operation != Operation::logoff;
    if (is_attempt && enough > 0 && ++attempts[{request.user, day_of(at)}] >= enough)
      suspended.insert(request.user);
    if (const auto* entered = one_record(request); entered && policy::is_creating(request.operation))
      entering_[*entered].insert(world_[request.user].agency);
    if (request.change.level) levels_given_.insert(*request.change.level);
  }
}

std::vector<std::uint32_t> Dependence::reaching() const {
  std::set<Ref<User>> accounts, logons, profiles;
  std::set<Ref<Record>> records;
  const auto follow = [&](std::uint32_t at) {
    const Ref<User> user = asked(at).user;
    logons.insert(user);
    profiles.insert(user);
    if (can_be_suspended_[at]) accounts.insert(user);
    const auto* one = one_record(asked(at));
    if (one == nullptr) return;
    for (const Ref<Record> each : chain(*one)) {
      records.insert(each);
      if (world_[each].profile_of) profiles.insert(*world_[each].profile_of);
    }
  };
  const auto is_followed = [&](std::uint32_t at) {
    const Request& request = asked(at);
    if (accounts.contains(request.user)) return true;
    if (policy::names_no_function(request.operation) && logons.contains(request.user)) return true;
    if (!writes(request.operation)) return false;
    if (policy::finds_records(asked(request_).operation)) return true;
    const auto* written = one_record(request);
    if (written == nullptr) return false;
    const auto profile = world_[*written].profile_of;
    return records.contains(*written) || (profile && profiles.contains(*profile));
  };
  std::vector<std::uint32_t> list;
  follow(request_);
  for (std::uint32_t at = request_; at-- > 0;) {
    if (!is_followed(at)) continue;
    list.push_back(at);
    follow(at);
  }
  std::reverse(list.begin(), list.end());
  return list;
}

void Dependence::remember(std::uint32_t request) {
  AtomSet outcome;
  for (const Point& each : points_of(request)) outcome = united(outcome, atoms_of(request, each, {}));
  const Request& done = asked(request);
  add(past_.asked, done.user, outcome);
  if (policy::names_no_function(done.operation)) add(past_.logons, done.user, outcome);
  const auto* written = one_record(done);
  if (written == nullptr || !writes(done.operation)) return;
  past_.written[*written] = united(past_.written[*written], outcome);
  if (const auto profile = world_[*written].profile_of) add(past_.profiles, *profile, outcome);
}

AtomSet Dependence::reached(std::uint32_t request, const Point& point) const {
  const Ref<User> user = asked(request).user;
  const Inputs reads = reads_at(point);
  AtomSet all;
  if (reads.contains(Input::account) && can_be_suspended_[request]) include(all, past_.asked, user);
  if (reads.contains(Input::logon)) include(all, past_.logons, user);
  include(all, past_.profiles, user);
  if (!point.record || !is_of_record(point)) return all;
  for (const Ref<Record> each : chain(*point.record)) {
    include(all, past_.written, each);
    if (world_[each].profile_of) include(all, past_.profiles, *world_[each].profile_of);
  }
  return all;
}

// ---- Fields ------------------------------------------------------------------------------------

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
  // A first role, and a function that is held and no longer only lent, bring FN-7 with them, which can deny.
  if (field.field == AssignableField::user_roles) return false;
  if (field.field == AssignableField::user_functions && !world_.roles.empty()) return false;
  const auto grants =
      is_set ? std::optional(atom.puts_in) : std::visit(Grants{world_, day_of(request)}, atom.value);
  return grants && *grants == (turn == Turn::to_permit);
}

policy::LevelSet Dependence::levels_of(Ref<Record> record) const {
  policy::LevelSet levels = levels_given_;
  levels.insert(world_[record].level);
  for (const Atom& each : edits_.atoms()) {
    const scenario::Assignable& field = edits_.field(each);
    if (field.field == AssignableField::record_level && field.at == record.at)
      levels.insert(std::get<policy::Level>(each.value));
  }
  return levels;
}

bool Dependence::reads_element(const Atom& atom, const Request& question, const Point& point,
                               Inputs inputs) const {
  if (const auto* functions = std::get_if<policy::FunctionSet>(&atom.value)) {
    policy::FunctionSet read;
    if (inputs != Inputs{Input::functions_given}) read.insert(question.function);
    if (inputs.contains(Input::functions_given)) read |= question.change.functions;
    return (read | *functions) == read;
  }
  // A role says what its holder may enter, and how far functions given to its holder may go.
  if (std::holds_alternative<policy::Roles>(atom.value)) return true;
  if (const auto* classes = std::get_if<policy::Designation>(&atom.value)) {
    return inputs.contains(Input::designation_form) ||
           (inputs.contains(Input::designated_classes) &&
            policy::admits(classes->front(), world_, question.user)) ||
           (inputs.contains(Input::named_individuals) && policy::names(*classes, world_, question.user));
  }
  if (std::holds_alternative<policy::Access>(atom.value)) return policy::is_changing(question.operation);
  if (!point.record) return true;
  if (const auto* categories = std::get_if<policy::CategorySet>(&atom.value))
    return categories->contains(world_[*point.record].category);
  if (const auto* levels = std::get_if<policy::LevelSet>(&atom.value)) {
    const policy::LevelSet possible = levels_of(*point.record) & policy::traits(*point.check).levels;
    return (possible | *levels) == possible;
  }
  return true;
}

Inputs Dependence::inputs_at(const scenario::Assignable& field, const Request& question,
                             const Point& point) const {
  Inputs inputs = inputs_of(field.field) & reads_at(point);
  switch (field_word(field.field).kind) {
    case scenario::AssignableKind::record:
      return point.record && point.record->at == field.at ? inputs : Inputs();
    case scenario::AssignableKind::user: {
      const bool of_the_profile = reads_profile(point, {field.at});
      if (question.user.at != field.at) inputs &= {Input::profile_investigation, Input::roles_given};
      if (!of_the_profile) inputs.erase(Input::profile_investigation);
      if (!of_the_profile && question.user.at != field.at) inputs.erase(Input::roles_given);
      return inputs;
    }
    case scenario::AssignableKind::letter:
      return question.letter && question.letter->at == field.at ? inputs : Inputs();
    case scenario::AssignableKind::agreement: {
      const Ref<Agency> with = world_.agreements[field.at].agency;
      if (world_[question.user].agency != with) inputs &= {Input::recipient_agreement_term};
      if (!question.disclosure || question.disclosure->to != with)
        inputs.erase(Input::recipient_agreement_term);
      return inputs;
    }
    case scenario::AssignableKind::memo:
      break;
  }
  const policy::OwnerMemo& memo = world_.memos[field.at];
  const bool is_to_user = memo.to == world_[question.user].agency;
  return is_to_user && can_own(memo.owner, point.record.value_or(Ref<Record>{})) ? inputs : Inputs();
}

bool Dependence::reads_field(const Atom& atom, const Request& question, const Point& point) const {
  const Inputs inputs = inputs_at(edits_.field(atom), question, point);
  return !inputs.empty() && reads_element(atom, question, point, inputs);
}

std::optional<Ref<Record>> Dependence::parent_read(const Point& point) const {
  if (!point.record || !reads_at(point).contains(Input::parent)) return std::nullopt;
  const Record& image = world_[*point.record];
  return image.category == policy::Category::image ? image.parent : std::nullopt;
}

bool Dependence::reads(const Request& request, const Point& point, const Atom& atom) const {
  if (describes_its_record(request) && is_of_record(point)) return true;
  if (reads_field(atom, request, point)) return true;
  const auto parent = parent_read(point);
  if (!parent) return false;
  return std::any_of(policy::checks().begin(), policy::checks().end(), [&](const policy::Check& each) {
    return each.scope == Scope::record && reads(request, {each.id, *parent}, atom);
  });
}

AtomSet Dependence::atoms_of(std::uint32_t request, const Point& point, std::optional<Turn> turn) const {
  const bool everything = describes_its_record(asked(request)) && is_of_record(point);
  const auto other_way = turn == Turn::to_permit ? Turn::to_denial : Turn::to_permit;
  AtomSet found;
  for (std::uint32_t at = 0; at < edits_.atoms().size(); ++at) {
    const Atom& atom = edits_.atoms()[at];
    if (everything ||
        (reads_field(atom, asked(request), point) && !(turn && only_turns(atom, request, other_way))))
      found.push_back(at);
  }
  found = united(found, reached(request, point));
  const auto parent = parent_read(point);
  if (!parent) return found;
  for (const policy::Check& each : policy::checks()) {
    if (each.scope == Scope::record) found = united(found, atoms_of(request, {each.id, *parent}, turn));
  }
  return found;
}

}  // namespace ntk::analysis
