// What a new grade changes: the CSV of an earlier run beside the rows of this one.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "sim/grading/csv.h"
#include "sim/grading/row.h"
#include "sim/scenario/diagnostic.h"

namespace ntk::grading {

/// Names of columns that both the writer and the reader of grades go by.
inline constexpr std::string_view file_column = "file", student_column = "student", status_column = "status",
                                  points_column = "points", goal_column = "goal:";

class OldGrades {
 public:
  /// The grades of `diagnostics.text()`, which `--format csv` wrote; nothing where it is another table.
  static std::optional<OldGrades> read(scenario::Diagnostics& diagnostics);

  /// Fills Row::earlier of each row whose file was graded before, and adds a row for each file that is not there now.
  void compare(std::vector<Row>& rows) const;

 private:
  std::string changes(const Row& row, const std::vector<std::string>& old) const;

  CsvTable table_;
  std::size_t file_ = 0, student_ = 0, status_ = 0, points_ = 0;
  std::unordered_map<std::string, std::size_t> by_file_;
};

}  // namespace ntk::grading
