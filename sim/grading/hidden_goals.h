// Goals that only the grader has.
//
// They stand in a second scenario file, a copy of the lesson with other goals. All else must be equal as JSON, but for
// `id`, `title`, `hints` and `$schema`: else the two would grade different worlds. A goal that is in both is no hidden one.
// Students work with the lesson; its goals and the hidden ones are judged on the same session.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.h"
#include "sim/scenario/scenario.h"

namespace ntk::grading {

struct HiddenGoals {
  std::optional<scenario::Scenario>
      scenario;            ///< the lesson, its goals first; none where a diagnostic is an error
  std::size_t hidden = 0;  ///< how many of the goals, the last ones, are hidden
  std::vector<scenario::Diagnostic> diagnostics;  ///< of the hidden file
};

/// `lesson` is the text of a scenario without errors, `hidden` that of its copy with other goals. Goals on fields to find
/// (`find`) can't be hidden: how many there are is part of the lesson.
HiddenGoals with_hidden_goals(std::string_view lesson, std::string_view hidden, std::string_view hidden_name);

}  // namespace ntk::grading
