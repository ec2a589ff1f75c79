// Compiled rows against decisions: every user and record of a world, put to `decide` as a student would ask,
// a search as a real one that looks through all records.
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "sim/policy/compiled.h"

namespace ntk::oracle {

class CompiledComparison {
 public:
  /// The first pair on which they differ, in words; empty when they agree on all.
  std::string compare(const policy::World& world, policy::Moment moment, const policy::Ways& ways,
                      const policy::Stated& stated);

  std::size_t cases() const { return cases_; }  ///< pairs
  std::size_t permitted() const { return permitted_; }
  std::size_t reasons() const { return reasons_.size(); }  ///< different ones met

 private:
  std::size_t cases_ = 0;
  std::size_t permitted_ = 0;
  std::set<policy::CheckId> reasons_;
};

}  // namespace ntk::oracle
