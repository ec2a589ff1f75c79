#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/files.h"
#include "sim/scenario/suggestion.h"
#include "sim/scenario/utf8.h"

namespace ntk::cli {
namespace {

constexpr std::size_t option_column = 30, help_width = 104;
constexpr const char* no_type = " ";  // beside an argument that its own name explains

std::string wrong_usage_message(const CLI::App*, const CLI::Error& error) {
  return "ntk: " + scenario::safe_on_terminal(error.what()) +
         "\nntk: `ntk --help` and `ntk COMMAND --help` tell how it is used\n";
}

/// An empty value is a variable of a script that was not set, not an option that was left out.
std::string named(const std::string& value) {
  return value.empty() ? "an empty value names nothing" : std::string();
}

/// Versions of the library from 2.5 on wrap what they print; our texts have their line ends.
template <class Formatter>
void lay_out(Formatter& formatter) {
  formatter.column_width(option_column);
  if constexpr (requires { formatter.enable_footer_formatting(false); }) {
    formatter.enable_footer_formatting(false);
    formatter.right_column_width(help_width - option_column);
  }
}

}  // namespace

Verb& Verb::argument(const char* name, std::string& value, const char* about, Needed needed) {
  app_.add_option(name, value, about)->required(needed == Needed::yes)->option_text(no_type)->check(named);
  return *this;
}

Verb& Verb::arguments(const char* name, std::vector<std::string>& values, const char* about, Needed needed) {
  app_.add_option(name, values, about)->required(needed == Needed::yes)->option_text(no_type)->check(named);
  return *this;
}

Verb& Verb::option(const char* name, const char* type, std::string& value, const char* about) {
  app_.add_option(name, value, about)->type_name(type)->check(named);
  return *this;
}

Verb& Verb::number(const char* name, std::size_t& value, const char* about, std::size_t least,
                   std::size_t most) {
  app_.add_option(name, value, about)->option_text("N")->check(CLI::Range(least, most));
  return *this;
}

Verb& Verb::flag(const char* name, bool& value, const char* about) {
  app_.add_flag(name, value, about);
  return *this;
}

Verb& Verb::session(SessionInput& input) {
  return argument("SCENARIO", input.scenario, "The scenario file").commands(input.commands);
}

Verb& Verb::commands(std::string& file, const char* about) {
  return option("--apply", "COMMANDS", file, about);
}

Verb& Verb::choice(const char* name, const char* type, std::string& value, const char* about,
                   std::vector<std::string> words) {
  app_.add_option(name, value, about)->option_text(type)->check(CLI::IsMember(std::move(words)));
  return *this;
}

Verb& Verb::format(std::string& value, const char* about, std::vector<std::string> words) {
  return choice("--format", "FORMAT", value, about, std::move(words));
}

Verb& Verb::footer(const char* text) {
  app_.footer(text);
  return *this;
}

void Verb::does(std::function<ExitCode()> action) {
  app_.callback([action = std::move(action), &status = status_] { status = action(); });
}

Program::Program(const char* name, const char* about, const char* version, const char* footer)
    : app_(std::make_unique<CLI::App>(about, name)) {
  app_->set_help_flag("-h,--help", "Print this help");
  app_->set_version_flag("--version", version, "Print the version");
  app_->require_subcommand(1);
  app_->footer(footer);
  app_->failure_message(wrong_usage_message);
  lay_out(*app_->get_formatter());
}

Program::~Program() = default;

Verb Program::verb(const char* name, const char* about) {
  return {*app_->add_subcommand(name, about), status_};
}

/// Whether the first argument is a word that is no verb; then there is a message.
bool Program::is_unknown_verb(int argc, char** argv) const {
  if (argc < 2 || argv[1][0] == '-') return false;
  std::vector<std::string> names;
  for (const CLI::App* each : std::as_const(*app_).get_subcommands({})) names.push_back(each->get_name());
  if (std::find(names.begin(), names.end(), argv[1]) != names.end()) return false;
  const std::vector<std::string_view> verbs(names.begin(), names.end());
  const auto nearest = scenario::nearest_word(argv[1], verbs);
  complain("there is no command `" + std::string(argv[1]) + '`' +
           (nearest ? ": did you mean `" + std::string(*nearest) + "`?" : "; `ntk --help` lists them"));
  return true;
}

int Program::run(int argc, char** argv) {
  if (is_unknown_verb(argc, argv)) return wrong_usage;
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (app_->exit(error) != 0) return wrong_usage;  // else the help was asked for, and printed
  } catch (const std::exception& error) {
    complain(error.what());
    return bad_input;
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    complain("the output cannot be written");
    return bad_input;
  }
  return status_;
}

}  // namespace ntk::cli
