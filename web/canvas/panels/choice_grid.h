// Fields of which several choices can be ticked: boxes, and for an agreement the grid of categories and functions that shows
// what the two open together.
#pragma once

#include "web/canvas/panels/action.h"
#include "web/view/crossing_view.h"

namespace ntk::web::panels {

/// The boxes of a field, each with what it means. In columns where there is room, and where the words are few.
void draw_boxes(const FieldView& field, Actions& actions);

/// Functions and categories of an agreement, of which at least one can be assigned. What is locked is drawn elsewhere.
void draw_crossing(const ThingView& agreement, const CrossingView& crossing, Actions& actions);
/// What the dots of the grid mean.
void draw_crossing_legend();

}  // namespace ntk::web::panels
