// Goals, each an assertion on a decision or on the audit trail, and the hints that lead to them.
#include <algorithm>

#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

constexpr int most_events = 9999;

std::span<const std::string_view> check_codes() {
  static const std::vector<std::string_view> codes = [] {
    std::vector<std::string_view> list;
    for (const policy::Check& each : policy::checks()) list.push_back(each.code);
    return list;
  }();
  return codes;
}

std::optional<policy::CheckId> read_check(Diagnostics& diagnostics, const Node& node) {
  const auto at = read_word(diagnostics, node, check_codes(), "a rule that this version checks");
  return at ? std::optional(policy::checks()[*at].id) : std::nullopt;
}

std::vector<policy::CheckId> read_checks(Diagnostics& diagnostics, const Node& list) {
  std::vector<policy::CheckId> ids;
  const auto items = read_items(diagnostics, list);
  if (!items) return ids;
  std::vector<bool> seen(policy::check_count);
  for (const Node& item : *items) {
    const auto id = read_check(diagnostics, item);
    if (!id) continue;
    const auto at = static_cast<std::size_t>(*id);
    if (seen[at]) report_repeated(diagnostics, item);
    seen[at] = true;
    ids.push_back(*id);
  }
  return ids;
}

std::optional<std::vector<policy::Ref<policy::Record>>> read_record_list(Reading& reading,
                                                                         const std::optional<Node>& list) {
  if (!list) return std::nullopt;
  return as_refs<policy::Record>(read_references(reading, *list, IdKind::record));
}

DecisionGoal read_decision_goal(Reading& reading, const Node& node) {
  static constexpr std::array<std::string_view, 2> outcomes = {"permit", "deny"};
  DecisionGoal goal;
  ObjectReader object(reading, node, "a goal on a decision");
  goal.request = object.need_reference("request", IdKind::request).value_or(0);
  const auto outcome = object.find("outcome");
  const auto primary = object.find("primary");
  const auto failed = object.find("failed");
  const auto returned = object.find("returned");
  const auto withheld = object.find("withheld");
  if (outcome) {
    const auto at = read_word(reading.diagnostics, *outcome, outcomes, "an outcome of decisions");
    if (at) goal.permitted = *at == 0;
  }
  if (primary) goal.primary = read_check(reading.diagnostics, *primary);
  if (failed) goal.failed = read_checks(reading.diagnostics, *failed);
  goal.returned = read_record_list(reading, returned);
  goal.withheld = read_record_list(reading, withheld);
  if (object.is_object() && !outcome && !primary && !failed && !returned && !withheld) {
    report(reading.diagnostics, Code::needs_one_of, node, "this goal does not say what the decision must be",
           "give at least one of `outcome`, `primary`, `failed`, `returned`, `withheld`");
  }
  return goal;
}

std::optional<AuditOutcome> read_audit_outcome(Diagnostics& diagnostics, const Node& node) {
  static const std::array<std::string_view, 3> words = {
      word(AuditOutcome::permitted), word(AuditOutcome::denied), word(AuditOutcome::permitted_with_withheld)};
  const auto at = read_word(diagnostics, node, words, "an outcome of events");
  return at ? std::optional(static_cast<AuditOutcome>(*at)) : std::nullopt;
}

TrailGoal read_trail_goal(Reading& reading, const Node& node) {
  TrailGoal goal;
  ObjectReader object(reading, node, "a goal on the trail");
  goal.operation = object.word<policy::Operation>("operation");
  if (const auto user = object.reference("user", IdKind::user)) goal.user = {*user};
  if (const auto agency = object.reference("agency", IdKind::agency)) goal.agency = {*agency};
  goal.function = object.word<policy::Function>("function");
  if (const auto record = object.reference("record", IdKind::record)) goal.record = {*record};
  if (const auto outcome = object.find("outcome"))
    goal.outcome = read_audit_outcome(reading.diagnostics, *outcome);
  if (const auto failed = object.find("failed")) goal.failed = read_checks(reading.diagnostics, *failed);
  const auto at_least = object.find("at_least");
  const auto at_most = object.find("at_most");
  if (at_least) goal.at_least = read_integer(reading.diagnostics, *at_least, 0, most_events);
  if (at_most) goal.at_most = read_integer(reading.diagnostics, *at_most, 0, most_events);
  if (object.is_object() && !at_least && !at_most) {
    report(reading.diagnostics, Code::needs_one_of, node, "this goal does not say how many events it wants",
           "give `at_least`, `at_most`, or both");
  }
  return goal;
}

