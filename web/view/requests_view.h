// Requests as both views show them: the lesson's clock, Run all, and each request with what was predicted of it and
// how it ended.
//
// RequestsView is what stands around the list. A request is made by itself, by view_request(), since a lesson can
// have thousands: the canvas makes those in sight, the text page all. Both are made anew when the session has changed.
//
// Predictions come first. Nothing here tells how a request ends whose prediction is awaited: whether it can be
// predicted, and which reasons can be given, are the same for every request. What cannot be run says what for.
//
// Left out: the form for a request of one's own (ask_view.h), and every check of a decision, which is Why's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"
#include "web/view/outcome_words.h"

namespace ntk::web {

/// What the controls are called, and what stays the same for every request.
struct RequestsLabels {
  std::string_view title = "Requests";
  std::string_view run_all = "Run all";
  std::string_view run = "Run";
  std::string_view why = "Why?";
  std::string_view own = "Your own";  ///< of a request that the student made
  std::string_view vet = "Vet a list of people";
  std::string_view copy = "Copy as text";
  std::string_view copy_about = "All requests with their outcomes and reasons";  ///< what it copies

  std::string_view clock = "The lesson’s clock";
  std::string_view clock_about = "Requests without a moment of their own are asked at this time.";
  std::string_view move_to = "Move the clock on to";
  std::string_view move = "Move on";
  std::string_view day_later = "A day later";
  std::string_view year_later = "A year later";
  std::string_view moment_form = "Write the moment as 2016-08-12T09:00.";  ///< where it is none

  std::string_view permit = "Permit";
  std::string_view deny = "Deny";
  std::string_view reason = "Which check fails first?";
  std::string_view no_reason = "No reason given";
  std::string_view certainty = "How sure are you?";
  std::string_view no_certainty = "No answer";
  std::string_view predict = "Predict";
  std::string_view change = "Change the prediction";
  std::string_view offer = "Predict it first, if you like";
  std::string_view needs_outcome = "Choose Permit or Deny first.";
  std::string_view needs_reason = "Choose which check fails first.";
};
inline constexpr RequestsLabels requests_labels;

/// "A guess", "Likely", "Sure"
std::string_view certainty_title(session::Certainty certainty);

/// A reason that a prediction can give: "The account is active, not suspended (AC-1)."
struct PredictionReason {
  policy::CheckId check{};
  std::string words;
};
/// The reasons of one gate.
struct ReasonGroup {
  std::string_view gate;  ///< "The account"
  std::vector<PredictionReason> reasons;
};
/// Every check, in order: the list of reasons is the same for every request, and gives nothing away.
const std::vector<ReasonGroup>& prediction_reasons();
/// The words of one of them.
const std::string& reason_words(policy::CheckId check);

/// The lesson's clock.
struct ClockView {
  policy::Moment now;
  std::string words;    ///< "12 August 2016, 09:00"
  bool locked = false;  ///< it cannot be moved, since nothing can be run
  session::AdvanceCommand day_later, year_later;
};

/// Said where nothing can be run: only the trail is given.
inline constexpr std::string_view nothing_runs =
    "You have only the audit trail. Nothing can be run until you find every fault, under Assign.";

/// What stands around the list of requests.
struct RequestsView {
  ClockView clock;
  std::string summary;             ///< "2 of 5 run"
  std::string waits_for;           ///< why not all can be run yet; empty where they can
  std::string note;                ///< beside Run all: what it waits for, or the summary
  std::size_t count = 0;           ///< requests: the lesson’s, then the student’s own
  std::string_view ask_waits_for;  ///< why no request of one’s own can be made yet; empty where it can
};
RequestsView view_requests(const session::Session& session);

/// A prediction that was made, in sentences.
struct PredictionView {
  session::PredictionResult result = session::PredictionResult::pending;
  std::string predicted;   ///< "You predicted: denied (likely), by the check “The account ...” (AC-1)."
  std::string turned_out;  ///< "Right"; "It ended differently"; while it is pending, what to do
  std::string was;         ///< how it ended and why; empty while it is pending, and where it was right
  std::optional<std::size_t> run;  ///< that it was judged by: position in Session::runs()
};

/// Whether a request can be predicted, and how that is offered.
enum class Predicting : std::uint8_t {
  closed,   ///< what has been seen can no longer be predicted
  offered,  ///< the lesson does not ask for it: the form is folded
  asked,    ///< the lesson asks for it, and it is not made or lacks its reason: the form is open
  made,     ///< it can be changed until it is run: the form is folded
};
/// "closed", "offered", "asked", "made"
std::string_view word(Predicting predicting);

/// One request as its row shows it.
struct RequestView {
  std::string id;
  std::string number;  ///< "Request 3"
  std::string title;
  std::string detail;  ///< a sentence: who asks to do what, by which function, for what
  std::string where;   ///< "Port of Calder, 12 August 2016, 09:00"
  bool own = false;    ///< made by the student
  bool vets = false;   ///< takes a list of people

  OutcomeWords outcome;  ///< of the latest run
  session::Freshness freshness = session::Freshness::not_run;
  std::optional<std::size_t> run;  ///< the latest: position in Session::runs()
  std::string reason;              ///< why it ended so; empty before it is run
  std::string_view waits_for;      ///< why it cannot be run yet; empty where it can
  /// The same, where no prediction of its own is what it waits for: to be shown beside it.
  std::string_view note;

  std::optional<PredictionView> prediction;
  Predicting predicting = Predicting::closed;
  std::string_view prompt;    ///< of the form
  bool takes_reason = false;  ///< a denial is predicted with its reason, or not at all
};
/// The request at a position of Session::requests().
RequestView view_request(const session::Session& session, std::uint32_t request);

}  // namespace ntk::web
