#include "bench/lessons.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/scenario/reader.h"

namespace ntk::bench {
namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// Applies every line of the key but those that run something, and the marks on what was run.
bool prepare(session::Session& session, const std::string& key) {
  std::istringstream lines(key);
  for (std::string line; std::getline(lines, line);) {
    if (session::is_blank_or_comment(line) || line.starts_with("run ") || line.starts_with("mark ")) continue;
    if (session.apply(line)) return false;
  }
  return true;
}

}  // namespace

std::vector<Lesson> read_lessons(const std::string& repository) {
  std::vector<Lesson> lessons;
  for (const auto& entry : std::filesystem::directory_iterator(repository + "/scenarios")) {
    const auto file = entry.path() / "scenario.json";
    if (!std::filesystem::exists(file)) continue;
    auto read = scenario::read_scenario(text_of(file), file.string());
    if (!read.scenario) {
      std::fprintf(stderr, "%s has errors\n", file.c_str());
      continue;
    }
    const std::string id = read.scenario->id;
    Lesson lesson{id, session::Session(std::move(*read.scenario))};
    if (prepare(lesson.ready, text_of(repository + "/tests/keys/" + id + ".commands"))) {
      lessons.push_back(std::move(lesson));
    } else {
      std::fprintf(stderr, "the key of %s has errors\n", id.c_str());
    }
  }
  std::sort(lessons.begin(), lessons.end(), [](const Lesson& a, const Lesson& b) { return a.id < b.id; });
  return lessons;
}

scenario::Scenario widened(const Lesson& lesson) {
  scenario::Scenario wide = lesson.ready.scenario();
  const policy::FunctionSet choices{policy::Function::subject_query, policy::Function::printing,
                                    policy::Function::record_linking};
  for (std::uint32_t user = 0; user < 4; ++user)
    wide.assignables.push_back({scenario::AssignableField::user_functions, user, false, {choices}});
  return wide;
}

}  // namespace ntk::bench
