// Sessions of the files of this repository, for the tests of what is told of whole sessions.
#pragma once

#include <string>

#include "sim/scenario/reader.h"
#include "sim/session/session.h"
#include "tests/source_files.h"

namespace ntk::analysis {

inline session::Session opened(const std::filesystem::path& file) {
  auto read = scenario::read_scenario(source_text(file), file.string());
  REQUIRE(read.scenario);
  return session::Session(*std::move(read.scenario));
}

/// With the commands of a file applied.
inline session::Session taken(session::Session session, const std::filesystem::path& commands) {
  REQUIRE_FALSE(replay(session, source_text(commands)).refusal);
  return session;
}

/// The key of a lesson.
inline std::filesystem::path key_of(const session::Session& lesson) {
  return "tests/keys/" + lesson.scenario().id + ".commands";
}

inline constexpr const char* harbour = "tests/cli/fixtures/harbour.json";

}  // namespace ntk::analysis
