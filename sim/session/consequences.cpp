#include "sim/session/consequences.h"

#include <algorithm>
#include <utility>

#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::session {
namespace {

using policy::AccountState;
using policy::Change;
using policy::Decision;
using policy::Field;
using policy::Logon;
using policy::Operation;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::User;
using policy::World;

bool is_attempt(const World& world, const Request& request, const Decision& decision) {
  if (policy::is_submitter(world, world[request.user].agency)) return false;
  const auto primary = decision.primary();  // the first that fails, so the gates before its own are passed
  return primary && policy::check(*primary).gate >= policy::Gate::function;
}

/// What the request makes of its user's logon.
Logon logon_after(const World& world, const Request& request, const Decision& decision) {
  if (request.operation == Operation::logoff) return Logon::none;
  if (request.operation != Operation::logon) return world[request.user].logon;
  return decision.permitted() ? Logon::notice_accepted : Logon::none;
}

// ---- Records -----------------------------------------------------------------------------------

/// A record as its creator enters it. What a submitter hands in keeps where it came from (US-3).
void enter(World& world, const Request& request, Record& record) {
  const User& creator = world[request.user];
  record = std::get<Record>(request.target);
  record.absent = false;
  record.owner = creator.agency;
  record.creator = request.user;
  if (!record.retention.collected) record.retention.collected = request.moment.day;
  if (policy::is_submitter(world, record.owner)) {
    for (Field& each : record.fields) each.origin = policy::called(world[record.owner]);
  }
  if (!record.profile_of) return;
  User& whose = world.users[record.profile_of->at];
  whose.sco = request.user;
  if (whose.account == AccountState::active) whose.account = AccountState::inactive;
}

Field& field_named(Record& record, const std::string& name) {
  const auto found = std::find_if(record.fields.begin(), record.fields.end(),
                                  [&](const Field& each) { return each.name == name; });
  return found != record.fields.end() ? *found : record.fields.emplace_back(Field{name, {}});
}

/// New values. Of a field that came pre-populated the first value is kept (US-3).
void correct(Record& record, const std::vector<Field>& fields) {
  for (const Field& each : fields) {
    Field& field = field_named(record, each.name);
    if (!field.origin.empty() && field.original.empty() && field.value != each.value)
      field.original = field.value;
    field.value = each.value;
  }
}

void update(Record& record, const Change& change) {
  if (change.level) record.level = *change.level;
  if (change.designation) record.designation = *change.designation;
  if (change.notify_owner) record.notify_owner = *change.notify_owner;
  correct(record, change.fields);
}

void place_on_primary(Record& record, const Request& request) {
  record.primary = request.change.primary.value_or(policy::PrimaryDesignation{});
  record.primary->approved = false;
  record.primary->designated = request.moment.day;
}

// ---- Profiles ----------------------------------------------------------------------------------

void assign_roles(User& user, const policy::Roles& given) {
  for (const Ref<policy::Role> each : given) {
    const auto at = std::lower_bound(user.roles.begin(), user.roles.end(), each);
    if (at == user.roles.end() || *at != each) user.roles.insert(at, each);
  }
}

void assign_functions(User& user, const Change& change) {
  if (!change.term) {
    user.functions |= change.functions;
    return;
  }
  for (const auto& each : policy::words<policy::Function>()) {
    if (change.functions.contains(each.value)) user.transactions.push_back({each.value, *change.term});
  }
}

void administer(User& user, const Request& request) {
  const Operation operation = request.operation;
  if (operation == Operation::certify) user.certified = request.moment.day;
  if (operation == Operation::assign) {
    assign_roles(user, request.change.roles);
    assign_functions(user, request.change);
  }
  const bool lifts = (operation == Operation::activate && user.account == AccountState::inactive) ||
                     (operation == Operation::reinstate && user.account == AccountState::suspended);
  if (lifts) user.account = AccountState::active;
}

// ---- What a permitted request does -------------------------------------------------------------

void carry_out(World& world, const Request& request, Record& record) {
  switch (request.operation) {
    case Operation::update:
      return update(record, request.change);
    case Operation::intake:
      return correct(record, request.change.fields);
    case Operation::remove:
    case Operation::withdraw:
      record.absent = true;
      return;
    case Operation::place_on_primary:
      return place_on_primary(record, request);
    case Operation::recertify:
      if (record.primary && request.change.primary)
        record.primary->last_day = request.change.primary->last_day;
      return;
    case Operation::approve:
      if (record.primary) record.primary->approved = true;
      return;
    case Operation::certify:
    case Operation::activate:
    case Operation::assign:
    case Operation::reinstate:
      if (record.profile_of) administer(world.users[record.profile_of->at], request);
      return;
    case Operation::search:
    case Operation::display:
    case Operation::print:
    case Operation::report:
    case Operation::vet:
    case Operation::show_linked:
    case Operation::show_primary_instruction:
    case Operation::disclose:
    case Operation::create:
    case Operation::record_result:
    case Operation::use:
    case Operation::logon:
    case Operation::logoff:
    case Operation::pass_on:
      return;  // these change nothing that is there
  }
}

void apply_consequences(World& world, const Decided& decided) {
  const auto& [request, decision, entered, suspends] = decided;
  const Logon logon = logon_after(world, request, decision);
  world.users[request.user.at].logon = logon;
  if (suspends) world.users[request.user.at].account = AccountState::suspended;
  if (!decision.permitted()) return;
  if (entered) {
    Record& record = world.records[entered->at];
    if (record.absent) enter(world, request, record);
  } else if (const auto* one = std::get_if<Ref<Record>>(&request.target)) {
    if (!world[*one].absent) carry_out(world, request, world.records[one->at]);
  }
}

/// Whether a request is of a kind that can change anything: spares most requests the copy of a world.
bool may_change(const World& world, const Decided& decided) {
  const auto& [request, decision, entered, suspends] = decided;
  if (suspends || logon_after(world, request, decision) != world[request.user].logon) return true;
  return decision.permitted() && !policy::is_reading(request.operation) &&
         !policy::has_no_target(request.operation);
}

}  // namespace

