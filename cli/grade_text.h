// What `ntk grade` tells people.
#pragma once

#include <string>
#include <vector>

#include "cli/page.h"
#include "sim/grading/class_summary.h"
#include "sim/grading/row.h"

namespace ntk::cli {

std::string grade_text(const std::vector<grading::Row>& rows, const grading::Lesson& lesson,
                       const grading::ClassSummary& summary, Medium medium);

}  // namespace ntk::cli
