#include "sim/grading/class_summary.h"

#include <algorithm>

namespace ntk::grading {

SummaryOfClass::SummaryOfClass(const Lesson& lesson) {
  summary_.met.resize(lesson.goals.size());
  with_points_.resize(static_cast<std::size_t>(std::max(lesson.of, 0)) + 1);
}

void SummaryOfClass::add(const Row& row) {
  summary_.alike += row.alike.empty() ? 0 : 1;
  summary_.changed += row.earlier && !row.earlier->changes.empty() ? 1 : 0;
  if (row.state == RowState::missing) ++summary_.missing;
  if (row.state == RowState::not_graded) ++summary_.not_graded;
  if (row.state != RowState::graded) return;
  ++summary_.graded;
  for (std::size_t i = 0; i < summary_.met.size() && i < row.goals.size(); ++i)
    summary_.met[i] += row.goals[i].state == session::GoalState::met ? 1 : 0;
  const auto points = static_cast<std::size_t>(std::max(row.points, 0));
  if (points >= with_points_.size()) with_points_.resize(points + 1);
  ++with_points_[points];
}

ClassSummary SummaryOfClass::result() const {
  ClassSummary result = summary_;
  std::size_t seen = 0;
  for (std::size_t points = 0; points < with_points_.size(); ++points) {
    if (with_points_[points] == 0) continue;
    if (seen == 0) result.lowest = static_cast<int>(points);
    const std::size_t middle = (summary_.graded + 1) / 2;
    if (seen < middle && seen + with_points_[points] >= middle) result.median = static_cast<int>(points);
    result.highest = static_cast<int>(points);
    seen += with_points_[points];
  }
  return result;
}

}  // namespace ntk::grading
