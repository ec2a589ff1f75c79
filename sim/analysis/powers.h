// Who could turn a decision round where the student may not: an owner by designation or memo, a system
// control officer, the Office of Professional Responsibility (OPR), two agencies by their agreement, a
// supervisor, the user; and where nobody could, that and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/decide.h"

namespace ntk::analysis {

/// What stands against an outcome, and who has the power to change it.
struct Power {
  policy::CheckId rule = policy::CheckId::AC_1;
  std::string who;          ///< "DEA, the owner"; empty: nobody
  std::string why;          ///< a sentence on these people, agencies and dates
  std::string_view source;  ///< page, "P6-7 a3"
};

/// Of a denial: for each check that failed, in order. Of a permit: for each check that passed and that
/// somebody could make fail. With a record, also those of the record as a hit.
std::vector<Power> powers(const policy::World& world, const policy::Request& request,
                          const policy::Decision& decision,
                          std::optional<policy::Ref<policy::Record>> record);

}  // namespace ntk::analysis
