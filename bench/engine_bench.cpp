// The engine, natively, by Google Benchmark: single decisions with every check evaluated, all requests of
// each lesson run in a session that records them, the access matrix of a large exercise, the solver, and grading.
#include <benchmark/benchmark.h>

#include <string>
#include <utility>

#include "bench/lessons.h"
#include "bench/workload.h"
#include "sim/analysis/solver.h"
#include "sim/grading/grader.h"
#include "sim/session/sha256.h"
#include "sim/session/submission.h"

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

/// All assignments of a scenario: which meet its goals, and which of them grants least.
void solve(benchmark::State& state, const ntk::scenario::Scenario& scenario) {
  for (auto _ : state) benchmark::DoNotOptimize(ntk::analysis::solve(scenario).solutions);
}

void register_solve(const std::string& name, ntk::scenario::Scenario scenario) {
  benchmark::RegisterBenchmark(("solve/" + name).c_str(), [scenario =
                                                               std::move(scenario)](benchmark::State& state) {
    solve(state, scenario);
  })->Unit(benchmark::kMillisecond);
}

/// A submission as the page saves it, from its text to its row, on one processor.
void grade(benchmark::State& state, const ntk::session::Session& ready) {
  const std::string hash = ntk::session::sha256("the lesson");
  const ntk::grading::Grader grader(ready.scenario(), hash);
  ntk::session::Session worked = ready;
  worked.apply(ntk::session::RunAllCommand{});
  auto submission = submission_of(worked, {ready.scenario().id, "", hash, "", ""});
  submission.student = "A student";
  const std::string text = to_json(submission);
  if (grader.grade(text, "a.json").state != ntk::grading::RowState::graded) state.SkipWithError("not graded");
  for (auto _ : state) benchmark::DoNotOptimize(grader.grade(text, "a.json").points);
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

int main(int argc, char** argv) {
  for (const auto& lesson : ntk::bench::read_lessons(NTK_SOURCE_DIR)) {
    benchmark::RegisterBenchmark(("run_all/" + lesson.id).c_str(),
                                 [ready = lesson.ready](benchmark::State& state) { run_all(state, ready); });
    register_solve(lesson.id, lesson.ready.scenario());
    benchmark::RegisterBenchmark(("grade/" + lesson.id).c_str(),
                                 [ready = lesson.ready](benchmark::State& state) { grade(state, ready); });
    if (lesson.id == "levels") register_solve("levels-wide", ntk::bench::widened(lesson));
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
