// The bar: which panel is shown, where there is not room for all.
#pragma once

#include "web/desk.h"
#include "web/layout.h"
#include "web/panels/action.h"

namespace ntk::web::panels {

void draw_bar(const Layout& layout, Panel shown, Actions& actions);

}  // namespace ntk::web::panels
