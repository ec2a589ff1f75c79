#include "sim/policy/facts.h"

#include <algorithm>

namespace ntk::policy {
namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Equal but for the case of ASCII letters; other characters compare byte by byte.
bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool within_dhs(const World& world, Ref<Agency> agency) {
  return world[agency].standing != Standing::external;
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

bool admits(const DesignationClass& designated, const World& world, Ref<User> user) {
  const User& who = world[user];
  if (designated.names_nothing()) return false;
  if (!designated.agencies.empty() && !contains(designated.agencies, who.agency)) return false;
  if (!designated.categories.empty() && !designated.categories.contains(who.category)) return false;
  if (!designated.users.empty() && !contains(designated.users, user)) return false;
  return true;
}

bool names(const Designation& designation, Ref<User> user) {
  return std::any_of(designation.begin(), designation.end(),
                     [&](const DesignationClass& each) { return contains(each.users, user); });
}

bool matches(const Record& record, const Search& search, Function function) {
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
         memo.levels.contains(record.level) && (access == Access::read || memo.access == Access::update);
}

}  // namespace ntk::policy
