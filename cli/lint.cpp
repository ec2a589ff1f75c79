// ntk lint: everything that is wrong with scenario files, at once.
#include <memory>

#include "cli/files.h"
#include "cli/verbs.h"
#include "sim/scenario/json_writer.h"
#include "sim/scenario/lint.h"
#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

using scenario::Diagnostic;
using scenario::JsonWriter;
using scenario::Severity;

struct LintOptions {
  std::vector<std::string> files;
  std::string format = "text";
};

/// What was found in all files.
class Findings {
 public:
  explicit Findings(std::string format) : format_(std::move(format)) {
    json_.begin_object().key("diagnostics").begin_array();
  }

  void add(const scenario::ReadResult& read) {
    for (const Diagnostic& each : read.diagnostics) add(each, read.file_name);
    if (format_ != "text") return;
    write_output(scenario::safe_on_terminal(read.file_name) + ": " + count_in_words(read.diagnostics) + '\n');
  }

  void end() {
    json_.end_array()
        .member("errors", errors_)
        .member("warnings", warnings_)
        .member("notes", notes_)
        .end_object();
    if (format_ == "json") write_output(json_.text() + '\n');
  }

  bool any() const { return errors_ + warnings_ > 0; }

 private:
  void add(const Diagnostic& found, const std::string& file) {
    if (found.severity() == Severity::error) ++errors_;
    if (found.severity() == Severity::warning) ++warnings_;
    if (found.severity() == Severity::note) ++notes_;
    if (format_ == "text") write_output(format_text(found, file));
    if (format_ == "github") write_output(format_github(found, file));
    write_json(json_, found, file);
  }

  std::string format_;
  JsonWriter json_{JsonWriter::Layout::pretty};
  int errors_ = 0, warnings_ = 0, notes_ = 0;
};

ExitCode lint(const LintOptions& options) {
  if (same_input_twice(options.files)) return wrong_usage;
  Findings findings(options.format);
  bool all_read = true;
  for (const std::string& file : options.files) {
    const auto text = read_file(file);
    all_read = all_read && text;
    if (text) findings.add(scenario::lint_scenario(*text, shown_name(file)));
  }
  findings.end();
  if (!all_read) return bad_input;
  return findings.any() ? answer_is_no : done;
}

}  // namespace

void add_lint(Program& program) {
  auto options = std::make_shared<LintOptions>();
  program.verb("lint", "Tell everything that is wrong with scenario files")
      .arguments("FILE", options->files, "Scenario files", Needed::yes)
      .format(options->format, "text, json, or github (marks the lines in a pull request)",
              {"text", "json", "github"})
      .footer(
          R"(Exit status: 0 nothing but notes was found; 1 errors or warnings; 2 wrong usage; 3 a file cannot be
read.)")
      .does([options] { return lint(*options); });
}

}  // namespace ntk::cli
