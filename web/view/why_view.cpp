#include "web/view/why_view.h"

#include <cstdint>

#include "sim/policy/explain.h"
#include "web/app/shared_words.h"
#include "web/view/requests_view.h"
#include "web/view/why_parts.h"

namespace ntk::web {
namespace {

using session::Run;
using session::Session;

constexpr std::string_view concealed_why =
    "You have only the audit trail. You see which rules failed, but not the details, until you find every "
    "fault.";

std::string failing_in_words(const policy::Decision& decision) {
  const std::vector<policy::CheckId> failed = decision.verdicts.failed();
  if (failed.size() < 2) return {};
  return "All checks that fail: " + codes_in_words(failed) + ". The first is the primary reason.";
}

/// What was predicted of the request, and how that turned out, in the words of Requests.
std::string prediction_in_words(const Session& session, std::uint32_t request) {
  const std::optional<PredictionView> made = view_request(session, request).prediction;
  if (!made) return {};
  std::string words = made->predicted;
  if (made->result != session::PredictionResult::pending) words += " " + made->turned_out + ".";
  return made->was.empty() ? words : words + " " + made->was;
}

WhyView view_empty(const Session& session) {
  WhyView view;
  view.heading = "Why";
  view.empty =
      session.runs().empty()
          ? WhyEmpty{"Nothing has been run yet.",
                     "Run a request, or all of them. Then you see here how it ended, check by check."}
          : WhyEmpty{"Nothing is selected.",
                     "Select a request, or an event of the audit trail, to see how it ended."};
  return view;
}

}  // namespace

WhyView view_why(const Session& session, std::optional<std::size_t> position) {
  if (!position) return view_empty(session);
  const Run& run = session.runs()[*position];
  const scenario::ScriptedRequest& request = session.requests()[run.request];
  WhyView view;
  view.heading = "Why: request " + std::to_string(run.request + 1);
  view.title = request.title;
  view.request = request.id;
  view.words = policy::in_words(*run.world, run.asked);
  view.moment = run.asked.moment;
  view.where = run.asked.place + ", " + policy::in_words(run.asked.moment);
  view.outcome = outcome_of(run.decision);
  view.reason = reason_in_words(session, run);
  view.failing = failing_in_words(run.decision);
  if (run.assignment != session.assignment()) view.outdated = outdated_words;
  view.prediction = prediction_in_words(session, run.request);
  view.can_ask =
      !run.vets && shut_because(session).empty() && !session.withheld(session::Help::what_would_change);

  if (!session.conceals()) view.path = view_path(run);
  view.seen = view_seen(run);
  view.recorded = view_recorded(session, run);
  view.followed = session::what_followed(session, run);
  if (session::asks_for_review(session.scenario())) {
    const bool marked = session.is_marked(run.request);
    view.mark = WhyMark{"Not for its purpose", marked, {request.id, !marked}};
  }
  view.checks_heading = session.conceals() ? "Which rules failed" : "Check by check";
  if (session.conceals()) view.concealed = concealed_why;
  view.gates = view_gates(session, run);
  view.hits = view_hits(session, run);
  return view;
}

}  // namespace ntk::web
