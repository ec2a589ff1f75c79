// First predictions: what a student expected before anything showed the outcome.
//
// A prediction can be changed freely until the outcome of its request is first shown. The one that stands then is the
// first prediction. It stays on record through undo, redo and `reset`, and later ones count as retries. So the record
// isn't a part of what the commands make of the scenario: it belongs to the journal of a session (session.h), and
// replaying the journal gives it again.
//
// What shows an outcome: a run of the request; a run of a request of one's own, or a person put to one that vets, that
// would reveal it (see `reveals`); a hint that says so; a view that tells outcomes beforehand, such as the access matrix. Only requests of the script have
// first predictions.
//
// Left out: what another browser, or the command line, has shown. Nobody can know it, and the report doesn't claim it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/scenario/scenario.h"
#include "sim/session/command.h"

namespace ntk::session {

/// How a prediction turned out, at the first run after it.
enum class PredictionResult : std::uint8_t { pending, hit, wrong_reason, miss };

/// "pending", "hit", "wrong-reason", "miss".
std::string_view word(PredictionResult result);

struct FirstPrediction {
  std::uint32_t request = 0;  ///< position in Scenario::requests
  bool made = false;          ///< false: the outcome was shown before anything was predicted
  bool permitted = false;
  std::optional<policy::CheckId> reason;
  std::optional<Certainty> certainty;
  PredictionResult result = PredictionResult::pending;  ///< pending exactly where none was made
  std::size_t retries = 0;       ///< predictions of the request after its outcome was shown
  std::size_t hints_before = 0;  ///< hints that had been revealed, those undone since included
  std::size_t runs_before = 0;   ///< runs that had been made, those undone since included
  bool earlier = false;          ///< of an earlier attempt in the same browser

  bool operator==(const FirstPrediction&) const = default;
};

/// The record of one session: of each request of the script, whether its outcome was shown, and what stood then.
class FirstPredictions {
 public:
  explicit FirstPredictions(std::size_t requests) : entries_(requests), unshown_(requests) {}

  bool is_shown(std::uint32_t request) const { return entries_[request].has_value(); }
  /// How many requests nothing has shown the outcome of.
  std::size_t unshown() const { return unshown_; }
  const std::optional<FirstPrediction>& entry(std::uint32_t request) const { return entries_[request]; }
  std::size_t requests() const { return entries_.size(); }

  /// Takes down what stands as an outcome is first shown. Does nothing where it was shown before.
  void show(FirstPrediction first);
  /// One more prediction was made. A retry where the outcome was shown before; otherwise it can still be changed.
  void predicted(std::uint32_t request);
  void revealed_hints(std::size_t hints) { hints_ = hints > hints_ ? hints : hints_; }
  void made_runs(std::size_t runs) { runs_ += runs; }
  std::size_t hints() const { return hints_; }
  std::size_t runs() const { return runs_; }

 private:
  std::vector<std::optional<FirstPrediction>> entries_;
  std::size_t unshown_;
  std::size_t hints_ = 0;
  std::size_t runs_ = 0;
};

/// Whether running `own` would reveal how `predicted` ends: both are by the same user, or concern the same record, an
/// image of it, or one that it is linked to; or are searches by the same function and operation; or `own` looks where the
/// record of `predicted` would be found.
bool reveals(const policy::World& world, const policy::Request& own, const policy::Request& predicted);
/// Whether it asks the very same, at whatever place and time and with whatever search terms.
bool asks_the_same(const policy::Request& own, const policy::Request& predicted);

}  // namespace ntk::session
