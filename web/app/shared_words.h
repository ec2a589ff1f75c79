// What is said in the place of everything that tells outcomes beforehand, while it is shut. The desk asks the same of its
// work, so it stands below the views.
#pragma once

#include <string_view>

#include "sim/session/session.h"

namespace ntk::web {

/// Why what tells outcomes beforehand (the access matrix, a comparison, a forecast, what would change a
/// decision) is not shown yet: predictions come first. Empty where it is shown.
inline std::string_view shut_because(const session::Session& session) {
  if (session.conceals()) return "This opens when you have found every fault.";
  if (session.predictions_awaited() > 0)
    return "This shows outcomes. It opens when you have made the predictions that Requests asks for.";
  return {};
}

}  // namespace ntk::web
