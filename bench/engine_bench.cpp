// The engine, natively, by Google Benchmark: single decisions with every check evaluated, and all requests of
// each lesson run in a session that records them.
#include <benchmark/benchmark.h>

#include "bench/lessons.h"
#include "bench/workload.h"

namespace {

void single_decisions(benchmark::State& state) {
  const auto workload = ntk::bench::make_workload(40, 60);
  for (auto _ : state) benchmark::DoNotOptimize(ntk::bench::decide_all(workload));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(workload.requests.size()));
}
BENCHMARK(single_decisions);

void run_all(benchmark::State& state, const ntk::session::Session& ready) {
  for (auto _ : state) {
    state.PauseTiming();
    auto session = ready;
    state.ResumeTiming();
    benchmark::DoNotOptimize(session.apply(ntk::session::RunAllCommand{}));
  }
}

}  // namespace

int main(int argc, char** argv) {
  for (const auto& lesson : ntk::bench::read_lessons(NTK_SOURCE_DIR)) {
    benchmark::RegisterBenchmark(("run_all/" + lesson.id).c_str(),
                                 [ready = lesson.ready](benchmark::State& state) { run_all(state, ready); });
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
