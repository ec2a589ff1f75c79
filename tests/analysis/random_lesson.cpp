#include "tests/analysis/random_lesson.h"

#include <algorithm>

#include "sim/policy/facts.h"
#include "tests/oracle/random_world.h"
#include "tests/property.h"

namespace ntk::analysis {
namespace {

using namespace property;
using scenario::Assignable;
using scenario::AssignableField;
using scenario::AssignedValue;

template <class E>
policy::EnumSet<E> some_of(policy::EnumSet<E> wide) {
  policy::EnumSet<E> chosen;
  for (const policy::Word<E>& each : policy::words<E>()) {
    if (wide.contains(each.value) && either()) chosen.insert(each.value);
  }
  return chosen;
}

/// The field stands at some of these, once in a while at one more than may be chosen, and any may be chosen.
template <class E>
void open_set(policy::World& world, Assignable& field, policy::EnumSet<E> choices, E beyond) {
  policy::EnumSet<E> start = some_of(choices);
  if (once_in(8)) start.insert(beyond);
  scenario::assign(world, field, start);
  field.choices = {choices};
}

void open_designation(policy::World& world, Assignable& field, policy::Ref<policy::User> user) {
  const policy::DesignationClass by_name{{}, {}, {user}}, of_agency{{world[user].agency}, {}, {}},
      supervisors{{}, {policy::UserCategory::supervisor}, {}};
  scenario::assign(world, field, either() ? policy::Designation{} : policy::Designation{of_agency});
  field.choices = {either() ? policy::Designation{by_name, of_agency}
                            : policy::Designation{of_agency, supervisors}};
}

/// Another value than the one at hand. Called with the alternatives of a value.
struct Other {
  AssignedValue operator()(policy::Level level) const {
    return level == policy::Level::level_1 ? policy::Level::level_3 : policy::Level::level_1;
  }
  AssignedValue operator()(policy::Access access) const {
    return access == policy::Access::read ? policy::Access::update : policy::Access::read;
  }
  AssignedValue operator()(bool yes) const { return !yes; }
  AssignedValue operator()(const auto&) const { return std::optional<policy::Term>(); }
  AssignedValue operator()(const std::optional<policy::Investigation>& held) const {
    if (held) return std::optional<policy::Investigation>();
    return std::optional(policy::Investigation{
        policy::InvestigationType::bi, *policy::parse_date("2016-03-01"), policy::Adjudication::favorable});
  }
};

/// Opens a field of something that the request concerns. What a second world has there is the other choice.
Assignable any_assignable(policy::World& world, const policy::World& other, const policy::Request& asked) {
  Assignable field;
  const auto fields = scenario::assignable_fields();
  field.field = fields[below(fields.size() - 2)].field;  // without those of letters: there are none
  const auto* target = std::get_if<policy::Ref<policy::Record>>(&asked.target);
  const policy::Ref<policy::Record> record =
      target ? *target : policy::Ref<policy::Record>{static_cast<std::uint32_t>(below(world.records.size()))};
  switch (field_word(field.field).kind) {
    case scenario::AssignableKind::record:
      field.at = record.at;
      break;
    case scenario::AssignableKind::user:
      field.at = asked.user.at;
      break;
    case scenario::AssignableKind::agreement:
      field.at = static_cast<std::uint32_t>(below(world.agreements.size()));
      world.agreements[field.at].agency = world[asked.user].agency;
      break;
    case scenario::AssignableKind::letter:
    case scenario::AssignableKind::memo:
      field.at = static_cast<std::uint32_t>(below(world.memos.size()));
      world.memos[field.at].to = world[asked.user].agency;
      world.memos[field.at].owner = policy::memo_owner(world, world[record]);
      break;
  }
  const AssignedValue mine = current_value(world, field), theirs = current_value(other, field);
  if (!field_word(field.field).is_set) {
    field.choices = {mine};
    field.choices.push_back(mine != theirs ? theirs : std::visit(Other{}, mine));
  } else if (std::holds_alternative<policy::Designation>(mine)) {
    open_designation(world, field, asked.user);
  } else if (std::holds_alternative<policy::Roles>(mine)) {
    policy::Roles all;
    for (std::uint32_t at = 0; at < world.roles.size(); ++at) all.push_back({at});
    field.choices = {all};
  } else if (std::holds_alternative<policy::FunctionSet>(mine)) {
    open_set(world, field, {asked.function, policy::Function::subject_query}, policy::Function::printing);
  } else if (std::holds_alternative<policy::CategorySet>(mine)) {
    open_set(world, field, {policy::Category::subject, world[record].category}, policy::Category::esta);
  } else {
    open_set(world, field, {policy::Level::level_3, policy::Level::level_4}, policy::Level::level_1);
  }
  return field;
}

/// Most of what no field can mend is in order.
void tidy(policy::World& world) {
  const policy::Date lately = *policy::parse_date("2016-03-01");
  for (policy::User& each : world.users) {
    if (once_in(8)) continue;
    each.account = policy::AccountState::active;
    each.nationality = policy::Nationality::us_national;
    each.training_passed = each.certified = each.ncic_certified = lately;
    each.logon = policy::Logon::notice_accepted;
    each.duties = {{0}, {1}};
    each.category = policy::UserCategory::general_user;
    each.functions = policy::all<policy::Function>();
  }
  for (policy::Record& each : world.records) {
    if (once_in(4)) continue;
    each.retention = {};
    each.absent = false;
    each.category = one_of<policy::Category>({policy::Category::subject, policy::Category::lookout});
  }
  for (policy::Agreement& each : world.agreements) {
    if (once_in(4)) continue;
    each.functions = policy::all<policy::Function>();
    each.categories = policy::all<policy::Category>();
  }
  for (policy::Agency& each : world.agencies) {
    if (each.standing == policy::Standing::submitter && !once_in(8))
      each.standing = policy::Standing::external;
    each.certified = lately;
  }
}

/// Most requests read records by query, so that what is theirs to meet is about the records.
policy::Request any_asked(policy::Ref<policy::User> user) {
  policy::Request request = oracle::any_request();
  if (!once_in(3)) request.user = user;
  request.interface.reset();
  if (once_in(3)) return request;
  request.function = policy::Function::subject_query;
  request.operation = either() ? policy::Operation::display : policy::Operation::search;
  request.change = {};
  if (request.operation == policy::Operation::search)
    request.target = policy::Search{};
  else
    request.target = policy::Ref<policy::Record>{static_cast<std::uint32_t>(below(6))};
  return request;
}

}  // namespace

scenario::Scenario any_lesson() {
  scenario::Scenario lesson;
  lesson.world = oracle::any_world();
  tidy(lesson.world);
  const policy::World other = oracle::any_world();
  lesson.world.parameters.denied_attempts = one_of<int>({3, 1, 2, 0});
  const auto user = oracle::any_request().user;
  for (std::size_t n = 0, asked = 1 + below(5); n < asked; ++n) {
    lesson.requests.push_back({"request-" + std::to_string(n), "", any_asked(user), false, {}});
  }
  lesson.clock = lesson.requests.back().request.moment;
  for (std::size_t n = 2 + below(3); n > 0; --n) {
    Assignable field = any_assignable(lesson.world, other, one_of(lesson.requests).request);
    const bool known =
        std::any_of(lesson.assignables.begin(), lesson.assignables.end(),
                    [&](const Assignable& each) { return each.field == field.field && each.at == field.at; });
    if (!known) lesson.assignables.push_back(std::move(field));
  }
  return lesson;
}

}  // namespace ntk::analysis
