// What each command does to a session. Every function first looks for a reason to refuse, and
// changes the state only when there is none.
#include <algorithm>
#include <utility>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"
#include "sim/session/refusal.h"
#include "sim/session/session.h"
#include "sim/session/value_text.h"

namespace ntk::session {
namespace {

using policy::Ref;
using policy::Request;
using policy::World;
using scenario::AskedPrediction;
using scenario::Assignable;
using scenario::AssignedValue;
using scenario::Scenario;
using scenario::ScriptedRequest;

constexpr std::string_view own_prefix = "own-";
constexpr std::size_t longest_id = 64;

/// What a field holds in a world that conceals it: the same whatever it really holds.
AssignedValue blank_value(const World& world, const Assignable& field) {
  const auto blank = [](const auto& value) { return AssignedValue(std::decay_t<decltype(value)>{}); };
  const AssignedValue held = current_value(world, field);
  if (std::holds_alternative<policy::Level>(held)) return policy::Level::level_1;
  return std::visit(blank, held);
}

/// Whether every goal on what is misconfigured is met.
bool finds_met(const Session& session) {
  const auto& goals = session.scenario().goals;
  for (std::uint32_t i = 0; i < goals.size(); ++i) {
    const bool is_find = std::holds_alternative<scenario::FindGoal>(goals[i].assertion);
    if (is_find && session.goal_status(i).state != GoalState::met) return false;
  }
  return true;
}

Refusal unknown_request(std::string_view id, std::span<const ScriptedRequest> requests) {
  std::vector<std::string_view> ids;
  for (const ScriptedRequest& each : requests) ids.push_back(each.id);
  return refusal("unknown-request", "no request has the id " + in_backticks(id), suggest(id, ids));
}

// ---- A request of the student's own ------------------------------------------------------------

bool is_own_id(std::string_view id) {
  return id.starts_with(own_prefix) && id.size() > own_prefix.size() && id.size() <= longest_id &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == id.npos;
}

bool is_of_world(const Request& request, const World& world) {
  const auto* record = std::get_if<Ref<policy::Record>>(&request.target);
  return request.user.at < world.users.size() && request.purpose.at < world.purposes.size() &&
         (!record || record->at < world.records.size());
}

std::optional<Refusal> fault_of_terms(const policy::Search& search) {
  for (auto each = search.terms.begin(); each != search.terms.end(); ++each) {
    if (each->name.empty() || !is_plain_text(each->name) || !is_plain_text(each->value)) {
      return refusal("bad-text", "a search term has no name, or has control characters in it",
                     "write it as term:NAME=VALUE");
    }
    if (std::any_of(search.terms.begin(), each,
                    [&](const auto& other) { return other.name == each->name; })) {
      return refusal("duplicate-term", "the field " + in_backticks(each->name) + " is searched for twice",
                     "give each field once: all terms of a search must match");
    }
  }
  return std::nullopt;
}

/// What a request has of the `model` that it is like is not the student's fault: the scenario may have texts that no
/// command can hold.
std::optional<Refusal> fault_of_request(const Request& request, const Request* model, const World& world) {
  if (!is_of_world(request, world)) {
    return refusal("unknown-reference", "the request names something that the scenario does not have");
  }
  const bool is_place_of_script = model != nullptr && request.place == model->place;
  if (!is_place_of_script && (request.place.empty() || !is_plain_text(request.place))) {
    return refusal("bad-text", "the place is empty, or has control characters in it",
                   "say where the user is, as in place=\"Port of Entry\"");
  }
  if (policy::is_creating(request.operation)) return std::nullopt;  // of the script, as `like` keeps it
  const auto* search = std::get_if<policy::Search>(&request.target);
  if (policy::has_no_target(request.operation) != std::holds_alternative<policy::NoTarget>(request.target)) {
    return refusal("wrong-target",
                   in_backticks(policy::word(request.operation)) + " concerns another target");
  }
  if (policy::is_search(request.operation) != (search != nullptr)) {
    const std::string operation = in_backticks(policy::word(request.operation));
    return search ? refusal("wrong-target", operation + " is asked of one record", "name it with record=ID")
                  : refusal("wrong-target", operation + " looks through records and names none",
                            "leave record= out; narrow it with categories= and term:NAME=VALUE");
  }
  const bool is_target_of_script = model != nullptr && request.target == model->target;
  return search && !is_target_of_script ? fault_of_terms(*search) : std::nullopt;
}

/// A request like one of the script keeps what cannot be stated in a command.
std::optional<Refusal> fault_of_likeness(const AskCommand& command, const Scenario& scenario) {
  if (!command.like) {
    return can_ask_oneself(command.request.operation) ? std::nullopt
                                                      : std::optional(script_only(command.request.operation));
  }
  if (*command.like >= scenario.requests.size())
    return refusal("unknown-reference", "the request is like one that the scenario does not have");
  const Request& model = scenario.requests[*command.like].request;
  Request kept = command.request;
  kept.user = model.user;
  kept.purpose = model.purpose;
  kept.place = model.place;
  kept.moment = model.moment;
  const auto* search = std::get_if<policy::Search>(&kept.target);
  const bool narrowed = search == nullptr || !(*search == policy::Search{}) || model.target == kept.target;
  if (!policy::is_creating(model.operation) && kept.target.index() == model.target.index() && narrowed)
    kept.target = model.target;
  if (gives_access(model.operation)) {
    kept.change.level = model.change.level;
    kept.change.designation = model.change.designation;
  }
  if (kept == model) return std::nullopt;
  return refusal("not-alike",
                 "the request differs from " + in_backticks(scenario.requests[*command.like].id) +
                     " in more than who asks, of what and where",
                 "describe what is new in a scenario file");
}

/// "Ana Ortega: display Harbour report", for lists.
std::string title_of(const Request& request, const World& world) {
  return world[request.user].name + ": " + std::string(policy::word(request.operation)) + ' ' +
         policy::in_words(world, request.target);
}

}  // namespace

// ---- The state ---------------------------------------------------------------------------------

Session::State::State(const Scenario& scenario)
    : assigned(std::make_shared<const World>(scenario.world)),
      world(assigned),
      clock(scenario.clock),
      noticed(scenario.clock.day),
      requests(scenario.requests),
      latest(scenario.requests.size()),
      predicted(scenario.requests.size()) {
  for (std::uint32_t at = 0; at < requests.size(); ++at) position_of.emplace(requests[at].id, at);
}

std::optional<std::uint32_t> Session::State::find(std::string_view id) const {
  const auto found = position_of.find(std::string(id));
  return found == position_of.end() ? std::nullopt : std::optional(found->second);
}

const Prediction* Session::State::prediction(std::uint32_t request) const {
  return predicted[request] ? &predictions[*predicted[request]] : nullptr;
}

void Session::State::begin_day(policy::Date day) {
  world = assigned;
  denied = DeniedAttempts();
  noticed = day;
}

void Session::State::give_notices_through(policy::Date day) {
  if (day <= noticed) return;
  for (Notice& each : notices_due(*world, noticed, day)) give_once(std::move(each));
  noticed = day;
}

bool Session::State::was_given(const Notice& notice) const {
  const auto of_lookout = calendar_notices.find(notice.lookout.at);
  if (of_lookout == calendar_notices.end()) return false;
  return std::any_of(of_lookout->second.begin(), of_lookout->second.end(), [&](std::uint32_t at) {
    const Notice& given = notices[at];
    // A warning names the last day; that a place has ended is told for each day on which one ends.
    return given.kind == notice.kind && given.text == notice.text &&
           (notice.kind == NoticeKind::ends_soon || given.moment == notice.moment);
  });
}

void Session::State::give_once(Notice notice) {
  if (!was_given(notice)) give(std::move(notice));
}

void Session::State::give(Notice notice) {
  if (notice.kind == NoticeKind::ends_soon || notice.kind == NoticeKind::ended)
    calendar_notices[notice.lookout.at].push_back(static_cast<std::uint32_t>(notices.size()));
  notices.push_back(std::move(notice));
}

void Session::State::outdate_runs() {
  ++assignment;
  runs_before = runs.size();
}

// ---- The commands ------------------------------------------------------------------------------

void Session::begin() {
  state_ = State(*scenario_);
  if (!scenario_->forensics) return;
  for (std::uint32_t i = 0; i < scenario_->requests.size(); ++i) run(i);
  if (finds_met(*this)) return;  // there is nothing to find
  auto blank = std::make_shared<World>(*state_.world);
  for (const Assignable& each : scenario_->assignables) assign(*blank, each, blank_value(*blank, each));
  state_.blank = std::move(blank);
}

std::optional<Refusal> Session::execute(const Command& command) {
  const bool reads_the_trail =
      std::holds_alternative<FindCommand>(command) || std::holds_alternative<HintCommand>(command) ||
      std::holds_alternative<MarkCommand>(command) || std::holds_alternative<ResetCommand>(command);
  if (conceals() && !reads_the_trail) {
    return refusal("only-the-trail", "in this lesson only the trail is given, until what is wrong is found",
                   "read the trail, and name each field that is wrong, as in `find record ID level`");
  }
  return std::visit([this](const auto& each) { return execute(each); }, command);
}

std::optional<Refusal> Session::execute(const AssignCommand& command) {
  if (command.assignable >= scenario_->assignables.size()) {
    return refusal("not-assignable", "the scenario opens no such field");
  }
  const Assignable& field = scenario_->assignables[command.assignable];
  if (!allows(field, command.value)) return not_allowed(command.value, field, world());
  if (current_value(world(), field) == command.value &&
      current_value(*state_.assigned, field) == command.value)
    return std::nullopt;  // a request of the day can have made it so without its being assigned
  const auto reassigned = [&](const World& before) {
    auto changed = std::make_shared<World>(before);
    assign(*changed, field, command.value);
    return changed;
  };
  const bool day_is_fresh = state_.world == state_.assigned;
  state_.assigned = reassigned(*state_.assigned);
  state_.world = day_is_fresh ? state_.assigned : reassigned(world());
  if (scenario::decides(field.field)) state_.outdate_runs();
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const PredictCommand& command) {
  const auto request = state_.find(command.request);
  if (!request) return unknown_request(command.request, requests());
  if (latest_run(*request)) {
    return refusal("already-run", in_backticks(command.request) + " has been run: its answer is known",
                   "predictions are made before the first run; `reset` starts over");
  }
  if (command.permitted && command.reason) {
    return refusal("reason-of-permit", "a permit has no reason: nothing failed",
                   "predict `permit` alone, or `deny` with the first rule that fails");
  }
  const Prediction made{*request, command.permitted, command.reason, command.certainty};
  auto& standing = state_.predicted[*request];
  if (standing) {
    state_.predictions[*standing] = made;
    return std::nullopt;
  }
  standing = static_cast<std::uint32_t>(state_.predictions.size());
  state_.predictions.push_back(made);
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const AskCommand& command) {
  if (!is_own_id(command.id)) {
    return refusal("bad-id", in_backticks(command.id) + " cannot be the id of a request of your own",
                   "begin it with `own-`, then lower-case letters, digits and hyphens, as in `own-1`");
  }
  if (state_.find(command.id)) {
    return refusal("id-taken", in_backticks(command.id) + " is the id of another request",
                   "ids are given once: " + in_backticks(next_own_id(*this)) + " is free");
  }
  if (auto fault = fault_of_likeness(command, *scenario_)) return fault;
  const Request* model = command.like ? &scenario_->requests[*command.like].request : nullptr;
  if (auto fault = fault_of_request(command.request, model, world())) return fault;
  const std::string title = command.like ? world()[command.request.user].name + ", as in " +
                                               policy::in_quotes(scenario_->requests[*command.like].title)
                                         : title_of(command.request, world());
  state_.position_of.emplace(command.id, static_cast<std::uint32_t>(state_.requests.size()));
  state_.requests.push_back({command.id, title, command.request, command.at_clock, {}});
  state_.latest.emplace_back();
  state_.predicted.emplace_back();
  return std::nullopt;
}

bool Session::awaits_prediction(std::uint32_t request) const {
  return prediction_missing(request).has_value();
}

std::size_t Session::predictions_awaited() const {
  const auto& asked = scenario_->predictions;
  return static_cast<std::size_t>(
      std::count_if(asked.begin(), asked.end(),
                    [this](const AskedPrediction& each) { return awaits_prediction(each.request); }));
}

std::optional<Refusal> Session::prediction_missing(std::uint32_t request) const {
  if (!is_own(request)) {
    const AskedPrediction* asked = asked_prediction(request);
    return asked ? prediction_missing(*asked) : std::nullopt;
  }
  return prediction_missing(requests()[request].request);
}

std::optional<Refusal> Session::prediction_missing(const Request& own) const {
  for (const AskedPrediction& asked : scenario_->predictions) {
    if (!reveals(*state_.world, own, requests()[asked.request].request)) continue;
    if (auto missing = prediction_missing(asked)) return missing;
  }
  return std::nullopt;
}

std::optional<Refusal> Session::prediction_missing(const AskedPrediction& asked) const {
  const std::uint32_t request = asked.request;
  if (!asked.required || latest_run(request) != nullptr) return std::nullopt;
  const Prediction* made = prediction(request);
  const std::string& id = requests()[request].id;
  if (!made) {
    return refusal(
        "prediction-required", "how " + in_backticks(id) + " ends is to be predicted before it is run",
        "write `predict " + id + " permit` or `predict " + id + " deny" + (asked.reason ? " RULE`" : "`"));
  }
  if (asked.reason && !made->permitted && !made->reason) {
    return refusal("prediction-required",
                   "the first rule that denies " + in_backticks(id) + " is to be predicted before it is run",
                   "write `predict " + id + " deny RULE`, as in `predict " + id + " deny AC-1`");
  }
  return std::nullopt;
}

Run& Session::run(std::uint32_t request, policy::Request asked) {
  Run run;
  run.request = request;
  run.asked = std::move(asked);
  if (state_.requests[request].at_clock) run.asked.moment = state_.clock;
  state_.give_notices_through(run.asked.moment.day);
  run.world = state_.world;
  const auto entered = put_as_asked(run.asked, *state_.assigned);
  run.decision = policy::decide(*run.world, run.asked);
  run.suspends = state_.denied.suspends(*run.world, run.asked, run.decision);
  const Decided decided{run.asked, run.decision, entered, run.suspends};
  run.event = state_.trail.append(*run.world, decided).sequence;
  run.assignment = state_.assignment;
  if (auto form = disclosure_form(*run.world, run.asked, run.decision)) {
    form->event = run.event;
    state_.forms.push_back(*std::move(form));
  }
  for (Notice& each : notices_of(*run.world, run.asked, run.decision)) {
    each.event = run.event;
    state_.give(std::move(each));
  }

  if (const auto user = reinstated(*run.world, decided)) state_.denied.forgive(*user);
  state_.world = world_after(state_.world, decided);
  if (auto warning = warning_at_once(*run.world, *state_.world, run.asked)) {
    warning->event = run.event;
    state_.give_once(*std::move(warning));
  }
  for (Notice& each : notices_missed(*run.world, *state_.world, run.asked, state_.noticed))
    state_.give_once(std::move(each));
  return state_.runs.emplace_back(std::move(run));
}

void Session::run(std::uint32_t request) {
  const Run& done = run(request, state_.requests[request].request);
  state_.latest[request] = static_cast<std::uint32_t>(state_.runs.size() - 1);
  if (!state_.predicted[request]) return;
  Prediction& made = state_.predictions[*state_.predicted[request]];
  if (made.result != PredictionResult::pending) return;
  const AskedPrediction* asked = asked_prediction(request);
  made.result = result_of(made, done.decision, asked && asked->reason);
  made.run = state_.latest[request];
}

std::optional<Refusal> Session::execute(const RunCommand& command) {
  const auto request = state_.find(command.request);
  if (!request) return unknown_request(command.request, requests());
  if (auto missing = prediction_missing(*request)) return missing;
  if (auto full = beyond_bounds(1)) return full;
  run(*request);
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const RunAllCommand&) {
  const auto count = static_cast<std::uint32_t>(requests().size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (auto missing = prediction_missing(i)) return missing;
  }
  if (auto full = beyond_bounds(count)) return full;
  state_.begin_day(clock().day);
  for (std::uint32_t i = 0; i < count; ++i) run(i);
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const AdvanceCommand& command) {
  if (command.to < clock()) {
    return refusal("clock-back",
                   "it is already " + policy::to_text(clock()) + ": the clock cannot go back to " +
                       policy::to_text(command.to),
                   "`reset` starts over");
  }
  if (command.to == clock()) return std::nullopt;
  state_.clock = command.to;
  state_.give_notices_through(command.to.day);
  state_.outdate_runs();
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const HintCommand&) {
  if (auto refused = withheld(Help::hints)) return refused;
  if (state_.hints == scenario_->hints.size()) {
    return refusal("no-more-hints",
                   state_.hints == 0 ? "the scenario has no hints" : "all hints are revealed");
  }
  for (const std::uint32_t each : scenario_->hints[state_.hints].reveals) {
    auto missing = prediction_missing(each);
    if (!missing) continue;
    missing->message = "the next hint tells how " + in_backticks(requests()[each].id) +
                       " ends, which is to be predicted first";
    return missing;
  }
  ++state_.hints;
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const MarkCommand& command) {
  const auto request = state_.find(command.request);
  if (!request) return unknown_request(command.request, requests());
  if (!latest_run(*request)) {
    return refusal("not-run",
                   in_backticks(command.request) + " has not been run: the trail has no event of it",
                   "run it first: what a reviewer marks is an event");
  }
  auto& marked = state_.marked;
  const auto found = std::find(marked.begin(), marked.end(), *request);
  if (command.marked && found == marked.end()) marked.push_back(*request);
  if (!command.marked && found != marked.end()) marked.erase(found);
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const VetCommand& command) {
  const auto request = state_.find(command.request);
  if (!request) return unknown_request(command.request, requests());
  policy::Request asked = requests()[*request].request;
  if (asked.operation != policy::Operation::vet) {
    return refusal("not-vetting",
                   in_backticks(command.request) + " vets nobody: it is to " +
                       std::string(policy::word(asked.operation)),
                   "a file of persons is put to a request whose operation is `vet`");
  }
  if (command.terms.empty()) {
    return refusal("missing-word", "nothing is said of the person", "write what is known as term:NAME=VALUE");
  }
  auto& search = std::get<policy::Search>(asked.target);
  search.terms = command.terms;
  if (auto fault = fault_of_terms(search)) return fault;
  if (auto missing = prediction_missing(asked)) return missing;
  if (auto full = beyond_bounds(1)) return full;
  run(*request, std::move(asked)).vets = true;
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const ResetCommand&) {
  begin();
  return std::nullopt;
}

std::optional<Refusal> Session::execute(const FindCommand& command) {
  if (command.assignable >= scenario_->assignables.size())
    return refusal("not-assignable", "the scenario opens no such field");
  if (!scenario_->forensics) {
    return refusal("nothing-to-find", "this lesson hides nothing: every value is shown",
                   "fields are named with `find` where only the trail is given");
  }
  if (!conceals())
    return refusal("all-found", "all that was wrong has been found", "mend it with `assign`, or `undo`");
  auto& found = state_.found;
  const auto named = std::find(found.begin(), found.end(), command.assignable);
  if (command.found && named == found.end()) found.push_back(command.assignable);
  if (!command.found && named != found.end()) found.erase(named);
  if (finds_met(*this)) state_.blank = nullptr;
  return std::nullopt;
}

}  // namespace ntk::session
