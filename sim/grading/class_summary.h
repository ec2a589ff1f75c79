// A class in a few figures.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/grading/row.h"

namespace ntk::grading {

struct ClassSummary {
  std::size_t graded = 0, not_graded = 0, missing = 0;
  int lowest = 0, median = 0,
      highest = 0;               ///< points of those graded; of an even number of rows the lower median
  std::vector<std::size_t> met;  ///< per goal: by how many of those graded
  std::size_t alike = 0;         ///< rows that are like another
  std::size_t changed = 0;       ///< rows that an earlier grade differs from

  std::size_t rows() const { return graded + not_graded + missing; }
};

/// Rows one after the other, so that a class of any size can be told of while it is graded.
class SummaryOfClass {
 public:
  explicit SummaryOfClass(const Lesson& lesson);
  void add(const Row& row);
  ClassSummary result() const;

 private:
  ClassSummary summary_;
  std::vector<std::size_t> with_points_;  ///< how many rows have so many points
};

}  // namespace ntk::grading
