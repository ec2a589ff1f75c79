#include "web/view/outcome_words.h"

#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"

namespace ntk::web {

OutcomeWords outcome_of(const policy::Decision& decision) {
  if (!decision.permitted()) return {OutcomeState::denied, "Denied"};
  const auto withheld = std::count_if(decision.hits.begin(), decision.hits.end(),
                                      [](const policy::Hit& hit) { return hit.withheld(); });
  if (withheld == 0) return {OutcomeState::permitted, "Permitted"};
  return {OutcomeState::partial, "Permitted, " + std::to_string(withheld) + " withheld"};
}

OutcomeWords no_outcome() {
  return {OutcomeState::not_run, "Not run"};
}

std::string_view word(OutcomeState state) {
  switch (state) {
    case OutcomeState::not_run:
      return "not_run";
    case OutcomeState::permitted:
      return "permit";
    case OutcomeState::partial:
      return "partial";
    case OutcomeState::denied:
      return "deny";
  }
  return {};
}

std::string_view verdict_word(policy::Verdict verdict) {
  switch (verdict) {
    case policy::Verdict::not_applicable:
      return "Not applicable";
    case policy::Verdict::pass:
      return "Passes";
    case policy::Verdict::fail:
      return "Fails";
  }
  return {};
}

std::string reason_in_words(const session::Session& session, const session::Run& run) {
  const auto primary = run.decision.primary();
  if (session.conceals() && primary) return policy::with_code(policy::check(*primary).sentence, *primary);
  std::string words = policy::outcome_in_words(*run.world, run.asked, run.decision);
  if (primary) words = policy::with_code(words, *primary);
  const std::string followed = session::consequence_in_words(*run.world, run.asked, run.suspends);
  return followed.empty() ? words : words + " " + followed;
}

}  // namespace ntk::web
