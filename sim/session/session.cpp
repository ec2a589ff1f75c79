#include "sim/session/session.h"

#include <algorithm>
#include <utility>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"

namespace ntk::session {

namespace {

std::vector<const scenario::AskedPrediction*> asked_of_each(const scenario::Scenario& scenario) {
  std::vector<const scenario::AskedPrediction*> asked(scenario.requests.size());
  for (const scenario::AskedPrediction& each : scenario.predictions) asked[each.request] = &each;
  return asked;
}

}  // namespace

Session::Session(scenario::Scenario scenario)
    : scenario_(std::make_shared<const scenario::Scenario>(std::move(scenario))),
      asked_(
          std::make_shared<const std::vector<const scenario::AskedPrediction*>>(asked_of_each(*scenario_))),
      state_(*scenario_),
      firsts_(scenario_->requests.size()) {
  begin();
  for (const Run& each : state_.runs) show(each.request);  // where only the trail is given
}

const scenario::Scenario& Session::scenario() const {
  return *scenario_;
}

const policy::World& Session::world() const {
  return state_.blank ? *state_.blank : *state_.world;
}

const policy::World& Session::assigned() const {
  return state_.blank ? *state_.blank : *state_.assigned;
}

policy::Moment Session::clock() const {
  return state_.clock;
}

std::span<const scenario::ScriptedRequest> Session::requests() const {
  return state_.requests;
}

bool Session::is_own(std::uint32_t request) const {
  return request >= scenario_->requests.size();
}

std::optional<std::uint32_t> Session::find_request(std::string_view id) const {
  return state_.find(id);
}

std::span<const Run> Session::runs() const {
  return state_.runs;
}

const Run* Session::latest_run(std::uint32_t request) const {
  const auto& latest = state_.latest[request];
  return latest ? &state_.runs[*latest] : nullptr;
}

std::string outcome_in_words(const Session& session, const Run& run) {
  const auto primary = run.decision.primary();
  if (session.conceals() && primary) return std::string(policy::check(*primary).sentence);
  const std::string followed = consequence_in_words(*run.world, run.asked, run.suspends);
  return policy::outcome_in_words(*run.world, run.asked, run.decision) +
         (followed.empty() ? "" : " " + followed);
}

Freshness Session::freshness(std::uint32_t request) const {
  const Run* run = latest_run(request);
  if (!run) return Freshness::not_run;
  return run->assignment == state_.assignment ? Freshness::current : Freshness::outdated;
}

const AuditTrail& Session::trail() const {
  return state_.trail;
}

std::span<const DisclosureForm> Session::disclosure_forms() const {
  return state_.forms;
}

std::span<const Notice> Session::notices() const {
  return state_.notices;
}

bool Session::conceals() const {
  return state_.blank != nullptr;
}

bool Session::is_found(std::uint32_t assignable) const {
  return std::find(state_.found.begin(), state_.found.end(), assignable) != state_.found.end();
}

std::span<const Prediction> Session::predictions() const {
  return state_.predictions;
}

const Prediction* Session::prediction(std::uint32_t request) const {
  return state_.prediction(request);
}

std::size_t Session::hints_revealed() const {
  return state_.hints;
}

std::uint32_t Session::assignment() const {
  return state_.assignment;
}

std::uint64_t Session::revision() const {
  return revision_;
}

namespace {

std::string form_in_words(const DisclosureForm& form) {
  std::string text = std::string("DHS Form 191, ") +
                     (form.by_hand ? "recorded by hand" : "written by the platform") + ": inquiry " +
                     form.inquiry + "; subject " + form.subject + "; sought by ";
  text += form.requester + (form.agency.empty() ? "" : ", " + form.agency);
  text += (form.address.empty() ? "" : ", " + form.address) + "; provided by " + form.provider + "; for " +
          form.purpose + "; system of records " + form.system + "; " + form.nature + "; " +
          policy::in_words(form.date);
  return text + (form.outside_department ? "; outside the Department." : "; within the Department.");
}

}  // namespace

std::vector<std::string> what_followed(const Session& session, const Run& run) {
  std::vector<std::string> sentences;
  for (const DisclosureForm& each : session.disclosure_forms()) {
    if (each.event == run.event) sentences.push_back(form_in_words(each));
  }
  for (const Notice& each : session.notices()) {
    if (each.event == run.event)
      sentences.push_back("Notice to " + policy::called((*run.world)[each.to]) + ": " + each.text);
  }
  const AuditEvent& event = session.trail().events()[static_cast<std::size_t>(run.event - 1)];
  if (event.function == policy::Function::audit_review && run.decision.permitted()) {
    std::vector<std::string> numbers;
    for (const std::uint64_t each : event.reviewed) numbers.push_back(std::to_string(each));
    sentences.push_back(numbers.empty()
                            ? "No event of the trail fits."
                            : "Events of the trail that fit: " + policy::listed(numbers, "and") + ".");
  }
  return sentences;
}

bool asks_for_review(const scenario::Scenario& scenario) {
  return std::any_of(scenario.goals.begin(), scenario.goals.end(), [](const scenario::Goal& each) {
    return std::holds_alternative<scenario::ReviewGoal>(each.assertion);
  });
}

std::string next_own_id(const Session& session) {
  std::size_t number = session.requests().size() - session.scenario().requests.size() + 1;
  const auto id = [&] { return "own-" + std::to_string(number); };
  while (session.find_request(id())) ++number;
  return id();
}

}  // namespace ntk::session
