// The header: which lesson, which file, undo and redo, and how the page looks.
#pragma once

#include <optional>

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

/// What the header shows of the look.
struct Choices {
  std::optional<ui::Theme> theme;  ///< none: as the system has it
  float text_scale = 1;
  View view = View::desk;
  bool projector = false;
};

/// The sizes of text on offer, from the smallest.
float smaller_text(float scale);
float larger_text(float scale);

void draw_header(const Desk& desk, const Rectangle& at, const Choices& choices, Actions& actions);

}  // namespace ntk::web::panels
