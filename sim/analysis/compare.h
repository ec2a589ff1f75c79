// Two assignments of one scenario beside each other: what was assigned differently, and every decision that
// comes out otherwise for it.
//
// Exhaustive, since the world is finite: every user reading every record (the access matrix, matrix.h, of the
// world as it is assigned, before the day), and every request of the script, run in its order in both. A
// decision differs where its outcome does, or its reasons, or what it returns and withholds. Requests of the
// student's own are left out: the two sessions need not have the same ones.
#pragma once

#include <optional>
#include <vector>

#include "sim/analysis/grouped_matrix.h"
#include "sim/session/session.h"

namespace ntk::analysis {

/// A field that holds another value in the second than in the first.
struct ValueDifference {
  std::uint32_t assignable = 0;  ///< position in Scenario::assignables
  scenario::AssignedValue first, second;

  /// As a command, which makes the one assignment like the other: "assign record ring level 3".
  std::string command(const scenario::Scenario& scenario, const scenario::AssignedValue& value) const;
};

/// A request of the script that comes out otherwise.
struct RequestDifference {
  std::uint32_t request = 0;
  std::optional<policy::Decision> first, second;  ///< none: refused, never run
  std::vector<policy::Ref<policy::Record>> first_returned, second_returned;
};

struct Comparison {
  std::vector<ValueDifference> values;
  std::vector<RequestDifference> requests;
  std::vector<CellFlip> cells;        ///< users and records; `before` is the first's; at most most_listed
  std::uint64_t cells_differing = 0;  ///< how many there are
  std::size_t requests_compared = 0;
  std::uint64_t cells_compared = 0;

  bool same() const { return values.empty() && requests.empty() && cells_differing == 0; }
};

/// Compares two sessions of the same scenario, a part at a time. What has no current run is run
/// (run_everything), in copies.
class ComparisonWork {
 public:
  ComparisonWork(session::Session first, session::Session second);

  /// Does the next part: compares what can be read, runs the day of the first, or of the second. Returns done().
  bool step();
  bool done() const { return did_ == size(); }
  std::size_t filled() const { return did_; }  ///< parts done
  std::size_t size() const { return 3; }       ///< parts in all

  /// What it came to, once it is done.
  Comparison found() const;

 private:
  void compare_cells();

  session::Session first_, second_;
  std::size_t did_ = 0;
  Comparison found_;
};

/// The whole comparison at once.
Comparison compare(session::Session first, session::Session second);

/// The values of the fields that differ from those of another world of the scenario.
std::vector<ValueDifference> differing_values(const scenario::Scenario& scenario, const policy::World& first,
                                              const policy::World& second);

}  // namespace ntk::analysis
