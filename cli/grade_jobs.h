// Grades items on several threads, and hands out their rows in the order of the items.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "cli/grade_input.h"
#include "sim/grading/grader.h"

namespace ntk::cli {

class GradeJobs {
 public:
  /// `jobs`: how many threads. `take` gets the rows, on the thread of the caller.
  GradeJobs(const grading::Grader& grader, std::size_t jobs, std::function<void(grading::Row)> take);

  void add(GradeItem item);
  void finish();  ///< grades what is left

 private:
  const grading::Grader& grader_;
  std::size_t jobs_;
  std::function<void(grading::Row)> take_;
  std::vector<GradeItem> waiting_;
  std::size_t bytes_ = 0;  ///< of what waits
};

/// As many as this machine has processors.
std::size_t usual_jobs();

}  // namespace ntk::cli
