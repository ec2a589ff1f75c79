// All that a student may assign in a small scenario, one assignment after another, each run in a session: what the solver
// says is compared with this.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/session/session.h"

namespace ntk::analysis {

/// An assignment and what it comes to.
struct Assigned {
  policy::World world;                          ///< as it is assigned
  std::vector<scenario::AssignedValue> values;  ///< of each field
  std::vector<std::uint32_t> missed;            ///< goals that are not met when everything is run
};

/// The values that a field can have: the given one, and all that the scenario allows. The field is not open.
std::vector<scenario::AssignedValue> values_of(const scenario::Assignable& field, const policy::World& given);
/// How many assignments there are.
std::uint64_t number_of_assignments(const scenario::Scenario& scenario);
/// Every one of them, run. No field is open, and no goal asks for an answer.
std::vector<Assigned> every_assignment(const scenario::Scenario& scenario);

}  // namespace ntk::analysis
