#include <string>

#include "sim/grading/csv.h"
#include "sim/grading/formats.h"
#include "sim/grading/regrade.h"
#include "sim/policy/phrases.h"

namespace ntk::grading {
namespace {

using session::PredictionResult;

/// Columns behind those of the goals.
constexpr const char* further_columns[] = {"first_predictions_right",
                                           "first_predictions_wrong",
                                           "first_predictions_not_made",
                                           "first_predictions_from",
                                           "hints",
                                           "inquiries",
                                           "retries",
                                           "warnings",
                                           "misunderstood",
                                           "similar_to",
                                           "files",
                                           "points_before",
                                           "changes",
                                           "reason_code",
                                           "reason",
                                           "scenario_sha256",
                                           "hidden_sha256",
                                           "made_with_sha256"};

std::string joined(const std::vector<std::string>& texts, const char* separator) {
  std::string all;
  for (const std::string& each : texts) all += (all.empty() ? "" : separator) + each;
  return all;
}

/// "DA-5 (2), DA-7 (1)": rules, and how often each was misunderstood.
std::string misunderstood(const Row& row) {
  std::vector<std::string> rules;
  for (const session::Misconception& each : row.misconceptions)
    rules.push_back(std::string(policy::check(each.rule).code) + " (" + std::to_string(each.wrong()) + ")");
  return joined(rules, ", ");
}

std::string similar_to(const Row& row) {
  std::vector<std::string> others;
  for (const Likeness& each : row.alike)
    others.push_back(each.file + " (" + std::to_string(each.percent) + " %: " + each.words + ")");
  return joined(others, "; ");
}

/// Of a row without a grade there is nothing in these cells: no grade is not the grade 0.
void write_goals(CsvRow& csv, const Row& row, const Lesson& lesson) {
  const bool graded = row.state == RowState::graded;
  for (std::size_t i = 0; i < lesson.goals.size(); ++i) graded ? csv.cell(row.goals[i].points) : csv.cell("");
  for (std::size_t i = 0; i < lesson.goals.size(); ++i)
    graded ? csv.cell(row.goals[i].evidence) : csv.cell("");
}

void write_work(CsvRow& csv, const Row& row) {
  if (row.state != RowState::graded) {
    for (int i = 0; i < 7; ++i) csv.cell("");
    return;
  }
  csv.cell(row.predictions(PredictionResult::hit))
      .cell(row.predictions(PredictionResult::miss) + row.predictions(PredictionResult::wrong_reason))
      .cell(row.predictions_not_made())
      .cell(row.has_journal ? "journal" : "commands")
      .cell(row.hints)
      .cell(row.inquiries)
      .cell(row.retries);
}

}  // namespace

std::string csv_heading(const Lesson& lesson) {
  std::string out;
  {
    CsvRow csv(out);
    csv.cell(file_column)
        .cell(student_column)
        .cell("attempt")
        .cell(status_column)
        .cell(points_column)
        .cell("of");
    for (const GradedGoal& each : lesson.goals) csv.cell(std::string(goal_column) + each.id);
    for (const GradedGoal& each : lesson.goals) csv.cell("evidence:" + each.id);
    for (const char* each : further_columns) csv.cell(each);
  }
  return out;
}

std::string csv_row(const Row& row, const Lesson& lesson) {
  std::string out;
  {
    CsvRow csv(out);
    csv.cell(row.file).cell(row.student).cell(row.attempt).cell(word(row.state));
    row.state == RowState::not_graded ? csv.cell("") : csv.cell(row.points);
    csv.cell(lesson.of);
    write_goals(csv, row, lesson);
    write_work(csv, row);
    csv.cell(joined(row.warnings, "; ")).cell(misunderstood(row)).cell(similar_to(row)).cell(row.files);
    row.earlier ? csv.cell(row.earlier->points) : csv.cell("");
    csv.cell(row.earlier ? row.earlier->changes : "")
        .cell(row.fault ? row.fault->code : "")
        .cell(row.fault ? in_words(*row.fault) : "")
        .cell(lesson.sha256)
        .cell(lesson.hidden_sha256)
        .cell(row.made_with);
  }
  return out;
}

}  // namespace ntk::grading
