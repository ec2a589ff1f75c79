#include "sim/analysis/field_outlook.h"

namespace ntk::analysis {

FieldOutlook field_outlook(const SolutionSpace& space, std::uint32_t assignable,
                           const ChoiceOutlooks& choices) {
  FieldOutlook outlook;
  outlook.assignable = assignable;
  outlook.open_class = space.is_of_classes(assignable);
  for (const std::uint32_t at : space.of_field(assignable)) {
    const Choice& choice = space.choices()[at];
    const auto& [possible, read] = choices[at];
    outlook.read = outlook.read || read;
    if (choice.kind == Choice::Kind::as_given) continue;
    if (choice.kind == Choice::Kind::element) {
      (possible[1] ? outlook.possible : outlook.excluded).push_back(choice.values.front());
      if (!possible[0]) outlook.forced.push_back(choice.values.front());
      continue;
    }
    for (std::size_t value = 0; value < possible.size(); ++value)
      (possible[value] ? outlook.possible : outlook.excluded).push_back(choice.values[value]);
    if (outlook.possible.size() == 1) outlook.forced = outlook.possible;
  }
  return outlook;
}

}  // namespace ntk::analysis
