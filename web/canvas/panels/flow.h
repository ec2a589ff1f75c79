// The path of one request, drawn: stations from the account to the record, joined by links, the broken ones
// with a gap, a cross and the rule. In full each station is a box with its facts: in a row where there is
// room for one, in two where there is for half, else in a column. In brief they stand on one line.
#pragma once

#include "sim/session/session.h"

namespace ntk::web::panels {

void draw_flow(const session::Run& run);
void draw_flow_in_brief(const session::Run& run);

}  // namespace ntk::web::panels
