// What `ntk run` tells people.
#pragma once

#include <string>

#include "cli/page.h"
#include "sim/grading/rest_of_day.h"

namespace ntk::cli {

using grading::NotRun;

std::string run_text(const session::Session& session, const NotRun& not_run, Medium medium);

}  // namespace ntk::cli
