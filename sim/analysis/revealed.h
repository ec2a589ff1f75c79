// A lesson that gives only its trail, taken as one that conceals nothing: what is computed of an assignment
// is computed of what the student found, not of the blank world that is shown before.
#pragma once

#include "sim/session/session.h"

namespace ntk::analysis {

/// The same lesson, in which nothing is concealed and nothing has been run at the beginning.
scenario::Scenario revealed(scenario::Scenario scenario);

/// The same session at it: all its commands but those that name what is wrong. Of any other lesson the
/// session itself.
session::Session revealed(session::Session session);

}  // namespace ntk::analysis
