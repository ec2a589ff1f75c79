#include "sim/analysis/combining.h"

#include <algorithm>

#include "sim/analysis/matrix.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::Check;
using policy::CheckId;
using policy::CheckKind;
using policy::Specificity;
using policy::traits;
using policy::Verdict;
using policy::Verdicts;
using session::Session;

using Checks = std::vector<CheckId>;

/// The checks of a gate that apply, in the order of the table.
Checks applicable(const Verdicts& verdicts, policy::Gate gate) {
  Checks found;
  for (const Check& each : policy::checks()) {
    if (each.gate == gate && verdicts[each.id] != Verdict::not_applicable) found.push_back(each.id);
  }
  return found;
}

std::optional<CheckId> first_failing(const Checks& checks, const Verdicts& verdicts) {
  const auto found = std::find_if(checks.begin(), checks.end(),
                                  [&](CheckId each) { return verdicts[each] == Verdict::fail; });
  return found == checks.end() ? std::nullopt : std::optional(*found);
}

GateAnswer by_all(const Checks& checks, const Verdicts& verdicts) {
  const auto failing = first_failing(checks, verdicts);
  return {!failing, failing};
}

GateAnswer by_first(const Checks& checks, const Verdicts& verdicts) {
  if (checks.empty()) return {};
  return {verdicts[checks.front()] == Verdict::pass, checks.front()};
}

GateAnswer by_denial(const Checks& checks, const Verdicts& verdicts) {
  Checks grants, conditions;
  for (const CheckId each : checks) {
    const bool is_grant = traits(each).kind == CheckKind::grant;
    (is_grant ? grants : conditions).push_back(each);
  }
  if (const auto failing = first_failing(conditions, verdicts)) return {false, failing};
  if (grants.empty()) return {};
  for (const CheckId each : grants) {
    if (verdicts[each] == Verdict::pass) return {true, each};
  }
  return {false, grants.front()};
}

GateAnswer by_the_narrowest(const Checks& checks, const Verdicts& verdicts) {
  Specificity narrowest = Specificity::everybody;
  for (const CheckId each : checks) narrowest = std::max(narrowest, traits(each).specificity);
  Checks deciding;
  for (const CheckId each : checks) {
    if (traits(each).specificity == narrowest) deciding.push_back(each);
  }
  if (deciding.empty()) return {};
  const auto failing = first_failing(deciding, verdicts);
  return {!failing, failing.value_or(deciding.front())};
}

}  // namespace

std::string_view title(Specificity specificity) {
  switch (specificity) {
    case Specificity::everybody:
      return "everybody";
    case Specificity::agency:
      return "an agency";
    case Specificity::people_of_a_class:
      return "a class of people";
    case Specificity::named_person:
      return "a named person";
  }
  return {};
}

bool Combined::permitted() const {
  return std::all_of(gates.begin(), gates.end(), [](const GateAnswer& each) { return each.open; });
}

std::optional<CheckId> Combined::denied_by() const {
  for (const GateAnswer& each : gates) {
    if (!each.open) return each.by;
  }
  return std::nullopt;
}

Combined combine(const Verdicts& verdicts, CombiningAlgorithm algorithm) {
  Combined combined;
  for (std::size_t gate = 0; gate < gate_count; ++gate) {
    const Checks checks = applicable(verdicts, static_cast<policy::Gate>(gate));
    GateAnswer& answer = combined.gates[gate];
    switch (algorithm) {
      case CombiningAlgorithm::all_must_pass:
        answer = by_all(checks, verdicts);
        break;
      case CombiningAlgorithm::first_match:
        answer = by_first(checks, verdicts);
        break;
      case CombiningAlgorithm::deny_overrides:
        answer = by_denial(checks, verdicts);
        break;
      case CombiningAlgorithm::most_specific:
        answer = by_the_narrowest(checks, verdicts);
        break;
    }
  }
  return combined;
}

// ---- What an algorithm does to a session -------------------------------------------------------

namespace {

/// What the algorithm overrules; none where it says the same as the platform.
std::optional<Change> changed(const Verdicts& verdicts, CombiningAlgorithm algorithm) {
  if (!verdicts.any_failed()) return std::nullopt;
  const Combined combined = combine(verdicts, algorithm);
  if (!combined.permitted()) return std::nullopt;
  Change change;
  for (std::size_t gate = 0; gate < gate_count; ++gate) {
    Checks failed;
    for (const CheckId each : verdicts.failed()) {
      if (static_cast<std::size_t>(policy::check(each).gate) == gate) failed.push_back(each);
    }
    // A gate that is open though a check of it fails was opened by one that passes.
    if (!failed.empty()) change.overruled.push_back({*combined.gates[gate].by, std::move(failed)});
  }
  return change;
}

std::optional<policy::Ref<policy::Record>> record_of(const policy::Request& request) {
  const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.target);
  return record ? std::optional(*record) : std::nullopt;
}

void try_runs(const Session& session, CombiningAlgorithm algorithm, LabResult& result) {
  for (std::uint32_t i = 0; i < session.requests().size(); ++i) {
    const session::Run* run = session.latest_run(i);
    if (!run) continue;
    ++result.asked;
    const auto add = [&](const Verdicts& verdicts, std::optional<policy::Ref<policy::Record>> record,
                         bool hit) {
      auto change = changed(verdicts, algorithm);
      if (!change) return;
      change->request = run->asked;
      change->scripted = i;
      change->user = run->asked.user;
      change->record = record;
      change->hit = hit;
      result.requests.push_back(*std::move(change));
    };
    add(run->decision.verdicts, record_of(run->asked), false);
    for (const policy::Hit& each : run->decision.hits) add(each.verdicts, each.record, true);
  }
}

