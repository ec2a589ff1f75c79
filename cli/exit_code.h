// How `ntk` ends: what a script can rely on.
#pragma once

namespace ntk::cli {

enum ExitCode : int {
  done = 0,
  answer_is_no = 1,  ///< a goal unmet, findings, a broken trail
  wrong_usage = 2,
  bad_input = 3,  ///< a file that cannot be read or written, or does not hold what it should
};

}  // namespace ntk::cli
