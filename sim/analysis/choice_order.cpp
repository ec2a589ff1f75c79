#include "sim/analysis/choice_order.h"

#include <algorithm>
#include <numeric>

namespace ntk::analysis {
namespace {

using Groups = std::vector<std::vector<std::uint32_t>>;

std::vector<std::size_t> places(const std::vector<std::uint32_t>& order) {
  std::vector<std::size_t> place(order.size());
  for (std::size_t at = 0; at < order.size(); ++at) place[order[at]] = at;
  return place;
}

/// How far apart the choices of a group stand, of all groups.
std::size_t span_of(const std::vector<std::uint32_t>& order, const Groups& groups) {
  const std::vector<std::size_t> place = places(order);
  std::size_t span = 0;
  for (const auto& group : groups) {
    if (group.empty()) continue;
    std::size_t first = order.size(), last = 0;
    for (const std::uint32_t each : group) {
      first = std::min(first, place[each]);
      last = std::max(last, place[each]);
    }
    span += last - first;
  }
  return span;
}

std::vector<std::uint32_t> moved(const std::vector<std::uint32_t>& order, const Groups& groups) {
  const std::vector<std::size_t> place = places(order);
  // Sums of the middles of a choice's groups; all in thousandths, so that every machine orders alike.
  std::vector<std::uint64_t> sum(order.size()), number(order.size());
  for (const auto& group : groups) {
    std::uint64_t total = 0;
    for (const std::uint32_t each : group) total += 1000 * place[each];
    for (const std::uint32_t each : group) {
      sum[each] += total / group.size();
      ++number[each];
    }
  }
  const auto wish = [&](std::uint32_t choice) {
    return number[choice] == 0 ? 1000 * order.size() : sum[choice] / number[choice];
  };
  std::vector<std::uint32_t> next = order;
  std::stable_sort(next.begin(), next.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return wish(a) < wish(b); });
  return next;
}

}  // namespace

std::vector<std::uint32_t> order_of_choices(std::size_t count, const Groups& groups) {
  constexpr int most_rounds = 40;
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::uint32_t> best = order;
  std::size_t least = span_of(order, groups);
  for (int round = 0; round < most_rounds; ++round) {
    order = moved(order, groups);
    const std::size_t span = span_of(order, groups);
    if (span >= least) continue;
    least = span;
    best = order;
  }
  return best;
}

}  // namespace ntk::analysis
