#include "sim/analysis/verdict_table.h"

#include <algorithm>

namespace ntk::analysis {

std::vector<std::uint32_t> choices_read(const SolverDesk& desk, const policy::Request& request,
                                        const Point& point) {
  std::vector<std::uint32_t> levels;
  if (desk.dependence == nullptr) return levels;
  for (std::uint32_t level = 0; level < desk.order.size(); ++level) {
    const std::vector<Atom> atoms = desk.space.atoms(desk.order[level]);
    const bool is_read = std::any_of(atoms.begin(), atoms.end(), [&](const Atom& each) {
      return desk.dependence->reads(request, point, each);
    });
    if (is_read) levels.push_back(level);
  }
  return levels;
}

VerdictTable::VerdictTable(SolverDesk& desk)
    : desk_(desk),
      world_(desk.fresh.scenario().world),
      picks_(desk.space.given()),
      path_(desk.order.size(), DecisionDiagram::any) {}

void VerdictTable::pick(std::uint32_t choice, std::uint32_t value) {
  if (picks_[choice] == value) return;
  picks_[choice] = value;
  const std::uint32_t assignable = desk_.space.choices()[choice].assignable;
  scenario::assign(world_, desk_.space.field(assignable), desk_.space.value(assignable, picks_));
}

void VerdictTable::pick(const DecisionDiagram::Path& path) {
  for (std::size_t level = 0; level < path.size(); ++level) {
    if (path[level] != DecisionDiagram::any)
      pick(desk_.order[level], static_cast<std::uint32_t>(path[level]));
  }
}

bool VerdictTable::fill(std::span<const std::uint32_t> levels, policy::Date day, std::size_t verdicts,
                        const std::function<void(std::vector<bool>&)>& decide, std::vector<Node>& diagrams) {
  Alike alike;
  std::uint64_t needed = 1;
  for (const std::uint32_t level : levels) {
    alike.push_back(desk_.space.alike_on(desk_.order[level], day, desk_.fresh.scenario().world.parameters));
    std::uint64_t different = 0;
    for (std::uint32_t value = 0; value < alike.back().size(); ++value)
      different += alike.back()[value] == value ? 1 : 0;
    if (needed > desk_.decisions_left / different) return false;
    needed *= different;
  }
  desk_.decisions_left -= needed;
  verdicts_.resize(verdicts);
  diagrams = fill_from(0, levels, alike, decide);
  for (const std::uint32_t level : levels) path_[level] = DecisionDiagram::any;
  return !desk_.diagram.overflowed();
}

std::vector<DecisionDiagram::Node> VerdictTable::fill_from(
    std::size_t at, std::span<const std::uint32_t> levels, const Alike& alike,
    const std::function<void(std::vector<bool>&)>& decide) {
  if (at == levels.size()) {
    std::fill(verdicts_.begin(), verdicts_.end(), false);
    decide(verdicts_);
    return {verdicts_.begin(), verdicts_.end()};
  }
  const std::uint32_t level = levels[at];
  const std::vector<std::uint32_t>& like = alike[at];
  std::vector<std::vector<Node>> of_value(like.size());
  for (std::uint32_t value = 0; value < like.size(); ++value) {
    if (like[value] != value) {
      of_value[value] = of_value[like[value]];
      continue;
    }
    pick(desk_.order[level], value);
    path_[level] = static_cast<std::int32_t>(value);
    of_value[value] = fill_from(at + 1, levels, alike, decide);
  }
  std::vector<Node> made, branches(like.size());
  for (std::size_t verdict = 0; verdict < verdicts_.size(); ++verdict) {
    for (std::size_t value = 0; value < like.size(); ++value) branches[value] = of_value[value][verdict];
    made.push_back(desk_.diagram.branch(level, branches));
  }
  return made;
}

}  // namespace ntk::analysis
