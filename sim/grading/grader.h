// The grader: the scenario, read once, and any number of files graded by it.
//
// Each file is applied to a copy of one fresh session, and what it left out is run, exactly as `ntk run` does; the row is
// filled from there. Nothing is shared between two files, so they can be graded on several threads, in any order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/grading/attempt.h"
#include "sim/grading/row.h"

namespace ntk::grading {

struct GraderOptions {
  Refused refused = Refused::ends_it;
  bool keeps_steps = false;  ///< for similar.h
};

/// Bytes of one file: as many as the page opens. No attempt that it saves is longer.
inline constexpr std::size_t longest_file = std::size_t{32} << 20;
inline constexpr std::size_t most_values = 1'000'000;  ///< of one file's JSON, likewise

class Grader {
 public:
  /// The scenario's last `hidden` goals are the grader's alone.
  Grader(scenario::Scenario scenario, std::string sha256, GraderOptions options = {}, std::size_t hidden = 0,
         std::string hidden_sha256 = {});

  const Lesson& lesson() const { return lesson_; }

  /// The row of one file. A fault of the file is in the row. May be called from several threads at once.
  Row grade(std::string_view text, std::string file) const;

 private:
  void fill(Row& row, const session::Session& session) const;

  session::Session fresh_;
  Lesson lesson_;
  GraderOptions options_;
};

}  // namespace ntk::grading
