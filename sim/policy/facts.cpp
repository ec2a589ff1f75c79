#include "sim/policy/facts.h"

#include <algorithm>

#include "sim/policy/unicode.h"

namespace ntk::policy {
namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

bool within_dhs(const World& world, Ref<Agency> agency) {
  const Standing standing = world[agency].standing;
  return standing == Standing::host || standing == Standing::component;
}

bool is_external(const World& world, Ref<Agency> agency) {
  return world[agency].standing == Standing::external;
}

OnPrimary on_primary(const Record& record, Date day) {
  if (!record.primary || record.absent) return OnPrimary::not_placed;
  if (!record.primary->approved) return OnPrimary::not_approved;
  if (record.primary->last_day && *record.primary->last_day < day) return OnPrimary::ended;
  return OnPrimary::shown;
}

bool is_submitter(const World& world, Ref<Agency> agency) {
  return world[agency].standing == Standing::submitter;
}

Operation operation_judged(const Request& request) {
  return request.operation == Operation::pass_on ? Operation::display : request.operation;
}

CategorySet categories_asked(const World& world, const Request& request) {
  if (const auto* one = std::get_if<Ref<Record>>(&request.target)) return {world[*one].category};
  if (const auto* created = std::get_if<Record>(&request.target)) return {created->category};
  const auto* search = std::get_if<Search>(&request.target);
  if (!search) return {};
  return search->categories.empty() ? scope(request.function).categories : search->categories;
}

Record as_created(const World& world, const Request& request, Record record) {
  record.owner = world[request.user].agency;
  record.creator = request.user;
  return record;
}

bool owns(const World& world, Ref<Agency> agency, const Record& record) {
  return record.owner == agency || (record.category == Category::lookout && agency == world.host);
}

Ref<Agency> memo_owner(const World& world, const Record& record) {
  return record.category == Category::lookout ? world.host : record.owner;
}

bool hosts_lookout(const World& world, const User& user, const Record& record) {
  return record.category == Category::lookout && user.agency == world.host;
}

Grant granted(const World& world, Ref<Agency> agency, Date day) {
  Grant sum;
  for (const Agreement& each : world.agreements) {
    if (each.agency != agency || !each.term || !each.term->covers(day)) continue;
    sum.in_force = true;
    sum.functions |= each.functions;
    sum.categories |= each.categories;
    sum.anaci_categories |= each.anaci_categories;
  }
  return sum;
}

bool holds(const User& user, Function function, Date day) {
  return user.functions.contains(function) ||
         std::any_of(user.transactions.begin(), user.transactions.end(), [&](const Transaction& each) {
           return each.function == function && each.term.covers(day);
         });
}

int investigation_years(const Parameters& parameters, InvestigationType type) {
  return type == InvestigationType::bi ? parameters.bi_years : parameters.anaci_years;
}

bool is_valid(const std::optional<Investigation>& investigation, Date day) {
  return investigation && investigation->completed <= day &&
         investigation->adjudication == Adjudication::favorable;
}

bool is_open_to(Function function, UserCategory category, bool external) {
  switch (function) {
    case Function::lookout_approval:
      return category == UserCategory::supervisor;
    case Function::user_profile:
      return category == UserCategory::system_control_officer;
    case Function::audit_review:
      return category == UserCategory::security_administrator;
    case Function::system_support:
    case Function::reference_library:
      return true;
    case Function::disclosure:
      if (external) return false;
      break;
    case Function::subject_maintenance:
    case Function::subject_query:
    case Function::record_linking:
    case Function::mi_reports:
    case Function::printing:
    case Function::primary_query_history:
    case Function::batch_vetting:
    case Function::lookout_maintenance:
    case Function::external_query:
    case Function::inspection:
      break;
  }
  return category != UserCategory::systems_maintenance && category != UserCategory::security_administrator;
}

namespace {

Keeping kept_for(const std::optional<Date>& from, int years) {
  if (!from) return {};
  return {true, from, day_before(plus_years(*from, years))};
}

Keeping kept_until(const std::optional<Date>& last_day) {
  return {last_day.has_value(), std::nullopt, last_day};
}

/// Five years from the end of the matter; where the last statute of limitations expired before that, two
/// years from then.
Keeping kept_after_the_matter(const Retention& retention) {
  if (retention.limitation_expired &&
      (!retention.closed || *retention.limitation_expired < *retention.closed)) {
    return kept_until(day_before(plus_years(*retention.limitation_expired, 2)));
  }
  if (!retention.closed) return {};
  return kept_until(day_before(plus_years(*retention.closed, 5)));
}

Keeping by_category(const World& world, const Record& record) {
  const Retention& kept = record.retention;
  if (is_external(world, record.owner)) return kept_until(kept.keep_until);
  switch (record.category) {
    case Category::lookout:
      return record.owner == world.host ? kept_for(kept.collected, 75) : kept_until(kept.keep_until);
    case Category::apis:
      return kept_for(kept.collected, 1);
    case Category::border_crossing:
      return kept_for(kept.collected, kept.us_person ? 15 : 75);
    case Category::i94:
    case Category::watchlist:
    case Category::user_profile:
      return kept_for(kept.collected, 75);
    case Category::audit:
      return kept_for(kept.collected, 25);
    case Category::seizure:
      return kept_after_the_matter(kept);
    case Category::enhanced_document:
      return kept_until(kept.expires);
    case Category::travel_document:
      return record.system == "acrq" ? kept_for(kept.collected, 100) : Keeping{};
    case Category::subject:
    case Category::moir:
    case Category::primary_query_history:
    case Category::image:
    case Category::inspection_result:
    case Category::currency_report:
    case Category::esta:
    case Category::ncic:
    case Category::iii:
    case Category::nlets:
    case Category::cpic:
    case Category::clets:
    case Category::advance_information:
      break;
  }
  return {};
}

}  // namespace

Keeping keeping(const World& world, const Record& record) {
  Keeping kept = by_category(world, record);
  if (record.retention.open_matter) kept.last_day.reset();
  return kept;
}

bool admits(const DesignationClass& designated, const World& world, Ref<User> user) {
  const User& who = world[user];
  if (designated.names_nothing()) return false;
  if (!designated.agencies.empty() && !contains(designated.agencies, who.agency)) return false;
  if (!designated.categories.empty() && !designated.categories.contains(who.category)) return false;
  if (!designated.users.empty() && !contains(designated.users, user)) return false;
  return true;
}

bool names(const Designation& designation, const World& world, Ref<User> user) {
  return std::any_of(designation.begin(), designation.end(), [&](const DesignationClass& each) {
    return contains(each.users, user) && admits(each, world, user);
  });
}

FunctionSet functions_of_roles(const World& world, const Roles& roles) {
  FunctionSet functions;
  for (const Ref<Role> each : roles) functions |= world[each].functions;
  return functions;
}

bool names_individuals_only(const Designation& designation) {
  return std::all_of(designation.begin(), designation.end(), [](const DesignationClass& each) {
    return each.agencies.empty() && each.categories.empty() && !each.users.empty();
  });
}

namespace {

/// How many of the two have been given by the day.
int given_by(const PassingApproval& approval, Date day) {
  const auto is_given = [&](const std::optional<Date>& date) { return date && *date <= day; };
  return (is_given(approval.owner_approved) ? 1 : 0) + (is_given(approval.host_authorised) ? 1 : 0);
}

}  // namespace

bool is_approved(const PassingApproval& approval, Date day) {
  return given_by(approval, day) == 2;
}

const PassingApproval* nearest_approval(const World& world, Ref<Record> record, Ref<Agency> from,
                                        Ref<Agency> to, Date day) {
  const PassingApproval* nearest = nullptr;
  for (const PassingApproval& each : world.approvals) {
    if (each.record != record || each.from != from || each.to != to) continue;
    if (nearest == nullptr || given_by(*nearest, day) < given_by(each, day)) nearest = &each;
  }
  return nearest;
}

bool has_access(const World& world, Ref<Agency> agency, Date day) {
  return within_dhs(world, agency) || granted(world, agency, day).in_force;
}

bool matches(const Record& record, const Search& search, Function function) {
  if (record.absent) return false;
  const CategorySet looked_in = search.categories.empty() ? scope(function).categories : search.categories;
  return looked_in.contains(record.category) &&
         std::all_of(search.terms.begin(), search.terms.end(), [&](const Field& term) {
           return std::any_of(record.fields.begin(), record.fields.end(), [&](const Field& field) {
             return field.name == term.name && same_letters(field.value, term.value);
           });
         });
}

Access access_needed(Operation operation) {
  return is_changing(operation) ? Access::update : Access::read;
}

bool memo_covers(const OwnerMemo& memo, const World& world, Ref<User> user, const Record& record,
                 Access access, Date day) {
  return memo.owner == memo_owner(world, record) && memo.to == world[user].agency && memo.term &&
         memo.term->covers(day) && memo.categories.contains(record.category) &&
         (!has_levels(record.category) || memo.levels.contains(record.level)) &&
         (access == Access::read || memo.access == Access::update);
}

}  // namespace ntk::policy
