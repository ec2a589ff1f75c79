// The path of one request, drawn: stations from the account to the record, joined by links, the broken ones
// with a gap, a cross and the rule. In full each station is a box with its facts: in a row where there is
// room for one, in two where there is for half, else in a column. How a link fared stands on it, or in the box that it
// leads to, where there is no room. In brief the stations stand on one line.
#pragma once

#include <vector>

#include "web/view/path_view.h"

namespace ntk::web::panels {

/// A path has at least one station.
void draw_flow(const std::vector<PathStation>& path);
void draw_flow_in_brief(const std::vector<PathStation>& path);

}  // namespace ntk::web::panels
