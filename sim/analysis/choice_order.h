// The order in which choices are asked: those that are read together stand near each other, which keeps decision diagrams
// small.
#pragma once

#include <cstdint>
#include <vector>

namespace ntk::analysis {

/// An order of `count` choices for the groups that are read together, by the FORCE heuristic (Aloul, Markov and Sakallah
/// 2003): each choice moves to the middle of its groups, until that brings nothing. Returns the choices in order.
std::vector<std::uint32_t> order_of_choices(std::size_t count,
                                            const std::vector<std::vector<std::uint32_t>>& groups);

}  // namespace ntk::analysis
