// Files of the repository, for tests that compare with them: fixtures, scenarios, golden texts.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/size.h"

namespace ntk {

/// The root of the repository: where fixtures, scenarios and golden files are found, natively and under Node alike.
std::filesystem::path source_folder();

/// All bytes of a file, given from the root of the repository.
inline std::string source_text(const std::filesystem::path& path) {
  std::ifstream file(source_folder() / path, std::ios::binary);
  REQUIRE_MESSAGE(file, path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Whether golden texts are to be written anew instead of compared: scripts/refresh says so.
inline bool is_refresh() {
  const char* refresh = std::getenv("NTK_REFRESH");
  return refresh != nullptr && *refresh != '\0';
}

/// Compares with a golden text, given from the root of the repository, or writes it.
inline void check_golden(const std::filesystem::path& path, const std::string& text) {
  if (is_refresh()) std::ofstream(source_folder() / path, std::ios::binary) << text;
  CHECK_MESSAGE(source_text(path) == text, path.string() << " differs; if it should, run scripts/refresh");
}

/// The files of a folder whose names begin and end so, in order. Never none.
inline std::vector<std::filesystem::path> source_files(const std::filesystem::path& folder,
                                                       const std::string& begin, const std::string& end) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(begin) && name.ends_with(end)) found.push_back(folder / name);
  }
  std::sort(found.begin(), found.end());
  REQUIRE_MESSAGE(!found.empty(), "no " << begin << "*" << end << " in " << folder.string());
  return found;
}

/// The scenarios that ship: scenarios/*/scenario.json.
inline std::vector<std::filesystem::path> shipped_scenarios() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "scenarios")) {
    const std::filesystem::path file =
        std::filesystem::path("scenarios") / entry.path().filename() / "scenario.json";
    if (std::filesystem::exists(source_folder() / file)) found.push_back(file);
  }
  std::sort(found.begin(), found.end());
  REQUIRE(!found.empty());
  return found;
}

/// Those in which the student assigns from the beginning: not those that give only the trail.
inline std::vector<std::filesystem::path> shipped_with_assignments() {
  std::vector<std::filesystem::path> found = shipped_scenarios();
  std::erase_if(found, [](const std::filesystem::path& each) {
    return source_text(each).find("\"forensics\": true") != std::string::npos;
  });
  REQUIRE(!found.empty());
  return found;
}

/// A lesson's text with its predictions asked for, but not required: for tests of what waits for them.
inline std::string requiring_no_prediction(std::string text) {
  const std::string required = "\"required\": true", optional = "\"required\": false";
  for (std::size_t at = text.find(required); at != std::string::npos; at = text.find(required, at))
    text.replace(at, required.size(), optional);
  return text;
}

}  // namespace ntk