/// The verdicts by which a user is denied a record: on the request, or, where it is a search, on the hit.
Verdicts verdicts_on(const policy::World& world, const policy::Request& request,
                     policy::Ref<policy::Record> record) {
  const policy::Decision decision = policy::decide(world, request);
  if (!decision.permitted()) return decision.verdicts;
  const auto hit = std::find_if(decision.hits.begin(), decision.hits.end(),
                                [&](const policy::Hit& each) { return each.record == record; });
  return hit == decision.hits.end() ? decision.verdicts : hit->verdicts;
}

void try_cells(const Session& session, CombiningAlgorithm algorithm, LabResult& result) {
  const policy::World& world = session.world();
  if (world.users.size() * world.records.size() > most_lab_cells) {
    result.too_many_cells = true;
    return;
  }
  const Matrix matrix = filled(setting_of(session));
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    for (std::uint32_t column = 0; column < matrix.columns(); ++column) {
      const Cell cell = matrix.at({user}, column);
      if (cell.is_decided()) ++result.decided;
      const auto question =
          cell.state() == CellState::denied ? matrix.question({user}, column) : std::nullopt;
      if (!question) continue;
      auto change = changed(verdicts_on(world, *question, {column}), algorithm);
      if (!change) continue;
      change->request = *question;
      change->user = {user};
      change->record = policy::Ref<policy::Record>{column};
      result.cells.push_back(*std::move(change));
    }
  }
}

std::string codes_of(const Checks& checks) {
  std::vector<std::string> codes;
  for (const CheckId each : checks) codes.emplace_back(policy::check(each).code);
  return policy::listed(codes, "and");
}

std::string of_all(std::size_t some, std::size_t all, std::string_view one, std::string_view several) {
  return std::to_string(some) + " of " + std::to_string(all) + " " + std::string(all == 1 ? one : several);
}

}  // namespace

bool lab_is_open(const Session& session) {
  return !session.scenario().lab.empty() && lab_waits_for(session).empty();
}

std::string lab_waits_for(const Session& session) {
  if (session.conceals()) return "The lab opens when all that is wrong has been found.";
  if (session.predictions_awaited() > 0)
    return "The lab opens when every required prediction has been made: it shows outcomes.";
  return {};
}

LabResult try_algorithm(const Session& session, CombiningAlgorithm algorithm) {
  LabResult result;
  try_runs(session, algorithm, result);
  try_cells(session, algorithm, result);
  return result;
}

std::string_view explained(CombiningAlgorithm algorithm) {
  switch (algorithm) {
    case CombiningAlgorithm::all_must_pass:
      return "Every check of a gate that applies must pass: the platform’s algorithm. Any one of those who "
             "have a say can withhold, and nobody can give what is another’s.";
    case CombiningAlgorithm::first_match:
      return "The first check of a gate that applies decides, as in a firewall’s list. Whatever stands "
             "further "
             "down is never asked.";
    case CombiningAlgorithm::deny_overrides:
      return "A condition that fails denies. Else one grant that passes is enough: a grant that is missing "
             "is no "
             "denial.";
    case CombiningAlgorithm::most_specific:
      return "The checks about the narrowest thing decide: a named person before a class, a class before an "
             "agency, an agency before everybody. General rules yield.";
  }
  return {};
}

namespace {

std::string sentence_on(const Overruling& gate, CombiningAlgorithm algorithm) {
  const std::string by(policy::check(gate.by).code), ignored = codes_of(gate.ignored);
  const bool several = gate.ignored.size() > 1;
  switch (algorithm) {
    case CombiningAlgorithm::all_must_pass:
      break;
    case CombiningAlgorithm::first_match:
      return by + " comes first and passes, so " + ignored + (several ? " are" : " is") + " never asked.";
    case CombiningAlgorithm::deny_overrides:
      return by + " grants it; " + ignored + (several ? " are grants that are" : " is a grant that is") +
             " missing, which forbids nothing.";
    case CombiningAlgorithm::most_specific:
      return by + " is about " + std::string(title(traits(gate.by).specificity)) + " and passes; " + ignored +
             (several ? " are about something wider, and yield." : " is about something wider, and yields.");
  }
  return {};
}

}  // namespace

std::string what_goes_wrong(const Change& change, CombiningAlgorithm algorithm) {
  std::string words;
  for (const Overruling& each : change.overruled)
    words += (words.empty() ? "" : " ") + sentence_on(each, algorithm);
  return words;
}

std::string in_words(const LabResult& result, CombiningAlgorithm algorithm) {
  if (algorithm == CombiningAlgorithm::all_must_pass)
    return "This is how the platform decides: nothing changes.";
  const auto runs = static_cast<std::size_t>(std::count_if(result.requests.begin(), result.requests.end(),
                                                           [](const Change& each) { return !each.hit; }));
  const std::size_t hits = result.requests.size() - runs;
  std::string words = result.asked == 0 ? std::string("No request has been run yet")
                                        : of_all(runs, result.asked, "request", "requests") +
                                              " would be permitted "
                                              "that the platform denies";
  if (hits > 0) {
    words +=
        ", and searches would show " + std::to_string(hits) + (hits == 1 ? " record" : " records") + " more";
  }
  if (result.too_many_cells) return words + ". There are too many users and records to look at each pair.";
  return words + "; of users and records, " + of_all(result.cells.size(), result.decided, "pair", "pairs") +
         " would be opened.";
}

}  // namespace ntk::analysis
