// The shape and the color that go with an outcome on the canvas, and labels of widgets.
#pragma once

#include <string>
#include <string_view>

#include "web/canvas/ui/mark.h"
#include "web/view/outcome_words.h"

namespace ntk::web::panels {

/// A widget's label that shows one text and goes by another (ui/control.h): "Shown###Name".
std::string with_id(std::string_view shown, std::string_view name);

/// The shape and the colors that always go with the word of an outcome.
struct OutcomeStyle {
  ui::Mark mark = ui::Mark::not_run;
  ui::Role role = ui::Role::muted;
  ui::Role ground = ui::Role::band;
};
OutcomeStyle style_of(OutcomeState state);

}  // namespace ntk::web::panels
