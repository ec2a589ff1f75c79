// What would make a failing check pass, in a sentence on these people, agencies and dates. Who could do it
// follows from the check's traits, unless the case narrows that: an officer who may not assign a function
// can't give it.
#pragma once

#include <optional>
#include <string>

#include "sim/policy/traits.h"
#include "sim/policy/world.h"

namespace ntk::analysis::remedies {

/// A check of a request, and the record that it was decided on.
struct Case {
  const policy::World& world;
  const policy::Request& request;
  const policy::User& user;
  const policy::Record* record = nullptr;

  bool external() const;
  const std::string& agency() const;  ///< of the user
  const std::string& host() const;
  /// The agency whose memo opens the record; the user's where no record is asked for.
  const std::string& memo_owner() const;
  /// Who answers for a user's investigation: the agency outside the Department, else the office that makes it.
  std::string investigator(const policy::User& whose) const;
  std::string title() const;     ///< of the record
  std::string function() const;  ///< that is asked
  /// A sentence that begins with the user's system control officer.
  std::string officer(const std::string& does) const;
};

struct Remedy {
  std::string why;
  std::optional<policy::Granter> instead{};  ///< of the check's own granter, in this case
};

Remedy remedy(policy::CheckId check, const Case& asked);

}  // namespace ntk::analysis::remedies
