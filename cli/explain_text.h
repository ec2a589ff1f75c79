// What `ntk explain` tells: the ladder of gates and checks of one decision, for people and as JSON.
#pragma once

#include <string>

#include "cli/page.h"
#include "sim/policy/decide.h"
#include "sim/scenario/scenario.h"

namespace ntk::cli {

/// A decision to be explained.
struct Explained {
  const scenario::ScriptedRequest& scripted;
  policy::Request request;  ///< with the moment at which it is asked
  const policy::World& world;
  policy::Decision decision;
};

std::string explain_text(const Explained& explained, Medium medium);
std::string explain_json(const Explained& explained, std::string_view scenario);

}  // namespace ntk::cli
