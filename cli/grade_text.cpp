#include "cli/grade_text.h"

#include "sim/policy/phrases.h"

namespace ntk::cli {
namespace {

using grading::ClassSummary;
using grading::GradedGoal;
using grading::Lesson;
using grading::Likeness;
using grading::RowState;
using session::PredictionResult;

std::string of(std::size_t part, std::size_t whole) {
  return std::to_string(part) + " of " + std::to_string(whole);
}

std::string points(const grading::Row& row) {
  if (row.state == RowState::not_graded) return "–";
  return of(static_cast<std::size_t>(row.points), static_cast<std::size_t>(row.of));
}

/// "2 of 3 predicted right"
std::string predicted(const grading::Row& row) {
  if (row.first_predictions.empty()) return "";
  return of(row.predictions(PredictionResult::hit), row.first_predictions.size()) + " predicted right";
}

Row line(const grading::Row& row) {
  const bool graded = row.state == RowState::graded;
  const Ink ink = !graded ? Ink::bad : row.points == row.of ? Ink::good : Ink::plain;
  std::string remarks = graded ? predicted(row) : std::string(word(row.state));
  const auto remark = [&](const std::string& words) { remarks += (remarks.empty() ? "" : "; ") + words; };
  if (graded && row.hints > 0) remark(policy::counted(row.hints, "hint", "hints"));
  if (graded && row.inquiries > 0) remark("asked what would change it: " + std::to_string(row.inquiries));
  if (!row.warnings.empty()) remark(policy::counted(row.warnings.size(), "warning", "warnings"));
  if (row.files > 1) remark("best of " + std::to_string(row.files) + " files");
  if (!row.alike.empty()) remark("like another");
  return {{row.file.empty() ? "(nothing)" : row.file, Ink::strong},
          {row.student},
          {points(row), ink},
          {remarks, Ink::quiet}};
}

void add_faults(Page& page, const std::vector<grading::Row>& rows) {
  bool first = true;
  for (const grading::Row& each : rows) {
    if (each.state == RowState::graded || !each.fault) continue;
    if (first) page.heading("Not graded");
    first = false;
    page.paragraph((each.file.empty() ? each.student : each.file) + ": " + in_words(*each.fault), 2);
    if (!each.fault->help.empty()) page.paragraph("help: " + each.fault->help, 4, Ink::quiet);
  }
}

/// A heading, and under it what `add` says of each row.
template <class Add>
void add_list(Page& page, const std::vector<grading::Row>& rows, const char* heading, Add add) {
  bool first = true;
  for (const grading::Row& each : rows) {
    add(each, [&](const std::string& words) {
      if (first) page.heading(heading);
      first = false;
      page.paragraph((each.file.empty() ? each.student : each.file) + ": " + words, 2);
    });
  }
}

void add_summary(Page& page, const Lesson& lesson, const ClassSummary& summary) {
  page.heading(lesson.title);
  page.paragraph(policy::counted(summary.graded, "file", "files") + " graded, " +
                     std::to_string(summary.not_graded) + " not graded, " + std::to_string(summary.missing) +
                     " missing",
                 2);
  if (summary.graded == 0) return;
  page.paragraph("points: lowest " + std::to_string(summary.lowest) + ", median " +
                     std::to_string(summary.median) + ", highest " + std::to_string(summary.highest) +
                     ", of " + std::to_string(lesson.of),
                 2);
  std::vector<Row> goals;
  for (std::size_t i = 0; i < lesson.goals.size(); ++i) {
    const GradedGoal& goal = lesson.goals[i];
    goals.push_back({{goal.id, Ink::strong},
                     {"met by " + of(summary.met[i], summary.graded)},
                     {goal.title + (goal.hidden ? " (hidden)" : ""), Ink::quiet}});
  }
  page.table(goals);
}

}  // namespace

std::string grade_text(const std::vector<grading::Row>& rows, const Lesson& lesson,
                       const ClassSummary& summary, Medium medium) {
  Page page(medium);
  std::vector<Row> table;
  table.reserve(rows.size());
  for (const grading::Row& each : rows) table.push_back(line(each));
  page.table(table, 0);
  add_faults(page, rows);
  add_list(page, rows, "Warnings", [](const grading::Row& row, const auto& say) {
    for (const std::string& each : row.warnings) say(each);
  });
  add_list(page, rows, "Alike", [](const grading::Row& row, const auto& say) {
    for (const Likeness& each : row.alike)
      say(each.file + ", " + std::to_string(each.percent) + " %: " + each.words);
  });
  add_list(page, rows, "Changed since the earlier grade", [](const grading::Row& row, const auto& say) {
    if (row.earlier && !row.earlier->changes.empty())
      say(std::to_string(row.earlier->points) + " points, now " + points(row) + ". " + row.earlier->changes);
  });
  add_summary(page, lesson, summary);
  return page.text();
}

}  // namespace ntk::cli
