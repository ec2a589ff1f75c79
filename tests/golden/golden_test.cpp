// Golden trails: each lesson that ships, taken by its key, leaves exactly the trail and the report that are
// kept here, byte for byte, natively and as WebAssembly. `scripts/refresh` writes them anew; look at the
// difference before you commit it.
#include "sim/scenario/reader.h"
#include "sim/session/report.h"
#include "tests/source_files.h"

namespace ntk {
namespace {

session::Session solved(const std::filesystem::path& file) {
  auto read = scenario::read_scenario(source_text(file), file.string());
  REQUIRE(read.scenario.has_value());
  const auto key = std::filesystem::path("tests/keys") / (read.scenario->id + ".commands");
  session::Session session(*std::move(read.scenario));
  const auto result = session::replay(session, source_text(key));
  if (result.refusal) FAIL(key.string() << ':' << result.line << ": " << result.refusal->message);
  return session;
}

std::filesystem::path golden(const session::Session& session, const char* ending) {
  return std::filesystem::path("tests/golden") / (session.scenario().id + ending);
}

TEST_CASE("every lesson leaves the trail, the seal and the report that are kept, byte for byte") {
  for (const auto& file : shipped_scenarios()) {
    const session::Session session = solved(file);
    check_golden(golden(session, ".jsonl"), to_json_lines(session.trail(), session.world()));
    check_golden(golden(session, ".jsonl.seal"), to_json(session.trail().seal()) + '\n');
    check_golden(golden(session, ".report.json"), report_json(session));
  }
}

TEST_CASE("the trails that are kept are intact under their seals") {
  for (const auto& file : shipped_scenarios()) {
    const session::Session session = solved(file);
    CHECK(session::verify(source_text(golden(session, ".jsonl")), session.trail().seal()).empty());
  }
}

}  // namespace
}  // namespace ntk
