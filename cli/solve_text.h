// What `ntk solve` prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/solver.h"

namespace ntk::cli {

struct Solved {
  const scenario::Scenario& scenario;
  analysis::SolveResult found;
  std::string key;                                          ///< the file; empty: none was asked about
  std::optional<std::vector<std::uint32_t>> missed_by_key;  ///< goals
};

/// `lists`: with the solutions, as commands.
std::string as_text(const Solved& solved, bool lists);
std::string as_json(const Solved& solved);
/// The solution with least privilege as a file of commands that ends with `run all`; the predictions that the scenario
/// requires are no part of it. Empty where there is none.
std::string least_as_commands(const Solved& solved);

}  // namespace ntk::cli
