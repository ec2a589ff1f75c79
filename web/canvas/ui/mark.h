// Marks: the small shapes that stand beside a word and say the same as it does, without colour.
//
// Drawn as shapes, so that no icon font is needed. Each is inscribed in a square.
#pragma once

#include "web/canvas/ui/look.h"

namespace ntk::web::ui {

enum class Mark : std::uint8_t {
  none,
  permit,          ///< a filled disc with a check mark
  partial,         ///< a disc, half filled: permitted, hits withheld
  deny,            ///< a filled octagon with a cross
  not_run,         ///< a dashed circle
  outdated,        ///< a clock
  pass,            ///< a check mark
  fail,            ///< a cross
  not_applicable,  ///< a short dash
  lock,            ///< a padlock
  down,            ///< a chevron, as are the three below
  up,
  left,
  right,
};

/// Draws a mark around its centre. `on` is the ground, for what is cut out of a filled shape.
void draw_mark(Mark mark, ImVec2 centre, float size, Role role, Role on = Role::paper);

/// A mark in the flow of the window, as high as a line of text, or as given.
void mark(Mark mark, Role role, float size = 16, float height = 0);

}  // namespace ntk::web::ui
