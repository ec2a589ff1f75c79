#include "sim/analysis/solve_words.h"

#include <algorithm>
#include <array>

#include "sim/analysis/excess.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

std::string counted(const Natural& number, std::string_view one, std::string_view several) {
  return number.text() + ' ' + std::string(number == Natural(1) ? one : several);
}

std::vector<std::string> all_in_words(const std::vector<scenario::AssignedValue>& values,
                                      const scenario::Assignable& field, const policy::World& world) {
  std::vector<std::string> words;
  words.reserve(values.size());
  for (const auto& each : values) words.push_back(session::value_in_words(each, field, world));
  return words;
}

std::string of_set(const FieldOutlook& outlook, const scenario::Assignable& field,
                   const policy::World& world) {
  std::vector<scenario::AssignedValue> some;
  for (const auto& each : outlook.possible) {
    if (std::find(outlook.forced.begin(), outlook.forced.end(), each) == outlook.forced.end())
      some.push_back(each);
  }
  std::vector<std::string> parts;
  const auto add = [&](const char* how, const std::vector<scenario::AssignedValue>& values) {
    if (!values.empty()) parts.push_back(how + policy::listed(all_in_words(values, field, world), "and"));
  };
  add("always ", outlook.forced);
  add("in some solutions ", some);
  add("never ", outlook.excluded);
  std::string text;
  for (const std::string& each : parts) text += (text.empty() ? "" : "; ") + each;
  return text.empty() ? "nothing to choose" : text;
}

}  // namespace

std::string in_words(const SolveResult& found) {
  const std::string among = " among " + counted(found.space, "assignment", "assignments") + ".";
  switch (found.outcome) {
    case Solvability::solvable:
      return "Solvable: " + std::string(found.exhausted ? "" : "at least ") +
             counted(found.solutions, "solution", "solutions") + among;
    case Solvability::unsolvable:
      return "Unsolvable: no solution" + among;
    case Solvability::not_exhausted:
      break;
  }
  return "Not known: no solution was found, and not all of " +
         counted(found.space, "assignment", "assignments") + " were tried.";
}

std::string limits_in_words(const SolveResult& found) {
  if (found.exhausted) return {};
  return "Not exhausted: " + std::to_string(found.covered.per_cent_of(found.space)) +
         " % of the assignments are settled. It is proven that there are at most " +
         counted(found.at_most, "solution", "solutions") + ". A higher --limit tries more.";
}

std::string in_words(const Least& least, const scenario::Scenario& scenario) {
  std::vector<std::string> granted;
  if (least.counts_permits)
    granted.push_back(
        policy::counted(least.burden.permits, "permit to read a record", "permits to read a record"));
  policy::World world = scenario.world;
  for (const auto& each : least.solution.edits)
    scenario::assign(world, scenario.assignables[each.assignable], each.value);
  std::array<std::size_t, all_privileges.size()> numbers{};
  for (const scenario::Assignable& each : scenario.assignables) {
    if (const auto kind = granted_by(each.field))
      numbers[static_cast<std::size_t>(*kind)] += grants(current_value(world, each));
  }
  for (const Privilege each : all_privileges) {
    if (const std::size_t number = numbers[static_cast<std::size_t>(each)]; number > 0)
      granted.push_back(counted(each, number));
  }
  std::string text = granted.empty() ? "It grants nothing that is counted."
                                     : "It grants " + policy::listed(granted, "and") + ".";
  if (least.proven) text += " No solution grants less.";
  if (!least.counts_permits)
    text += " Permits to read records are not weighed: the world is too large for that.";
  return text;
}

std::string in_words(const FieldOutlook& outlook, const scenario::Scenario& scenario) {
  const scenario::Assignable& field = scenario.assignables[outlook.assignable];
  if (field_word(field.field).is_set) return of_set(outlook, field, scenario.world);
  const auto possible = all_in_words(outlook.possible, field, scenario.world);
  return (outlook.is_forced() ? "always " : "") + policy::listed(possible, "or");
}

std::string classes_in_words(const SolveResult& found) {
  const bool any = std::any_of(found.fields.begin(), found.fields.end(),
                               [](const FieldOutlook& each) { return each.open_class; });
  if (!any) return {};
  return "Open fields take endless values. Values that no decision of the script can tell apart count as "
         "one.";
}

}  // namespace ntk::analysis
