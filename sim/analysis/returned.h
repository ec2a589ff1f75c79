// What a decision returned: the records that a search shows, and the one record that a permitted request of
// one record finds, changes or enters. It can differ where the decision does not: a record may not be there
// yet.
#pragma once

#include <vector>

#include "sim/session/session.h"

namespace ntk::analysis {

/// What the trail says that the run returned, in the order of the world's records, each once.
std::vector<policy::Ref<policy::Record>> returned_by(const session::Session& session,
                                                     const session::Run& run);

}  // namespace ntk::analysis
