#include "sim/grading/pseudonyms.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/grading/csv.h"
#include "sim/policy/unicode.h"
#include "sim/session/sha256.h"

namespace ntk::grading {
namespace {

/// Who a row is of: its student, or where nobody knows that, its file.
std::string key_of(const Row& row) {
  return row.student.empty() ? "\n" + row.file : policy::fold(row.student);
}

void put_in_place(std::string& text, std::string_view name, std::string_view by) {
  if (name.size() < 3) return;  // within a sentence, two letters are a piece of some word
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + by.size()))
    text.replace(at, name.size(), by);
}

}  // namespace

std::vector<Pseudonym> use_pseudonyms(std::vector<Row>& rows, const Lesson& lesson) {
  std::map<std::string, std::string> order, pseudonyms;  // by hash the name; by name the pseudonym
  for (const Row& row : rows) order.emplace(session::sha256(lesson.sha256 + '\n' + key_of(row)), key_of(row));
  const std::size_t digits = std::to_string(order.size()).size();
  for (const auto& [hash, name] : order) {
    const std::string number = std::to_string(pseudonyms.size() + 1);
    pseudonyms.emplace(name, "student-" + std::string(digits - number.size(), '0') + number);
  }
  std::map<std::string, std::size_t> files;  // of each pseudonym
  std::map<std::string, std::string> file_names;
  std::vector<Pseudonym> names;
  for (const Row& row : rows) {
    const std::string& pseudonym = pseudonyms.at(key_of(row));
    file_names.emplace(row.file, pseudonym + '/' + std::to_string(++files[pseudonym]));
    names.push_back({pseudonym, row.student, row.file});
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row& row = rows[i];
    const std::string &pseudonym = names[i].pseudonym, &file = file_names.at(row.file);
    const auto hide = [&](std::string& text) {
      put_in_place(text, row.file, file);
      put_in_place(text, row.student, pseudonym);
    };
    for (std::string& each : row.warnings) hide(each);
    if (row.fault) hide(row.fault->message);
    for (Likeness& each : row.alike) {
      if (const auto found = file_names.find(each.file); found != file_names.end()) {
        each.student = found->second.substr(0, found->second.find('/'));
        each.file = found->second;
      }
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].file = rows[i].file.empty() ? std::string() : file_names.at(rows[i].file);
    rows[i].student = names[i].pseudonym;
    rows[i].attempt.clear();
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.student < b.student; });
  std::stable_sort(names.begin(), names.end(),
                   [](const Pseudonym& a, const Pseudonym& b) { return a.pseudonym < b.pseudonym; });
  return names;
}

std::string to_csv(const std::vector<Pseudonym>& names) {
  std::string out;
  CsvRow(out).cell("pseudonym").cell("student").cell("file");
  for (const Pseudonym& each : names) CsvRow(out).cell(each.pseudonym).cell(each.student).cell(each.file);
  return out;
}

}  // namespace ntk::grading
