// The oracle's own arithmetic of dates: 2016-08-12 is 20160812, so that dates compare as numbers do.
#pragma once

#include <optional>

#include "sim/policy/date.h"

namespace ntk::oracle {

int number(policy::Date date);

/// "29 February + N years is 28 February in a common year."
int years_later(int date, int years);

/// "Current for a period of N years from day D means: D <= day < D + N years." Never without a first day.
bool is_current(const std::optional<policy::Date>& from, int years, int today);

/// "Terms include their first and last day. No end day means until further notice." Not signed: never.
bool in_force(const std::optional<policy::Term>& term, int today);

}  // namespace ntk::oracle
