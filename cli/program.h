// The command line as the verbs see it: each declares its arguments, its help and what it does.
//
// What reads the command line is CLI11. It is one large header, which takes longer to compile than a folder
// of sim/, so that program.cpp alone includes it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/session_input.h"

namespace CLI {
class App;
}

namespace ntk::cli {

enum class Needed : bool { no, yes };

/// One verb while it is declared. What a value is read into must live as long as the program.
class Verb {
 public:
  Verb(CLI::App& app, ExitCode& status) : app_(app), status_(status) {}

  /// What stands on the line by its place: "REQUEST". Several take all that is left.
  Verb& argument(const char* name, std::string& value, const char* about, Needed needed = Needed::yes);
  Verb& arguments(const char* name, std::vector<std::string>& values, const char* about, Needed needed);
  /// What stands there by its name: "--seal FILE".
  Verb& option(const char* name, const char* type, std::string& value, const char* about);
  /// A whole number from `least` to `most`: "--limit N".
  Verb& number(const char* name, std::size_t& value, const char* about, std::size_t least, std::size_t most);
  Verb& flag(const char* name, bool& value, const char* about);
  /// The scenario, and the commands to apply first.
  Verb& session(SessionInput& input);
  Verb& commands(std::string& file,
                 const char* about = "A file of commands, or a submission, to apply first");
  /// What takes one of some words: "--by COLUMNS".
  Verb& choice(const char* name, const char* type, std::string& value, const char* about,
               std::vector<std::string> words);
  Verb& format(std::string& value, const char* about = "text or json",
               std::vector<std::string> words = {"text", "json"});
  /// What stands below the options in the help: exit statuses, what else there is to know.
  Verb& footer(const char* text);
  void does(std::function<ExitCode()> action);

 private:
  CLI::App& app_;
  ExitCode& status_;
};

class Program {
 public:
  Program(const char* name, const char* about, const char* version, const char* footer);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  Verb verb(const char* name, const char* about);
  /// Reads the line and does what it says; the exit status. Wrong usage is told on standard error.
  int run(int argc, char** argv);

 private:
  bool is_unknown_verb(int argc, char** argv) const;

  std::unique_ptr<CLI::App> app_;
  ExitCode status_ = done;
};

}  // namespace ntk::cli
