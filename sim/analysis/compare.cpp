#include "sim/analysis/compare.h"

#include "sim/analysis/coverage.h"
#include "sim/analysis/returned.h"
#include "sim/analysis/revealed.h"

namespace ntk::analysis {
namespace {

using session::Session;

/// The day of the script from its beginning, as it is assigned.
void play_the_day(Session& session) {
  run_everything(session);
  session.apply(session::Command(session::RunAllCommand{}));
}

RequestDifference beside(const Session& first, const Session& second, std::uint32_t request) {
  RequestDifference both;
  both.request = request;
  if (const session::Run* run = first.latest_run(request)) {
    both.first = run->decision;
    both.first_returned = returned_by(first, *run);
  }
  if (const session::Run* run = second.latest_run(request)) {
    both.second = run->decision;
    both.second_returned = returned_by(second, *run);
  }
  return both;
}

/// What a student sees of a decision: how it came out, for which reasons, what it returns and withholds.
bool same_answer(const RequestDifference& both) {
  if (!both.first || !both.second) return !both.first && !both.second;
  const policy::Decision &a = *both.first, &b = *both.second;
  if (both.first_returned != both.second_returned) return false;
  if (a.verdicts.failed() != b.verdicts.failed() || a.hits.size() != b.hits.size()) return false;
  for (std::size_t at = 0; at < a.hits.size(); ++at) {
    if (a.hits[at].record != b.hits[at].record) return false;
    if (a.hits[at].verdicts.failed() != b.hits[at].verdicts.failed()) return false;
  }
  return true;
}

}  // namespace

std::string ValueDifference::command(const scenario::Scenario& scenario,
                                     const scenario::AssignedValue& value) const {
  return to_text(session::Command(session::AssignCommand{assignable, value}), scenario);
}

std::vector<ValueDifference> differing_values(const scenario::Scenario& scenario, const policy::World& first,
                                              const policy::World& second) {
  std::vector<ValueDifference> found;
  for (std::uint32_t at = 0; at < scenario.assignables.size(); ++at) {
    auto a = current_value(first, scenario.assignables[at]);
    auto b = current_value(second, scenario.assignables[at]);
    if (!scenario::same_value(a, b)) found.push_back({at, std::move(a), std::move(b)});
  }
  return found;
}

ComparisonWork::ComparisonWork(Session first, Session second)
    : first_(revealed(std::move(first))),
      second_(revealed(std::move(second))),
      before_(assigned_setting(first_), Axis::records),
      after_(assigned_setting(second_), Axis::records) {}

bool ComparisonWork::step(std::size_t cells) {
  if (!before_.done()) {
    before_.step(cells);
  } else if (!after_.done()) {
    after_.step(cells);
  } else if (!played_) {
    play_the_day(first_);
    play_the_day(second_);
    played_ = true;
  }
  return done();
}

Comparison ComparisonWork::found() const {
  Comparison found;
  const scenario::Scenario& scenario = first_.scenario();
  found.values = differing_values(scenario, *before_.setting().world, *after_.setting().world);
  found.cells = flips(before_, after_, Difference::reason);
  found.cells_compared = before_.size();
  found.requests_compared = scenario.requests.size();
  for (std::uint32_t at = 0; at < scenario.requests.size(); ++at) {
    RequestDifference both = beside(first_, second_, at);
    if (!same_answer(both)) found.requests.push_back(std::move(both));
  }
  return found;
}

Comparison compare(Session first, Session second) {
  ComparisonWork work(std::move(first), std::move(second));
  while (!work.step(work.size())) {
  }
  return work.found();
}

}  // namespace ntk::analysis
