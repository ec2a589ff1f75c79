// Rows on their way out: at once where each can be told by itself, else when the whole class is there.
#pragma once

#include <string>
#include <vector>

#include "cli/grade_class.h"
#include "sim/grading/class_summary.h"

namespace ntk::cli {

struct GradeOutput {
  std::string format = "text";
  bool best = false, pseudonyms = false, similar = false;
  std::string pseudonym_key;  ///< file to write; empty: none
  std::string feedback;       ///< folder to write to; empty: none
};

class GradeWriter {
 public:
  GradeWriter(const GradeOutput& output, const GradedBy& by);

  void add(grading::Row row);
  /// Prints what is left. False, with a message, where a file can't be written.
  bool finish();
  bool all_graded() const { return all_graded_; }

 private:
  bool goes_out_at_once() const;
  void write(const grading::Row& row) const;
  void look_at_class();
  bool write_feedback() const;
  std::string text() const;

  const GradeOutput& output_;
  const GradedBy& by_;
  std::vector<grading::Row> rows_;
  bool all_graded_ = true;
  bool written_ = true;
};

}  // namespace ntk::cli
