// What requests change in a record or a profile.
#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

policy::PrimaryDesignation read_place(ObjectReader& object) {
  policy::PrimaryDesignation primary;
  primary.action = object.need_word<policy::PrimaryAction>("action").value_or(primary.action);
  object.date("last_day", primary.last_day);
  return primary;
}

void read_update(Reading& reading, ObjectReader& object, policy::Change& change) {
  if (const auto level = object.find("level")) change.level = read_level(reading.diagnostics, *level);
  if (const auto list = object.find("designation")) change.designation = read_designation(reading, *list);
  if (const auto fields = object.find("fields")) change.fields = read_fields(reading, *fields);
  if (const auto told = object.find("notify_owner"))
    change.notify_owner = read_boolean(reading.diagnostics, *told);
}

/// Functions, for good or for a term, and roles, for good: at least one of the two.
void read_assignment(Reading& reading, ObjectReader& object, policy::Change& change) {
  if (const auto list = object.find("roles")) {
    report_if_empty(reading.diagnostics, *list, "without a role to give, leave `roles` out");
    change.roles = as_refs<policy::Role>(read_references(reading, *list, IdKind::role));
  }
  const auto roles = object.find("roles");
  const auto functions =
      roles ? object.find("functions") : object.need("functions", "the functions that the profile gets");
  if (functions) {
    report_if_empty(reading.diagnostics, *functions, "an assignment gives at least one function or role");
    change.functions = read_set<policy::Function>(reading.diagnostics, *functions);
  }
  const auto term = object.find("term");
  if (!term) return;
  change.term = read_term(reading, *term);
  if (roles) {
    report(reading.diagnostics, Code::misplaced_key, *term, "roles are given for good, not for a term",
           "remove `term`, or lend functions instead");
  }
  if (term->is(JsonKind::object) && find_member(*term->value, "first") &&
      !find_member(*term->value, "last")) {
    report(reading.diagnostics, Code::missing_key, *term, "a temporary transaction needs its last day",
           "state it in `last`; for a function without end leave `term` out");
  }
}

}  // namespace

policy::Change read_change(Reading& reading, const Node& node, policy::Operation operation) {
  policy::Change change;
  ObjectReader object(reading, node, "a change");
  if (operation == policy::Operation::place_on_primary) {
    change.primary = read_place(object);
  } else if (operation == policy::Operation::recertify) {
    change.primary = policy::PrimaryDesignation{};
    object.date("last_day", change.primary->last_day);
  } else if (operation == policy::Operation::assign) {
    read_assignment(reading, object, change);
  } else if (operation == policy::Operation::intake) {
    if (const auto fields = object.find("fields")) change.fields = read_fields(reading, *fields);
  } else {
    read_update(reading, object, change);
  }
  return change;
}

}  // namespace ntk::scenario
