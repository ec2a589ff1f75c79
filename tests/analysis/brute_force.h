// Which sets of edits turn which decisions round, found without any thought: every set is applied in a
// session of its own, in which everything is run. What the search finds is compared with this.
#pragma once

#include <map>
#include <vector>

#include "sim/analysis/edits.h"
#include "sim/session/session.h"

namespace ntk::analysis {

/// The commands of one set.
using Commands = std::vector<session::AssignCommand>;

class BruteForce {
 public:
  /// Runs the day with every set of up to so many atoms. Nothing may have been run in `fresh`.
  BruteForce(const session::Session& fresh, std::size_t atoms);

  /// How many sets there were.
  std::size_t sets() const { return days_.size(); }
  /// How many requests there are.
  std::size_t requests() const { return days_.at({}).size(); }
  /// The sets that turn the request and have no part that does, by size, then in the order of the atoms.
  std::vector<Commands> minimal(std::uint32_t request) const;
  /// The same for whether the request shows the record.
  std::vector<Commands> minimal(std::uint32_t request, policy::Ref<policy::Record> record) const;

 private:
  template <class Outcome>
  std::vector<Commands> minimal_by(Outcome outcome) const;

  Edits edits_;
  std::map<AtomSet, std::vector<policy::Decision>> days_;  ///< of each set: the decisions
};

/// A session as it is before the search: nothing run, a permit predicted where a prediction is required.
session::Session ready_to_run(scenario::Scenario scenario);

}  // namespace ntk::analysis
