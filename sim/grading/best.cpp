#include "sim/grading/best.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "sim/policy/unicode.h"

namespace ntk::grading {
namespace {

bool is_better(const Row& row, const Row& other) {
  const bool graded = row.state == RowState::graded, other_graded = other.state == RowState::graded;
  if (graded != other_graded) return graded;
  return graded && row.points > other.points;
}

}  // namespace

void keep_best(std::vector<Row>& rows) {
  std::unordered_map<std::string, std::size_t> best;  // the position of each student's best row, by name
  std::unordered_map<std::string, std::size_t> files;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].student.empty()) continue;
    const std::string key = policy::fold(rows[i].student);
    ++files[key];
    const auto [at, is_new] = best.emplace(key, i);
    if (!is_new && is_better(rows[i], rows[at->second])) at->second = i;
  }
  std::vector<Row> kept;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string key = policy::fold(rows[i].student);
    if (!key.empty() && best.at(key) != i) continue;
    kept.push_back(std::move(rows[i]));
    if (!key.empty()) kept.back().files = files.at(key);
  }
  rows = std::move(kept);
}

std::size_t best_of(const std::vector<Row>& rows) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (is_better(rows[i], rows[best])) best = i;
  }
  return best;
}

}  // namespace ntk::grading
