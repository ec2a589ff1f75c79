// Diagnostics: what is wrong with a file that was opened, line by line, and what became of the work at hand.
//
// A file with errors is not loaded. One with warnings and notes alone is: then they are told in a line that stands beside
// the lesson until it is dismissed, and can be read in full.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/app/desk.h"

namespace ntk::web {

/// A line of the file and what is marked in it.
struct MarkedLine {
  std::string number;                 ///< of the line
  std::string before, marked, after;  ///< the line, or the part of it around the mark; tabs are spaces
};

struct DiagnosticRow {
  scenario::Severity severity = scenario::Severity::error;
  std::string_view severity_words;  ///< "Error", "Warning", "Note"
  std::string_view code;            ///< "unknown-id"
  std::string message;              ///< a sentence
  std::string place;                ///< "Line 3, column 14 · unknown-id · /users/0/agency"
  MarkedLine line;
  std::string related;  ///< "First given here (line 2)."; empty where there is no second place
  MarkedLine related_line;
  std::string excerpt;        ///< both lines as plain text, with carets below what is marked
  std::string excerpt_label;  ///< "Line 3 of the file"
  std::string help;           ///< "Help: did you mean `fbi`?"; may be empty
};

struct DiagnosticsView {
  std::string file;        ///< its name
  bool is_loaded = false;  ///< nothing of it is an error
  std::string title;       ///< "lesson.json was not loaded", "lesson.json was loaded with 1 warning, 2 notes"
  std::string summary;     ///< sentences: how many errors, and what to do
  std::vector<DiagnosticRow> rows;  ///< none: there is nothing to tell
};
DiagnosticsView view_diagnostics(const Desk& desk);

inline constexpr std::string_view show_diagnostics = "Show";
inline constexpr std::string_view dismiss_diagnostics = "Dismiss";

}  // namespace ntk::web
