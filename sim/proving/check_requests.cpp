// Requests that teach nothing, come too early, or suspend somebody by accident.
#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/proving/parts.h"

namespace ntk::proving {
namespace {

using policy::Record;
using policy::Ref;
using policy::Request;

/// With more, a lesson is an exercise for machines, and trying each request by itself takes too long.
constexpr std::size_t most_requests = 100;

/// Whether whatever is assigned the decision is as the goal says.
bool is_always(const scenario::Scenario& scenario, scenario::DecisionGoal goal) {
  scenario::Scenario one = scenario;
  one.goals = {{"always", "always", 1, std::move(goal)}};
  analysis::SolveOptions options;
  options.least = false;
  const auto found = analysis::solve(one, options);
  return found.goals.front().known && found.goals.front().always;
}

bool is_session_of_work(policy::Operation operation) {
  return operation == policy::Operation::logon || operation == policy::Operation::logoff;
}

/// What no assignment changes, and nothing asks about.
void check_change(Proof& proof, const session::Session& run, std::uint32_t at) {
  const scenario::Scenario& scenario = proof.scenario();
  const Request& request = scenario.requests[at].request;
  if (proof.is_about(at) || is_session_of_work(request.operation)) return;
  const session::Run* done = run.latest_run(at);
  if (done == nullptr) return;
  const auto primary = done->decision.primary();
  scenario::DecisionGoal goal;
  goal.request = at;
  goal.permitted = !primary;
  goal.primary = primary;
  if (!policy::is_reading(request.operation) && !primary) return;  // it may serve a later one
  const bool is_counted =
      std::any_of(scenario.goals.begin(), scenario.goals.end(), [](const scenario::Goal& each) {
        return std::holds_alternative<scenario::TrailGoal>(each.assertion) ||
               std::holds_alternative<scenario::ReviewGoal>(each.assertion);
      });
  if (is_counted || scenario.forensics || !is_always(scenario, goal)) return;
  if (primary) {
    const auto* one = std::get_if<Ref<Record>>(&done->asked.target);
    proof.add(Code::request_never_changes, item_pointer("requests", at),
              "whatever is assigned, rule " + in_backticks(policy::check(*primary).code) + " denies this: " +
                  policy::explain(*done->world, done->asked, *primary, policy::Verdict::fail,
                                  one ? std::optional(*one) : std::nullopt),
              "ask for a prediction of it, or open what it depends on");
  } else if (!policy::finds_records(request.operation)) {
    proof.add(Code::unused_request, item_pointer("requests", at),
              "whatever is assigned, this is permitted, and no goal or prediction is about it",
              "ask for a prediction of it, or leave it out");
  }
}

/// The position of the request that enters the record; none where it is there from the start.
std::optional<std::uint32_t> entered_by(const scenario::Scenario& scenario, Ref<Record> record) {
  if (!scenario.world[record].absent) return std::nullopt;
  for (std::uint32_t at = 0; at < scenario.requests.size(); ++at) {
    const Request& request = scenario.requests[at].request;
    if (policy::is_creating(request.operation) && request.target == policy::Target(record)) return at;
  }
  return std::nullopt;
}

void check_order(Proof& proof, std::uint32_t at) {
  const Request& request = proof.scenario().requests[at].request;
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const auto by = one ? entered_by(proof.scenario(), *one) : std::nullopt;
  if (!by || *by <= at) return;
  proof.add(Code::request_before_record, item_pointer("requests", at, "record"),
            "record " + in_backticks(proof.world()[*one].id) + " is entered only by the later request " +
                in_backticks(proof.scenario().requests[*by].id),
            "put this request after that one");
}

void check_purpose(Proof& proof, std::uint32_t at) {
  const auto purpose = proof.scenario().requests[at].request.purpose;
  const bool is_duty =
      std::any_of(proof.world().users.begin(), proof.world().users.end(), [&](const policy::User& each) {
        return std::find(each.duties.begin(), each.duties.end(), purpose) != each.duties.end();
      });
  if (is_duty || proof.is_about(at)) return;
  proof.add(
      Code::purpose_nobodys_duty, item_pointer("requests", at, "purpose"),
      "purpose " + in_backticks(proof.world()[purpose].id) + " is nobody's duty: rule `DA-9` denies this",
      "add it to the `duties` of the user, or ask for a prediction");
}

void check_level(Proof& proof, std::uint32_t at) {
  const Request& request = proof.scenario().requests[at].request;
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const bool enters = one != nullptr && policy::is_creating(request.operation);
  const auto level = enters ? std::optional(proof.world()[*one].level) : request.change.level;
  if (level != policy::Level::level_2) return;
  const auto& fields = proof.scenario().assignables;
  const bool can_be_assigned =
      enters && std::any_of(fields.begin(), fields.end(), [&](const scenario::Assignable& each) {
        return each.field == scenario::AssignableField::record_level && Ref<Record>{each.at} == *one;
      });
  if (can_be_assigned) return;
  proof.add(Code::level_2_given, item_pointer("requests", at, enters ? "new" : "change") + "/level",
            "level 2 is no longer given to records", "make it level 1, 3 or 4");
}

/// A denied attempt too many that nothing in the lesson is about.
void check_suspension(Proof& proof, const session::Session& run) {
  for (const session::Run& each : run.runs()) {
    if (!each.suspends || run.is_own(each.request)) continue;
    const auto& requests = proof.scenario().requests;
    bool is_meant = proof.is_about(each.request);
    for (std::uint32_t later = each.request + 1; later < requests.size(); ++later)
      is_meant = is_meant || (requests[later].request.user == each.asked.user && proof.is_about(later));
    if (is_meant) continue;
    proof.add(Code::accidental_suspension, item_pointer("requests", each.request),
              "this denied attempt suspends the account of " + proof.world()[each.asked.user].name +
                  ", and nothing in the lesson is about that",
              "ask for a prediction, take a denied request out, or set `denied_attempts`");
    return;
  }
}

}  // namespace

void check_requests(Proof& proof) {
  scenario::Scenario plain = proof.scenario();
  plain.predictions.clear();
  plain.forensics = false;
  session::Session as_given(std::move(plain));
  as_given.apply("run all");
  const auto count = static_cast<std::uint32_t>(proof.scenario().requests.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    if (count <= most_requests) check_change(proof, as_given, at);
    check_order(proof, at);
    check_purpose(proof, at);
    check_level(proof, at);
  }
  check_suspension(proof, proof.right ? *proof.right : as_given);
}

}  // namespace ntk::proving
