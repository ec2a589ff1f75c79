#include "tests/oracle/random_world.h"

#include "tests/oracle/small_world.h"
#include "tests/property.h"

namespace ntk::oracle {
namespace {

using namespace policy;
using property::one_of;

constexpr std::uint32_t agency_count = 5, user_count = 6, agreement_count = 4, memo_count = 5,
                        interface_count = 3, approval_count = 3, record_count = 9, purpose_count = 2,
                        role_count = 3;

/// A position in a list of this length.
template <class T>
Ref<T> any(std::uint32_t length) {
  return {static_cast<std::uint32_t>(property::below(length))};
}

bool mostly() {
  return one_of<bool>({true, true, true, true, true, true, true, false});
}
bool sometimes() {
  return one_of<bool>({false, false, true});
}
bool seldom() {
  return !mostly();
}

template <class E>
E any_value() {
  return words<E>()[property::below(words<E>().size())].value;
}

/// Half of all there are, or all.
template <class E>
EnumSet<E> some_of() {
  EnumSet<E> set;
  for (const Word<E>& each : words<E>()) {
    if (one_of<bool>({true, false})) set.insert(each.value);
  }
  return set;
}
template <class E>
EnumSet<E> mostly_all() {
  return mostly() ? all<E>() : some_of<E>();
}

/// Lately, or on a day at which a period of one, two, five or ten years ends.
std::optional<Date> any_date() {
  if (mostly()) return date(2016, 3, 1);
  return one_of<std::optional<Date>>({date(2015, 8, 12), date(2015, 8, 13), date(2014, 8, 12),
                                      date(2011, 8, 12), date(2006, 8, 12), tomorrow, std::nullopt});
}

std::optional<Term> any_term() {
  return mostly() ? std::optional<Term>(in_force) : one_of(terms);
}

Agency any_agency() {
  Agency agency;
  agency.standing = one_of<Standing>({Standing::external, Standing::external, Standing::component,
                                      Standing::external, Standing::component, Standing::submitter});
  agency.certified = any_date();
  return agency;
}

std::optional<Investigation> any_investigation() {
  if (seldom()) return std::nullopt;
  return Investigation{any_value<InvestigationType>(), any_date().value_or(date(2011, 8, 13)),
                       mostly() ? Adjudication::favorable : any_value<Adjudication>()};
}

Role any_role() {
  Role role;
  role.functions = some_of<Function>();
  role.adds = some_of<Category>();
  return role;
}

/// In the order of the world, each once.
Roles any_roles() {
  Roles roles;
  for (std::uint32_t at = 0; at < role_count; ++at) {
    if (sometimes()) roles.push_back({at});
  }
  return roles;
}

User any_user() {
  User user;
  user.agency = any<Agency>(agency_count);
  user.category = mostly() ? UserCategory::general_user : any_value<UserCategory>();
  if (sometimes()) user.category = any_value<UserCategory>();
  if (seldom()) user.account = any_value<AccountState>();
  if (seldom()) user.nationality = any_value<Nationality>();
  user.exempted = sometimes();
  user.investigation = any_investigation();
  user.training_passed = any_date();
  user.certified = any_date();
  user.ncic_certified = any_date();
  if (seldom()) user.logon = any_value<Logon>();
  if (mostly()) user.duty_station = "Averton";
  user.functions = mostly_all<Function>();
  user.may_assign = mostly_all<Function>();
  if (sometimes()) user.roles = any_roles();
  if (sometimes()) user.may_assign_roles = any_roles();
  if (mostly()) user.sco = any<User>(user_count);
  if (sometimes()) {
    user.transactions.push_back({any_value<Function>(), any_term().value_or(Term{yesterday, yesterday})});
  }
  if (mostly()) user.duties.push_back(duty);
  if (sometimes()) user.duties.push_back(any<Purpose>(purpose_count));
  return user;
}

Agreement any_agreement() {
  Agreement agreement;
  agreement.agency = any<Agency>(agency_count);
  agreement.term = any_term();
  agreement.functions = mostly_all<Function>();
  agreement.categories = mostly_all<Category>();
  agreement.anaci_categories = some_of<Category>();
  return agreement;
}

OwnerMemo any_memo() {
  OwnerMemo memo;
  memo.owner = any<Agency>(agency_count);
  memo.to = any<Agency>(agency_count);
  memo.term = any_term();
  memo.categories = mostly_all<Category>();
  memo.levels = mostly_all<Level>();
  memo.access = any_value<Access>();
  memo.anaci = sometimes();
  return memo;
}

Interface any_interface() {
  Interface interface;
  for (std::uint32_t at = 0; at < agency_count; ++at) {
    if (mostly()) interface.agencies.push_back({at});
  }
  interface.direction = one_of<Direction>({Direction::outbound, Direction::outbound, Direction::inbound});
  interface.categories = mostly_all<Category>();
  interface.isa = any_term();
  return interface;
}

PassingApproval any_approval() {
  PassingApproval approval;
  approval.record = any<Record>(record_count);
  approval.from = any<Agency>(agency_count);
  approval.to = any<Agency>(agency_count);
  approval.owner_approved = any_date();
  approval.host_authorised = any_date();
  return approval;
}

Designation any_designation() {
  Designation designation;
  for (int classes = one_of<int>({1, 2, 0}); classes > 0; --classes) {
    DesignationClass& designated = designation.emplace_back();
    if (sometimes()) designated.agencies.push_back(any<Agency>(agency_count));
    if (sometimes()) designated.agencies.push_back(any<Agency>(agency_count));
    if (sometimes()) designated.categories.insert(any_value<UserCategory>());
    if (sometimes()) designated.users.push_back(any<User>(user_count));
    if (sometimes()) designated.users.push_back(any<User>(user_count));
  }
  return designation;
}

Field any_field() {
  Field field;
  field.name = one_of<std::string>({"name", "flag"});
  field.value = one_of<std::string>({"Heron", "HERON", "Teal"});
  return field;
}

/// A day at the edge of some period of retention, or none.
std::optional<Date> any_day_of_retention() {
  if (sometimes()) return std::nullopt;
  if (seldom()) return one_of<Date>({today, yesterday, tomorrow});
  const int years = one_of<int>({1, 2, 5, 15, 25, 75, 0});
  const Date day = one_of<Date>({today, yesterday, tomorrow});
  return Date{day.year() - std::chrono::years{years}, day.month(), day.day()};
}

Retention any_retention() {
  Retention kept;
  if (mostly()) kept.collected = date(2015, 9, 1);
  if (sometimes()) kept.collected = any_day_of_retention();
  kept.closed = any_day_of_retention();
  kept.limitation_expired = any_day_of_retention();
  if (sometimes()) kept.expires = any_day_of_retention();
  if (sometimes()) kept.keep_until = any_day_of_retention();
  kept.us_person = sometimes();
  kept.open_matter = sometimes();
  return kept;
}

/// Most requests ask for these, so that they meet records of them.
Category any_category() {
  if (sometimes()) return any_value<Category>();
  return one_of<Category>({Category::subject, Category::lookout, Category::image, Category::user_profile,
                           Category::primary_query_history, Category::advance_information});
}

/// The record at this position: its parent is another before it, so that no image is its own parent.
Record any_record(std::uint32_t at) {
  Record record;
  record.category = any_category();
  record.owner = any<Agency>(agency_count);
  if (sometimes()) record.creator = any<User>(user_count);
  record.level = any_value<Level>();
  record.designation = any_designation();
  if (mostly()) record.fields.push_back(any_field());
  if (sometimes()) record.fields.push_back(any_field());
  if (sometimes()) record.retention = any_retention();
  if (record.category == Category::travel_document && property::either()) record.system = "acrq";
  if (at > 0 && mostly()) record.parent = any<Record>(at);
  while (sometimes()) record.links.push_back(any<Record>(record_count));
  if (mostly()) record.profile_of = any<User>(user_count);
  if (mostly()) record.referred = Moment{one_of<Date>({today, yesterday, tomorrow}), one_of<int>({540, 541})};
  record.absent = seldom();
  return record;
}

/// A function and an operation that fit, as a rule.
void draw_function(Request& request) {
  request.function = any_value<Function>();
  if (sometimes()) request.function = Function::subject_query;
  if (seldom()) request.function = Function::inspection;
  request.operation = any_value<Operation>();
  if (seldom()) return;
  std::vector<Operation> fitting;
  for (const Word<Operation>& each : words<Operation>()) {
    if (scope(request.function).operations.contains(each.value)) fitting.push_back(each.value);
  }
  request.operation = one_of(fitting);
  if (seldom()) {
    request.operation = one_of<Operation>({Operation::logon, Operation::logoff, Operation::pass_on});
  }
}

Search any_search() {
  Search search;
  if (sometimes()) search.categories.insert(any_category());
  if (sometimes()) search.categories.insert(any_category());
  if (sometimes()) search.terms.push_back(any_field());
  return search;
}

/// The kind of target that the operation asks for, as world.h has it.
void draw_target(Request& request) {
  if (is_search(request.operation)) {
    request.target = any_search();
  } else if (is_creating(request.operation) && mostly()) {
    Record created = any_record(record_count);
    if (seldom()) created.category = Category::advance_information;
    request.target = std::move(created);
  } else if (request.operation == Operation::use || seldom()) {
    request.target = NoTarget{};
  } else {
    request.target = any<Record>(record_count);
  }
}

/// A record to be created is as it is to be: its level and its designation are in itself.
void draw_change(Change& change, bool creates) {
  if (!creates && sometimes()) change.level = any_value<Level>();
  if (!creates && sometimes()) change.designation = any_designation();
  if (sometimes()) change.functions.insert(any_value<Function>());
  if (sometimes()) change.functions.insert(any_value<Function>());
  if (sometimes()) change.roles = any_roles();
  if (change.roles.empty() && sometimes()) change.term = any_term();
}

std::optional<Disclosure> any_disclosure() {
  if (seldom()) return std::nullopt;
  Disclosure disclosure;
  if (mostly()) disclosure.to = any<Agency>(agency_count);
  for (const auto& each : words<Statement>()) {
    if (mostly()) disclosure.states.insert(each.value);
  }
  return disclosure;
}

}  // namespace

World any_world() {
  World world;
  world.host = any<Agency>(agency_count);
  for (std::uint32_t at = 0; at < agency_count; ++at) world.agencies.push_back(any_agency());
  world.agencies[world.host.at].standing = Standing::host;
  world.purposes.resize(purpose_count);
  for (std::uint32_t n = 0; n < role_count; ++n) world.roles.push_back(any_role());
  for (std::uint32_t n = 0; n < user_count; ++n) world.users.push_back(any_user());
  for (std::uint32_t n = 0; n < agreement_count; ++n) world.agreements.push_back(any_agreement());
  for (std::uint32_t n = 0; n < memo_count; ++n) world.memos.push_back(any_memo());
  for (std::uint32_t n = 0; n < interface_count; ++n) world.interfaces.push_back(any_interface());
  for (std::uint32_t n = 0; n < approval_count; ++n) world.approvals.push_back(any_approval());
  for (std::uint32_t n = 0; n < record_count; ++n) world.records.push_back(any_record(n));
  if (seldom()) {
    Parameters& years = world.parameters;
    for (int* each : {&years.anaci_years, &years.bi_years, &years.training_years, &years.account_years,
                      &years.agency_years, &years.ncic_years}) {
      *each = one_of<int>({1, 2, 5, 10});
    }
  }
  return world;
}

Request any_request() {
  Request request;
  request.user = any<User>(user_count);
  draw_function(request);
  draw_target(request);
  request.purpose = mostly() ? duty : other_duty;
  request.place = mostly() ? "Averton" : "Bexley";
  request.moment = {one_of<Date>({today, today, yesterday, tomorrow}), one_of<int>({540, 539, 541})};
  if (sometimes()) request.interface = any<Interface>(interface_count);
  request.accepts_notice = mostly();
  if (sometimes()) draw_change(request.change, std::holds_alternative<Record>(request.target));
  request.disclosure = any_disclosure();
  return request;
}

}  // namespace ntk::oracle
