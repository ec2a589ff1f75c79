#include "sim/session/report.h"

#include "sim/session/audit_json.h"
#include "sim/session/misconceptions.h"
#include "sim/session/versions.h"

namespace ntk::session {
namespace {

using scenario::JsonWriter;

std::string_view outcome_word(bool permitted) {
  return permitted ? "permit" : "deny";
}

void write_code(JsonWriter& json, const std::optional<policy::CheckId>& check) {
  if (check) {
    json.value(policy::check(*check).code);
  } else {
    json.null();
  }
}

void write_certainty(JsonWriter& json, const std::optional<Certainty>& certainty) {
  json.key("certainty");
  certainty ? json.value(word(*certainty)) : json.null();
}

void write_goals(JsonWriter& json, const Session& session) {
  json.key("goals").begin_array();
  for (std::uint32_t i = 0; i < session.scenario().goals.size(); ++i) {
    const scenario::Goal& goal = session.scenario().goals[i];
    const GoalStatus status = session.goal_status(i);
    json.begin_object()
        .member("id", goal.id)
        .member("title", goal.title)
        .member("met", status.state == GoalState::met)
        .member("state", word(status.state))
        .member("points", goal.points)
        .member("earned", status.points)
        .member("evidence", status.evidence)
        .end_object();
  }
  json.end_array();
}

void write_predictions(JsonWriter& json, const Session& session) {
  json.key("predictions").begin_array();
  for (const Prediction& each : session.predictions()) {
    json.begin_object()
        .member("request", session.requests()[each.request].id)
        .member("outcome", outcome_word(each.permitted))
        .key("reason");
    write_code(json, each.reason);
    write_certainty(json, each.certainty);
    json.member("result", word(each.result)).end_object();
  }
  json.end_array();
}

/// What stood when an outcome was first shown, whatever was undone or predicted since.
void write_first_predictions(JsonWriter& json, const Session& session) {
  json.member("first_predictions_from", session.is_recorded() ? "journal" : "commands");
  json.key("first_predictions").begin_array();
  for (const FirstPrediction& each : session.first_predictions()) {
    json.begin_object().member("request", session.requests()[each.request].id).key("outcome");
    each.made ? json.value(outcome_word(each.permitted)) : json.null();
    json.key("reason");
    write_code(json, each.reason);
    write_certainty(json, each.certainty);
    json.member("result", each.made ? word(each.result) : "none")
        .member("retries", each.retries)
        .member("hints_before", each.hints_before)
        .member("runs_before", each.runs_before)
        .member("earlier_attempt", each.earlier)
        .end_object();
  }
  json.end_array();
}

void write_misconceptions(JsonWriter& json, const Session& session) {
  json.key("misconceptions").begin_array();
  for (const Misconception& each : misconceptions(session)) {
    const policy::Check& rule = policy::check(each.rule);
    json.begin_object()
        .member("rule", rule.code)
        .member("sentence", rule.sentence)
        .member("missed", each.missed)
        .member("imagined", each.imagined)
        .member("right", each.right)
        .end_object();
  }
  json.end_array();
}

/// Which fields the student named as wrong, in a lesson that gives only the trail.
void write_found(JsonWriter& json, const Session& session) {
  json.key("found").begin_array();
  const auto& assignables = session.scenario().assignables;
  for (std::uint32_t i = 0; i < assignables.size(); ++i) {
    if (!session.is_found(i)) continue;
    const auto& row = field_word(assignables[i].field);
    json.begin_object()
        .member(row.kind_word, owner_id(session.world(), assignables[i]))
        .member("field", row.word)
        .end_object();
  }
  json.end_array();
}

void write_assignments(JsonWriter& json, const Session& session) {
  json.key("assignments").begin_array();
  for (const scenario::Assignable& each : session.scenario().assignables) {
    const auto& row = field_word(each.field);
    const auto given = current_value(session.scenario().world, each);
    const auto assigned = current_value(session.assigned(), each);
    json.begin_object().member(row.kind_word, owner_id(session.world(), each)).member("field", row.word);
    if (session.conceals()) {
      json.key("value").null().member("changed", false).end_object();
      continue;
    }
    json.member("value", value_text(assigned, each, session.world()))
        .member("changed", !scenario::same_value(assigned, given))
        .end_object();
  }
  json.end_array();
}

/// Where the session conceals, only what failed, which the trail says too: what passed tells of the values.
void write_checks(JsonWriter& json, const Session& session, const policy::Verdicts& verdicts) {
  json.key("checks").begin_object();
  for (const policy::Check& each : policy::checks()) {
    if (session.conceals() && verdicts[each.id] != policy::Verdict::fail) continue;
    json.member(each.code, word(verdicts[each.id]));
  }
  json.end_object();
}

void write_decision(JsonWriter& json, const Session& session, const Run& run) {
  const AuditEvent& event = session.trail().events()[static_cast<std::size_t>(run.event - 1)];
  json.begin_object()
      .member("request", session.requests()[run.request].id)
      .member("title", session.requests()[run.request].title)
      .member("event", run.event)
      .member("current", session.freshness(run.request) == Freshness::current)
      .member("outcome", outcome_word(run.decision.permitted()))
      .key("primary");
  write_code(json, run.decision.primary());
  json.key("failed");
  write_codes(json, event.failed);
  json.key("returned");
  write_records(json, event.returned, *run.world);
  json.key("withheld");
  write_withheld(json, event.withheld, *run.world);
  write_checks(json, session, run.decision.verdicts);
  json.end_object();
}

void write_decisions(JsonWriter& json, const Session& session) {
  json.key("decisions").begin_array();
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (const Run* run = session.latest_run(i)) write_decision(json, session, *run);
  }
  json.end_array().key("not_run").begin_array();
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (!session.latest_run(i)) json.value(session.requests()[i].id);
  }
  json.end_array();
}

