#include "web/view/diagnostics_view.h"

#include <algorithm>

#include "web/view/announcement.h"

namespace ntk::web {
namespace {

using scenario::Diagnostic;
using scenario::Severity;

std::string_view in_words(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "Error";
    case Severity::warning:
      return "Warning";
    case Severity::note:
      break;
  }
  return "Note";
}

MarkedLine marked_line(const scenario::Excerpt& excerpt, const scenario::Span& span) {
  std::string text = excerpt.text;
  std::replace(text.begin(), text.end(), '\t', ' ');
  const std::size_t start =
      std::min<std::size_t>(span.offset - std::min(span.offset, excerpt.offset), text.size());
  const std::size_t end = std::min<std::size_t>(start + span.length, text.size());
  return {std::to_string(span.line), (excerpt.cut_before ? "…" : "") + text.substr(0, start),
          text.substr(start, end - start), text.substr(end) + (excerpt.cut_after ? "…" : "")};
}

DiagnosticRow diagnostic_row(const Diagnostic& found, std::string_view file) {
  DiagnosticRow row;
  row.severity = found.severity();
  row.severity_words = in_words(row.severity);
  row.code = scenario::row(found.code).word;
  row.message = as_sentence(found.message);
  row.place = "Line " + std::to_string(found.span.line) + ", column " + std::to_string(found.span.column) +
              " · " + std::string(row.code);
  if (!found.pointer.empty()) row.place += " · " + found.pointer;
  row.line = marked_line(found.excerpt, found.span);
  if (found.related) {
    const scenario::RelatedPlace& related = *found.related;
    row.related = as_sentence(related.message + " (line " + std::to_string(related.span.line) + ")");
    row.related_line = marked_line(related.excerpt, related.span);
  }
  row.excerpt = scenario::format_excerpts(found, file);
  row.excerpt_label = "Line " + row.line.number + " of the file";
  if (!found.help.empty()) row.help = "Help: " + found.help;
  return row;
}

/// How many there are, and what to do about them.
std::string summary_of(const Desk& desk, bool is_loaded) {
  if (is_loaded) return "You can work in the lesson. Its author may not have meant what is listed here.";
  std::string summary = scenario::count_in_words(desk.diagnostics()) + ".";
  if (desk.session() != nullptr) summary += " Your work in the current lesson is unchanged.";
  return summary + " Correct the file, then open it again.";
}

}  // namespace

DiagnosticsView view_diagnostics(const Desk& desk) {
  DiagnosticsView view;
  const std::vector<Diagnostic>& found = desk.diagnostics();
  view.file = desk.diagnosed_file();
  view.is_loaded = std::none_of(found.begin(), found.end(),
                                [](const Diagnostic& each) { return each.severity() == Severity::error; });
  if (found.empty()) return view;
  view.title = view.file + (view.is_loaded ? " was loaded with " + scenario::count_in_words(found)
                                           : std::string(" was not loaded"));
  view.summary = summary_of(desk, view.is_loaded);
  view.rows.reserve(found.size());
  for (const Diagnostic& each : found) view.rows.push_back(diagnostic_row(each, view.file));
  return view;
}

}  // namespace ntk::web
