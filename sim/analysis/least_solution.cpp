#include "sim/analysis/least_solution.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "sim/analysis/excess.h"
#include "sim/analysis/script_diagrams.h"
#include "sim/policy/compiled.h"

namespace ntk::analysis {
namespace {

using policy::Record;
using policy::Ref;
using policy::User;
using policy::Verdict;
using scenario::AssignedValue;

constexpr std::uint64_t days_without_end = 36'525;

std::uint64_t days_of(const AssignedValue& value) {
  const auto* term = std::get_if<std::optional<policy::Term>>(&value);
  if (term == nullptr || !*term) return 0;
  if (!(*term)->last) return days_without_end;
  const auto days = std::chrono::sys_days(*(*term)->last) - std::chrono::sys_days((*term)->first);
  return static_cast<std::uint64_t>(std::max<std::int64_t>(days.count(), 0)) + 1;
}

Burden operator+(const Burden& a, const Burden& b) {
  return {a.permits + b.permits, a.privileges + b.privileges, a.days + b.days, a.changes + b.changes};
}

/// The path of a function with the least burden: of its values picked, and of its end, where that counts permits.
class ShortestPath {
 public:
  using Node = DecisionDiagram::Node;

  /// `burdens`: of each level, of each value.
  ShortestPath(const DecisionDiagram& diagram, std::vector<std::vector<Burden>> burdens, bool counts_permits)
      : diagram_(diagram), burdens_(std::move(burdens)), counts_permits_(counts_permits) {
    for (const auto& each : burdens_)
      least_.push_back(std::min_element(each.begin(), each.end()) - each.begin());
  }

  Burden find(Node function, DecisionDiagram::Path& path) {
    const Burden burden = skipping(best_of(function).burden, 0, diagram_.level_of(function));
    path.clear();
    for (const std::ptrdiff_t each : least_) path.push_back(static_cast<std::int32_t>(each));
    for (Node node = function; !diagram_.is_end(node);) {
      const std::size_t level = diagram_.level_of(node);
      const std::uint32_t value = known_[node].value;
      path[level] = static_cast<std::int32_t>(value);
      node = diagram_.step(node, level, value);
    }
    return burden;
  }

 private:
  struct Best {
    bool reachable = false;  ///< some path leads to a solution
    Burden burden;           ///< from the node's own level on
    std::uint32_t value = 0;
  };

  /// With the least value of each choice that is not asked.
  Burden skipping(Burden burden, std::size_t from, std::size_t to) const {
    for (std::size_t level = from; level < to; ++level)
      burden = burden + burdens_[level][static_cast<std::size_t>(least_[level])];
    return burden;
  }
  Best of_end(Node end) const {
    if (!counts_permits_) return {end == DecisionDiagram::everything, {}, 0};
    Best best{diagram_.end_value(end) != DecisionDiagram::outside, {}, 0};
    if (best.reachable) best.burden.permits = diagram_.end_value(end);
    return best;
  }
  Best best_of(Node node) {
    if (diagram_.is_end(node)) return of_end(node);
    if (const auto found = known_.find(node); found != known_.end()) return found->second;
    const std::size_t level = diagram_.level_of(node);
    Best best;
    for (std::uint32_t value = 0; value < diagram_.values(level); ++value) {
      const Node next = diagram_.step(node, level, value);
      const Best rest = best_of(next);
      if (!rest.reachable) continue;
      const Burden burden =
          skipping(rest.burden + burdens_[level][value], level + 1, diagram_.level_of(next));
      if (!best.reachable || burden < best.burden) best = {true, burden, value};
    }
    known_[node] = best;
    return best;
  }

