// Fields that are sets of words: a grid of boxes, and for an agreement the grid of categories and
// functions that shows what the two together open.
#pragma once

#include <cstdint>

#include "sim/session/session.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

/// The boxes of a set of functions, categories or levels: those that may be chosen.
template <class E>
void draw_boxes(const session::Session& session, std::uint32_t index, Actions& actions);

/// Functions and categories of an agreement, of which at least one can be assigned.
void draw_agreement_grid(const session::Session& session, std::uint32_t agreement, Actions& actions);
/// What the dots of the grid mean.
void draw_grid_legend();

}  // namespace ntk::web::panels
