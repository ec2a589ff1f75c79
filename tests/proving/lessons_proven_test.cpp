// The lessons that ship prove what they are meant to prove: they check clean, bots earn at most half of the points, and nine
// in ten faults are caught.
#include <doctest/doctest.h>

#include "sim/proving/check.h"
#include "sim/scenario/diagnostic.h"
#include "tests/proving/quay.h"
#include "tests/size.h"
#include "tests/source_files.h"

namespace ntk::proving {
namespace {

std::vector<KeyFile> keys_of(const std::string& id) {
  std::vector<KeyFile> keys{{id + ".commands", source_text("tests/keys/" + id + ".commands"), false}};
  for (const auto& each : source_files("tests/keys", id + "-", ".commands")) {
    const std::string name = each.filename().string();
    keys.push_back({name, source_text(each), name.starts_with(id + "-wrong-")});
  }
  return keys;
}

TEST_CASE("every lesson checks clean, no bot earns more than half of it, and nine in ten faults are caught") {
  std::size_t seen = 0;
  for (const auto& file : some_of(shipped_scenarios())) {
    CAPTURE(file.string());
    const std::string text = source_text(file);
    const Checked checked = check_lesson(text, file.string(), keys_of(read_lesson(text).id));
    for (const auto& each : checked.read.diagnostics) {
      if (each.severity() != scenario::Severity::note) FAIL_CHECK(scenario::format_text(each, file.string()));
    }
    const Figures& figures = checked.figures;
    CHECK(figures.key == figures.points);
    CHECK(best_of(figures.bots).share() <= most_for_bots);
    REQUIRE(figures.detection);
    CHECK(figures.detection->counted() >= 5);
    CHECK(figures.detection->share() >= least_detection);
    ++seen;
  }
  CHECK(seen >= 4);
}

}  // namespace
}  // namespace ntk::proving