bool DeniedAttempts::suspends(const World& world, const Request& request, const Decision& decision) {
  if (!is_attempt(world, request, decision)) return false;
  return ++counts_[request.user][request.moment.day] == world.parameters.denied_attempts;
}

void DeniedAttempts::forgive(Ref<User> user) {
  counts_.erase(user);
}

std::optional<Ref<Record>> put_as_asked(Request& request, const World& assigned) {
  if (request.letter && request.disclosure) request.disclosure->states = assigned[*request.letter].states;
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  if (one == nullptr || !policy::is_creating(request.operation)) return std::nullopt;
  const Ref<Record> entered = *one;
  Record record = assigned[entered];
  if (request.change.level) record.level = *request.change.level;
  if (request.change.designation) record.designation = *request.change.designation;
  request.target = std::move(record);
  return entered;
}

SharedWorld world_after(SharedWorld world, const Decided& decided) {
  if (!may_change(*world, decided)) return world;
  auto changed = std::make_shared<World>(*world);
  apply_consequences(*changed, decided);
  if (*changed == *world) return world;
  return changed;
}

std::optional<Ref<User>> reinstated(const World& world, const Decided& decided) {
  if (decided.request.operation != Operation::reinstate || !decided.decision.permitted()) return std::nullopt;
  const auto* one = std::get_if<Ref<Record>>(&decided.request.target);
  if (one == nullptr || world[*one].absent || !world[*one].profile_of) return std::nullopt;
  const Ref<User> user = *world[*one].profile_of;
  return world[user].account == AccountState::suspended ? std::optional(user) : std::nullopt;
}

std::string consequence_in_words(const World& world, const Request& request, bool suspends) {
  if (!suspends) return {};
  const int attempts = world.parameters.denied_attempts;
  return "This is denied attempt number " + std::to_string(attempts) + " on " +
         policy::in_words(request.moment.day) + ": " + policy::possessive(world[request.user].name) +
         " account is suspended until the system control officer reinstates it (OB-4, P31).";
}

}  // namespace ntk::session
