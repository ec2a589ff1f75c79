#include "web/app/findings.h"

#include <algorithm>
#include <chrono>

#include "sim/policy/phrases.h"
#include "web/app/lesson_check.h"
#include "web/app/matrix_view.h"

namespace ntk::web {

using session::Session;

namespace {

/// Cells that are gone through without being asked for: a moment's work.
constexpr std::uint64_t cells_at_once = 50'000;

std::uint64_t cells_of(const Session& session) {
  return std::uint64_t{session.world().users.size()} * session.world().records.size();
}

void put(FindingPart& part, Finding row) {
  if (part.all++ < most_findings) part.rows.push_back(std::move(row));
}

std::string outcome(const std::optional<policy::Decision>& decision) {
  if (!decision) return "Not run";
  if (decision->permitted()) return "Permitted";
  std::string codes;
  for (const policy::CheckId each : decision->verdicts.failed()) {
    codes += (codes.empty() ? ", " : "; ") + std::string(policy::check(each).code);
  }
  return "Denied" + codes;
}

/// The outcome, and of a search what it shows and withholds, where the other does not do the same.
Lines outcome_lines(const policy::World& world, const std::optional<policy::Decision>& decision,
                    const std::optional<policy::Decision>& other) {
  Lines lines{outcome(decision)};
  if (!decision) return lines;
  for (const policy::Hit& each : decision->hits) {
    if (other && std::find(other->hits.begin(), other->hits.end(), each) != other->hits.end()) continue;
    std::string line = (each.withheld() ? "Withheld: " : "Shown: ") + world[each.record].title;
    if (each.withheld()) line += ", " + std::string(policy::check(*each.verdicts.first_failed()).code);
    lines.push_back(std::move(line));
  }
  return lines;
}

Lines capital(std::string_view text) {
  Lines lines;
  add(lines, std::string(text));
  return lines;
}

FindingPart differing_fields(const analysis::Comparison& found, const scenario::Scenario& scenario,
                             const std::string& first_name) {
  FindingPart part{"values", "Assigned differently", {"Field", first_name, "Now"}, {},
                   0,        "No value differs."};
  for (const analysis::ValueDifference& each : found.values) {
    const scenario::Assignable& field = scenario.assignables[each.assignable];
    put(part, {field_title(scenario, {each.assignable, each.second}),
               "",
               {capital(session::value_in_words(each.first, field, scenario.world)),
                capital(session::value_in_words(each.second, field, scenario.world))},
               {}});
  }
  return part;
}

/// What a permitted request that is no search returned.
void add_returned(Lines& lines, const policy::World& world,
                  const std::vector<policy::Ref<policy::Record>>& returned) {
  if (returned.empty()) return lines.push_back("Returned nothing");
  for (const policy::Ref<policy::Record> each : returned) lines.push_back("Returned: " + world[each].title);
}

FindingPart differing_requests(const analysis::Comparison& found, const scenario::Scenario& scenario,
                               const std::string& first_name) {
  FindingPart part{"requests", "Requests that come out otherwise",  {"Request", first_name, "Now"}, {},
                   0,          "Every request comes out as it did."};
  for (const analysis::RequestDifference& each : found.requests) {
    const scenario::ScriptedRequest& request = scenario.requests[each.request];
    Lines first = outcome_lines(scenario.world, each.first, each.second);
    Lines second = outcome_lines(scenario.world, each.second, each.first);
    if (!policy::finds_records(request.request.operation) && each.first_returned != each.second_returned) {
      if (each.first && each.first->permitted()) add_returned(first, scenario.world, each.first_returned);
      if (each.second && each.second->permitted()) add_returned(second, scenario.world, each.second_returned);
    }
    put(part, {request.title, request.id, {std::move(first), std::move(second)}, {}});
  }
  return part;
}

FindingPart differing_cells(const analysis::Comparison& found, const policy::World& world,
                            const std::string& first_name) {
  FindingPart part{
      "cells", "Users and records that come out otherwise", {"User", "Record", first_name, "Now"}, {},
      0,       "Everybody can read what they could."};
  for (const CellFlip& each : found.cells) {
    const policy::User& user = world[each.user];
    put(part, {user.name,
               policy::called(world[user.agency]),
               {{world.records[each.column].title},
                capital(cell_in_words(each.before)),
                capital(cell_in_words(each.after))},
               {}});
  }
  part.all = found.cells_differing;
  return part;
}

/// `all`: how many there are, where not all are at hand.
Lines permits_in_words(const std::vector<analysis::Permit>& permits, std::uint64_t all,
                       const policy::World& world) {
  Lines lines;
  constexpr std::size_t most = 12;
  for (const analysis::Permit& each : permits) {
    if (lines.size() == most) {
      lines.push_back("And " + std::to_string(all - most) + " more");
      break;
    }
    lines.push_back(world[each.user].name + ": " + world[each.record].title);
  }
  return lines;
}

}  // namespace

std::string left_out_in_words(const FindingPart& part) {
  if (part.all <= part.rows.size()) return {};
  return "Only the first " + std::to_string(part.rows.size()) + " of " + std::to_string(part.all) +
         " are listed.";
}

Findings comparison_findings(const analysis::Comparison& found, const scenario::Scenario& scenario,
                             const std::string& first_name) {
  const std::string name = capital(first_name).front();
  Findings findings;
  findings.summary = policy::counted(found.values.size(), "value differs: ", "values differ: ") +
                     std::to_string(found.cells_differing) + " of " +
                     policy::counted(found.cells_compared, "cell", "cells") + " of the access matrix and " +
                     std::to_string(found.requests.size()) + " of " +
                     policy::counted(found.requests_compared, "request", "requests") + " come out otherwise.";
  if (found.same()) {
    findings.summary = "The same: none of " + policy::counted(found.cells_compared, "cell", "cells") +
                       " of the access matrix and none of " +
                       policy::counted(found.requests_compared, "request", "requests") +
                       " comes out otherwise.";
  }
  findings.parts = {differing_fields(found, scenario, name), differing_requests(found, scenario, name),
                    differing_cells(found, scenario.world, name)};
  return findings;
}

/// What goes with it though a goal asks for it, which is then not met, says so; it stands last.
Lines removed_in_words(const analysis::Revocable& revocable, const std::vector<analysis::Permit>& needed,
                       const policy::World& world) {
  if (revocable.removes == 0) return {std::string(analysis::removes_nothing)};
  std::vector<analysis::Permit> excess, asked_for;
  for (const analysis::Permit& each : revocable.removed) {
    (analysis::is_in(needed, each) ? asked_for : excess).push_back(each);
  }
  Lines lines = permits_in_words(excess, revocable.removes - asked_for.size(), world);
  for (const std::string& each : permits_in_words(asked_for, asked_for.size(), world))
    lines.push_back(each + " (a goal that is not met yet asks for it)");
  return lines;
}

Findings excess_findings(const analysis::Excess& found, const scenario::Scenario& scenario) {
  Findings findings;
  findings.summary = analysis::verdict_in_words(found);
  findings.details = analysis::in_words(found);
  FindingPart revocable{"revocable",
                        "What can be taken back",
                        {"Assign", "To", "Can then no longer read"},
                        {},
                        0,
                        "No single edit takes anything back without a goal being lost."};
  const std::vector<analysis::Permit> needed = analysis::needed_permits(scenario);
  for (const analysis::Revocable& each : found.revocable) {
    const scenario::Assignable& field = scenario.assignables[each.edit.assignable];
    put(revocable, {field_title(scenario, each.edit),
                    "",
                    {capital(session::value_in_words(each.edit.value, field, scenario.world)),
                     removed_in_words(each, needed, scenario.world)},
                    each.edit});
  }
  FindingPart excess{
      "excess", "Permits in excess", {"User", "Record"}, {}, 0, "Nobody can read more than the goals need."};
  for (const analysis::Permit& each : found.excess) {
    const policy::User& user = scenario.world[each.user];
    put(excess,
        {user.name, policy::called(scenario.world[user.agency]), {{scenario.world[each.record].title}}, {}});
  }
  excess.all = found.in_excess;
  findings.parts = {std::move(revocable), std::move(excess)};
  return findings;
}

// ---- The view ----------------------------------------------------------------------------------

std::optional<FindingsKind> findings_kind(std::string_view word) {
  if (word == "compare") return FindingsKind::compare;
  if (word == "excess") return FindingsKind::excess;
  if (word == "check") return FindingsKind::check;
  return std::nullopt;
}

void FindingsView::follow(const Session& session, std::uint64_t sessions_begun) {
  if (session_seen_ == sessions_begun &&
      (revision_seen_ == session.revision() || kind_ == FindingsKind::check))
    return;
  if (session_seen_ != sessions_begun) baseline_ = {};
  session_seen_ = sessions_begun;
  revision_seen_ = session.revision();
  findings_.reset();
  cancel();
}

void FindingsView::cancel() {
  asked_ = false;
  work_ = {};
}

bool FindingsView::is_large(const Session& session) {
  return cells_of(session) > cells_at_once;
}

bool FindingsView::waits_to_be_asked(const Session& session) const {
  return kind_ == FindingsKind::check || is_large(session);
}

Findings FindingsView::check(const Session& session) const {
  if (is_large(session))
    return {"This lesson is too large to be checked here. Run `ntk check` on its file.", {}, {}};
  return lesson_check_findings(proving::check_lesson(file_->text, file_->file, {}));
}

bool FindingsView::work(const Session& session, std::span<const session::Command> steps,
                        double milliseconds) {
  using Clock = std::chrono::steady_clock;
  if (findings_ || (waits_to_be_asked(session) && !asked_)) return false;
  if (kind_ == FindingsKind::check) {
    findings_ = check(session);
    cancel();
    return true;
  }
  const auto until = Clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
  if (std::holds_alternative<std::monostate>(work_)) begin(session, steps);
  bool done = step();
  while (!done && (!is_large(session) || Clock::now() < until)) done = step();
  if (!done) return false;
  if (const auto* comparison = std::get_if<analysis::ComparisonWork>(&work_))
    findings_ = comparison_findings(comparison->found(), session.scenario(), baseline_in_words());
  if (const auto* excess = std::get_if<analysis::ExcessWork>(&work_))
    findings_ = excess_findings(excess->found(), session.scenario());
  cancel();
  return is_large(session);
}

void FindingsView::begin(const Session& session, std::span<const session::Command> steps) {
  if (kind_ == FindingsKind::excess) {
    work_.emplace<analysis::ExcessWork>(session);
    return;
  }
  Session first(session.scenario());
  if (baseline_.kind == Baseline::Kind::step) {
    baseline_.position = std::min(baseline_.position, steps.size());
    for (const session::Command& each : steps.first(baseline_.position)) first.apply(each);
  }
  for (const std::string& each : baseline_.commands) first.apply(each);
  work_.emplace<analysis::ComparisonWork>(std::move(first), session);
}

bool FindingsView::step() {
  if (auto* comparison = std::get_if<analysis::ComparisonWork>(&work_)) return comparison->step();
  return std::get<analysis::ExcessWork>(work_).step();
}

int FindingsView::progress() const {
  const auto percent = [](const auto& work) {
    return static_cast<int>(work.filled() * 100 / std::max<std::size_t>(work.size(), 1));
  };
  if (const auto* comparison = std::get_if<analysis::ComparisonWork>(&work_)) return percent(*comparison);
  if (const auto* excess = std::get_if<analysis::ExcessWork>(&work_)) return percent(*excess);
  return 0;
}

std::string FindingsView::progress_in_words() const {
  return "Working it out: " + std::to_string(progress()) + " %";
}

std::string FindingsView::invitation(const Session& session) const {
  if (kind_ == FindingsKind::check)
    return "The check solves the lesson, lets bots play it, and tries every single mistake. What it finds "
           "tells right "
           "answers.";
  return "There are " + std::to_string(session.world().users.size()) + " users and " +
         std::to_string(session.world().records.size()) + " records: this can take a while.";
}

std::optional<session::Refusal> FindingsView::choose(const Session& session, Baseline baseline) {
  Session first(session.scenario());
  for (const std::string& each : baseline.commands) {
    if (auto refusal = first.apply(each)) {
      refusal->message = "`" + baseline.name + "` does not fit this lesson: " + refusal->message;
      return refusal;
    }
  }
  baseline_ = std::move(baseline);
  findings_.reset();
  cancel();
  return std::nullopt;
}

std::string FindingsView::baseline_in_words() const {
  switch (baseline_.kind) {
    case Baseline::Kind::shipped:
      break;
    case Baseline::Kind::step:
      return "step " + std::to_string(baseline_.position) + " of the history";
    case Baseline::Kind::commands:
      return policy::in_quotes(baseline_.name);
  }
  return "the lesson as shipped";
}

}  // namespace ntk::web
