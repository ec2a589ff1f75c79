// What the parts of the check share, and the parts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/solver.h"
#include "sim/proving/check.h"
#include "sim/scenario/lint_parts.h"
#include "sim/session/session.h"

namespace ntk::proving {

/// A lesson that is being checked, and what is known of it.
struct Proof {
  scenario::LintedScenario& lesson;
  const std::vector<KeyFile>& keys;
  analysis::SolveResult solved{};
  std::optional<session::Session> right{};  ///< a session with a right answer, run
  Figures figures{};

  const scenario::Scenario& scenario() const { return lesson.scenario(); }
  const policy::World& world() const { return lesson.world(); }
  void add(scenario::Code code, const std::string& pointer, std::string message, std::string help) {
    lesson.add(code, pointer, std::move(message), std::move(help));
  }
  /// Whether a prediction, a goal or a hint is about the request.
  bool is_about(std::uint32_t request) const;
};

using scenario::Code;
using scenario::in_backticks;
using scenario::item_pointer;

void check_solvable(Proof& proof);   ///< goals: met from the start, out of reach, in conflict
void check_keys(Proof& proof);       ///< and finds the right answer
void check_requests(Proof& proof);   ///< which no assignment changes, in the wrong order, for no duty
void check_people(Proof& proof);     ///< inspectors, control officers, agencies, memos
void check_texts(Proof& proof);      ///< hints, titles, how hard to read
void check_bots(Proof& proof);       ///< what those earn who don't think
void check_detection(Proof& proof);  ///< which faults lose no points, and which choices do nothing

}  // namespace ntk::proving
