// ntk check: whether lessons prove what they are meant to prove.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/check_text.h"
#include "cli/files.h"
#include "cli/verbs.h"
#include "sim/scenario/diagnostic.h"

namespace ntk::cli {
namespace {

namespace fs = std::filesystem;

struct CheckOptions {
  std::vector<std::string> files;
  std::string keys;
  std::string explain;
  std::string format = "text";
};

std::vector<std::string> sorted_files(const fs::path& folder, std::string_view ending, bool deep) {
  std::vector<std::string> found;
  std::error_code failed;
  const auto take = [&](const fs::directory_entry& each) {
    if (each.path().filename().string().ends_with(ending)) found.push_back(each.path().string());
  };
  if (deep) {
    for (const auto& each : fs::recursive_directory_iterator(folder, failed)) take(each);
  } else {
    for (const auto& each : fs::directory_iterator(folder, failed)) take(each);
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The scenarios that an argument names: itself, or those below a folder.
std::vector<std::string> scenarios_of(const std::string& argument) {
  std::error_code failed;
  if (!fs::is_directory(argument, failed)) return {argument};
  return sorted_files(argument, "scenario.json", true);
}

/// The files of a lesson among the keys: ID.commands, ID-*.commands; wrong where the name says so.
std::vector<proving::KeyFile> keys_of(const std::string& folder, std::string_view text, bool& all_read) {
  std::vector<proving::KeyFile> keys;
  if (folder.empty()) return keys;
  const auto read = scenario::read_scenario(text, "");
  if (!read.scenario) return keys;
  const std::string& id = read.scenario->id;
  for (const std::string& each : sorted_files(folder, ".commands", false)) {
    const std::string name = fs::path(each).filename().string();
    if (name != id + ".commands" && !name.starts_with(id + "-")) continue;
    const auto commands = read_file(each);
    all_read = all_read && commands;
    if (commands) keys.push_back({name, *commands, name.starts_with(id + "-wrong-")});
  }
  // The main key comes first: the right answer is the first that solves.
  std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) {
    return (a.name == id + ".commands") > (b.name == id + ".commands");
  });
  return keys;
}

ExitCode explain_code(const std::string& code) {
  const std::string text = proving::explain(code);
  if (text.empty()) {
    complain("no finding has the code " + scenario::in_backticks(code));
    return wrong_usage;
  }
  write_output(text);
  return done;
}

ExitCode check(const CheckOptions& options) {
  if (!options.explain.empty()) return explain_code(options.explain);
  if (options.files.empty()) {
    complain("name a scenario or a folder of scenarios; see ntk check --help");
    return wrong_usage;
  }
  bool all_read = true;
  CheckReport report(options.format);
  for (const std::string& argument : options.files) {
    const auto files = scenarios_of(argument);
    if (files.empty()) {
      complain("no scenario.json is in " + argument);
      all_read = false;
    }
    for (const std::string& file : files) {
      const auto text = read_file(file);
      all_read = all_read && text;
      if (!text) continue;
      const auto keys = keys_of(options.keys, *text, all_read);
      report.add(proving::check_lesson(*text, shown_name(file), keys));
    }
  }
  report.end();
  if (!all_read) return bad_input;
  return report.is_clean() ? done : answer_is_no;
}

}  // namespace

void add_check(Program& program) {
  auto options = std::make_shared<CheckOptions>();
  program.verb("check", "Tell whether lessons can be solved, reward understanding, and notice mistakes")
      .arguments("SCENARIO", options->files, "Scenario files, or folders with scenario.json files",
                 Needed::no)
      .option("--keys", "DIR", options->keys,
              "A folder of keys, ID.commands, and wrong attempts, ID-wrong-*.commands")
      .option("--explain", "CODE", options->explain, "Tell what a code means and what to do")
      .format(options->format, "text, json, github (marks the lines in a pull request) or sarif",
              {"text", "json", "github", "sarif"})
      .footer(
          R"(Finds what ntk lint finds, and what only shows when the lesson is tried. Exit status: 0 nothing but notes was
found; 1 errors or warnings; 2 wrong usage; 3 a file cannot be read.)")
      .does([options] { return check(*options); });
}

}  // namespace ntk::cli
