#include "web/view/crossing_view.h"

#include <algorithm>

namespace ntk::web {
namespace {

using policy::EnumSet;
using scenario::AssignableField;

/// What a field holds or may hold.
template <class E>
EnumSet<E> listed(const FieldView& field) {
  EnumSet<E> set = std::get<EnumSet<E>>(field.value);
  for (const ChoiceView& each : field.choices) set = set | std::get<EnumSet<E>>(each.value);
  return set;
}

Crossing crossing_of(const policy::Agreement& agreement, policy::Function function,
                     policy::Category category) {
  if (!policy::scope(function).categories.contains(category)) return Crossing::unrelated;
  const bool opens = agreement.functions.contains(function) && agreement.categories.contains(category);
  return opens ? Crossing::open : Crossing::closed;
}

}  // namespace

std::string_view word(Crossing crossing) {
  switch (crossing) {
    case Crossing::unrelated:
      return {};
    case Crossing::closed:
      return "not opened";
    case Crossing::open:
      return "opened";
  }
  return {};
}

bool crosses(AssignableField field) {
  return field == AssignableField::agreement_categories || field == AssignableField::agreement_functions ||
         field == AssignableField::agreement_anaci_categories;
}

CrossingView view_crossing(const policy::World& world, const ThingView& agreement) {
  CrossingView view;
  const bool can_be_assigned = std::any_of(
      agreement.fields.begin(), agreement.fields.end(),
      [](const FieldView& each) { return crosses(each.field) && !each.locked() && !each.concealed; });
  if (!can_be_assigned) return view;
  const auto& functions = *agreement.field(AssignableField::agreement_functions);
  const auto& categories = *agreement.field(AssignableField::agreement_categories);
  const auto& anaci = *agreement.field(AssignableField::agreement_anaci_categories);
  for (const auto& each : policy::words<policy::Function>()) {
    if (listed<policy::Function>(functions).contains(each.value)) view.functions.push_back(each.value);
  }
  const policy::CategorySet shown = listed<policy::Category>(categories) | listed<policy::Category>(anaci);
  for (const auto& each : policy::words<policy::Category>()) {
    if (!shown.contains(each.value)) continue;
    CrossingRow row{each.value, each.title, {}};
    for (const policy::Function function : view.functions)
      row.cells.push_back(crossing_of(world.agreements[agreement.at], function, each.value));
    view.rows.push_back(std::move(row));
  }
  return view;
}

}  // namespace ntk::web
