#include "cli/page.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

constexpr std::size_t column_gap = 2;
constexpr std::size_t narrowest_wrap = 24;  ///< columns; below that a line is left to the terminal

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

std::size_t width_by_variable() {
  const char* value = std::getenv("COLUMNS");
  const std::string_view text = value ? value : "";
  std::size_t columns = 0;
  std::from_chars(text.data(), text.data() + text.size(), columns);
  return columns;
}

std::size_t width_by_terminal() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::string_view escape(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::quiet:
      return "\x1b[2m";
    case Ink::good:
      return "\x1b[32m";
    case Ink::bad:
      return "\x1b[31m";
    case Ink::doubtful:
      return "\x1b[33m";
  }
  return "";
}

/// Columns of the text as it is shown.
std::size_t width_of(std::string_view text) {
  const std::string shown = scenario::safe_on_terminal(text);
  std::size_t width = 0;
  for (std::size_t at = 0; at < shown.size();) {
    const scenario::CodePoint point = scenario::code_point_at(shown, at);
    width += scenario::display_width(point.value);
    at += point.length;
  }
  return width;
}

/// The columns of a table but the last: the widest cell of each.
std::vector<std::size_t> widths_of(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], width_of(row[i].text));
    }
  }
  return widths;
}

}  // namespace

Medium standard_output() {
  const char* terminal = std::getenv("TERM");
  Medium medium;
  const bool interactive = isatty(STDOUT_FILENO) == 1;
  medium.colour = interactive && !is_set("NO_COLOR") && (!terminal || std::string_view(terminal) != "dumb");
  const std::size_t by_terminal = interactive ? width_by_terminal() : 0;
  const std::size_t stated = by_terminal > 0 ? by_terminal : width_by_variable();
  if (stated > 0) medium.width = stated;
  return medium;
}

void Page::inked(std::string_view text, Ink ink) {
  const bool coloured = medium_.colour && ink != Ink::plain && !text.empty();
  if (coloured) text_ += escape(ink);
  text_ += text;
  if (coloured) text_ += "\x1b[0m";
}

void Page::heading(std::string_view text) {
  if (!text_.empty()) text_ += '\n';
  inked(scenario::safe_on_terminal(text), Ink::strong);
  text_ += '\n';
}

void Page::paragraph(std::string_view text, std::size_t indent, Ink ink) {
  text_.append(indent, ' ');
  wrapped(text, indent, indent, ink);
}

/// Writes `text` from `column` on, and its further lines from `indent` on, and ends the line.
void Page::wrapped(std::string_view text, std::size_t indent, std::size_t column, Ink ink) {
  const std::size_t width = std::max(medium_.width, indent + narrowest_wrap);
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string word = scenario::safe_on_terminal(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t columns = width_of(word);
    if (!line.empty() && column + 1 + columns > width) {
      inked(line, ink);
      text_ += '\n' + std::string(indent, ' ');
      line.clear();
      column = indent;
    }
    column += columns + (line.empty() ? 0 : 1);
    line += (line.empty() ? "" : " ") + word;
  }
  inked(line, ink);
  text_ += '\n';
}

void Page::table(const std::vector<Row>& rows, std::size_t indent) {
  const std::vector<std::size_t> widths = widths_of(rows);
  for (const Row& row : rows) {
    std::size_t column = indent;
    std::size_t owed = indent;  // spaces, written only where something follows
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i + 1 == row.size()) {
        if (!row[i].text.empty()) text_.append(owed, ' ');
        wrapped(row[i].text, column, column, row[i].ink);
        break;
      }
      const std::size_t width = width_of(row[i].text);
      if (width > 0) {
        text_.append(owed, ' ');
        inked(scenario::safe_on_terminal(row[i].text), row[i].ink);
        owed = 0;
      }
      owed += widths[i] - width + column_gap;
      column += widths[i] + column_gap;
    }
  }
}

}  // namespace ntk::cli
