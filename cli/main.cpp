// ntk: the simulator without a screen, for graders, continuous integration and authors of scenarios.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/files.h"
#include "cli/verbs.h"
#include "sim/scenario/suggestion.h"

namespace {

constexpr const char* footer =
    "Where a FILE is asked, - reads standard input.\n"
    "Exit status: 0 done; 1 the answer is no (a goal unmet, findings, a broken trail);\n"
    "2 wrong usage; 3 unreadable or invalid input.";

constexpr std::size_t option_column = 30;

/// Whether the first argument is a word that is no verb; then there is a message.
bool is_unknown_verb(const CLI::App& program, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return false;
  std::vector<std::string> names;
  for (const CLI::App* each : program.get_subcommands({})) names.push_back(each->get_name());
  const std::vector<std::string_view> verbs(names.begin(), names.end());
  if (std::find(names.begin(), names.end(), argv[1]) != names.end()) return false;
  const auto nearest = ntk::scenario::nearest_word(argv[1], verbs);
  ntk::cli::complain(
      "there is no command `" + std::string(argv[1]) + '`' +
      (nearest ? ": did you mean `" + std::string(*nearest) + "`?" : "; `ntk --help` lists them"));
  return true;
}

std::string wrong_usage_message(const CLI::App*, const CLI::Error& error) {
  return "ntk: " + std::string(error.what()) +
         "\nntk: `ntk --help` and `ntk COMMAND --help` tell how it is used\n";
}

}  // namespace

int main(int argc, char** argv) {
  using namespace ntk::cli;
  ExitCode status = done;
  CLI::App program("Need to Know: a simulation that teaches access control by need to know.", "ntk");
  program.set_help_flag("-h,--help", "Print this help");
  program.set_version_flag("--version", "ntk " NTK_VERSION, "Print the version");
  program.require_subcommand(1);
  program.footer(footer);
  program.failure_message(wrong_usage_message);
  program.get_formatter()->column_width(option_column);
  add_run(program, status);
  add_lint(program, status);
  add_explain(program, status);
  add_rules(program, status);
  add_catalogue(program, status);
  add_coverage(program, status);
  add_timeline(program, status);
  add_why_not(program, status);
  add_schema(program, status);
  add_verify(program, status);
  if (is_unknown_verb(program, argc, argv)) return wrong_usage;
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? done : wrong_usage;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "ntk: %s\n", error.what());
    return bad_input;
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    complain("the output cannot be written");
    return bad_input;
  }
  return status;
}
