// The decision: const World& + Request -> Decision.
//
// A pure function: no clock, no chance, no state. Every check of checks.def is evaluated, always,
// so that the explanation is complete; a request is permitted when none fails. The checks
// themselves are in decide.cpp, gate by gate, one function each, and read like the policy.
#pragma once

#include <optional>
#include <vector>

#include "sim/policy/checks.h"
#include "sim/policy/world.h"

namespace ntk::policy {

/// A record that a permitted search found, with the verdicts on it.
struct Hit {
  Ref<Record> record;
  /// The `record` checks, and FN-6 where a link leads to data that the function doesn't cover; those of the request
  /// are in Decision::verdicts.
  Verdicts verdicts;

  bool withheld() const { return verdicts.any_failed(); }
  bool operator==(const Hit&) const = default;
};

/// The answer to one request.
struct Decision {
  /// Of every check. For a search the `record` checks are not applicable here: each hit has its own.
  Verdicts verdicts;
  /// What a permitted search found, in the order of the world's records, and what record linking leads to, in
  /// the order of the links; those withheld are shown to the audit trail only.
  std::vector<Hit> hits;

  bool permitted() const { return !verdicts.any_failed(); }
  std::optional<CheckId> primary() const { return verdicts.first_failed(); }

  bool operator==(const Decision&) const = default;
};

/// Decides a request. Every Ref of the request must be of this world.
Decision decide(const World& world, const Request& request);

}  // namespace ntk::policy