ReviewGoal read_review_goal(Reading& reading, const Node& node) {
  ReviewGoal goal;
  ObjectReader object(reading, node, "a goal on the review");
  object.integer("precision", 0, 100, goal.precision);
  object.integer("recall", 0, 100, goal.recall);
  return goal;
}

LetterGoal read_letter_goal(Reading& reading, const Node& node) {
  LetterGoal goal;
  ObjectReader object(reading, node, "a goal on an answer");
  goal.letter.at = object.need_reference("letter", IdKind::letter).value_or(0);
  goal.route = object.need_word<policy::Route>("route").value_or(goal.route);
  return goal;
}

FindGoal read_find_goal(Reading& reading, const Node& node, const Scenario& scenario) {
  ObjectReader object(reading, node, "a goal on what is found");
  return {read_opened(reading, object, scenario).value_or(0)};
}

AssignedGoal read_assigned_goal(Reading& reading, const Node& node, const Scenario& scenario) {
  AssignedGoal goal;
  ObjectReader object(reading, node, "a goal on an assignment");
  const auto opened = read_opened(reading, object, scenario);
  const auto is = object.find("is");
  const auto is_not = object.find("is_not");
  if (object.is_object() && is.has_value() == is_not.has_value()) {
    report(reading.diagnostics, Code::needs_one_of, is_not.value_or(node),
           is ? "this goal says both what the field is and what it isn't"
              : "this goal does not say what the field must be",
           "give exactly one of `is` and `is_not`");
  }
  if (!opened) return goal;
  goal.assignable = *opened;
  const AssignableField field = scenario.assignables[*opened].field;
  if (is) goal.is = read_whole_value(reading, *is, field);
  if (is_not) goal.is_not = read_whole_value(reading, *is_not, field);
  return goal;
}

ExcessGoal read_excess_goal(Reading& reading, const Node& node) {
  constexpr int most = 1'000'000;
  ExcessGoal goal;
  ObjectReader object(reading, node, "a goal on what is in excess");
  bool states = false;
  const auto count = [&](std::string_view key, std::optional<int>& out) {
    const auto member = object.find(key);
    if (!member) return;
    states = true;
    out = read_integer(reading.diagnostics, *member, 0, most);
  };
  count("permits", goal.permits);
  count("functions", goal.functions);
  count("roles", goal.roles);
  count("terms", goal.terms);
  count("memo_levels", goal.memo_levels);
  if (object.is_object() && !states) {
    report(reading.diagnostics, Code::needs_one_of, node, "this goal does not say what is to be little",
           "give at least one of `permits`, `functions`, `roles`, `terms`, `memo_levels`");
  }
  return goal;
}

PredictionGoal read_prediction_goal(Reading& reading, const Node& node, int points) {
  PredictionGoal goal;
  ObjectReader object(reading, node, "a goal on a prediction");
  goal.request = object.need_reference("request", IdKind::request).value_or(0);
  const auto later = object.find("later_points");
  if (later) goal.later_points = read_integer(reading.diagnostics, *later, 0, 100);
  if (goal.later_points.value_or(0) > points) {
    report(reading.diagnostics, Code::later_earns_more, *later,
           "a later prediction would earn more than the goal's " + std::to_string(points) +
               (points == 1 ? " point" : " points"),
           "`later_points` is at most `points`");
  }
  return goal;
}

