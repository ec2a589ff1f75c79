#include "sim/analysis/solution_space.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "sim/analysis/witnesses.h"
#include "sim/policy/facts.h"

namespace ntk::analysis {
namespace {

using policy::Date;
using policy::Investigation;
using policy::Term;
using scenario::Assignable;
using scenario::AssignableField;
using scenario::AssignedValue;

// ---- The elements of sets ----------------------------------------------------------------------

/// A set as sets of one element each, without repetition. Called with the alternatives of a value.
struct Elements {
  std::vector<AssignedValue> operator()(const policy::Designation& designation) const {
    std::vector<AssignedValue> elements;
    for (const policy::DesignationClass& each : designation) {
      AssignedValue one = policy::Designation{each};
      const bool known = std::any_of(elements.begin(), elements.end(), [&](const AssignedValue& other) {
        const Assignable only{AssignableField::record_designation, 0, false, {other}};
        return allows(only, one);
      });
      if (!known) elements.push_back(std::move(one));
    }
    return elements;
  }
  std::vector<AssignedValue> operator()(const policy::Roles& roles) const {
    std::vector<AssignedValue> elements;
    for (const auto each : roles) elements.emplace_back(policy::Roles{each});
    return elements;
  }
  template <class E>
  std::vector<AssignedValue> operator()(policy::EnumSet<E> set) const {
    std::vector<AssignedValue> elements;
    for (const auto& each : policy::words<E>()) {
      if (set.contains(each.value)) elements.emplace_back(policy::EnumSet<E>{each.value});
    }
    return elements;
  }
  std::vector<AssignedValue> operator()(const auto&) const { return {}; }  // not a set
};

/// Whether the set holds the element.
bool holds(const Assignable& field, const AssignedValue& set, const AssignedValue& element) {
  const Assignable wide{field.field, field.at, false, {set}};
  return allows(wide, element);
}

/// Adds the element to the set. Called with the set; the element is of its kind.
struct Adding {
  const AssignedValue& element;

  void operator()(policy::Designation& set) const {
    set.push_back(std::get<policy::Designation>(element).front());
  }
  void operator()(policy::Roles& set) const {
    const auto role = std::get<policy::Roles>(element).front();
    set.insert(std::lower_bound(set.begin(), set.end(), role), role);
  }
  template <class E>
  void operator()(policy::EnumSet<E>& set) const {
    set |= std::get<policy::EnumSet<E>>(element);
  }
  void operator()(auto&) const {}  // not a set
};

AssignedValue emptied(const AssignedValue& set) {
  return std::visit([](const auto& value) { return AssignedValue(std::decay_t<decltype(value)>{}); }, set);
}

// ---- The values of open fields -----------------------------------------------------------------

/// How good a held investigation is on a day.
int standing_on(const std::optional<Investigation>& held, Date day, const policy::Parameters& parameters) {
  if (!policy::is_valid(held, day)) return 0;
  const bool is_current =
      policy::current(held->completed, policy::investigation_years(parameters, held->type), day);
  return 1 + static_cast<int>(held->type) * 2 + (is_current ? 1 : 0);
}

/// What requests on the day can tell of a value: equal numbers, no difference. Nothing: all of it.
struct ToldOn {
  Date day;
  const policy::Parameters& parameters;

