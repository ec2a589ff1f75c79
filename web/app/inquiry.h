// An inquiry: the search for what would change one decision, as both views show it.
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
#include <string>
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

// ---- What is shown of it -----------------------------------------------------------------------

/// One set of edits in words.
struct InquirySet {
  struct Effect {
    enum class Kind : std::uint8_t { better, worse, goal_met, goal_lost };  ///< permits or shows; or not
    Kind kind = Kind::better;
    std::string words;  ///< "Request 3, Ortega looks the vessel up: denied, by DA-7"
  };
  std::string heading;  ///< "Changes no other decision"
  std::vector<std::string> edits;
  std::string granted;  ///< what a set to a permit grants; else empty
  std::vector<Effect> effects;
  bool applied = false;
};

struct InquiryPower {
  std::string rule;  ///< "DA-7"
  std::string source;
  std::string who;  ///< "nobody" where there is nobody
  std::string why;
};

struct InquiryView {
  std::string title;     ///< the question
  std::string summary;   ///< how it stands and what was found; while it is searched how far it is
  std::string caution;   ///< that not all was tried, or that it is outdated; empty where neither is so
  std::string left_out;  ///< how many sets are not among these; empty: none
  bool searching = false;
  bool can_search_again = false;  ///< outdated or cancelled
  bool outdated = false;
  bool can_apply = false;  ///< any of the sets
  bool can_take_back = false;
  std::vector<InquirySet> sets;
  std::vector<InquiryPower> powers;
};

/// At most so many sets are shown, and of the effects of each.
inline constexpr std::size_t inquiry_sets_shown = 12;
inline constexpr std::size_t inquiry_effects_shown = 8;

InquiryView view_inquiry(const Inquiry& inquiry, const session::Session& session);
/// "What would change it?"; "What would show “Harbour report”?"
std::string question_in_words(const analysis::Question& question, const session::Session& session);
/// "412 sets tried, 90 of 3 changes each to go; 2 found so far."
std::string progress_in_words(const analysis::SearchProgress& progress);
/// For who does not see it: that the search has ended, and with what.
std::string end_in_words(const Inquiry& inquiry);

}  // namespace ntk::web
