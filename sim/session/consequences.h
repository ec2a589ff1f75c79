// What follows from a decision: how a decided request changes the world for the requests after it.
//
// Whoever logs on is logged on; what is permitted is done: records are entered, changed and withdrawn,
// profiles certified and given functions. Repeated denied attempts suspend the account (OB-4, P31, with
// number and window as the simulator reads them) until it is reinstated (OB-5). The day begins anew with `run
// all`, which plays the script from the world as it is assigned.
#pragma once

#include <map>
#include <memory>
#include <optional>
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

  bool operator==(const DeniedAttempts&) const = default;

 private:
  std::map<policy::Ref<policy::User>, std::map<policy::Date, int>> counts_;  ///< attempts, by user and day
};

/// A request that was decided, with what its consequences need to know.
struct Decided {
  const policy::Request& request;
  const policy::Decision& decision;
  std::optional<policy::Ref<policy::Record>> entered;  ///< where it creates: the record that waits to be
  bool suspends = false;                               ///< the account of its user
};

/// Makes of a script's request what is asked at its time: a record to be entered as the scenario and what was assigned
/// describe it, whatever became of it when it was entered before; a letter as it was read. `assigned` is the world before
/// anything was run. Returns the record that waits to be entered, where there is one.
std::optional<policy::Ref<policy::Record>> put_as_asked(policy::Request& request,
                                                        const policy::World& assigned);

using SharedWorld = std::shared_ptr<const policy::World>;

/// The world after a decided request: the same one where the request changes nothing.
SharedWorld world_after(SharedWorld world, const Decided& decided);

/// The user whose suspended account a decided request reinstates.
std::optional<policy::Ref<policy::User>> reinstated(const policy::World& world, const Decided& decided);

/// What followed, in a sentence; empty where nothing did that the outcome does not say.
std::string consequence_in_words(const policy::World& world, const policy::Request& request, bool suspends);

}  // namespace ntk::session
