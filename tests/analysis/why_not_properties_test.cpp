// The search for minimal sets of edits, tried on random lessons: against every set there is.
#include <doctest/doctest.h>

#include <algorithm>

#include "sim/analysis/why_not.h"
#include "tests/analysis/brute_force.h"
#include "tests/analysis/random_lesson.h"
#include "tests/property.h"

namespace ntk::analysis {
namespace {

using namespace property;

constexpr int lessons = 60;
constexpr std::size_t most_atoms = 6;  ///< so that all sets of them can be tried

std::vector<Commands> sets_of(const Answer& answer) {
  std::vector<Commands> sets;
  for (const EditSet& each : answer.sets) {
    Commands& commands = sets.emplace_back();
    for (const Edit& edit : each.edits) commands.push_back(edit.command);
  }
  return sets;
}

bool same(const std::vector<Commands>& a, const std::vector<Commands>& b) {
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

}  // namespace

TEST_CASE("in random lessons all minimal sets of edits are found, and no others") {
  std::size_t requests = 0, permits = 0, found = 0, of_several = 0, of_records = 0;
  for_all(
      "why_not == brute force",
      [&] {
        const session::Session session(any_lesson());
        const std::size_t atoms = Edits(session, 0).atoms().size();
        discard_unless(atoms <= most_atoms);
        const BruteForce all(session, atoms);
        for (std::uint32_t request = 0; request < session.requests().size(); ++request) {
          const auto answer = why_not(session, {request, {}}, {atoms, 1000000});
          HOLDS(answer.exhaustive);
          HOLDS(same(sets_of(answer), all.minimal(request)));
          ++requests;
          permits += answer.was ? 1 : 0;
          found += answer.sets.size();
          for (const EditSet& each : answer.sets) of_several += each.atoms > 1 ? 1 : 0;
          if (!policy::finds_records(session.requests()[request].request.operation)) continue;
          for (std::uint32_t at = 0; at < session.world().records.size(); ++at) {
            const auto shown = why_not(session, {request, policy::Ref<policy::Record>{at}}, {atoms, 1000000});
            HOLDS(shown.exhaustive);
            HOLDS(same(sets_of(shown), all.minimal(request, {at})));
            of_records += shown.sets.size();
          }
        }
      },
      lessons);
  MESSAGE(requests << " requests, " << permits << " permits; " << found << " sets, " << of_several
                   << " of several edits, " << of_records << " about records");
  CHECK(found > 10);
  CHECK(of_several > 0);
  CHECK(of_records > 10);
}

}  // namespace ntk::analysis
