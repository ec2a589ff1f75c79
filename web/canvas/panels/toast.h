// The toast: what was last said to the user, over the panels, until something else is done. And the strip below the
// panels, which tells that a file was loaded with warnings.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"
#include "web/view/diagnostics_view.h"

namespace ntk::web::panels {

void draw_toast(const Toast& toast, const Rectangle& over, Actions& actions);

/// That a file which was loaded has warnings or notes: a strip of its own, so that it covers no panel.
void draw_warnings(const DiagnosticsView& found, const Rectangle& at, Actions& actions);
/// How high the strip has to be on a canvas of that width.
float warnings_height(const DiagnosticsView& found, float width);

}  // namespace ntk::web::panels
