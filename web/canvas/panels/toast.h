// The toast: what was last said to the user, over the panels, until something else is done.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

void draw_toast(const Toast& toast, const Rectangle& over, Actions& actions);

/// That a file which was loaded has warnings.
void draw_warnings(const Desk& desk, const Rectangle& over, Actions& actions);

}  // namespace ntk::web::panels
