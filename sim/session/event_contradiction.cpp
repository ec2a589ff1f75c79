#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "sim/policy/vocabulary.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/value_reader.h"
#include "sim/session/event_check.h"

namespace ntk::session {
namespace {

using policy::Operation;
using scenario::AuditOutcome;
using scenario::JsonKind;
using scenario::JsonValue;
using Fault = std::optional<EventFault>;

constexpr std::string_view suspension = "OB-4";

/// An event whose keys are each right by themselves.
struct Event {
  const JsonValue& value;
  Operation operation{};
  AuditOutcome outcome{};

  explicit Event(const JsonValue& event) : value(event) {
    const auto operations = policy::words<Operation>();
    operation = std::find_if(operations.begin(), operations.end(), [&](const auto& each) {
                  return each.word == text("operation");
                })->value;
    outcome = *scenario::audit_outcome_from_word(text("outcome"));
  }

  /// Null where the event has no such key.
  const JsonValue* find(std::string_view key) const {
    const auto* member = scenario::find_member(value, key);
    return member != nullptr ? &member->value : nullptr;
  }
  const JsonValue& at(std::string_view key) const { return *find(key); }
  const std::string& text(std::string_view key) const { return at(key).string; }
};

Fault fault_at(const JsonValue& value, std::string message) {
  return EventFault{std::move(message), value.span};
}

Fault find_target_fault(const Event& event) {
  const bool has_query = event.find("query") != nullptr, has_record = event.find("record") != nullptr;
  const bool needs_query = policy::is_search(event.operation);
  const bool needs_record = !needs_query && !policy::has_no_target(event.operation);
  if (has_query == needs_query && has_record == needs_record) return std::nullopt;
  return fault_at(event.at("operation"), "an event of " + scenario::in_backticks(event.text("operation")) +
                                             " has " +
                                             (needs_query    ? "a `query`, and no `record`"
                                              : needs_record ? "a `record`, and no `query`"
                                                             : "neither `query` nor `record`"));
}

Fault find_function_fault(const Event& event) {
  const JsonValue& function = event.at("function");
  const bool is_null = function.kind == JsonKind::null;
  // Trails of the first versions have passing on without a function.
  const bool is_old = is_null && event.operation == Operation::pass_on;
  if (!is_old && is_null != policy::names_no_function(event.operation)) {
    return fault_at(function, "`function` of " + scenario::in_backticks(event.text("operation")) + " is " +
                                  (is_null ? "not null" : "null"));
  }
  const JsonValue* reviewed = event.find("reviewed");
  const bool is_review = function.string == policy::word(policy::Function::audit_review);
  if (is_review && reviewed == nullptr)
    return fault_at(function, "a request by `audit_review` has `reviewed`");
  if (!is_review && reviewed != nullptr)
    return fault_at(*reviewed, "only a request by `audit_review` has `reviewed`");
  return std::nullopt;
}

/// Which lists are empty, and which are not, where a request ended so.
struct OutcomeRow {
  AuditOutcome outcome;
  std::string_view list;
  bool is_empty;
};
constexpr std::array outcome_rows = {
    OutcomeRow{AuditOutcome::permitted, "failed", true},
    OutcomeRow{AuditOutcome::permitted, "withheld", true},
    OutcomeRow{AuditOutcome::permitted_with_withheld, "failed", true},
    OutcomeRow{AuditOutcome::permitted_with_withheld, "withheld", false},
    OutcomeRow{AuditOutcome::denied, "failed", false},
    OutcomeRow{AuditOutcome::denied, "returned", true},
    OutcomeRow{AuditOutcome::denied, "reviewed", true},
    OutcomeRow{AuditOutcome::denied, "withheld", true},
};

Fault find_outcome_fault(const Event& event) {
  for (const OutcomeRow& row : outcome_rows) {
    const JsonValue* list = event.find(row.list);
    if (row.outcome != event.outcome || list == nullptr || list->items.empty() == row.is_empty) continue;
    return fault_at(*list, scenario::in_backticks(row.list) + (row.is_empty ? " is not empty" : " is empty") +
                               ", and the outcome is " + scenario::in_backticks(event.text("outcome")));
  }
  return std::nullopt;
}

/// A request fails a rule once. What failed of a hit is never the suspension, which is of an account.
Fault find_rule_fault(const JsonValue& rules, bool may_suspend) {
  std::set<std::string_view> before;
  for (const JsonValue& each : rules.items) {
    if (!before.insert(each.string).second)
      return fault_at(each, "the rule " + scenario::in_backticks(each.string) + " is listed twice");
    if (each.string != suspension) continue;
    const bool is_last = before.size() == rules.items.size();
    if (!may_suspend || !is_last || before.size() == 1)
      return fault_at(each, "`OB-4` is listed last, behind the rules by which a request was denied");
  }
  return std::nullopt;
}

Fault find_withheld_fault(const Event& event) {
  for (const JsonValue& each : event.at("withheld").items) {
    const JsonValue& failed = scenario::find_member(each, "failed")->value;
    if (failed.items.empty()) return fault_at(failed, "a record is withheld, and `failed` is empty");
    if (auto fault = find_rule_fault(failed, false)) return fault;
  }
  return std::nullopt;
}

/// What concerns one record returns that one or none. Only what finds records withholds any.
Fault find_stranger(const Event& event) {
  if (policy::finds_records(event.operation)) return std::nullopt;
  const std::string operation = scenario::in_backticks(event.text("operation"));
  const JsonValue* record = event.find("record");
  for (const JsonValue& each : event.at("returned").items) {
    if (record == nullptr) return fault_at(each, operation + " returns no record");
    if (each.string != record->string) return fault_at(each, operation + " returns only its `record`");
  }
  const JsonValue& withheld = event.at("withheld");
  return withheld.items.empty() ? std::nullopt : fault_at(withheld, operation + " withholds no record");
}

Fault find_repeated_record(const Event& event) {
  std::vector<const JsonValue*> found;
  for (const JsonValue& each : event.at("returned").items) found.push_back(&each);
  for (const JsonValue& each : event.at("withheld").items)
    found.push_back(&scenario::find_member(each, "record")->value);
  std::set<std::string_view> before;
  for (const JsonValue* each : found) {
    if (!before.insert(each->string).second)
      return fault_at(*each, "the record " + scenario::in_backticks(each->string) + " is listed twice");
  }
  return std::nullopt;
}

/// A review shows events that were there before it, in their order, to whoever searches.
Fault find_review_fault(const Event& event) {
  const JsonValue* reviewed = event.find("reviewed");
  if (reviewed == nullptr) return std::nullopt;
  std::int64_t before = 0;
  for (const JsonValue& each : reviewed->items) {
    if (event.find("query") == nullptr) return fault_at(*reviewed, "only a `query` shows events");
    if (each.integer <= before) return fault_at(each, "`reviewed` is not in ascending order");
    if (each.integer >= event.at("sequence").integer)
      return fault_at(each, "`reviewed` lists an event that comes later");
    before = each.integer;
  }
  return std::nullopt;
}

}  // namespace

std::optional<EventFault> find_contradiction(const JsonValue& value) {
  const Event event(value);
  for (const auto find_fault : {find_target_fault, find_function_fault, find_outcome_fault, find_stranger,
                                find_repeated_record, find_withheld_fault, find_review_fault}) {
    if (auto fault = find_fault(event)) return fault;
  }
  return find_rule_fault(event.at("failed"), event.outcome == AuditOutcome::denied);
}

}  // namespace ntk::session
