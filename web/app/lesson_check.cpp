#include "web/app/lesson_check.h"

#include <algorithm>
#include <string>

#include "sim/policy/phrases.h"

namespace ntk::web {
namespace {

using scenario::Diagnostic;
using scenario::Severity;

std::size_t number_of(const proving::Checked& checked, Severity severity) {
  const auto& found = checked.read.diagnostics;
  return static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [&](const Diagnostic& each) { return each.severity() == severity; }));
}

std::string points(int earned, int of) {
  return std::to_string(earned) + " of " + std::to_string(of);
}

/// "2 warnings and 1 note."
std::string summary_of(const proving::Checked& checked) {
  std::vector<std::string> counts;
  const auto add = [&](Severity severity, const char* one, const char* several) {
    if (const std::size_t count = number_of(checked, severity); count > 0)
      counts.push_back(policy::counted(count, one, several));
  };
  add(Severity::error, "error", "errors");
  add(Severity::warning, "warning", "warnings");
  const std::size_t problems = counts.size();
  add(Severity::note, "note", "notes");
  if (counts.empty()) return "No problems were found.";
  const std::string words = policy::listed(counts, "and");
  return problems > 0 ? "Found: " + words + "." : "No problems were found, but " + words + ".";
}

std::string details_of(const proving::Figures& figures) {
  std::string words = figures.key ? "The right answer earns " + points(*figures.key, figures.points) +
                                        " points; it is " + figures.right + ". "
                                  : "No right answer was found. ";
  if (figures.detection) {
    words += std::to_string(figures.detection->number_of(proving::Fate::caught)) + " of " +
             policy::counted(figures.detection->counted(), "single mistake", "single mistakes") +
             " lose points. ";
  }
  return words + "There are " + policy::counted(figures.reading.words, "word", "words") +
         " to read, at U.S. school grade " + std::to_string(figures.reading.grade) +
         ". The lesson takes about " +
         policy::counted(static_cast<std::size_t>(figures.reading.minutes), "minute", "minutes") + ".";
}

std::string_view word(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

FindingPart problems_of(const proving::Checked& checked) {
  FindingPart part{"problems",
                   "What was found",
                   {"Finding", "Place", "What to do"},
                   {},
                   0,
                   "Nothing was found that needs a change."};
  for (const Diagnostic& each : checked.read.diagnostics) {
    Lines message;
    add(message, each.message);
    Lines help;
    if (!each.help.empty()) add(help, each.help);
    const std::string place =
        "Line " + std::to_string(each.span.line) + ", column " + std::to_string(each.span.column);
    if (part.all++ >= most_findings) continue;
    part.rows.push_back({message.front(),
                         std::string(word(each.severity())) + ", " + std::string(row(each.code).word),
                         {{place}, help},
                         {}});
  }
  return part;
}

FindingPart bots_of(const proving::Figures& figures) {
  FindingPart part{
      "bots", "What you earn without thinking", {"A bot that", "Points"}, {}, 0, "No bot could play."};
  for (const proving::BotScore& each : figures.bots) {
    ++part.all;
    part.rows.push_back({std::string(title(each.bot)), "", {{points(each.points, each.of)}}, {}});
  }
  return part;
}

}  // namespace

Findings lesson_check_findings(const proving::Checked& checked) {
  Findings findings;
  findings.summary = summary_of(checked);
  findings.details = details_of(checked.figures);
  findings.parts = {problems_of(checked), bots_of(checked.figures)};
  return findings;
}

}  // namespace ntk::web
