// The lint of agreements, owners' memos, records and users.
#include <algorithm>
#include <utility>

#include "sim/policy/facts.h"
#include "sim/scenario/lint_parts.h"

namespace ntk::scenario {
namespace {

using Field = AssignableField;

/// What a set may hold in the course of the lesson: what it starts with, and what may be put in.
template <class E>
policy::EnumSet<E> possible(const LintedScenario& linted, Field field, std::size_t at,
                            policy::EnumSet<E> start) {
  const Assignable* opened = linted.assignable(field, at);
  if (!opened) return start;
  if (opened->open) return policy::all<E>();
  return start | std::get<policy::EnumSet<E>>(opened->choices.front());
}

void lint_term(LintedScenario& linted, std::string_view list, std::size_t at,
               const std::optional<policy::Term>& term, Field field) {
  if (!term || linted.assignable(field, at)) return;
  const auto& requests = linted.scenario().requests;
  const bool covers_any = std::any_of(requests.begin(), requests.end(), [&](const ScriptedRequest& each) {
    return term->covers(each.request.moment.day);
  });
  if (covers_any) return;
  linted.add(Code::never_in_force, item_pointer(list, at, "term"),
             "this is in force " + policy::in_words(*term) + "; nothing is asked on any of those days",
             "compare `clock` and the moments of the requests");
}

void lint_class(LintedScenario& linted, const policy::DesignationClass& designated,
                const std::string& pointer) {
  if (!designated.names_nothing()) return;
  linted.add(Code::admits_nobody, pointer, "this class names nothing and so admits nobody",
             "name `agencies`, `categories` or `users`; for nobody but the creator leave the class out");
}

void lint_designation(LintedScenario& linted, const policy::Record& record, std::size_t at) {
  if (record.designation.empty()) return;
  const std::string pointer = item_pointer("records", at, "designation");
  for (std::size_t each = 0; each < record.designation.size(); ++each) {
    lint_class(linted, record.designation[each], pointer_to(pointer, each));
  }
  if (record.level <= policy::Level::level_2 && !linted.assignable(Field::record_level, at)) {
    linted.add(Code::no_effect, pointer,
               "record " + in_backticks(record.id) + " stays at level " +
                   std::string(policy::word(record.level)) + ", which heeds no designation",
               "make it level 3 or 4, let its level be assigned, or remove the designation");
  }
  if (record.level != policy::Level::level_4) return;
  for (std::size_t each = 0; each < record.designation.size(); ++each) {
    const policy::DesignationClass& designated = record.designation[each];
    if (designated.agencies.empty() && designated.categories.empty()) continue;
    linted.add(Code::not_an_individual, pointer_to(pointer, each),
               designated.users.empty()
                   ? "level 4 is for individuals: a class that names no user admits nobody"
                   : "level 4 is for individuals: a user named here counts only where the rest of the class "
                     "fits too",
               designated.users.empty() ? "name users, or make it level 3" : "name `users` alone");
  }
}

}  // namespace

void lint_agreements(LintedScenario& linted) {
  const policy::World& world = linted.world();
  for (std::size_t at = 0; at < world.agreements.size(); ++at) {
    const policy::Agreement& agreement = world.agreements[at];
    lint_term(linted, "agreements", at, agreement.term, Field::agreement_term);
    if (policy::within_dhs(world, agreement.agency)) {
      linted.add(Code::agreement_not_needed, item_pointer("agreements", at, "agency"),
                 world[agreement.agency].short_name + " is within the Department and needs no agreement",
                 "agreements are with agencies whose standing is `external`");
    }
    const auto categories = possible(linted, Field::agreement_categories, at, agreement.categories);
    const auto functions = possible(linted, Field::agreement_functions, at, agreement.functions);
    if (categories.empty() && functions.empty()) {
      linted.add(Code::grants_nothing, item_pointer("agreements", at),
                 "agreement " + in_backticks(agreement.id) + " shares no data and grants no function",
                 "list `categories` and `functions`, or let them be assigned");
    }
    for (const auto& each : policy::words<policy::Category>()) {
      if (!agreement.anaci_categories.contains(each.value) || categories.contains(each.value)) continue;
      linted.add(
          Code::anaci_not_shared, item_pointer("agreements", at, "anaci_categories"),
          in_backticks(each.word) + " is opened to ANACI holders, but not among the `categories` shared",
          "add it to `categories`");
    }
  }
}

void lint_owner_memos(LintedScenario& linted) {
  const policy::World& world = linted.world();
  for (std::size_t at = 0; at < world.memos.size(); ++at) {
    const policy::OwnerMemo& memo = world.memos[at];
    lint_term(linted, "owner_memos", at, memo.term, Field::memo_term);
    const auto categories = possible(linted, Field::memo_categories, at, memo.categories);
    const auto levels = possible(linted, Field::memo_levels, at, memo.levels);
    const bool both_within = policy::within_dhs(world, memo.owner) && policy::within_dhs(world, memo.to);
    // Whoever changes a record of another agency needs a memo also within the Department (DA-11).
    const bool may_update =
        memo.access == policy::Access::update || linted.assignable(Field::memo_access, at);
    if (memo.owner == memo.to || (both_within && !may_update)) {
      linted.add(
          Code::memo_not_needed, item_pointer("owner_memos", at, "to"),
          memo.owner == memo.to ? world[memo.to].short_name + " needs no memo for its own records"
                                : "both agencies are within the Department: no memo is needed",
          "memos are for records that cross the Department's border, or pass between agencies outside");
    } else if (categories == policy::CategorySet{policy::Category::lookout} && memo.owner != world.host) {
      linted.add(Code::memo_of_another, item_pointer("owner_memos", at, "owner"),
                 "lookouts are under the control of " + world[world.host].short_name + ": a memo of " +
                     world[memo.owner].short_name + " does not open them",
                 "make " + in_backticks(world[world.host].id) + " the owner");
    }
    if (categories.empty() || levels.empty()) {
      linted.add(Code::grants_nothing, item_pointer("owner_memos", at),
                 "owner's memo " + in_backticks(memo.id) + " covers no " +
                     (categories.empty() ? std::string("category") : std::string("level")),
                 "list `categories` and `levels`, or let them be assigned");
    }
  }
}

void lint_records(LintedScenario& linted) {
  const policy::World& world = linted.world();
  for (std::size_t at = 0; at < world.records.size(); ++at) {
    const policy::Record& record = world.records[at];
    if (!record.absent && !record.profile_of) lint_designation(linted, record, at);
  }
  for (std::size_t at = 0; at < linted.scenario().assignables.size(); ++at) {
    const Assignable& assignable = linted.scenario().assignables[at];
    if (assignable.field != Field::record_designation || assignable.open) continue;
    const auto& classes = std::get<policy::Designation>(assignable.choices.front());
    const std::string pointer = item_pointer("assignable", at, "choices");
    for (std::size_t each = 0; each < classes.size(); ++each) {
      lint_class(linted, classes[each], pointer_to(pointer, each));
    }
  }
}

namespace {

/// What a user with roles holds beyond them, whatever roles may be assigned: FN-7 denies its use.
void lint_roles(LintedScenario& linted, const policy::User& user, std::size_t at) {
  const policy::World& world = linted.world();
  policy::FunctionSet within = functions_of_roles(world, user.roles);
  if (const Assignable* opened = linted.assignable(Field::user_roles, at)) {
    if (opened->open) return;
    within |= functions_of_roles(world, std::get<policy::Roles>(opened->choices.front()));
  } else if (user.roles.empty()) {
    return;
  }
  for (const ScriptedRequest& each : linted.scenario().requests) {
    const auto* profile = std::get_if<policy::Ref<policy::Record>>(&each.request.target);
    const auto whose = profile ? world[*profile].profile_of : std::nullopt;
    if (whose && whose->at == at) within |= functions_of_roles(world, each.request.change.roles);
  }
  std::vector<std::string_view> outside;
  for (const auto& each : policy::words<policy::Function>()) {
    if (user.functions.contains(each.value) && !within.contains(each.value)) outside.push_back(each.word);
  }
  if (outside.empty()) return;
  linted.add(
      Code::outside_roles, item_pointer("users", at, "functions"),
      "no role of " + user.name + " includes " + list_in_backticks(outside) + ": rule `FN-7` denies its use",
      "add it to a role, or remove it from the profile");
}

}  // namespace

void lint_users(LintedScenario& linted) {
  const policy::World& world = linted.world();
  policy::Date last = linted.scenario().clock.day;
  for (const ScriptedRequest& each : linted.scenario().requests)
    last = std::max(last, each.request.moment.day);

  for (std::size_t at = 0; at < world.users.size(); ++at) {
    const policy::User& user = world.users[at];
    const std::string help =
        "the last day of the lesson is " + policy::in_words(last) + ": is the year right?";
    lint_roles(linted, user, at);
    if (user.investigation && user.investigation->completed > last) {
      linted.add(Code::in_the_future, item_pointer("users", at, "investigation") + "/completed",
                 "this investigation is completed after the lesson", help);
    }
    if (user.training_passed && *user.training_passed > last) {
      linted.add(Code::in_the_future, item_pointer("users", at, "training_passed"),
                 "this course is passed after the lesson", help);
    }
  }
}

}  // namespace ntk::scenario
