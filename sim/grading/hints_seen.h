// How many hints a student has seen, those undone since included.
#pragma once

#include <cstddef>

#include "sim/session/session.h"

namespace ntk::grading {

/// The most hints that were revealed at any one time, by the journal of the session.
std::size_t hints_seen(const session::Session& session);

}  // namespace ntk::grading
