// Dependencies point one way: policy <- scenario <- session <- analysis <- proving <- {cli, web}, and within web
// app <- view <- {bridge, canvas}.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/source_files.h"

namespace {

using ntk::source_folder;

namespace fs = std::filesystem;

/// Which folders the sources of a folder may include from.
const std::map<std::string, std::set<std::string>> allowed = {
    {"sim/policy", {"sim/policy"}},
    {"sim/scenario", {"sim/scenario", "sim/policy"}},
    {"sim/session", {"sim/session", "sim/scenario", "sim/policy"}},
    {"sim/analysis", {"sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"sim/grading", {"sim/grading", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"sim/proving", {"sim/proving", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"cli",
     {"cli", "sim/grading", "sim/proving", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"web", {"web", "sim/proving", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"web/app", {"web/app", "sim/proving", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"web/view", {"web/view", "web/app", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"web/bridge",
     {"web/bridge", "web/view", "web/app", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"web/canvas",
     {"web/canvas", "web/view", "web/app", "sim/analysis", "sim/session", "sim/scenario", "sim/policy"}},
    {"web/canvas/platform", {"web/canvas/platform"}},
    {"web/canvas/ui", {"web/canvas/ui", "web/canvas/platform"}},
    {"bench",
     {"bench", "web/canvas/platform", "sim/grading", "sim/analysis", "sim/session", "sim/scenario",
      "sim/policy"}},
};

struct Include {
  std::string file, line, path;
  bool quoted = false;
};

std::vector<Include> includes_below(const fs::path& folder) {
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".h") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include ")) continue;
      const auto open = line.find_first_of("\"<"), close = line.find_last_of("\">");
      found.push_back(
          {entry.path().string(), line, line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
  }
  return found;
}

bool begins_with_folder(const std::string& path, const std::set<std::string>& folders) {
  for (const std::string& each : folders) {
    if (path.starts_with(each + "/")) return true;
  }
  return false;
}

TEST_CASE("dependencies point one way, and cli and web never see each other") {
  for (const auto& [name, may_include] : allowed) {
    const std::string& folder = name;  // Clang 14 captures no structured binding
    std::size_t seen = 0;
    for (const Include& each : includes_below(source_folder() / folder)) {
      const bool ours = each.path.starts_with("sim/") || each.path.starts_with("cli/") ||
                        each.path.starts_with("web/") || each.path.starts_with("tests/") ||
                        each.path.starts_with("bench/");
      if (!ours) continue;
      ++seen;
      CAPTURE(each.file);
      CAPTURE(each.line);
      CHECK(begins_with_folder(each.path, may_include));
    }
    CAPTURE(folder);
    CHECK(seen > 0);
  }
}

TEST_CASE("every file of tests is compiled") {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source_folder() / "tests")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with("_test.cpp")) continue;
    std::ifstream in(entry.path().parent_path() / "CMakeLists.txt");
    const std::string list{std::istreambuf_iterator<char>(in), {}};
    CHECK_MESSAGE(list.find(name) != std::string::npos, entry.path().string());
    ++files;
  }
  CHECK(files > 80);
}

TEST_CASE("the policy is standard C++ alone: no input or output, no clock, no chance, no library") {
  const std::set<std::string> barred = {"iostream", "fstream",    "cstdio", "random",
                                        "ctime",    "filesystem", "thread"};
  for (const Include& each : includes_below(source_folder() / "sim/policy")) {
    CAPTURE(each.file);
    CAPTURE(each.line);
    CHECK(each.path.starts_with("sim/policy/") == each.quoted);
    if (!each.quoted) {
      CHECK(each.path.find('/') == std::string::npos);
      CHECK(each.path.find(".h") == std::string::npos);
      CHECK_FALSE(barred.contains(each.path));
    }
  }
}

/// The headers of ours that a source sees, by whatever way.
std::set<std::string> seen_by(const std::string& source) {
  std::set<std::string> seen;
  std::vector<std::string> open = {source};
  while (!open.empty()) {
    std::ifstream in(source_folder() / open.back());
    open.pop_back();
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("#include \"")) continue;
      const std::string path = line.substr(10, line.find('"', 10) - 10);
      if (seen.insert(path).second) open.push_back(path);
    }
  }
  return seen;
}

TEST_CASE("the panels see the session and no JSON") {
  std::size_t panels = 0;
  for (const auto& entry : fs::directory_iterator(source_folder() / "web/canvas/panels")) {
    const auto seen = seen_by(fs::relative(entry.path(), source_folder()).string());
    CAPTURE(entry.path().string());
    for (const std::string& header : seen) {
      CAPTURE(header);
      CHECK(header.find("json") == std::string::npos);
    }
    panels += seen.contains("sim/session/session.h");
  }
  CHECK(panels > 5);
}

TEST_CASE("only the scenario layer sees the JSON library, and only the web sees Dear ImGui") {
  for (const char* folder : {"sim", "cli", "web"}) {
    for (const Include& each : includes_below(source_folder() / folder)) {
      CAPTURE(each.file);
      CAPTURE(each.line);
      if (each.path.starts_with("nlohmann/")) CHECK(each.file.find("sim/scenario/") != std::string::npos);
      if (each.path.find("imgui") != std::string::npos) CHECK(each.file.find("/web/") != std::string::npos);
    }
  }
}

}  // namespace
