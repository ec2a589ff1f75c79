// What a class is graded by: the lesson, hidden goals, the roster, earlier grades. Each from its file.
#pragma once

#include <optional>
#include <string>

#include "sim/grading/grader.h"
#include "sim/grading/metadata.h"
#include "sim/grading/regrade.h"
#include "sim/grading/roster.h"

namespace ntk::cli {

struct GradeFiles {
  std::string scenario, hidden, roster, regrade, metadata;  ///< empty: none
};

struct GradedBy {
  grading::Grader grader;
  std::optional<grading::Roster> roster;
  std::optional<grading::OldGrades> old;
  std::optional<grading::Metadata> metadata;
};

/// Reads all of them. Where one can't be read, everything about it is on standard error, and there is nothing. A platform's
/// metadata that can't be read is told, and left out: students are graded all the same.
std::optional<GradedBy> read_graded_by(const GradeFiles& files, const grading::GraderOptions& options);

}  // namespace ntk::cli
