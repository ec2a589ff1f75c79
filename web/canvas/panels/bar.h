// The bar: which panel is shown, where there is not room for all.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

void draw_bar(const Layout& layout, Panel shown, Actions& actions);

}  // namespace ntk::web::panels
