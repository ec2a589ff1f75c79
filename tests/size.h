// How much a program of tests tries. `ntk_exhaustive` is built with optimization and tries every case there is; `ntk_tests`,
// which has the sanitizers or is WebAssembly, tries a sample of the same.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace ntk {

#ifdef NTK_EXHAUSTIVE
inline constexpr bool tries_everything = true;
#else
inline constexpr bool tries_everything = false;
#endif

/// Of a sample one of so many is tried. A prime that no number of choices has as a factor, so that a sample of a product
/// of choices has all of them.
inline constexpr std::size_t sample_stride = 13;

/// Whether the case at this position (from 0) is tried. Of the first thousands every one is.
constexpr bool is_tried(std::size_t at, std::size_t whole = 2000) {
  return tries_everything || at < whole || at % sample_stride == 0;
}

/// All of them, or some of those that are alike: every third.
template <class T>
std::vector<T> some_of(std::vector<T> all) {
  if (tries_everything) return all;
  std::vector<T> some;
  for (std::size_t at = 0; at < all.size(); at += 3) some.push_back(std::move(all[at]));
  return some;
}

}  // namespace ntk
