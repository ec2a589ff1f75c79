#include "sim/grading/grader.h"

#include <algorithm>
#include <utility>

#include "sim/grading/hints_seen.h"
#include "sim/grading/rest_of_day.h"
#include "sim/policy/phrases.h"
#include "sim/session/sha256.h"

namespace ntk::grading {
namespace {

using session::Session;

/// The first error of a file, and how many more there are.
Fault fault_of(const std::vector<scenario::Diagnostic>& diagnostics) {
  Fault fault;
  for (const scenario::Diagnostic& each : diagnostics) {
    if (each.severity() != scenario::Severity::error) continue;
    if (!fault.code.empty()) {
      ++fault.further;
      continue;
    }
    fault.code = scenario::row(each.code).word;
    fault.message = each.message;
    fault.help = each.help;
    fault.line = each.span.line;
    fault.column = each.span.column;
  }
  return fault;
}

Fault fault_of(const Rejection& rejection) {
  Fault fault{rejection.refusal.code, rejection.refusal.message, rejection.refusal.help, rejection.at.line,
              rejection.at.column};
  if (!rejection.command.empty()) {
    fault.message =
        "the command " + scenario::in_backticks(rejection.command) + " was refused: " + fault.message;
  }
  return fault;
}

/// Warnings of the file's form, as sentences of their own.
std::vector<std::string> warnings_of(const AppliedText& applied) {
  std::vector<std::string> warnings;
  for (const scenario::Diagnostic& each : applied.diagnostics) {
    if (each.severity() == scenario::Severity::warning)
      warnings.push_back("line " + std::to_string(each.span.line) + ": " + each.message);
  }
  warnings.insert(warnings.end(), applied.warnings.begin(), applied.warnings.end());
  return warnings;
}

std::string not_run_in_words(const Session& session, const NotRun& not_run) {
  std::vector<std::string> ids;
  for (const auto& [request, refused] : not_run)
    ids.push_back(scenario::in_backticks(session.requests()[request].id));
  const bool one = ids.size() == 1;
  return policy::listed(ids, "and") + (one ? " was" : " were") +
         " not run: " + not_run.begin()->second.message;
}

}  // namespace

Grader::Grader(scenario::Scenario scenario, std::string sha256, GraderOptions options, std::size_t hidden,
               std::string hidden_sha256)
    : fresh_(std::move(scenario)), options_(options) {
  fresh_.set_bounds(session::page_bounds);
  const scenario::Scenario& read = fresh_.scenario();
  lesson_ = {read.id, read.title, std::move(sha256), std::move(hidden_sha256), {}, 0};
  for (const scenario::Goal& each : read.goals) {
    const bool is_hidden = lesson_.goals.size() + hidden >= read.goals.size();
    lesson_.goals.push_back({each.id, each.title, 0, each.points, session::GoalState::open, {}, is_hidden});
    lesson_.of += each.points;
  }
}

void Grader::fill(Row& row, const Session& session) const {
  row.goals = lesson_.goals;
  row.of = lesson_.of;
  for (std::uint32_t i = 0; i < row.goals.size(); ++i) {
    session::GoalStatus status = session.goal_status(i);
    row.goals[i].points = status.points;
    row.goals[i].state = status.state;
    row.goals[i].evidence = std::move(status.evidence);
    row.points += row.goals[i].points;
  }
  row.has_journal = session.is_recorded();
  for (const session::FirstPrediction& each : session.first_predictions()) {
    row.first_predictions.push_back({session.requests()[each.request].id, each});
    row.retries += each.retries;
  }
  row.misconceptions = session::misconceptions(session);
}

Row Grader::grade(std::string_view text, std::string file) const {
  Row row;
  row.file = std::move(file);
  row.of = lesson_.of;
  if (options_.keeps_steps) row.fingerprint = session::sha256(text);
  if (text.size() > longest_file) {
    return not_graded(std::move(row.file), {"too-large",
                                            "the file has more than " + std::to_string(longest_file) +
                                                " bytes, which no attempt at a lesson needs",
                                            "hand in the file that the page saves"});
  }
  if (text.find_first_not_of(" \t\r\n") == text.npos) {
    return not_graded(std::move(row.file),
                      {"empty", "the file is empty", "hand in the file that the page saves"});
  }
  Session session = fresh_;
  const AppliedText applied =
      apply_text(session, text, row.file, lesson_.sha256, options_.refused, most_values);
  row.warnings = warnings_of(applied);
  if (applied.submission) {
    row.student = applied.submission->student;
    row.attempt = applied.submission->attempt;
    row.made_with = applied.submission->scenario.sha256;
    if (row.student.empty()) row.warnings.emplace_back("the file names no student");
  } else if (!session::is_submission(text)) {
    row.student = stem(row.file);
  }
  if (!applied.applied()) {
    row.state = RowState::not_graded;
    row.fault = applied.rejection ? fault_of(*applied.rejection) : fault_of(applied.diagnostics);
    return row;
  }
  row.hints = hints_seen(session);
  row.inquiries = session.inquiries();
  if (options_.keeps_steps) row.steps.assign(session.journal().begin(), session.journal().end());
  const NotRun not_run = run_the_rest(session);
  if (!not_run.empty()) row.warnings.push_back(not_run_in_words(session, not_run));
  fill(row, session);
  return row;
}

}  // namespace ntk::grading
