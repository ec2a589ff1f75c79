// One check of a decision, as a row of the ladder: its mark, code, the sentence about this case and
// the page of the source. Pressed, it opens to the rule itself and to what of it is a reading.
#pragma once

#include "web/view/why_view.h"

namespace ntk::web::panels {

/// `rules_shown`: it is open until it is pressed.
void draw_check(const WhyCheck& check, bool rules_shown);

}  // namespace ntk::web::panels
