// Of several files of one student, the one that counts.
#pragma once

#include <vector>

#include "sim/grading/row.h"

namespace ntk::grading {

/// Keeps of each student the graded file with the most points; of equals the first. Files that can't be graded stay, where
/// no other of the same student was graded; so does every file whose student is unknown. The others' number is in
/// Row::files.
void keep_best(std::vector<Row>& rows);

/// The position of the one row that a platform is told of: the best that was graded, else the first. There is one.
std::size_t best_of(const std::vector<Row>& rows);

}  // namespace ntk::grading
