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
    const Inputs reads = reads_at(point);
    if (reads.contains(Input::account) && can_be_suspended_before(request)) return true;
    if (reads.contains(Input::logon) && policy::names_no_function(first.operation)) return true;
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

bool Dependence::reads_element(const Atom& atom, std::uint32_t request, const Point& point,
                               Inputs inputs) const {
  const Request& question = asked(request);
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

Inputs Dependence::inputs_at(const scenario::Assignable& field, std::uint32_t request,
                             const Point& point) const {
  const Request& question = asked(request);
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

bool Dependence::reads_field(const Atom& atom, std::uint32_t request, const Point& point) const {
  const Inputs inputs = inputs_at(edits_.field(atom), request, point);
  return !inputs.empty() && reads_element(atom, request, point, inputs);
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
      reads_at(point).contains(Input::parent) && point.record ? world_[*point.record].parent : std::nullopt;
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
