#include "sim/grading/roster.h"

#include <algorithm>
#include <utility>

#include "sim/grading/csv.h"
#include "sim/policy/unicode.h"
#include "sim/scenario/suggestion.h"

namespace ntk::grading {
namespace {

/// A name without spaces around it and with single ones within, letter case and accents folded.
std::string key_of(std::string_view name) {
  std::string key;
  for (const char each : name) {
    const bool blank = each == ' ' || each == '\t';
    if (!blank) {
      key += each;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return policy::fold(std::move(key));
}

/// What may name a student within one part of a path: all of it, without its ending, and what stands before each `_`, as
/// learning platforms name the files that they hand out.
std::vector<std::string> names_within(std::string_view part) {
  std::vector<std::string> names = {std::string(part)};
  if (const std::string without = stem(part); without != part) names.push_back(without);
  for (std::size_t at = part.rfind('_'); at != part.npos && at > 0; at = part.rfind('_', at - 1))
    names.emplace_back(part.substr(0, at));
  for (std::size_t at = part.find('_'); at != part.npos; at = part.find('_', at + 1)) {
    const std::string_view rest = part.substr(at + 1);
    names.emplace_back(rest.substr(0, rest.find('_')));
  }
  return names;
}

}  // namespace

std::optional<std::size_t> Roster::find(std::string_view name) const {
  const auto found = by_name_.find(key_of(name));
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> Roster::owner(const Row& row) const {
  if (const auto stated = find(row.student)) return stated;
  std::string_view rest = row.file;
  while (!rest.empty()) {  // from the file's own name outward
    const std::size_t slash = rest.rfind('/');
    for (const std::string& each : names_within(slash == rest.npos ? rest : rest.substr(slash + 1))) {
      if (const auto found = find(each)) return found;
    }
    rest = slash == rest.npos ? std::string_view() : rest.substr(0, slash);
  }
  return std::nullopt;
}

std::optional<Roster> Roster::read(scenario::Diagnostics& diagnostics) {
  const auto table = read_csv(diagnostics);
  if (!table) return std::nullopt;
  const std::size_t name = table->column("student").value_or(0);
  Roster roster;
  for (std::size_t i = 0; i < table->rows.size(); ++i) {
    const std::vector<std::string>& cells = table->rows[i];
    scenario::Span at;
    at.line = table->lines[i];
    if (key_of(cells[name]).empty()) {
      diagnostics.add(scenario::Code::empty_text, at, "", "the student of this line has no name",
                      "the column " + scenario::in_backticks(table->heading[name]) + " names the student");
      continue;
    }
    const std::size_t student = roster.students_.size();
    roster.students_.push_back(cells[name]);
    const auto [same, is_new] = roster.by_name_.emplace(key_of(cells[name]), student);
    if (!is_new) {
      diagnostics.add(scenario::Code::duplicate_entry, at, "",
                      scenario::in_backticks(cells[name]) + " stands on the roster twice",
                      "give each student a name or number that nobody else has");
    }
  }
  // Other columns tell less: what two lines share, such as a section, names nobody.
  std::unordered_map<std::string, std::size_t> others, seen;
  for (std::size_t column = 0; column < table->heading.size(); ++column) {
    if (column == name) continue;
    std::size_t student = 0;
    for (const std::vector<std::string>& cells : table->rows) {
      if (key_of(cells[name]).empty()) continue;
      const std::string key = key_of(cells[column]);
      if (!key.empty() && others.emplace(key, student).first->second != student) ++seen[key];
      ++student;
    }
  }
  for (const auto& [key, student] : others) {
    if (!seen.contains(key)) roster.by_name_.emplace(key, student);
  }
  if (diagnostics.has_errors()) return std::nullopt;
  return roster;
}

void name_by(const Roster& roster, std::vector<Row>& rows, int of) {
  std::vector<std::string_view> names(roster.students().begin(), roster.students().end());
  std::vector<bool> handed_in(names.size());
  for (Row& row : rows) {
    if (const auto owner = roster.owner(row)) {
      row.student = names[*owner];
      handed_in[*owner] = true;
      std::erase(row.warnings, "the file names no student");
      continue;
    }
    std::string warning = row.student.empty() ? "whose file this is can't be told by the roster"
                                              : scenario::in_backticks(row.student) + " is not on the roster";
    if (const auto nearest = scenario::nearest_word(row.student, names); nearest && !row.student.empty())
      warning += ": is it " + scenario::in_backticks(*nearest) + "?";
    row.warnings.push_back(std::move(warning));
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (handed_in[i]) continue;
    Row row;
    row.student = names[i];
    row.state = RowState::missing;
    row.fault = Fault{"nothing-handed-in", "nothing was handed in", ""};
    row.of = of;
    rows.push_back(std::move(row));
  }
}

}  // namespace ntk::grading
