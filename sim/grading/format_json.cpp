#include <string>

#include "sim/grading/formats.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/json_writer.h"
#include "sim/session/report.h"
#include "sim/session/versions.h"

namespace ntk::grading {
namespace {

using scenario::JsonWriter;

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).begin_array();
  for (const std::string& each : texts) json.value(each);
  json.end_array();
}

void write_or_null(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  text.empty() ? json.null() : json.value(text);
}

void write_goals(JsonWriter& json, const Row& row) {
  json.key("goals").begin_array();
  for (const GradedGoal& each : row.goals) {
    json.begin_object()
        .member("id", each.id)
        .member("title", each.title)
        .member("state", session::word(each.state))
        .member("points", each.points)
        .member("of", each.of)
        .member("hidden", each.hidden)
        .member("evidence", each.evidence)
        .end_object();
  }
  json.end_array();
}

/// As in the report of a session.
void write_first_predictions(JsonWriter& json, const Row& row) {
  json.member("first_predictions_from", row.has_journal ? "journal" : "commands")
      .key("first_predictions")
      .begin_array();
  for (const auto& [request, first] : row.first_predictions) {
    json.begin_object().member("request", request);
    write_or_null(json, "outcome", !first.made ? "" : first.permitted ? "permit" : "deny");
    write_or_null(json, "reason", first.reason ? policy::check(*first.reason).code : "");
    write_or_null(json, "certainty", first.certainty ? session::word(*first.certainty) : "");
    json.member("result", first.made ? session::word(first.result) : "none")
        .member("retries", first.retries)
        .member("hints_before", first.hints_before)
        .member("runs_before", first.runs_before)
        .member("earlier_attempt", first.earlier)
        .end_object();
  }
  json.end_array();
}

void write_misconceptions(JsonWriter& json, const Row& row) {
  json.key("misconceptions").begin_array();
  for (const session::Misconception& each : row.misconceptions) {
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

void write_fault(JsonWriter& json, const Row& row) {
  json.key("reason");
  if (!row.fault) {
    json.null();
    return;
  }
  json.begin_object()
      .member("code", row.fault->code)
      .member("message", row.fault->message)
      .member("help", row.fault->help)
      .member("line", row.fault->line)
      .member("column", row.fault->column)
      .member("further_errors", row.fault->further)
      .end_object();
}

/// What depends on options: there only where it was asked for.
void write_comparisons(JsonWriter& json, const Row& row) {
  json.key("similar").begin_array();
  for (const Likeness& each : row.alike) {
    json.begin_object()
        .member("file", each.file)
        .member("student", each.student)
        .member("percent", each.percent)
        .member("words", each.words)
        .end_object();
  }
  json.end_array().key("before");
  if (!row.earlier) {
    json.null();
    return;
  }
  json.begin_object()
      .member("points", row.earlier->points)
      .member("changes", row.earlier->changes)
      .end_object();
}

void write_row(JsonWriter& json, const Row& row, const Lesson& lesson) {
  json.begin_object()
      .member("file", row.file)
      .member("student", row.student)
      .member("attempt", row.attempt)
      .member("status", word(row.state))
      .key("points");
  row.state == RowState::not_graded ? json.null() : json.value(row.points);
  json.member("of", lesson.of);
  write_goals(json, row);
  if (row.state == RowState::graded) {
    write_first_predictions(json, row);
    write_misconceptions(json, row);
    json.member("hints", row.hints).member("inquiries", row.inquiries).member("retries", row.retries);
  }
  write_texts(json, "warnings", row.warnings);
  write_fault(json, row);
  json.member("files", row.files);
  write_comparisons(json, row);
  json.member("scenario_sha256", lesson.sha256);
  write_or_null(json, "hidden_sha256", lesson.hidden_sha256);
  write_or_null(json, "made_with_sha256", row.made_with);
  json.end_object();
}

void write_summary(JsonWriter& json, const Lesson& lesson, const ClassSummary& summary) {
  json.key("summary")
      .begin_object()
      .member("rows", summary.rows())
      .member("graded", summary.graded)
      .member("not_graded", summary.not_graded)
      .member("missing", summary.missing)
      .member("lowest", summary.lowest)
      .member("median", summary.median)
      .member("highest", summary.highest)
      .member("similar", summary.alike)
      .member("changed", summary.changed)
      .key("goals")
      .begin_array();
  for (std::size_t i = 0; i < lesson.goals.size(); ++i) {
    const GradedGoal& goal = lesson.goals[i];
    json.begin_object()
        .member("id", goal.id)
        .member("title", goal.title)
        .member("of", goal.of)
        .member("hidden", goal.hidden)
        .member("met", summary.met[i])
        .end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string json_line(const Row& row, const Lesson& lesson) {
  JsonWriter json;
  write_row(json, row, lesson);
  return json.take() + '\n';
}

std::string json_report(const std::vector<Row>& rows, const Lesson& lesson, const ClassSummary& summary) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object()
      .member("grades", grade_version)
      .key("versions")
      .begin_object()
      .member("engine", session::engine_version)
      .member("rules", session::rules_version)
      .end_object()
      .member("scenario", lesson.id)
      .member("title", lesson.title)
      .member("of", lesson.of);
  write_summary(json, lesson, summary);
  json.key("rows").begin_array();
  for (const Row& each : rows) write_row(json, each, lesson);
  json.end_array().end_object();
  return json.take() + '\n';
}

}  // namespace ntk::grading
