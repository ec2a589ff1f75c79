#include "tests/oracle/compiled_comparison.h"

#include "sim/policy/decide.h"
#include "tests/oracle/comparison.h"

namespace ntk::oracle {
namespace {

using namespace policy;

/// What comes of one request for the record: none where it is reached, or where it is absent and nothing
/// fails.
std::optional<CheckId> asked_once(const World& world, const Request& request, Ref<Record> record) {
  const Decision decision = decide(world, request);
  if (!decision.permitted() || !is_search(request.operation)) return decision.primary();
  for (const policy::Hit& each : decision.hits) {
    if (each.record == record) return each.verdicts.first_failed();
  }
  return world[record].absent ? std::nullopt : std::optional(CheckId::FN_6);  // else the search would find it
}

/// The reason of the way that gets furthest.
std::optional<CheckId> asked_every_way(const World& world, Ref<User> user, const std::vector<Way>& ways,
                                       Ref<Record> record, const Stated& stated, Moment moment) {
  std::optional<CheckId> furthest;
  for (const Way each : ways) {
    const auto reason = asked_once(world, asking(world, user, each, record, stated, moment), record);
    if (!reason) return std::nullopt;
    if (!furthest || *furthest < *reason) furthest = reason;
  }
  return furthest;
}

std::string in_words(PackedOutcome outcome) {
  return outcome.permitted() ? "permitted" : std::string(check(*outcome.primary()).code);
}

}  // namespace

std::string CompiledComparison::compare(const World& world, Moment moment, const Ways& ways,
                                        const Stated& stated) {
  Compiled compiled(world, moment, ways);
  std::vector<PackedOutcome> row(world.records.size());
  for (std::uint32_t user = 0; user < world.users.size(); ++user) {
    compiled.row({user}, stated, row);
    for (std::uint32_t at = 0; at < row.size(); ++at) {
      const auto& of_category = ways[static_cast<std::size_t>(world.records[at].category)];
      const auto expected = asked_every_way(world, {user}, of_category, {at}, stated, moment);
      ++cases_;
      permitted_ += !expected;
      if (expected) reasons_.insert(*expected);
      if (row[at] == PackedOutcome(expected)) continue;
      return "compiled says " + in_words(row[at]) + ", decided " + in_words(PackedOutcome(expected)) +
             " of record " + std::to_string(at) + '\n' +
             in_full(world, asking(world, {user}, of_category.front(), {at}, stated, moment));
    }
  }
  return {};
}

}  // namespace ntk::oracle
