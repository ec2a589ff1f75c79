#include "cli/grade_class.h"

#include <utility>

#include "cli/files.h"
#include "cli/session_input.h"
#include "sim/grading/hidden_goals.h"
#include "sim/scenario/reader.h"
#include "sim/session/sha256.h"

namespace ntk::cli {
namespace {

using grading::Grader;
using grading::GraderOptions;

/// What a file with a table holds, by the class that reads it.
template <class Table>
bool read_table(const std::string& file, std::optional<Table>& table) {
  if (file.empty()) return true;
  const auto text = read_file(file);
  if (!text) return false;
  scenario::Diagnostics diagnostics(*text, "the first line names the columns");
  table = Table::read(diagnostics);
  report_diagnostics(diagnostics.take_sorted(), shown_name(file), table.has_value(), false);
  return table.has_value();
}

std::optional<Grader> read_hidden(const std::string& lesson, const std::string& file,
                                  const GraderOptions& options) {
  const auto text = read_file(file);
  if (!text) return std::nullopt;
  grading::HiddenGoals read = grading::with_hidden_goals(lesson, *text, shown_name(file));
  report_diagnostics(read.diagnostics, shown_name(file), read.scenario.has_value(), false);
  if (!read.scenario) return std::nullopt;
  return Grader(*std::move(read.scenario), session::sha256(lesson), options, read.hidden,
                session::sha256(*text));
}

std::optional<Grader> read_grader(const GradeFiles& files, const GraderOptions& options) {
  const auto text = read_file(files.scenario);
  if (!text) return std::nullopt;
  auto read = scenario::read_scenario(*text, shown_name(files.scenario));
  report_diagnostics(read.diagnostics, read.file_name, read.scenario.has_value(), false);
  if (!read.scenario) return std::nullopt;
  if (!files.hidden.empty()) return read_hidden(*text, files.hidden, options);
  return Grader(*std::move(read.scenario), session::sha256(*text), options);
}

}  // namespace

std::optional<GradedBy> read_graded_by(const GradeFiles& files, const GraderOptions& options) {
  auto grader = read_grader(files, options);
  if (!grader) return std::nullopt;
  GradedBy by{*std::move(grader), {}, {}, {}};
  if (!read_table(files.roster, by.roster) || !read_table(files.regrade, by.old)) return std::nullopt;
  if (files.metadata.empty()) return by;
  if (const auto text = read_file(files.metadata)) by.metadata = grading::read_metadata(*text);
  if (!by.metadata)
    complain("warning: `" + files.metadata + "` is left out: it is no metadata of a submission");
  return by;
}

}  // namespace ntk::cli
