#include "cli/grade_jobs.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

namespace ntk::cli {
namespace {

// So many wait for each thread: enough that none waits for the others long, few enough that memory stays small.
constexpr std::size_t items_a_job = 256;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

}  // namespace

std::size_t usual_jobs() {
  return std::max(1U, std::thread::hardware_concurrency());
}

GradeJobs::GradeJobs(const grading::Grader& grader, std::size_t jobs, std::function<void(grading::Row)> take)
    : grader_(grader), jobs_(jobs), take_(std::move(take)) {}

void GradeJobs::add(GradeItem item) {
  bytes_ += item.text.size();
  waiting_.push_back(std::move(item));
  if (waiting_.size() >= items_a_job * jobs_ || bytes_ >= most_bytes) finish();
}

void GradeJobs::finish() {
  std::vector<grading::Row> rows(waiting_.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < waiting_.size(); at = next++) {
      GradeItem& item = waiting_[at];
      rows[at] = item.fault ? grading::not_graded(std::move(item.file), *std::move(item.fault))
                            : grader_.grade(item.text, std::move(item.file));
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(jobs_, waiting_.size()); ++i) threads.emplace_back(work);
    work();
  }
  for (grading::Row& each : rows) take_(std::move(each));
  waiting_.clear();
  bytes_ = 0;
}

}  // namespace ntk::cli
