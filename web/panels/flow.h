// The path of one request, drawn: boxes from the account to the record, joined by links, the broken ones with
// a gap and a cross. In a row where there is room for one, in two where there is for half, else in a column.
#pragma once

#include "sim/session/session.h"

namespace ntk::web::panels {

void draw_flow(const session::Run& run);

}  // namespace ntk::web::panels
