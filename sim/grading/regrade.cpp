#include "sim/grading/regrade.h"

#include <charconv>
#include <utility>

#include "sim/policy/phrases.h"

namespace ntk::grading {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Files are named alike by student where they have no name of their own.
std::string key_of(std::string_view file, std::string_view student) {
  return file.empty() ? "\n" + std::string(student) : std::string(file);
}

}  // namespace

std::optional<OldGrades> OldGrades::read(scenario::Diagnostics& diagnostics) {
  OldGrades old;
  auto table = read_csv(diagnostics);
  if (!table) return std::nullopt;
  const std::pair<std::string_view, std::size_t*> needed[] = {{file_column, &old.file_},
                                                              {student_column, &old.student_},
                                                              {status_column, &old.status_},
                                                              {points_column, &old.points_}};
  for (const auto& [name, column] : needed) {
    const auto found = table->column(name);
    if (!found) {
      diagnostics.add(scenario::Code::missing_key, {}, "",
                      "there is no column " + scenario::in_backticks(name),
                      "give it what `ntk grade --format csv` wrote");
      return std::nullopt;
    }
    *column = *found;
  }
  old.table_ = *std::move(table);
  for (std::size_t i = 0; i < old.table_.rows.size(); ++i) {
    const auto& row = old.table_.rows[i];
    old.by_file_.emplace(key_of(row[old.file_], row[old.student_]), i);
  }
  return old;
}

std::string OldGrades::changes(const Row& row, const std::vector<std::string>& old) const {
  std::string words;
  const auto say = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
  const std::string& status = old[status_];
  if (status != word(row.state)) {
    say("It was " + status + ", and is " + std::string(word(row.state)) + " now.");
    return words;
  }
  for (const GradedGoal& each : row.goals) {
    const auto column = table_.column(std::string(goal_column) + each.id);
    const auto before = column ? number(old[*column]) : std::nullopt;
    if (!before) {
      say("The goal " + policy::in_quotes(each.title) + " is new: " + std::to_string(each.points) + " of " +
          std::to_string(each.of) + ".");
    } else if (*before != each.points) {
      say("The goal " + policy::in_quotes(each.title) + " earned " + std::to_string(*before) +
          ", and earns " + std::to_string(each.points) + " now.");
    }
  }
  return words;
}

void OldGrades::compare(std::vector<Row>& rows) const {
  std::vector<bool> is_there(table_.rows.size());
  for (Row& row : rows) {
    const auto found = by_file_.find(key_of(row.file, row.student));
    if (found == by_file_.end()) continue;
    is_there[found->second] = true;
    const auto& old = table_.rows[found->second];
    row.earlier = Earlier{number(old[points_]).value_or(0), changes(row, old)};
  }
  for (std::size_t i = 0; i < is_there.size(); ++i) {
    if (is_there[i]) continue;
    const auto& old = table_.rows[i];
    Row row;
    row.file = old[file_];
    row.student = old[student_];
    row.state = RowState::missing;
    row.fault = Fault{"no-longer-there", "it was graded before, and is not among the files now", ""};
    row.earlier =
        Earlier{number(old[points_]).value_or(0), "It was " + old[status_] + ", and is missing now."};
    rows.push_back(std::move(row));
  }
}

}  // namespace ntk::grading
