// Diagnostics: what is wrong with a file, line by line, and the way back to the work at hand.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/diagnostics_view.h"

namespace ntk::web::panels {

void draw_diagnostics(const Desk& desk, const DiagnosticsView& found, const Rectangle& at, Actions& actions);

}  // namespace ntk::web::panels
