// A class list: who should have handed something in.
//
// CSV with a heading. The first column, or the one called `student`, is the name that rows get. What else a line has (a
// number, an address, another spelling) also stands for the student. A file is a student's if what it states as its
// student, or its own name, or the name of a folder that it is in, is one of these. Letter case makes no difference.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/grading/row.h"
#include "sim/scenario/diagnostic.h"

namespace ntk::grading {

class Roster {
 public:
  /// The roster of `diagnostics.text()`; nothing where a diagnostic is an error. That a name stands for two students
  /// is one.
  static std::optional<Roster> read(scenario::Diagnostics& diagnostics);

  const std::vector<std::string>& students() const { return students_; }
  /// The position of the student that a name stands for.
  std::optional<std::size_t> find(std::string_view name) const;
  /// Whose file it is: by the student that it states, else by the names of the file and its folders.
  std::optional<std::size_t> owner(const Row& row) const;

 private:
  std::vector<std::string> students_;
  std::unordered_map<std::string, std::size_t> by_name_;  ///< folded
};

/// Gives each row its student's name from the roster, warns of students that aren't on it, and adds a row for each who
/// handed in nothing.
void name_by(const Roster& roster, std::vector<Row>& rows, int of);

}  // namespace ntk::grading
