// The values that are tried of an open field: edits.h lists them.
#pragma once

#include <vector>

#include "sim/session/session.h"

namespace ntk::analysis {

/// What the requests of a day can make of an open field.
class Witnesses {
 public:
  Witnesses(const session::Session& fresh, std::uint32_t request);

  /// For a field of one value the values; for a set one element, the set of all elements tried.
  std::vector<scenario::AssignedValue> of(const scenario::Assignable& field) const;

 private:
  std::vector<scenario::AssignedValue> terms() const;
  std::vector<scenario::AssignedValue> investigations() const;

  policy::FunctionSet functions_;
  policy::Roles roles_;
  policy::CategorySet categories_;
  policy::Designation classes_;
  std::vector<policy::Date> days_;
};

}  // namespace ntk::analysis
