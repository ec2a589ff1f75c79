#include "sim/grading/similar.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "sim/policy/unicode.h"

namespace ntk::grading {
namespace {

constexpr std::size_t lengths[] = {3, 8};        // steps in a sequence
constexpr std::size_t most_sharing = 20;         // students: what more of them share is not rare
constexpr std::size_t least_rare = 4;            // sequences that few have
constexpr std::size_t longest_compared = 3'000;  // steps, when what both have in order is counted

using Sequence = std::uint32_t;
using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// The sequences of steps of all rows, numbered, and whom they are of.
class Paths {
 public:
  Paths(const std::vector<Row>& rows, std::size_t in_a_row) : of_(rows.size()) {
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      const Row& row = rows[i];
      student_.push_back(
          number(students_, row.student.empty() ? "\n" + row.file : policy::fold(row.student)));
      if (row.steps.size() < fewest_steps) continue;
      for (std::size_t at = 0; at + in_a_row <= row.steps.size(); ++at) {
        std::string text;
        for (std::size_t step = 0; step < in_a_row; ++step) text += row.steps[at + step] + '\n';
        of_[i].push_back(number(sequences_, std::move(text)));
      }
      std::sort(of_[i].begin(), of_[i].end());
      of_[i].erase(std::unique(of_[i].begin(), of_[i].end()), of_[i].end());
    }
    having_.resize(sequences_.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      for (const Sequence each : of_[i]) having_[each].push_back(i);
    }
    for (const auto& rows_of : having_) {
      std::set<std::uint32_t> who;
      for (const std::uint32_t row : rows_of) {
        if (who.size() <= most_sharing) who.insert(student_[row]);
      }
      sharing_.push_back(who.size());
    }
  }

  bool is_rare(Sequence sequence) const {
    const std::size_t most = std::clamp<std::size_t>(students_.size() / 4, 2, most_sharing);
    return sharing_[sequence] >= 2 && sharing_[sequence] <= most;
  }
  /// How much it says that somebody has it.
  double weight(Sequence sequence) const {
    return std::log(static_cast<double>(students_.size() + 1) / static_cast<double>(sharing_[sequence]));
  }
  bool same_student(std::uint32_t a, std::uint32_t b) const { return student_[a] == student_[b]; }

  /// Pairs of rows of different students that share something rare, or are the same byte for byte.
  std::set<Pair> candidates() const {
    std::map<Pair, std::size_t> rare;
    for (Sequence each = 0; each < having_.size(); ++each) {
      if (is_rare(each)) for_pairs(having_[each], [&](const Pair& pair) { ++rare[pair]; });
    }
    std::set<Pair> pairs;
    for (const auto& [pair, count] : rare) {
      if (count >= least_rare) pairs.insert(pair);
    }
    return pairs;
  }

  int percent(const Pair& pair) const {
    const auto &a = of_[pair.first], &b = of_[pair.second];
    std::vector<Sequence> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const double least = std::min(total(a), total(b));
    return least <= 0 ? 0 : static_cast<int>(std::lround(100 * total(both) / least));
  }

  template <class Do>
  void for_pairs(const std::vector<std::uint32_t>& of, Do action) const {
    for (std::size_t i = 0; i < of.size(); ++i) {
      for (std::size_t k = i + 1; k < of.size() && k < i + 10 * most_sharing; ++k) {
        if (!same_student(of[i], of[k])) action(Pair(of[i], of[k]));
      }
    }
  }

 private:
  static std::uint32_t number(std::unordered_map<std::string, std::uint32_t>& numbers, std::string text) {
    return numbers.emplace(std::move(text), static_cast<std::uint32_t>(numbers.size())).first->second;
  }
  double total(const std::vector<Sequence>& sequences) const {
    double sum = 0;
    for (const Sequence each : sequences) sum += weight(each);
    return sum;
  }

  std::unordered_map<std::string, std::uint32_t> students_, sequences_;
  std::vector<std::uint32_t> student_;              ///< of each row
  std::vector<std::vector<Sequence>> of_;           ///< of each row, in order of their numbers
  std::vector<std::vector<std::uint32_t>> having_;  ///< rows of each sequence
  std::vector<std::size_t> sharing_;  ///< students of each sequence, counted as far as it matters
};

/// How many steps two paths have in the same order.
std::size_t common_steps(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t rows = std::min(a.size(), longest_compared),
                    columns = std::min(b.size(), longest_compared);
  std::vector<std::size_t> before(columns + 1), now(columns + 1);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < columns; ++k)
      now[k + 1] = a[i] == b[k] ? before[k] + 1 : std::max(before[k + 1], now[k]);
    std::swap(before, now);
  }
  return before[columns];
}

std::string in_words(const Row& row, const Row& other) {
  if (row.fingerprint == other.fingerprint) return "the same file, byte for byte";
  if (row.steps == other.steps)
    return "the same " + std::to_string(row.steps.size()) + " steps in the same order";
  return std::to_string(common_steps(row.steps, other.steps)) + " of its " +
         std::to_string(row.steps.size()) + " steps are in the other too, in the same order";
}

void add(Row& row, const Row& other, int percent) {
  row.alike.push_back({other.file, other.student, percent, in_words(row, other)});
}

}  // namespace

void find_similar(std::vector<Row>& rows) {
  std::map<Pair, int> alike;
  const auto find = [&](const Pair& pair, int percent) {
    int& most = alike[pair];
    most = std::max(most, percent);
  };
  std::optional<Paths> paths;
  for (const std::size_t length : lengths) {
    paths.emplace(rows, length);
    for (const Pair& pair : paths->candidates()) {
      if (const int percent = paths->percent(pair); percent >= alike_from) find(pair, percent);
    }
  }
  std::map<std::string, std::vector<std::uint32_t>> same_bytes;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].fingerprint.empty()) same_bytes[rows[i].fingerprint].push_back(i);
  }
  for (const auto& [bytes, of] : same_bytes) paths->for_pairs(of, [&](const Pair& pair) { find(pair, 100); });
  for (const auto& [pair, percent] : alike) {
    add(rows[pair.first], rows[pair.second], percent);
    add(rows[pair.second], rows[pair.first], percent);
  }
  for (Row& row : rows) {
    std::stable_sort(row.alike.begin(), row.alike.end(),
                     [](const Likeness& a, const Likeness& b) { return a.percent > b.percent; });
    if (row.alike.size() <= most_alike_named) continue;
    const std::size_t more = row.alike.size() - most_alike_named;
    row.alike.resize(most_alike_named);
    row.alike.back().words +=
        "; " + std::to_string(more) + (more == 1 ? " more file is alike" : " more files are alike");
  }
}

}  // namespace ntk::grading
