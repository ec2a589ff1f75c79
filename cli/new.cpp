// ntk new: a lesson to begin with.
#include <filesystem>
#include <memory>

#include "cli/files.h"
#include "cli/new_lesson.h"
#include "cli/verbs.h"
#include "sim/scenario/diagnostic.h"

namespace ntk::cli {
namespace {

namespace fs = std::filesystem;

bool is_id(const std::string& name) {
  constexpr std::size_t longest = 64;
  return !name.empty() && name.size() <= longest && name[0] >= 'a' && name[0] <= 'z' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

std::string with_name(std::string_view text, const std::string& name) {
  std::string out(text);
  constexpr std::string_view mark = "NAME";
  for (std::size_t at = out.find(mark); at != out.npos; at = out.find(mark, at + name.size()))
    out.replace(at, mark.size(), name);
  return out;
}

ExitCode make(const std::string& name) {
  if (!is_id(name)) {
    complain(scenario::in_backticks(name) +
             " can't be the id of a lesson: lower-case letters, digits and hyphens, beginning with a letter");
    return wrong_usage;
  }
  std::error_code failed;
  if (fs::exists(name, failed)) {
    complain(scenario::in_backticks(name) + " is there already");
    return bad_input;
  }
  fs::create_directories(fs::path(name) / "keys", failed);
  if (failed) {
    complain("cannot make the folder " + scenario::in_backticks(name) + ": " + failed.message());
    return bad_input;
  }
  const std::string key = name + "/keys/" + name;
  const bool written = write_file(name + "/scenario.json", with_name(new_scenario, name)) &&
                       write_file(name + "/README.md", with_name(new_readme, name)) &&
                       write_file(key + ".commands", with_name(new_key, name)) &&
                       write_file(key + "-wrong-more-is-better.commands", with_name(new_wrong_attempt, name));
  if (!written) return bad_input;
  write_output("Made " + name + "/. Next: ntk check " + name + " --keys " + name + "/keys\n");
  return done;
}

}  // namespace

void add_new(Program& program) {
  auto name = std::make_shared<std::string>();
  program.verb("new", "Make a folder with a small lesson to begin with: scenario, key, wrong attempt, README")
      .argument("NAME", *name, "The id of the lesson, and the name of the folder")
      .footer(
          R"(The lesson checks clean. Exit status: 0 the folder was made; 2 wrong usage; 3 it is there already, or cannot
be written.)")
      .does([name] { return make(*name); });
}

}  // namespace ntk::cli
