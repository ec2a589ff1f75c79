// The misconception log: of which rules the student is most often wrong, by the predictions that were judged.
//
// A prediction that turned out wrong says something of up to two rules. The rule that was the true reason of
// a denial, and was not predicted, was *missed*: a permit was predicted, or another rule. The rule that was
// predicted, and was not the reason, was *imagined*: it was permitted, or denied by another rule. So what
// was wrongly permitted counts for the true rule, what was wrongly denied for the predicted one, and a denial
// for another reason for both. A denial that is predicted without a rule, where none is asked, names no rule:
// it can be right, and where it was permitted it counts for none.
//
// Predictions stay on record when a request is run again; `reset` starts over, and undo takes them back.
#pragma once

#include <string>
#include <vector>

#include "sim/session/session.h"

namespace ntk::session {

/// What the predictions say of one rule.
struct Misconception {
  policy::CheckId rule{};
  int missed = 0;    ///< it was the reason, and was not predicted
  int imagined = 0;  ///< it was predicted, and was not the reason
  int right = 0;     ///< it was the reason, and was predicted

  int wrong() const { return missed + imagined; }
  bool operator==(const Misconception&) const = default;
};

/// The rules that the student was wrong of at least once, most often first; then in the order of the rules.
std::vector<Misconception> misconceptions(const Session& session);

/// How many predictions have been judged.
int judged_predictions(const Session& session);

/// "Wrong twice: missed once, expected once in vain; right once."
std::string in_words(const Misconception& misconception);

/// What is said in the place of a log that is empty: nothing was predicted, judged, or wrong.
std::string no_misconceptions(const Session& session);

/// The result of a prediction and the check behind it: "It was denied by the check “Another agency’s ...”
/// (DA-7)."; empty while it is pending.
std::string what_it_was(const Session& session, const Prediction& prediction);

}  // namespace ntk::session
