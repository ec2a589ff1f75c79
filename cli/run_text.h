// What `ntk run` tells people.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "cli/page.h"
#include "sim/session/session.h"

namespace ntk::cli {

/// Requests that could not be run, and why.
using NotRun = std::map<std::uint32_t, session::Refusal>;

std::string run_text(const session::Session& session, const NotRun& not_run, Medium medium);

}  // namespace ntk::cli
