// The shipped lessons, each worked by its key up to the point where all requests are run.
#pragma once

#include <string>
#include <vector>

#include "sim/session/session.h"

namespace ntk::bench {

struct Lesson {
  std::string id;
  session::Session ready;  ///< every assignment and prediction of the key made, nothing run
};

/// All lessons below `repository`/scenarios that have a key in tests/keys, by id. A lesson whose file or key
/// is faulty is left out, and said so on the error stream.
std::vector<Lesson> read_lessons(const std::string& repository);

/// The lesson with the functions of its first four users opened too, which every request of theirs reads. Of the lesson
/// `levels` that makes 1,811,939,328 assignments.
scenario::Scenario widened(const Lesson& lesson);

}  // namespace ntk::bench
