#include "tests/proving/quay.h"

#include <doctest/doctest.h>

#include "sim/scenario/diagnostic.h"
#include "sim/scenario/lint.h"
#include "tests/source_files.h"

namespace ntk::proving {

std::string quay_with(std::string_view part, std::string_view instead) {
  std::string text = source_text("tests/proving/quay.json");
  if (part.empty()) return text;
  const std::size_t at = text.find(part);
  REQUIRE_MESSAGE(at != text.npos, std::string(part));
  return text.replace(at, part.size(), instead);
}

scenario::Scenario read_lesson(const std::string& text) {
  auto read = scenario::lint_scenario(text, "lesson.json");
  for (const auto& each : read.diagnostics) CAPTURE(scenario::format_text(each, "lesson.json"));
  REQUIRE(read.scenario);
  return *std::move(read.scenario);
}

}  // namespace ntk::proving
