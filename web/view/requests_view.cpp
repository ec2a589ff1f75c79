#include "web/view/requests_view.h"

#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "sim/session/misconceptions.h"

namespace ntk::web {
namespace {

using session::Prediction;
using session::PredictionResult;
using session::Session;

const scenario::AskedPrediction* asked_prediction(const Session& session, std::uint32_t request) {
  for (const scenario::AskedPrediction& each : session.scenario().predictions) {
    if (each.request == request) return &each;
  }
  return nullptr;
}

ClockView view_clock(const Session& session) {
  const policy::Moment now = session.clock();
  ClockView view;
  view.now = now;
  view.words = policy::in_words(now);
  view.locked = session.conceals();
  view.day_later.to = {std::min(policy::next_day(now.day), policy::last_date), now.minute};
  view.year_later.to = {std::min(policy::plus_years(now.day, 1), policy::last_date), now.minute};
  return view;
}

/// Why a request cannot be run yet; empty where it can.
std::string_view run_waits_for(const Session& session, std::uint32_t request) {
  if (session.conceals()) return nothing_runs;
  if (!session.awaits_prediction(request)) return {};
  return session.is_own(request)
             ? "This would show how another request ends. Predict that one before you run this one."
             : "Predict how it will end before you run it.";
}

/// The same of all of them.
std::string run_all_waits_for(const Session& session) {
  if (session.conceals()) return std::string(nothing_runs);
  const std::size_t awaited = session.predictions_awaited();
  if (awaited == 0) return {};
  return "Predict " + policy::counted(awaited, "request before you run it.", "requests before you run them.");
}

std::string run_of_all(const Session& session) {
  std::size_t run = 0;
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    if (session.latest_run(i) != nullptr) ++run;
  }
  return std::to_string(run) + " of " + std::to_string(session.requests().size()) + " run";
}

// ---- Predictions ---------------------------------------------------------------------------------

/// "You predicted: denied (likely), by the check “The account is active, not suspended” (AC-1)."
std::string predicted_in_words(const Prediction& prediction) {
  std::string words = prediction.permitted ? "You predicted: permitted" : "You predicted: denied";
  if (prediction.certainty) {
    words += " (" + policy::in_sentence(certainty_title(*prediction.certainty)) + ")";
  }
  if (!prediction.reason) return words + ".";
  return words + ", by the check " + policy::in_words(*prediction.reason) + ".";
}

std::string_view result_in_words(PredictionResult result) {
  switch (result) {
    case PredictionResult::pending:
      return "Run it to see how it ends.";
    case PredictionResult::hit:
      return "Right";
    case PredictionResult::wrong_reason:
      return "Right outcome, different reason";
    case PredictionResult::miss:
      return "It ended differently";
  }
  return {};
}

PredictionView view_prediction(const Session& session, const Prediction& prediction) {
  PredictionView view;
  view.result = prediction.result;
  view.predicted = predicted_in_words(prediction);
  view.turned_out = result_in_words(prediction.result);
  if (!prediction.run) return view;
  view.run = *prediction.run;
  const bool was_run_since = session.latest_run(prediction.request) != &session.runs()[*prediction.run];
  if (was_run_since) view.turned_out += " when you first ran it";
  if (prediction.result != PredictionResult::hit) view.was = session::what_it_was(session, prediction);
  return view;
}

Predicting predicting(const Session& session, std::uint32_t request, bool is_asked) {
  if (session.conceals() || session.latest_run(request) != nullptr) return Predicting::closed;
  const bool is_made = session.prediction(request) != nullptr;
  // Of one of the script this says that the reason is still missing; of one's own, that another is to be predicted.
  const bool is_incomplete = is_asked && session.awaits_prediction(request);
  if (is_made && !is_incomplete) return Predicting::made;
  return is_asked ? Predicting::asked : Predicting::offered;
}

void add_prediction(RequestView& view, const Session& session, std::uint32_t request) {
  const scenario::AskedPrediction* asked = asked_prediction(session, request);
  view.predicting = predicting(session, request, asked != nullptr);
  view.takes_reason = asked != nullptr && asked->reason;
  view.prompt = asked != nullptr && asked->required ? "Predict how it will end. Then run it."
                                                    : "How will it end? Predict before you run it.";
  if (const Prediction* made = session.prediction(request)) view.prediction = view_prediction(session, *made);
}

void add_outcome(RequestView& view, const Session& session, std::uint32_t request) {
  view.freshness = session.freshness(request);
  const session::Run* run = session.latest_run(request);
  if (run == nullptr) {
    view.outcome = no_outcome();
    return;
  }
  view.outcome = outcome_of(run->decision);
  view.run = static_cast<std::size_t>(run - session.runs().data());
  view.reason = reason_in_words(session, *run);
}

}  // namespace

std::string_view certainty_title(session::Certainty certainty) {
  switch (certainty) {
    case session::Certainty::guess:
      return "A guess";
    case session::Certainty::likely:
      return "Likely";
    case session::Certainty::sure:
      return "Sure";
  }
  return {};
}

const std::vector<ReasonGroup>& prediction_reasons() {
  static const std::vector<ReasonGroup> groups = [] {
    std::vector<ReasonGroup> made;
    for (const policy::Check& check : policy::checks()) {
      const std::string_view gate = policy::gate_title(check.gate);
      if (made.empty() || made.back().gate != gate) made.push_back({gate, {}});
      made.back().reasons.push_back({check.id, policy::with_code(check.sentence, check.id)});
    }
    return made;
  }();
  return groups;
}

const std::string& reason_words(policy::CheckId check) {
  for (const ReasonGroup& group : prediction_reasons()) {
    for (const PredictionReason& each : group.reasons) {
      if (each.check == check) return each.words;
    }
  }
  static const std::string none;
  return none;
}

RequestsView view_requests(const Session& session) {
  RequestsView view;
  view.clock = view_clock(session);
  view.summary = run_of_all(session);
  view.waits_for = run_all_waits_for(session);
  view.note = view.waits_for.empty() ? view.summary : view.waits_for;
  view.count = session.requests().size();
  if (session.conceals()) view.ask_waits_for = nothing_runs;
  return view;
}

std::string_view word(Predicting predicting) {
  switch (predicting) {
    case Predicting::closed:
      return "closed";
    case Predicting::offered:
      return "offered";
    case Predicting::asked:
      return "asked";
    case Predicting::made:
      return "made";
  }
  return {};
}

RequestView view_request(const Session& session, std::uint32_t request) {
  const scenario::ScriptedRequest& scripted = session.requests()[request];
  const policy::Moment moment = scripted.at_clock ? session.clock() : scripted.request.moment;
  RequestView view;
  view.id = scripted.id;
  view.number = "Request " + std::to_string(request + 1);
  view.title = scripted.title;
  view.detail = policy::in_words(session.world(), scripted.request);
  view.where = scripted.request.place + ", " + policy::in_words(moment);
  view.own = session.is_own(request);
  view.vets = scripted.request.operation == policy::Operation::vet;
  add_outcome(view, session, request);
  view.waits_for = run_waits_for(session, request);
  if (view.own && !session.conceals()) view.note = view.waits_for;
  add_prediction(view, session, request);
  return view;
}

}  // namespace ntk::web
