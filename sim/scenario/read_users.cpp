// Users: their profile, roles, investigation, training and temporary grants.
#include <algorithm>

#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

void read_transaction(Reading& reading, const Node& node, policy::Transaction& transaction) {
  ObjectReader object(reading, node, "a transaction");
  transaction.function = object.need_word<policy::Function>("function").value_or(transaction.function);
  if (const auto first = object.need("first", date_noun)) {
    transaction.term.first = read_date(reading.diagnostics, *first).value_or(policy::Date{});
  }
  if (const auto last = object.need("last", date_noun)) {
    transaction.term.last = read_date(reading.diagnostics, *last);
    report_if_reversed(reading.diagnostics, transaction.term, *last);
  }
}

/// What is in order unless the file says otherwise.
void read_account(Reading& reading, ObjectReader& object, policy::User& user) {
  user.nationality = object.word<policy::Nationality>("nationality").value_or(user.nationality);
  object.boolean("exempted", user.exempted);
  user.certified = reading.today;
  object.date("certified", user.certified);
  object.date("ncic_certified", user.ncic_certified);
  user.logon = object.word<policy::Logon>("logon").value_or(user.logon);
  object.line("duty_station", user.duty_station);
}

policy::Roles in_order(policy::Roles roles) {
  std::sort(roles.begin(), roles.end());
  return roles;
}

void read_role(Reading& reading, const Node& node, policy::Role& role) {
  ObjectReader object(reading, node, "a role");
  object.id(role.id);
  object.need_line("title", role.title);
  role.functions = object.set<policy::Function>("functions");
  role.adds = object.set<policy::Category>("adds");
}

void read_user(Reading& reading, const Node& node, policy::User& user) {
  ObjectReader object(reading, node, "a user");
  object.id(user.id);
  object.need_line("name", user.name);
  user.agency.at = object.need_reference("agency", IdKind::agency).value_or(0);
  user.category = object.word<policy::UserCategory>("category").value_or(user.category);
  user.account = object.word<policy::AccountState>("account").value_or(user.account);
  if (const auto investigation = object.find_or_null("investigation")) {
    user.investigation = read_investigation(reading, *investigation);
  }
  if (const auto passed = object.find_or_null("training_passed")) {
    user.training_passed = read_date(reading.diagnostics, *passed);
  }
  read_account(reading, object, user);
  user.functions = object.set<policy::Function>("functions");
  user.may_assign = object.set<policy::Function>("may_assign");
  user.roles = in_order(as_refs<policy::Role>(object.references("roles", IdKind::role)));
  user.may_assign_roles =
      in_order(as_refs<policy::Role>(object.references("may_assign_roles", IdKind::role)));
  if (const auto officer = object.reference("sco", IdKind::user)) user.sco = {*officer};
  read_list(reading, object.find("transactions"), user.transactions, read_transaction);
  user.duties = as_refs<policy::Purpose>(object.references("duties", IdKind::purpose));
}

}  // namespace

policy::Investigation read_investigation(Reading& reading, const Node& node) {
  policy::Investigation investigation;
  ObjectReader object(reading, node, "an investigation");
  investigation.type = object.need_word<policy::InvestigationType>("type").value_or(investigation.type);
  if (const auto completed = object.need("completed", date_noun)) {
    investigation.completed = read_date(reading.diagnostics, *completed).value_or(policy::Date{});
  }
  investigation.adjudication =
      object.word<policy::Adjudication>("adjudication").value_or(investigation.adjudication);
  return investigation;
}

void read_users(Reading& reading, ObjectReader& top, policy::World& world) {
  read_list(reading, top.find("roles"), world.roles, read_role);
  const auto list = top.need("users", "the list of users");
  if (list) report_if_empty(reading.diagnostics, *list, "a scenario needs at least one user");
  read_list(reading, list, world.users, read_user);
}

}  // namespace ntk::scenario
