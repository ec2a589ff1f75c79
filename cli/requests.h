// Requests that are named on the command line.
#pragma once

#include <string>

#include "sim/session/session.h"

namespace ntk::cli {

/// Tells that no request has the id, with the nearest one or all of them.
void complain_of_request(const session::Session& session, const std::string& id);

}  // namespace ntk::cli
