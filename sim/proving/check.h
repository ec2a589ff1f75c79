// Checking a lesson: whether it proves what it is meant to prove.
//
//   const Checked found = check_lesson(text, "lesson.json", keys);
//   for (const auto& each : found.read.diagnostics) ...
//
// The lint (sim/scenario/lint.h) looks at what a file says. This tries it: the solver tells which goals can be met, bots play
// it, faults are seeded into the right answer, keys and wrong attempts are run. What is found stands beside what the lint
// finds, each with its place; all codes are in sim/scenario/diagnostics.def, and what to do about them in
// explanations.def.
//
// A right answer is the first key that meets every goal; without one, the solution that grants least. It is needed to tell
// how many faults are caught. Where there is none, that is left out, and said.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/proving/bots.h"
#include "sim/proving/detection.h"
#include "sim/proving/reading.h"
#include "sim/scenario/reader.h"

namespace ntk::proving {

/// A file of commands that belongs to a lesson.
struct KeyFile {
  std::string name;
  std::string text;
  bool is_wrong = false;  ///< an attempt that is to miss something, not a key
};

/// What a lesson comes to, in numbers.
struct Figures {
  int points = 0;
  std::optional<int> key;  ///< points of the right answer
  std::string right;       ///< which that is: a file, or "the solution that grants least"
  std::vector<BotScore> bots;
  std::optional<Detection> detection;
  Reading reading;
};

struct Checked {
  scenario::ReadResult read;  ///< what the lint and the check found, in the order of the file
  Figures figures;            ///< where it is a scenario
};

Checked check_lesson(std::string_view text, std::string_view file_name, const std::vector<KeyFile>& keys);

/// What a code means, why it matters and what to do, in sentences. Empty: no finding has that code.
std::string explain(std::string_view code);

}  // namespace ntk::proving
