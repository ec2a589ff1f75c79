// What people call a paper: an agreement, or an owner's memo.
//
// A paper goes by its title. One without a title goes by its parties. Papers that would be called alike are numbered, in the
// order of the world: so a paper's name stays the same whatever is assigned, and nobody is shown its id.
#pragma once

#include <string>

#include "sim/policy/world.h"

namespace ntk::policy {

/// As a heading: "CBP with FBI", "DEA to FBI (2 of 2)", "Supplement for the port".
std::string paper_title(const World& world, Ref<Agreement> paper);
std::string paper_title(const World& world, Ref<OwnerMemo> paper);

/// Behind "the", or at the head of a line: "agreement with FBI", "memo of DEA to FBI (2 of 2)", "agreement “Supplement for
/// the port”".
std::string paper_in_sentence(const World& world, Ref<Agreement> paper);
std::string paper_in_sentence(const World& world, Ref<OwnerMemo> paper);

}  // namespace ntk::policy
