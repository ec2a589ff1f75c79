// Facts of a thing as they are drawn: titles and words in the small face, one after the other, wrapped.
#pragma once

#include <span>

#include "web/canvas/ui/look.h"
#include "web/view/thing_view.h"

namespace ntk::web::panels {

/// Short facts share a line; a long one has lines of its own, with its words beside its title. `words` is the role of the
/// words; titles are muted.
void draw_facts(std::span<const Fact> facts, ui::Role words = ui::Role::ink);

/// What each of some choices means, a line each, in two columns: for controls that have no room for it.
void draw_meanings(std::span<const ChoiceView> choices);

}  // namespace ntk::web::panels
