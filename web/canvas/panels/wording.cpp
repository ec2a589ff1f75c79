#include "web/canvas/panels/wording.h"

namespace ntk::web::panels {

using ui::Mark;
using ui::Role;

std::string with_id(std::string_view shown, std::string_view name) {
  return std::string(shown) + "###" + std::string(name);
}

OutcomeStyle style_of(OutcomeState state) {
  switch (state) {
    case OutcomeState::not_run:
      break;
    case OutcomeState::permitted:
      return {Mark::permit, Role::permit, Role::permit_soft};
    case OutcomeState::partial:
      return {Mark::partial, Role::partial, Role::partial_soft};
    case OutcomeState::denied:
      return {Mark::deny, Role::deny, Role::deny_soft};
  }
  return {};
}

}  // namespace ntk::web::panels
