// ntk format: scenario files, laid out as those that ship.
#include <memory>

#include "cli/files.h"
#include "cli/verbs.h"
#include "sim/scenario/diagnostic.h"
#include "sim/scenario/text_layout.h"

namespace ntk::cli {
namespace {

struct FormatOptions {
  std::vector<std::string> files;
  bool check = false;
};

/// Nothing, and the reasons on standard error, where the text is no JSON.
std::optional<std::string> formatted(const std::string& file, const std::string& text) {
  scenario::Diagnostics diagnostics(text);
  const auto document = scenario::parse_json(diagnostics);
  if (document && !diagnostics.has_errors()) return scenario::laid_out(*document, text);
  for (const auto& each : diagnostics.take_sorted()) {
    complain(shown_name(file) + ':' + std::to_string(each.span.line) + ':' +
             std::to_string(each.span.column) + ": " + each.message);
  }
  return std::nullopt;
}

ExitCode lay_out(const FormatOptions& options) {
  if (same_input_twice(options.files)) return wrong_usage;
  ExitCode status = done;
  for (const std::string& file : options.files) {
    const auto text = read_file(file);
    const auto laid_out = text ? formatted(file, *text) : std::nullopt;
    if (!laid_out) {
      status = bad_input;
    } else if (file == "-" && !options.check) {
      write_output(*laid_out);
    } else if (*laid_out != *text && options.check) {
      write_output(shown_name(file) + ": not formatted\n");
      status = status == done ? answer_is_no : status;
    } else if (*laid_out != *text && !write_file(file, *laid_out)) {
      status = bad_input;
    }
  }
  return status;
}

}  // namespace

void add_format(Program& program) {
  auto options = std::make_shared<FormatOptions>();
  program.verb("format", "Lay scenario files out as those that ship, without changing what they say")
      .arguments("FILE", options->files,
                 "Scenario files, which are written anew; - writes to standard output", Needed::yes)
      .flag("--check", options->check, "Change nothing, and name the files that are not laid out so")
      .footer(
          R"(Exit status: 0 all are laid out so now; 1 with --check, some are not; 2 wrong usage; 3 a file cannot be read
or written, or is not JSON.)")
      .does([options] { return lay_out(*options); });
}

}  // namespace ntk::cli
