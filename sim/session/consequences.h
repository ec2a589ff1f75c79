// What follows from a decision: how a decided request changes the world for the requests after it.
//
// Whoever logs on is logged on; repeated denied attempts suspend the account (OB-4, P31, with number and
// window as the simulator reads them). The day begins anew with `run all`, which plays the script from the
// world as it is assigned.
#pragma once

#include <string>
#include <vector>

#include "sim/policy/decide.h"

namespace ntk::session {

/// The denied attempts of each user in one calendar day.
class DeniedAttempts {
 public:
  /// Counts the request where it is an attempt: past the account and the agency, and denied by the function
  /// or the data. Returns whether it is the one that suspends the account.
  bool suspends(const policy::World& world, const policy::Request& request, const policy::Decision& decision);
  /// Counts from nothing again for a user, whose account was reinstated.
  void forgive(policy::Ref<policy::User> user);

 private:
  struct Count {
    policy::Ref<policy::User> user;
    policy::Date day{};
    int attempts = 0;
  };
  std::vector<Count> counts_;
};

/// Whether a decided request changes the world, and how. `suspends`: the account of its user.
bool changes_world(const policy::World& world, const policy::Request& request,
                   const policy::Decision& decision, bool suspends);
void change_world(policy::World& world, const policy::Request& request, const policy::Decision& decision,
                  bool suspends);

/// What followed, in a sentence; empty where nothing did that the outcome does not say.
std::string consequence_in_words(const policy::World& world, const policy::Request& request, bool suspends);

}  // namespace ntk::session
