// Single decisions as engine_bench.cpp measures them, where Google Benchmark is not to be had: in
// WebAssembly, under Node. Prints the median of its rounds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "bench/workload.h"

int main() {
  using Clock = std::chrono::steady_clock;
  const auto workload = ntk::bench::make_workload(40, 60);
  std::vector<double> per_second;
  std::size_t permitted = ntk::bench::decide_all(workload);  // warms up
  for (int round = 0; round < 11; ++round) {
    constexpr int passes = 100;
    const auto start = Clock::now();
    for (int pass = 0; pass < passes; ++pass) permitted += ntk::bench::decide_all(workload);
    const std::chrono::duration<double> taken = Clock::now() - start;
    per_second.push_back(passes * static_cast<double>(workload.requests.size()) / taken.count());
  }
  std::nth_element(per_second.begin(), per_second.begin() + 5, per_second.end());
  std::printf("%.0f\n", per_second[5]);
  return permitted == 0;  // keeps the work from being optimised away
}
