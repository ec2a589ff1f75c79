// An inquiry: the search for what would change one decision. What is shown of it: web/view/inquiry_view.h.
//
// The desk has at most one, the last that was begun. It goes on in slices of some milliseconds, so that the
// page stays at hand meanwhile: a frame of the canvas and a timer of the text page each drive it a while,
// and which of them does makes no difference to what is found (sim/analysis/why_not.h).
//
// What it answers holds for the assignments, the student's own requests and the clock that it began with;
// running and predicting change nothing about that. It is applied and taken back by the desk.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/why_not.h"

namespace ntk::web {

class Inquiry {
 public:
  enum class State : std::uint8_t { searching, cancelled, done };
  /// How what it began with stands to the session now.
  enum class Standing : std::uint8_t {
    fresh,
    applied,   ///< and one of its sets besides
    outdated,  ///< something else was changed
  };

  Inquiry(const session::Session& session, analysis::Question question);

  State state() const { return state_; }
  /// Searches for about so long, but tries at least one candidate.
  void go_on(double milliseconds);
  void cancel();

  /// What was found so far, ranked.
  const analysis::Answer& answer() const { return search_.answer(); }
  analysis::SearchProgress progress() const { return search_.progress(); }

  Standing standing(const session::Session& session) const;
  /// The set that is applied; none where none is, or something else was changed.
  std::optional<std::size_t> applied(const session::Session& session) const;
  /// To how many commands the session has to go back to take the set back: where it is the last that was
  /// done but for runs, which go with it.
  std::optional<std::size_t> before_applied(const session::Session& session) const;
  /// To be told by who applies a set: how many commands there were before.
  void note_applied(std::size_t set, std::size_t position);

 private:
  struct Applied {
    std::size_t set, position;
  };

  analysis::WhyNot search_;
  State state_ = State::searching;
  std::vector<session::Command> premises_;  ///< the commands that count, of those there were
  std::optional<Applied> applied_;
};

}  // namespace ntk::web
