// What stands in place of the panels before a lesson is chosen: the lessons on offer.
#pragma once

#include "web/desk.h"
#include "web/layout.h"
#include "web/panels/action.h"

namespace ntk::web::panels {

void draw_welcome(const Desk& desk, const Rectangle& at, Actions& actions);

}  // namespace ntk::web::panels
