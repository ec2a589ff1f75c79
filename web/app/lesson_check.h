// Checking a lesson of one's own, as both pages show it: what was found in it, with its place, and what it comes to in numbers
// (sim/proving/check.h).
#pragma once

#include "sim/proving/check.h"
#include "web/app/findings.h"

namespace ntk::web {

Findings lesson_check_findings(const proving::Checked& checked);

}  // namespace ntk::web
