// How a decision ended: a state, and the word for it. Every screen that shows an outcome takes both from here, so
// that a mark, a color and a word always go together.
//
// Left out: what a forecast or a cell of the access matrix says, which have more states (forecast_view.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/session/session.h"

namespace ntk::web {

enum class OutcomeState : std::uint8_t {
  not_run,
  permitted,
  partial,  ///< permitted, and something that was found is withheld
  denied,
};

struct OutcomeWords {
  OutcomeState state = OutcomeState::not_run;
  std::string word;  ///< "Denied"; "Permitted, 2 withheld"
};

OutcomeWords outcome_of(const policy::Decision& decision);
/// Of a request that was not run.
OutcomeWords no_outcome();

/// The name of a state's mark and color: "deny", "not_run".
std::string_view word(OutcomeState state);

/// Said beside an outcome that an assignment, or a move of the clock, came after.
inline constexpr std::string_view outdated_words = "Outdated: you changed something after this run";

/// "Passes", "Fails", "Not applicable"
std::string_view verdict_word(policy::Verdict verdict);

/// Why a run ended so, and what followed from it. Of a denial the first reason, with its code; where the session
/// conceals, the rule in the place of the case.
std::string reason_in_words(const session::Session& session, const session::Run& run);

}  // namespace ntk::web
