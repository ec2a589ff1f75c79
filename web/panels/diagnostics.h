// Diagnostics: what is wrong with a file, line by line, and the way back to the work at hand.
#pragma once

#include "web/desk.h"
#include "web/layout.h"
#include "web/panels/action.h"

namespace ntk::web::panels {

void draw_diagnostics(const Desk& desk, const Rectangle& at, Actions& actions);

}  // namespace ntk::web::panels