  std::optional<int> operator()(const std::optional<Term>& term) const {
    return term && term->covers(day) ? 1 : 0;
  }
  std::optional<int> operator()(const std::optional<Investigation>& held) const {
    return standing_on(held, day, parameters);
  }
  std::optional<int> operator()(const auto&) const { return std::nullopt; }
};

/// The days on which the script asks, each once.
std::set<Date> days_of(const session::Session& fresh) {
  std::set<Date> days{fresh.clock().day};
  for (const scenario::ScriptedRequest& each : fresh.requests()) {
    if (!each.at_clock) days.insert(each.request.moment.day);
  }
  return days;
}

std::vector<AssignedValue> terms_on(const std::set<Date>& days) {
  std::vector<AssignedValue> terms{std::optional<Term>()};
  for (auto first = days.begin(); first != days.end(); ++first) {
    terms.emplace_back(std::optional(Term{*first, std::nullopt}));
    for (auto last = first; std::next(last) != days.end(); ++last)
      terms.emplace_back(std::optional(Term{*first, *last}));
  }
  return terms;
}

/// Any that differ on some day: completed on each, the day after, and as late as is just overdue.
std::vector<AssignedValue> investigations_on(const std::set<Date>& days,
                                             const policy::Parameters& parameters) {
  std::vector<AssignedValue> all{std::optional<Investigation>()};
  for (const auto& type : policy::words<policy::InvestigationType>()) {
    const int years = policy::investigation_years(parameters, type.value);
    std::set<Date> completed;
    for (const Date day : days) {
      completed.insert(day);
      const Date overdue = policy::plus_years(day, -years);
      completed.insert(overdue);
      completed.insert(policy::next_day(overdue));
    }
    for (auto each = completed.rbegin(); each != completed.rend(); ++each)
      all.emplace_back(std::optional(Investigation{type.value, *each, policy::Adjudication::favorable}));
  }
  return all;
}

/// The first of the values, and each other one that some day tells from those before it.
std::vector<AssignedValue> told_apart(const std::vector<AssignedValue>& values, const std::set<Date>& days,
                                      const policy::Parameters& parameters) {
  std::vector<AssignedValue> kept;
  std::set<std::vector<std::optional<int>>> known;
  for (const AssignedValue& each : values) {
    std::vector<std::optional<int>> told;
    for (const Date day : days) told.push_back(std::visit(ToldOn{day, parameters}, each));
    if (known.insert(std::move(told)).second) kept.push_back(each);
  }
  return kept;
}

/// Of an open field of one value, values of which any other is like one; of a set, the largest.
std::vector<AssignedValue> open_values(const Assignable& field, const session::Session& fresh,
                                       const std::set<Date>& days) {
  switch (field.field) {
    case AssignableField::agreement_term:
    case AssignableField::memo_term:
      return terms_on(days);
    case AssignableField::user_investigation:
      return investigations_on(days, fresh.scenario().world.parameters);
    case AssignableField::user_functions:
    case AssignableField::agreement_functions:
      return {policy::all<policy::Function>()};
    case AssignableField::agreement_categories:
    case AssignableField::agreement_anaci_categories:
    case AssignableField::memo_categories:
      return {possible_categories(field.field)};
    case AssignableField::letter_route: {
      std::vector<AssignedValue> routes;
      for (const auto& each : policy::words<policy::Route>()) routes.emplace_back(std::optional(each.value));
      return routes;
    }
    case AssignableField::record_level:
    case AssignableField::record_designation:
    case AssignableField::user_roles:
    case AssignableField::memo_levels:
    case AssignableField::memo_access:
    case AssignableField::memo_anaci:
    case AssignableField::letter_states:
      break;
  }
  return fresh.requests().empty() ? std::vector<AssignedValue>() : Witnesses(fresh, 0).of(field);
}

bool is_of_classes(const Assignable& field) {
  return field.open &&
         (field.field == AssignableField::agreement_term || field.field == AssignableField::memo_term ||
          field.field == AssignableField::user_investigation ||
          field.field == AssignableField::record_designation);
}

/// What goals on the field name: values that no decision may tell from others, but the goal does.
std::vector<AssignedValue> named_by_goals(const scenario::Scenario& scenario, std::uint32_t assignable) {
  std::vector<AssignedValue> named;
  for (const scenario::Goal& each : scenario.goals) {
    const auto* goal = std::get_if<scenario::AssignedGoal>(&each.assertion);
    if (goal == nullptr || goal->assignable != assignable) continue;
    if (goal->is) named.push_back(*goal->is);
    if (goal->is_not) named.push_back(*goal->is_not);
  }
  return named;
}

/// Of a field of one value: adds those that it allows and that aren't there yet.
void add_named(std::vector<AssignedValue>& values, const Assignable& field,
               const std::vector<AssignedValue>& named) {
  for (const AssignedValue& each : named) {
    if (allows(field, each) && std::find(values.begin(), values.end(), each) == values.end())
      values.push_back(each);
  }
}

void add_elements_named(AssignedValue& largest, const Assignable& field,
                        const std::vector<AssignedValue>& named) {
  for (const AssignedValue& each : named) {
    for (const AssignedValue& element : std::visit(Elements(), each)) {
      if (!holds(field, largest, element)) std::visit(Adding{element}, largest);
    }
  }
}

}  // namespace

// ---- The space ---------------------------------------------------------------------------------

SolutionSpace::SolutionSpace(const session::Session& fresh) {
  const policy::World& world = fresh.scenario().world;
  const std::set<Date> days = days_of(fresh);
  for (std::uint32_t at = 0; at < fresh.scenario().assignables.size(); ++at) {
    Field field{fresh.scenario().assignables[at], {}, {}, false, {}, {}};
    field.given = current_value(world, field.field);
    field.of_classes = analysis::is_of_classes(field.field);
    std::vector<AssignedValue> values =
        field.field.open ? open_values(field.field, fresh, days) : field.field.choices;
    if (field_word(field.field.field).is_set) {
      AssignedValue largest = values.empty() ? emptied(field.given) : values.front();
      if (field.of_classes) add_elements_named(largest, field.field, named_by_goals(fresh.scenario(), at));
      add_elements(at, field, largest);
    } else {
      // The given value comes first, so that it stands for its class.
      std::erase(values, field.given);
      values.insert(values.begin(), field.given);
      if (field.of_classes) values = told_apart(values, days, world.parameters);
      add_named(values, field.field, named_by_goals(fresh.scenario(), at));
      add(at, field, values);
    }
    fields_.push_back(std::move(field));
  }
}

void SolutionSpace::add(std::uint32_t assignable, Field& field, const std::vector<AssignedValue>& values) {
  field.choices.push_back(static_cast<std::uint32_t>(choices_.size()));
  given_.push_back(0);
  choices_.push_back({assignable, Choice::Kind::value, values});
}

void SolutionSpace::add_elements(std::uint32_t assignable, Field& field, const AssignedValue& largest) {
  std::vector<AssignedValue> elements = std::visit(Elements(), largest);
  for (const AssignedValue& each : std::visit(Elements(), field.given)) {
    if (holds(field.field, largest, each)) continue;
    if (field.field.open) {
      elements.push_back(each);
    } else {
      field.beyond.push_back({assignable, each, false});
    }
  }
  for (AssignedValue& each : elements) {
    field.choices.push_back(static_cast<std::uint32_t>(choices_.size()));
    given_.push_back(holds(field.field, field.given, each) ? 1 : 0);
    choices_.push_back({assignable, Choice::Kind::element, {std::move(each)}});
  }
  if (field.beyond.empty()) return;
  field.as_given = static_cast<std::uint32_t>(choices_.size());
  field.choices.push_back(*field.as_given);
  given_.push_back(1);
  choices_.push_back({assignable, Choice::Kind::as_given, {}});
}

bool SolutionSpace::agrees(std::uint32_t assignable, const Picks& picks) const {
  const Field& field = fields_[assignable];
  if (!field.as_given || picks[*field.as_given] == 0) return true;
  return std::all_of(field.choices.begin(), field.choices.end(),
                     [&](std::uint32_t each) { return picks[each] == given_[each]; });
}

bool SolutionSpace::agrees_with(std::uint32_t choice, std::uint32_t pick, const AssignedValue& value) const {
  const Choice& asked = choices_[choice];
  const Field& field = fields_[asked.assignable];
  if (scenario::same_value(value, field.given) && field_word(field.field.field).is_set)
    return pick == given_[choice];
  if (asked.kind == Choice::Kind::as_given) return pick == 0;
  if (asked.kind == Choice::Kind::value) return scenario::same_value(asked.values[pick], value);
  return (pick == 1) == holds(field.field, value, asked.values.front());
}

bool SolutionSpace::shares_with(std::uint32_t choice, std::uint32_t pick, const AssignedValue& value) const {
  const Choice& asked = choices_[choice];
  const Field& field = fields_[asked.assignable];
  if (asked.kind == Choice::Kind::value) return scenario::same_value(asked.values[pick], value);
  if (pick == 0) return false;
  if (asked.kind == Choice::Kind::element) return holds(field.field, value, asked.values.front());
  return std::any_of(field.beyond.begin(), field.beyond.end(),
                     [&](const Atom& each) { return holds(field.field, value, each.value); });
}

bool SolutionSpace::can_hold(std::uint32_t assignable, const AssignedValue& value) const {
  const Field& field = fields_[assignable];
  if (scenario::same_value(value, field.given)) return true;
  if (!field_word(field.field.field).is_set) return true;  // else no pick agrees
  const std::vector<AssignedValue> elements = std::visit(Elements(), value);
  return std::all_of(elements.begin(), elements.end(), [&](const AssignedValue& element) {
    return std::any_of(field.choices.begin(), field.choices.end(), [&](std::uint32_t each) {
      return choices_[each].kind == Choice::Kind::element &&
             holds(field.field, choices_[each].values.front(), element);
    });
  });
}

AssignedValue SolutionSpace::value(std::uint32_t assignable, const Picks& picks) const {
  const Field& field = fields_[assignable];
  const bool as_given = std::all_of(field.choices.begin(), field.choices.end(),
                                    [&](std::uint32_t each) { return picks[each] == given_[each]; });
  if (as_given) return field.given;
  AssignedValue value = emptied(field.given);
  for (const std::uint32_t at : field.choices) {
    const Choice& choice = choices_[at];
    if (choice.kind == Choice::Kind::value) return choice.values[picks[at]];
    if (choice.kind == Choice::Kind::element && picks[at] != 0)
      std::visit(Adding{choice.values.front()}, value);
  }
  return value;
}

std::vector<session::AssignCommand> SolutionSpace::commands(const Picks& picks) const {
  std::vector<session::AssignCommand> commands;
  for (std::uint32_t at = 0; at < fields_.size(); ++at) {
    AssignedValue assigned = value(at, picks);
    if (!scenario::same_value(assigned, fields_[at].given)) commands.push_back({at, std::move(assigned)});
  }
  return commands;
}

std::vector<Atom> SolutionSpace::atoms(std::uint32_t choice) const {
  const Choice& asked = choices_[choice];
  if (asked.kind == Choice::Kind::as_given) return fields_[asked.assignable].beyond;
  return {{asked.assignable, asked.values.front(), true}};
}

Natural SolutionSpace::size_of(std::uint32_t assignable) const {
  const Field& field = fields_[assignable];
  Natural size = 1;
  for (const std::uint32_t each : field.choices) {
    if (choices_[each].kind != Choice::Kind::as_given) size *= choices_[each].size();
  }
  return field.as_given ? size + 1 : size;
}

Natural SolutionSpace::size() const {
  Natural size = 1;
  for (std::uint32_t at = 0; at < fields_.size(); ++at) size = size * size_of(at);
  return size;
}

std::vector<std::uint32_t> SolutionSpace::alike_on(std::uint32_t choice, Date day,
                                                   const policy::Parameters& parameters) const {
  const Choice& asked = choices_[choice];
  std::vector<std::uint32_t> alike(asked.size());
  for (std::uint32_t at = 0; at < alike.size(); ++at) {
    alike[at] = at;
    if (asked.kind != Choice::Kind::value) continue;
    const auto told = std::visit(ToldOn{day, parameters}, asked.values[at]);
    for (std::uint32_t before = 0; told && before < at && alike[at] == at; ++before) {
      if (std::visit(ToldOn{day, parameters}, asked.values[before]) == told) alike[at] = before;
    }
  }
  return alike;
}

}  // namespace ntk::analysis
