// What the checks of one request look at, spelt out once: the words, the day and the standing of the user.
#pragma once

#include <cstddef>
#include <string_view>

#include "sim/policy/world.h"
#include "tests/oracle/oracle.h"

namespace ntk::oracle {

struct Case {
  const policy::World& world;
  const policy::Request& request;
  int today;
  std::string_view function;
  std::string_view operation;
  const policy::User& user;
  std::size_t agency;  ///< the user's
  policy::Standing standing;

  Case(const policy::World& asked_in, const policy::Request& asked);

  bool of_host() const { return standing == policy::Standing::host; }
  bool external() const { return standing == policy::Standing::external; }
  bool within_dhs() const { return within_dhs(agency); }
  bool within_dhs(std::size_t other) const;
  /// An agreement of that agency is in force on the day.
  bool has_agreement(std::size_t other) const;
  /// By the profile, or by a transaction on the day.
  bool holds(policy::Function wanted) const;
};

/// AC-2 to AC-4 of one user, who for AD-4 is another than asks.
void check_background(const policy::World& world, const policy::User& user, int today, Verdicts& verdict);

/// Gate 4 of one record: all that is asked of each record touched. A record to be created is handed in with
/// its owner and creator, and is told apart since a level, a designation and a profile are given with it.
/// `verdict` holds AC-2 and AG-1 already.
void check_record(const Case& judged, const policy::Record& record, bool is_created, Verdicts& verdict);

/// DA-10: whether the record is within its retention period; '-' where none is stated.
char within_retention(const policy::World& world, const policy::Record& record, int today);

}  // namespace ntk::oracle
