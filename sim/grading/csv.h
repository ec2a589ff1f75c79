// Tables as CSV (RFC 4180): what a spreadsheet opens, and what it saves.
//
// Written: commas, CRLF, quotation marks where needed, an apostrophe before what a spreadsheet would take for a
// formula, and U+FFFD for line breaks, hidden characters and bytes that are not UTF-8. Read: commas, semicolons or tabs,
// whichever the first line has most of; LF or CRLF; a byte order mark is passed over; the apostrophe before a formula is
// taken away again.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.h"

namespace ntk::grading {

/// Appends one row, cell by cell; the row ends with the object.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}
  ~CsvRow() { out_ += "\r\n"; }
  CsvRow(const CsvRow&) = delete;
  CsvRow& operator=(const CsvRow&) = delete;

  CsvRow& cell(std::string_view text);
  CsvRow& cell(std::size_t number);
  CsvRow& cell(int number);

 private:
  std::string& out_;
  bool first_ = true;
};

struct CsvTable {
  std::vector<std::string> heading;
  std::vector<std::vector<std::string>> rows;  ///< each as long as the heading
  std::vector<std::uint32_t> lines;            ///< of the file, from 1: where each row begins

  /// The column whose heading is this, whatever its letter case.
  std::optional<std::size_t> column(std::string_view heading) const;
};

/// The table of `diagnostics.text()`. Nothing where it is no CSV; then a diagnostic says where and why.
std::optional<CsvTable> read_csv(scenario::Diagnostics& diagnostics);

}  // namespace ntk::grading
