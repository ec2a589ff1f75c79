// The sets of edits of `why-not` against every set there is: none missing, none superfluous.
#include <doctest/doctest.h>

#include <algorithm>

#include "sim/analysis/why_not.h"
#include "sim/scenario/reader.h"
#include "tests/analysis/brute_force.h"
#include "tests/analysis/opened.h"
#include "tests/source_files.h"

namespace ntk::analysis {
namespace {

/// The sets of an answer, in the order in which brute force gives them.
bool same_sets(const Answer& answer, const std::vector<Commands>& expected) {
  std::vector<Commands> found;
  for (const EditSet& each : answer.sets) {
    Commands& commands = found.emplace_back();
    for (const Edit& edit : each.edits) commands.push_back(edit.command);
  }
  return found.size() == expected.size() && std::is_permutation(found.begin(), found.end(), expected.begin());
}

}  // namespace

TEST_CASE("of every request of the shipped lessons all minimal sets of two edits are found, and no others") {
  std::size_t sets = 0, decisions = 0;
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    auto read = scenario::read_scenario(source_text(file), file.string());
    REQUIRE(read.scenario);
    const session::Session session = ready_to_run(*std::move(read.scenario));
    const BruteForce all(session, 2);
    for (std::uint32_t request = 0; request < session.requests().size(); ++request) {
      CAPTURE(session.requests()[request].id);
      const Answer answer = why_not(session, {request, {}}, {2, 1000000});
      CHECK(same_sets(answer, all.minimal(request)));
      sets += answer.sets.size();
      ++decisions;
      if (!policy::finds_records(session.requests()[request].request.operation)) continue;
      for (std::uint32_t at = 0; at < session.world().records.size(); ++at) {
        const policy::Ref<policy::Record> record{at};
        CAPTURE(session.world().records[at].id);
        CHECK(same_sets(why_not(session, {request, record}, {2, 1000000}), all.minimal(request, record)));
      }
    }
  }
  CHECK(decisions > (tries_everything ? 100 : 30));
  CHECK(sets > (tries_everything ? 100 : 30));
}

TEST_CASE("of the shipped lessons every search for what would change a request tries all that could") {
  std::size_t searches = 0;
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    const session::Session session = opened(file);
    for (std::uint32_t request = 0; request < session.requests().size(); ++request) {
      CAPTURE(session.requests()[request].id);
      CHECK(why_not(session, {request, {}}).exhaustive);
      ++searches;
    }
  }
  CHECK(searches > (tries_everything ? 100 : 30));
}

}  // namespace ntk::analysis
