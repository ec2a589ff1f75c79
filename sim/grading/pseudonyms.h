// Rows without names, for those who are to look at a class and not at its people.
//
// Students are numbered in the order of a hash of lesson and name: the same class has the same pseudonyms each time, another
// lesson has others, and the order tells nothing of the names. Rows are put into the order of their pseudonyms.
//
// Left out: what a student wrote into commands, as the place of a request. Evidence and warnings can quote it.
#pragma once

#include <string>
#include <vector>

#include "sim/grading/row.h"

namespace ntk::grading {

struct Pseudonym {
  std::string pseudonym, student, file;
};

/// Replaces names of students and files, also where a sentence of a row names them. Returns who is who, a line a row.
std::vector<Pseudonym> use_pseudonyms(std::vector<Row>& rows, const Lesson& lesson);

/// Who is who as CSV.
std::string to_csv(const std::vector<Pseudonym>& names);

}  // namespace ntk::grading
