#include "sim/grading/csv.h"

#include <algorithm>
#include <utility>

#include "sim/policy/unicode.h"
#include "sim/scenario/text_form.h"
#include "sim/scenario/utf8.h"
#include "sim/session/audit_trail.h"

namespace ntk::grading {
namespace {

using scenario::Code;
using scenario::Diagnostics;

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char each : {';', '\t'}) {
    if (std::count(first.begin(), first.end(), each) > std::count(first.begin(), first.end(), best))
      best = each;
  }
  return best;
}

/// A cell as it was before CsvRow put an apostrophe in front.
std::string without_guard(std::string cell) {
  if (cell.size() > 1 && cell[0] == '\'' && session::begins_a_formula(std::string_view(cell).substr(1)))
    cell.erase(0, 1);
  return cell;
}

/// Takes cells and rows from a text.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text), separator_(separator_of(text)) {
    at_ = scenario::byte_order_mark_size(text);
  }

  bool at_end() const { return at_ >= text_.size(); }
  std::uint32_t line() const { return line_; }
  /// Where a quotation mark was opened and never closed; npos: nowhere.
  std::size_t unclosed() const { return unclosed_; }
  std::uint32_t unclosed_line() const { return unclosed_line_; }

  std::vector<std::string> row() {
    std::vector<std::string> cells;
    for (bool more = true; more;) {
      cells.push_back(without_guard(cell()));
      more = at_ < text_.size() && text_[at_] == separator_;
      if (more) ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    return cells;
  }

 private:
  std::string cell() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const char ends[] = {separator_, '\r', '\n'};
    const std::size_t end = std::min(text_.find_first_of(std::string_view(ends, 3), at_), text_.size());
    std::string plain(text_.substr(at_, end - at_));
    at_ = end;
    return plain;
  }

  std::string quoted() {
    std::string text;
    const std::size_t begin = at_++;
    const std::uint32_t begin_line = line_;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        text += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        text += text_[at_++];
      } else {
        ++at_;
        return text + cell();  // what follows the quotation mark, if anything
      }
    }
    unclosed_ = begin;
    unclosed_line_ = begin_line;
    return text;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::size_t unclosed_ = std::string_view::npos;
  std::uint32_t unclosed_line_ = 0;
};

bool is_empty(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& each) { return each.empty(); });
}

}  // namespace

CsvRow& CsvRow::cell(std::string_view given) {
  const std::string text = scenario::safe_on_terminal(given);
  if (!first_) out_ += ',';
  first_ = false;
  const bool formula = session::begins_a_formula(text);
  if (!formula && text.find_first_of(",;\"") == text.npos) {
    out_ += text;
    return *this;
  }
  out_ += formula ? "\"'" : "\"";
  for (const char each : text) {
    if (each == '"') out_ += '"';
    out_ += each;
  }
  out_ += '"';
  return *this;
}

CsvRow& CsvRow::cell(std::size_t number) {
  return cell(std::string_view(std::to_string(number)));
}

CsvRow& CsvRow::cell(int number) {
  if (!first_) out_ += ',';
  first_ = false;
  out_ += std::to_string(number);  // a number below zero is no formula
  return *this;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find_if(heading.begin(), heading.end(),
                                  [&](const std::string& each) { return policy::same_letters(each, name); });
  if (found == heading.end()) return std::nullopt;
  return static_cast<std::size_t>(found - heading.begin());
}

std::optional<CsvTable> read_csv(Diagnostics& diagnostics) {
  if (!check_text_form(diagnostics) || diagnostics.has_errors()) return std::nullopt;
  if (const std::size_t odd = scenario::first_invalid_utf8(diagnostics.text());
      odd != std::string_view::npos) {
    const std::string_view before = diagnostics.text().substr(0, odd);
    scenario::Span at;
    at.offset = static_cast<std::uint32_t>(odd);
    at.length = 1;
    at.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    diagnostics.add(Code::invalid_utf8, at, "", "there is a byte here that is not UTF-8",
                    "save the table as \"CSV UTF-8\"");
    return std::nullopt;
  }
  CsvReader reader(diagnostics.text());
  CsvTable table;
  while (!reader.at_end()) {
    const std::uint32_t line = reader.line();
    std::vector<std::string> cells = reader.row();
    if (is_empty(cells)) continue;
    if (table.heading.empty()) {
      table.heading = std::move(cells);
      continue;
    }
    cells.resize(table.heading.size());
    table.rows.push_back(std::move(cells));
    table.lines.push_back(line);
  }
  if (reader.unclosed() != std::string_view::npos) {
    scenario::Span at;
    at.offset = static_cast<std::uint32_t>(reader.unclosed());
    at.length = 1;
    at.line = reader.unclosed_line();
    diagnostics.add(Code::wrong_type, at, "", "this quotation mark is never closed",
                    "a quotation mark within a cell is written twice");
    return std::nullopt;
  }
  if (!table.heading.empty()) return table;
  diagnostics.add(Code::empty_text, {}, "", "the table is empty", "its first line names the columns");
  return std::nullopt;
}

}  // namespace ntk::grading
