// What the solutions have in a field, from what they have in each of its choices.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/analysis/solution_space.h"
#include "sim/analysis/solver.h"

namespace ntk::analysis {

struct ChoiceOutlook {
  std::vector<bool> possible;  ///< of each value: whether some solution has it
  bool read = false;           ///< whether some goal depends on it
};
/// Of each choice of the space.
using ChoiceOutlooks = std::vector<ChoiceOutlook>;

FieldOutlook field_outlook(const SolutionSpace& space, std::uint32_t assignable,
                           const ChoiceOutlooks& choices);

}  // namespace ntk::analysis