void read_goal(Reading& reading, const Node& node, const Scenario& scenario, Goal& goal) {
  ObjectReader object(reading, node, "a goal");
  object.id(goal.id);
  object.need_line("title", goal.title);
  object.integer("points", 0, 100, goal.points);
  std::vector<Node> stated;
  const auto find = [&](std::string_view key) {
    auto found = object.find(key);
    if (found) stated.push_back(*found);
    return found;
  };
  if (const auto decision = find("decision")) goal.assertion = read_decision_goal(reading, *decision);
  if (const auto trail = find("trail")) goal.assertion = read_trail_goal(reading, *trail);
  if (const auto review = find("review")) goal.assertion = read_review_goal(reading, *review);
  if (const auto answer = find("answer")) goal.assertion = read_letter_goal(reading, *answer);
  if (const auto found = find("find")) goal.assertion = read_find_goal(reading, *found, scenario);
  if (const auto assigned = find("assigned"))
    goal.assertion = read_assigned_goal(reading, *assigned, scenario);
  if (const auto excess = find("excess")) goal.assertion = read_excess_goal(reading, *excess);
  if (const auto prediction = find("prediction"))
    goal.assertion = read_prediction_goal(reading, *prediction, goal.points);
  if (!object.is_object() || stated.size() == 1) return;
  const bool none = stated.empty();
  report(reading.diagnostics, Code::needs_one_of, none ? node : stated[1],
         none ? "a goal needs one of `decision`, `trail`, `review`, `answer`, `find`, `assigned`, `excess`, "
                "`prediction`: what is to be reached"
              : "a goal is on one thing, not on several",
         none ? "`decision` looks at one request's answer, `trail` counts audit events"
              : "make two goals of it");
}

void read_hint(Reading& reading, const Node& node, Hint& hint) {
  ObjectReader object(reading, node, "a hint");
  object.need_prose("text", hint.text);
  hint.goal = object.reference("goal", IdKind::goal);
  hint.states_reveals = object.find("reveals").has_value();
  hint.reveals = object.references("reveals", IdKind::request);
}

}  // namespace

void read_goals(Reading& reading, ObjectReader& top, Scenario& scenario) {
  read_list(reading, top.find("goals"), scenario.goals,
            [&](Reading& inner, const Node& node, Goal& goal) { read_goal(inner, node, scenario, goal); });
}

void read_lab(Reading& reading, ObjectReader& top, Scenario& scenario) {
  static constexpr std::array<std::string_view, combining_algorithm_count> algorithms = {
      "all_must_pass", "first_match", "deny_overrides", "most_specific"};
  const auto list = top.find("lab");
  const auto items = list ? read_items(reading.diagnostics, *list) : std::nullopt;
  if (!items) return;
  report_if_empty(reading.diagnostics, *list, "leave it out: then there is no conflict lab");
  for (const Node& item : *items) {
    const auto at = read_word(reading.diagnostics, item, algorithms, "a combining algorithm");
    if (!at) continue;
    const auto algorithm = static_cast<CombiningAlgorithm>(*at);
    const bool repeated =
        std::find(scenario.lab.begin(), scenario.lab.end(), algorithm) != scenario.lab.end();
    if (repeated) report_repeated(reading.diagnostics, item);
    scenario.lab.push_back(algorithm);
  }
}

void read_assist(Reading& reading, ObjectReader& top, Scenario& scenario) {
  static constexpr std::array<std::string_view, 3> words = {"always", "after_attempt", "never"};
  const auto node = top.find("assist");
  if (!node) return;
  ObjectReader object(reading, *node, "an object of help");
  const auto read = [&](std::string_view key, Availability& out) {
    const auto member = object.find(key);
    const auto at = member ? read_word(reading.diagnostics, *member, words, "a time for help") : std::nullopt;
    if (at) out = static_cast<Availability>(*at);
  };
  read("hints", scenario.assist.hints);
  read("what_would_change", scenario.assist.what_would_change);
  read("undo_runs", scenario.assist.undo_runs);
}

void read_hints(Reading& reading, ObjectReader& top, Scenario& scenario) {
  read_list(reading, top.find("hints"), scenario.hints, read_hint);
}

}  // namespace ntk::scenario
