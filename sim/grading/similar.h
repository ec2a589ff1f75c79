// Submissions that are alike: who should be asked how that came.
//
// In a small lesson all good solutions are the same, so equal commands say nothing. What says something is a path that
// few took: steps in a row that hardly anybody else has, such as the same detour, the same wrong prediction, the same
// question of one's own. So each sequence of three steps, and of eight, counts the more, the fewer students have it. Two
// files of different students are alike if they share most of what they have by one of these counts, and something rare; or
// are the same byte for byte. It is a reason to ask, and no proof of anything.
//
// Left out: what is handed in within one's own group, and lessons of other years.
#pragma once

#include <vector>

#include "sim/grading/row.h"

namespace ntk::grading {

inline constexpr std::size_t fewest_steps = 8;      ///< a shorter file is like another by chance
inline constexpr int alike_from = 65;               ///< per cent
inline constexpr std::size_t most_alike_named = 5;  ///< of one row

/// Fills Row::alike, the most alike first. The rows have their steps (GraderOptions::keeps_steps).
void find_similar(std::vector<Row>& rows);

}  // namespace ntk::grading
