// Single decisions, every check evaluated, measured by Google Benchmark.
#include <benchmark/benchmark.h>

#include "bench/workload.h"

namespace {

void single_decisions(benchmark::State& state) {
  const auto workload = ntk::bench::make_workload(40, 60);
  for (auto _ : state) benchmark::DoNotOptimize(ntk::bench::decide_all(workload));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(workload.requests.size()));
}
BENCHMARK(single_decisions);

}  // namespace

BENCHMARK_MAIN();
