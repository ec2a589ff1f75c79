// Text for people: headings, paragraphs and tables, wrapped to the terminal, in colour only there.
//
// Widths are terminal columns, so that letters of other scripts line up too. What a file says cannot
// steer the terminal, nor hide anything on it: see safe_on_terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ntk::cli {

/// How a text is drawn on a terminal. Never the only sign: there is always a word or a shape too.
enum class Ink { plain, strong, quiet, good, bad, doubtful };

struct Cell {
  std::string text;
  Ink ink = Ink::plain;
};
using Row = std::vector<Cell>;

/// What standard output is.
struct Medium {
  bool colour = false;      ///< a terminal, and NO_COLOR is not set
  std::size_t width = 100;  ///< columns of the terminal, or of the variable COLUMNS
};
Medium standard_output();

class Page {
 public:
  explicit Page(Medium medium) : medium_(medium) {}

  void heading(std::string_view text);  ///< with an empty line before it, unless it comes first
  void paragraph(std::string_view text, std::size_t indent = 0, Ink ink = Ink::plain);
  /// Columns are as wide as their widest cell; the last one of a row takes what is left and wraps.
  void table(const std::vector<Row>& rows, std::size_t indent = 2);
  void empty_line() { text_ += '\n'; }

  const std::string& text() const { return text_; }

 private:
  void inked(std::string_view text, Ink ink);
  void wrapped(std::string_view text, std::size_t indent, std::size_t column, Ink ink);

  Medium medium_;
  std::string text_;
};

}  // namespace ntk::cli