void write_trail(JsonWriter& json, const Session& session) {
  json.key("audit").begin_array();
  for (const AuditEvent& each : session.trail().events()) write_event(json, each, session.world());
  const Seal seal = session.trail().seal();
  json.end_array()
      .key("seal")
      .begin_object()
      .member("count", seal.count)
      .member("hash", seal.hash)
      .end_object();
}

void write_forms(JsonWriter& json, const Session& session) {
  json.key("disclosure_forms").begin_array();
  for (const DisclosureForm& each : session.disclosure_forms()) {
    json.begin_object()
        .member("event", each.event)
        .member("by_hand", each.by_hand)
        .member("outside_department", each.outside_department)
        .member("inquiry", each.inquiry)
        .member("subject", each.subject)
        .member("requester", each.requester)
        .member("agency", each.agency)
        .member("address", each.address)
        .member("provider", each.provider)
        .member("purpose", each.purpose)
        .member("system", each.system)
        .member("nature", each.nature)
        .member("date", policy::to_text(each.date))
        .end_object();
  }
  json.end_array();
}

void write_notices(JsonWriter& json, const Session& session) {
  json.key("notices").begin_array();
  for (const Notice& each : session.notices()) {
    json.begin_object()
        .member("kind", word(each.kind))
        .member("event", each.event)
        .member("moment", policy::to_text(each.moment))
        .member("to", session.world()[each.to].id)
        .member("lookout", session.world()[each.lookout].id)
        .member("text", each.text)
        .end_object();
  }
  json.end_array();
}

/// The marks of the student as reviewer; no more than the goals tell of what was planted.
void write_review(JsonWriter& json, const Session& session) {
  const ReviewScore score = session.review_score();
  json.key("review").begin_object().key("marked").begin_array();
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (session.is_marked(i)) json.value(session.requests()[i].id);
  }
  json.end_array()
      .member("planted", score.planted)
      .member("precision", score.precision())
      .member("recall", score.recall())
      .end_object();
}

void write_commands(JsonWriter& json, const Session& session) {
  json.key("commands").begin_array();
  for (const Command& each : session.history()) json.value(to_text(each, session.scenario()));
  json.end_array();
}

}  // namespace

std::string report_json(const Session& session) {
  const Progress progress = session.progress();
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("report", report_version)
      .key("versions")
      .begin_object()
      .member("engine", engine_version)
      .member("rules", rules_version)
      .end_object()
      .member("scenario", session.scenario().id)
      .member("title", session.scenario().title)
      .member("clock", policy::to_text(session.clock()))
      .key("points")
      .begin_object()
      .member("met", progress.points_met)
      .member("of", progress.points)
      .end_object();
  write_goals(json, session);
  write_predictions(json, session);
  write_first_predictions(json, session);
  write_misconceptions(json, session);
  json.member("hints_revealed", session.hints_revealed()).member("what_would_change", session.inquiries());
  write_decisions(json, session);
  write_forms(json, session);
  write_notices(json, session);
  write_review(json, session);
  write_found(json, session);
  write_assignments(json, session);
  write_commands(json, session);
  write_trail(json, session);
  json.end_object();
  return json.take() + '\n';
}

std::string_view word(policy::Verdict verdict) {
  switch (verdict) {
    case policy::Verdict::not_applicable:
      return "n/a";
    case policy::Verdict::pass:
      return "pass";
    case policy::Verdict::fail:
      return "fail";
  }
  return {};
}

std::string_view word(GoalState state) {
  switch (state) {
    case GoalState::open:
      return "open";
    case GoalState::met:
      return "met";
    case GoalState::unmet:
      return "unmet";
  }
  return {};
}

}  // namespace ntk::session
