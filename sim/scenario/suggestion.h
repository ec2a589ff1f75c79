#pragma once

// Did you mean? Finds the known word that a mistyped one most likely stands for: keys, ids and vocabulary
// words alike. Letter case, hyphens, underscores and spaces are ignored first (`ownerMemos`, `OWNER-MEMOS`
// mean `owner_memos`); then the optimal string alignment distance counts letters left out, put in, changed or
// swapped with their neighbour.

#include <optional>
#include <span>
#include <string_view>

namespace ntk::scenario {

/// The candidate nearest to `word`, or nothing when none is near: at most a third of the word's letters may
/// differ, and at least one always may. The first of equally near candidates wins.
std::optional<std::string_view> nearest_word(std::string_view word,
                                             std::span<const std::string_view> candidates);

}  // namespace ntk::scenario
