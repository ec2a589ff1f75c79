#include "cli/grade_output.h"

#include <filesystem>
#include <utility>

#include "cli/files.h"
#include "cli/grade_text.h"
#include "sim/grading/best.h"
#include "sim/grading/feedback.h"
#include "sim/grading/formats.h"
#include "sim/grading/pseudonyms.h"
#include "sim/grading/similar.h"

namespace ntk::cli {

GradeWriter::GradeWriter(const GradeOutput& output, const GradedBy& by) : output_(output), by_(by) {
  if (goes_out_at_once() && output_.format == "csv") write_output(grading::csv_heading(by_.grader.lesson()));
}

bool GradeWriter::goes_out_at_once() const {
  const bool by_rows = output_.format == "csv" || output_.format == "jsonl";
  return by_rows && !output_.best && !output_.pseudonyms && !output_.similar && output_.feedback.empty() &&
         !by_.roster && !by_.old;
}

void GradeWriter::write(const grading::Row& row) const {
  const grading::Lesson& lesson = by_.grader.lesson();
  write_output(output_.format == "csv" ? csv_row(row, lesson) : json_line(row, lesson));
}

void GradeWriter::add(grading::Row row) {
  if (!goes_out_at_once()) return rows_.push_back(std::move(row));
  all_graded_ = all_graded_ && row.state == grading::RowState::graded;
  write(row);
}

/// What needs the whole class. What tells students apart goes by their real names, so pseudonyms come last.
void GradeWriter::look_at_class() {
  const grading::Lesson& lesson = by_.grader.lesson();
  if (by_.roster) name_by(*by_.roster, rows_, lesson.of);
  if (output_.similar) grading::find_similar(rows_);
  if (output_.best) grading::keep_best(rows_);
  if (by_.old) by_.old->compare(rows_);
  if (!output_.pseudonyms) return;
  const auto names = grading::use_pseudonyms(rows_, lesson);
  if (!output_.pseudonym_key.empty()) written_ = write_file(output_.pseudonym_key, to_csv(names));
}

bool GradeWriter::write_feedback() const {
  if (output_.feedback.empty()) return true;
  std::error_code failed;
  std::filesystem::create_directories(output_.feedback, failed);
  if (failed) {
    complain("cannot write `" + output_.feedback + "`: " + failed.message());
    return false;
  }
  for (const grading::FeedbackPage& each : grading::feedback(rows_, by_.grader.lesson())) {
    if (!write_file(output_.feedback + '/' + each.file, each.html)) return false;
  }
  return true;
}

std::string GradeWriter::text() const {
  const grading::Lesson& lesson = by_.grader.lesson();
  if (output_.format == "gradescope") return gradescope(rows_, lesson, by_.metadata);
  if (output_.format == "prairielearn") return prairielearn(rows_, lesson);
  if (output_.format == "autolab") return autolab(rows_, lesson);
  if (output_.format == "junit") return junit(rows_, lesson);
  grading::SummaryOfClass summary(lesson);
  for (const grading::Row& each : rows_) summary.add(each);
  if (output_.format == "json") return json_report(rows_, lesson, summary.result());
  return grade_text(rows_, lesson, summary.result(), standard_output());
}

bool GradeWriter::finish() {
  if (goes_out_at_once()) return true;
  look_at_class();
  if (rows_.empty())
    rows_.push_back(grading::not_graded("", {"nothing-handed-in", "nothing was handed in", ""}));
  for (const grading::Row& each : rows_) all_graded_ = all_graded_ && each.state == grading::RowState::graded;
  const bool wrote_pages = write_feedback();
  if (output_.format == "csv") write_output(csv_heading(by_.grader.lesson()));
  if (output_.format == "csv" || output_.format == "jsonl") {
    for (const grading::Row& each : rows_) write(each);
  } else {
    write_output(text());
  }
  return written_ && wrote_pages;
}

}  // namespace ntk::cli
