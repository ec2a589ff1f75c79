// The engine, natively, by Google Benchmark: single decisions with every check evaluated, all requests of
// each lesson run in a session that records them, and the access matrix of a large exercise.
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

/// The access matrix of 500 users and 5,000 records, from the first step on.
void matrix(benchmark::State& state) {
  const auto setting = ntk::bench::matrix_setting(500, 5'000);
  for (auto _ : state) benchmark::DoNotOptimize(ntk::bench::fill_matrix(setting).filled());
}
BENCHMARK(matrix)->Unit(benchmark::kMillisecond);

/// One edit after that: the world copied and edited, the matrix filled anew, and the cells found that
/// flipped.
void matrix_after_edit(benchmark::State& state) {
  const auto setting = ntk::bench::matrix_setting(500, 5'000);
  const auto before = ntk::bench::fill_matrix(setting);
  for (auto _ : state) benchmark::DoNotOptimize(ntk::bench::flips_of_an_edit(before));
}
BENCHMARK(matrix_after_edit)->Unit(benchmark::kMillisecond);

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