  const DecisionDiagram& diagram_;
  std::vector<std::vector<Burden>> burdens_;
  bool counts_permits_;
  std::vector<std::ptrdiff_t> least_;  ///< of each level: the value with the least burden
  std::map<Node, Best> known_;
};

}  // namespace

LeastSolution::LeastSolution(SolverDesk& desk, DecisionDiagram::Node solutions)
    : desk_(desk), table_(desk), setting_(without_requests(desk.fresh)), solutions_(solutions) {
  const policy::World& world = desk.fresh.scenario().world;
  counts_permits_ = desk.dependence != nullptr && !world.purposes.empty() &&
                    world.users.size() * world.records.size() <= most_pairs_weighed;
}

bool LeastSolution::step() {
  if (counts_permits_ && user_ < desk_.fresh.scenario().world.users.size()) {
    counts_permits_ = add_permits({user_++});
    if (counts_permits_) return true;
  }
  Node function = DecisionDiagram::nothing;
  if (counts_permits_) function = desk_.diagram.within(solutions_, permits_);
  counts_permits_ = counts_permits_ && !desk_.diagram.overflowed();
  find(counts_permits_ ? function : solutions_);
  return false;
}

// ---- Permits -----------------------------------------------------------------------------------

bool LeastSolution::add_permits(Ref<User> user) {
  const policy::World& world = desk_.fresh.scenario().world;
  for (std::uint32_t at = 0; at < world.records.size(); ++at) {
    if (world.records[at].absent) continue;
    const auto reads = can_read(user, {at});
    if (!reads) return false;
    if (*reads == DecisionDiagram::everything) {
      ++always_;
    } else {
      permits_ = desk_.diagram.plus(permits_, *reads);
    }
  }
  return !desk_.diagram.overflowed();
}

std::optional<DecisionDiagram::Node> LeastSolution::can_read(Ref<User> user, Ref<Record> record) {
  const policy::World& world = *setting_.world;
  Node any_way = DecisionDiagram::nothing;
  for (const policy::Way way : policy::reading_ways()[static_cast<std::size_t>(world[record].category)]) {
    policy::Request request =
        policy::asking(world, user, way, record, stated_by(setting_, user), setting_.moment);
    request.target = record;  // of a search too: the same checks see the same things
    const auto reads = can_read(request, record);
    if (!reads) return std::nullopt;
    any_way = desk_.diagram.either(any_way, *reads);
  }
  return any_way;
}

std::optional<DecisionDiagram::Node> LeastSolution::can_read(const policy::Request& request,
                                                             Ref<Record> record) {
  std::map<std::vector<std::uint32_t>, std::vector<policy::CheckId>> groups;
  for (const policy::Check& each : policy::checks())
    groups[choices_read(desk_, request, {each.id, record})].push_back(each.id);
  Node fails = DecisionDiagram::nothing;
  for (const auto& [levels, checks] : groups) {
    const auto decide = [&, &of_group = checks](std::vector<bool>& failed) {
      const policy::Decision decision = policy::decide(table_.world(), request);
      failed[0] = std::any_of(of_group.begin(), of_group.end(),
                              [&](policy::CheckId each) { return decision.verdicts[each] == Verdict::fail; });
    };
    std::vector<Node> diagrams;
    if (!table_.fill(levels, request.moment.day, 1, decide, diagrams)) return std::nullopt;
    fails = desk_.diagram.either(fails, diagrams.front());
  }
  return desk_.diagram.other(fails);
}

// ---- The shortest path -------------------------------------------------------------------------

Burden LeastSolution::burden_of(std::size_t level, std::uint32_t value) const {
  const std::uint32_t at = desk_.order[level];
  const Choice& choice = desk_.space.choices()[at];
  Burden burden;
  burden.changes = value == desk_.space.given()[at] ? 0 : 1;
  const bool is_privilege = granted_by(desk_.space.field(choice.assignable).field).has_value();
  switch (choice.kind) {
    case Choice::Kind::value:
      burden.privileges = is_privilege ? grants(choice.values[value]) : 0;
      burden.days = days_of(choice.values[value]);
      break;
    case Choice::Kind::element:
      burden.privileges = is_privilege ? value : 0;
      break;
    case Choice::Kind::as_given:
      burden.privileges = is_privilege ? value * desk_.space.atoms(at).size() : 0;
      break;
  }
  return burden;
}

void LeastSolution::find(Node function) {
  std::vector<std::vector<Burden>> burdens;
  for (std::size_t level = 0; level < desk_.diagram.levels(); ++level) {
    auto& of_level = burdens.emplace_back();
    for (std::uint32_t value = 0; value < desk_.diagram.values(level); ++value)
      of_level.push_back(burden_of(level, value));
  }
  ShortestPath shortest(desk_.diagram, std::move(burdens), counts_permits_);
  burden_ = shortest.find(function, path_);
  burden_.permits += counts_permits_ ? always_ : 0;
}

}  // namespace ntk::analysis
