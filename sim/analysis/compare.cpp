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
    : first_(revealed(std::move(first))), second_(revealed(std::move(second))) {
  found_.values = differing_values(first_.scenario(), first_.assigned(), second_.assigned());
  found_.requests_compared = first_.scenario().requests.size();
}

bool ComparisonWork::step() {
  if (did_ == 0) {
    compare_cells();
  } else if (!done()) {
    play_the_day(did_ == 1 ? first_ : second_);
  }
  if (!done()) ++did_;
  return done();
}

void ComparisonWork::compare_cells() {
  GroupedMatrix before(assigned_setting(first_)), after(assigned_setting(second_));
  found_.cells_compared = before.size();
  found_.cells_differing = compared(before, after).different;
  found_.cells = flips(before, after, most_listed);
}

Comparison ComparisonWork::found() const {
  Comparison found = found_;
  for (std::uint32_t at = 0; at < found.requests_compared; ++at) {
    RequestDifference both = beside(first_, second_, at);
    if (!same_answer(both)) found.requests.push_back(std::move(both));
  }
  return found;
}

Comparison compare(Session first, Session second) {
  ComparisonWork work(std::move(first), std::move(second));
  while (!work.step()) {
  }
  return work.found();
}

}  // namespace ntk::analysis
