// Rows as text for programs: a spreadsheet, a script, a build server, a learning platform.
//
// docs/grading.md lists every key and column. The platforms' formats are those of their own manuals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/grading/class_summary.h"
#include "sim/grading/metadata.h"
#include "sim/grading/row.h"

namespace ntk::grading {

inline constexpr int grade_version = 1;

/// The columns: the same for every row of a lesson, whatever was asked for.
std::string csv_heading(const Lesson& lesson);
std::string csv_row(const Row& row, const Lesson& lesson);

/// One row as one line.
std::string json_line(const Row& row, const Lesson& lesson);
/// All of a class as one object, indented.
std::string json_report(const std::vector<Row>& rows, const Lesson& lesson, const ClassSummary& summary);

/// JUnit's XML: a suite for each file, a case for each goal.
std::string junit(const std::vector<Row>& rows, const Lesson& lesson);

/// What a platform is told of one submission. `rows` has at least one; the best counts, and what became of other files
/// is said beside it.
std::string gradescope(const std::vector<Row>& rows, const Lesson& lesson,
                       const std::optional<Metadata>& metadata);
std::string prairielearn(const std::vector<Row>& rows, const Lesson& lesson);
/// Lines for the student, and last the scores: a problem for each goal, called by its id.
std::string autolab(const std::vector<Row>& rows, const Lesson& lesson);

/// "2 first predictions were right, 1 was wrong, 3 were not made."; empty where the lesson asks for none.
std::string predictions_in_words(const Row& row);
/// "DA-5 was missed twice: ...": a sentence for each rule that was misunderstood.
std::vector<std::string> misconceptions_in_words(const Row& row);

}  // namespace ntk::grading
