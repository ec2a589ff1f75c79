#include "sim/analysis/revealed.h"

#include <utility>

namespace ntk::analysis {

scenario::Scenario revealed(scenario::Scenario scenario) {
  scenario.forensics = false;
  return scenario;
}

session::Session revealed(session::Session session) {
  if (!session.scenario().forensics) return session;
  session::Session open(revealed(session.scenario()));
  for (const session::Command& each : session.history()) {
    if (!std::holds_alternative<session::FindCommand>(each)) open.apply(each);
  }
  return open;
}

}  // namespace ntk::analysis
