// What stands in place of the panels before a lesson is chosen: the lessons on offer.
#pragma once

#include "web/app/desk.h"
#include "web/canvas/layout.h"
#include "web/canvas/panels/action.h"

namespace ntk::web::panels {

void draw_welcome(const Desk& desk, const Rectangle& at, Actions& actions);

}  // namespace ntk::web::panels
