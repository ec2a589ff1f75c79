// What engine_bench.cpp measures, where Google Benchmark is not to be had: in WebAssembly, under Node. Prints
// one JSON object, name to median nanoseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/lessons.h"
#include "bench/workload.h"
#include "sim/analysis/solver.h"

namespace {

using Clock = std::chrono::steady_clock;

/// Median over 11 rounds of the nanoseconds that `work` takes; `prepare` is not counted.
template <class Prepare, class Work>
double median_of(Prepare prepare, Work work) {
  std::vector<double> taken;
  for (int round = 0; round < 11; ++round) {
    auto subject = prepare();
    const auto start = Clock::now();
    work(subject);
    taken.push_back(std::chrono::duration<double, std::nano>(Clock::now() - start).count());
  }
  std::nth_element(taken.begin(), taken.begin() + 5, taken.end());
  return taken[5];
}

void print_solve(const std::string& name, const ntk::scenario::Scenario& scenario) {
  std::size_t solved = 0;
  const double time =
      median_of([] { return 0; }, [&](int) { solved += ntk::analysis::solve(scenario).examples.size(); });
  std::printf(", \"solve/%s\": %.0f", name.c_str(), solved > 0 ? time : 0.0);
}

}  // namespace

int main() {
  const auto workload = ntk::bench::make_workload(40, 60);
  constexpr int passes = 100;
  std::size_t permitted = ntk::bench::decide_all(workload);  // warms up
  const double decisions = median_of([] { return 0; },
                                     [&](int) {
                                       for (int i = 0; i < passes; ++i)
                                         permitted += ntk::bench::decide_all(workload);
                                     });
  std::printf("{\"single_decisions\": %.1f",
              decisions / passes / static_cast<double>(workload.requests.size()));
  const auto setting = ntk::bench::matrix_setting(500, 5'000);
  const auto before = ntk::bench::fill_matrix(setting);
  std::size_t found = 0;
  std::printf(", \"matrix\": %.0f",
              median_of([] { return 0; }, [&](int) { found += ntk::bench::fill_matrix(setting).filled(); }));
  std::printf(", \"matrix_after_edit\": %.0f",
              median_of([] { return 0; }, [&](int) { found += ntk::bench::flips_of_an_edit(before); }));
  constexpr std::size_t copies = 200;
  for (const auto& lesson : ntk::bench::read_lessons(NTK_SOURCE_DIR)) {
    const double all = median_of([&] { return std::vector(copies, lesson.ready); },
                                 [](auto& sessions) {
                                   for (auto& each : sessions) each.apply(ntk::session::RunAllCommand{});
                                 });
    std::printf(", \"run_all/%s\": %.0f", lesson.id.c_str(), all / copies);
    print_solve(lesson.id, lesson.ready.scenario());
    if (lesson.id == "levels") print_solve("levels-wide", ntk::bench::widened(lesson));
  }
  std::printf("}\n");
  return permitted == 0 || found == 0;  // keeps the work from being optimised away
}
