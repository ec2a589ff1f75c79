#include "sim/analysis/script_diagrams.h"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/session/audit_trail.h"

namespace ntk::analysis {
namespace {

using policy::CheckId;
using policy::Decision;
using policy::Record;
using policy::Ref;
using policy::Request;
using policy::Scope;
using policy::Verdict;

constexpr std::size_t most_courses = 2'000;

std::size_t index_of(CheckId id) {
  return static_cast<std::size_t>(id);
}

/// A denial by the account, which counts as no attempt, or by the function, which does.
Decision denied_by(CheckId id) {
  Decision denied;
  denied.verdicts[id] = Verdict::fail;
  return denied;
}

/// Whether a check is decided of a hit.
bool is_of_hits(const policy::Check& check) {
  return check.scope == Scope::record || check.id == CheckId::FN_6;
}

}  // namespace

std::vector<Point> points_of(const Request& request) {
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  const bool has_record = one != nullptr || std::holds_alternative<Record>(request.target);
  std::vector<Point> points;
  for (const policy::Check& each : policy::checks()) {
    if (each.scope == Scope::record && !has_record) continue;  // of a search these are asked of its hits
    points.push_back({each.id, one ? std::optional(*one) : std::nullopt});
  }
  return points;
}

ScriptDiagrams::ScriptDiagrams(SolverDesk& desk, std::vector<Interest> interests,
                               const std::vector<std::uint32_t>& before)
    : desk_(desk),
      table_(desk),
      interests_(std::move(interests)),
      reaches_(interests_.size()),
      found_(interests_.size()) {
  for (const std::uint32_t each : before) reaches_[each] = true;
}

Request ScriptDiagrams::asked(std::uint32_t request) const {
  const scenario::ScriptedRequest& scripted = desk_.fresh.requests()[request];
  Request asked = scripted.request;
  if (scripted.at_clock) asked.moment = desk_.fresh.clock();
  return asked;
}

bool ScriptDiagrams::step() {
  const auto request = static_cast<std::uint32_t>(position_++);
  const bool is_wanted = interests_[request] != Interest::none || reaches_[request];
  if (!is_wanted || lost_) return position_ < size();
  question_ = asked(request);
  checks_.clear();
  of_hits_.clear();
  for (const Point& each : points_of(question_))
    checks_[choices_read(desk_, question_, each)].push_back(*each.check);
  std::vector<Situation> situations;
  bool complete = true;
  for (const Course& each : courses_) {
    auto found = situation(request, each);
    complete = complete && found && !desk_.diagram.overflowed();
    if (!complete) break;
    situations.push_back(*std::move(found));
  }
  if (complete && reaches_[request]) go_on(request, situations);
  // What later requests find is known no more, where it isn't known how this one ends.
  lost_ = lost_ || (!complete && reaches_[request]);
  if (complete) found_[request] = std::move(situations);
  return position_ < size();
}

// ---- The day up to a request -------------------------------------------------------------------

session::SharedWorld ScriptDiagrams::world_after(const Course& course, const policy::World& assigned) const {
  session::SharedWorld world(session::SharedWorld(), &assigned);  // outlives the call: shared, not owned
  for (const Effect& each : course.effects) {
    Request request = asked(each.request);
    const auto entered = session::put_as_asked(request, assigned);
    const Decision decision = each.permitted ? Decision() : denied_by(CheckId::FN_1);
    world = session::world_after(world, {request, decision, entered, each.suspends});
  }
  return world;
}

Decision ScriptDiagrams::decision_on(std::uint32_t request, const Course& course) const {
  Request question = asked(request);
  session::put_as_asked(question, table_.world());
  return policy::decide(*world_after(course, table_.world()), question);
}

std::optional<Situation> ScriptDiagrams::situation(std::uint32_t request, const Course& course) {
  Situation situation;
  situation.when = course.when;
  if (!find_verdicts(request, course, situation)) return std::nullopt;
  DecisionDiagram& diagram = desk_.diagram;
  auto fails = DecisionDiagram::nothing;
  for (const Node each : situation.failed) fails = diagram.either(fails, each);
  situation.permitted = diagram.other(fails);
  if (interests_[request] != Interest::hits) return situation;

  Request question = asked(request);
  const auto entered = session::put_as_asked(question, table_.world());
  const session::SharedWorld world = world_after(course, table_.world());
  const Decision permit;
  session::AuditTrail trail;
  situation.told = trail.append(*world, {question, permit, entered}).returned;
  if (policy::finds_records(question.operation) && !find_hits(request, course, situation))
    return std::nullopt;
  return situation;
}

// ---- Verdicts ----------------------------------------------------------------------------------

bool ScriptDiagrams::find_verdicts(std::uint32_t request, const Course& course, Situation& situation) {
  for (const auto& [levels, checks] : checks_) {
    std::vector<Node> diagrams;
    const auto decide = [&, &of_group = checks](std::vector<bool>& fails) {
      const Decision decision = decision_on(request, course);
      for (std::size_t at = 0; at < of_group.size(); ++at)
        fails[at] = decision.verdicts[of_group[at]] == Verdict::fail;
    };
    if (!table_.fill(levels, question_.moment.day, checks.size(), decide, diagrams)) return false;
    for (std::size_t at = 0; at < checks.size(); ++at) situation.failed[index_of(checks[at])] = diagrams[at];
  }
  return true;
}

bool ScriptDiagrams::find_hits(std::uint32_t request, const Course& course, Situation& situation) {
  DecisionDiagram::Path path(desk_.order.size(), DecisionDiagram::any);
  if (!desk_.diagram.complete(situation.permitted, path)) return true;  // it finds nothing, ever
  table_.pick(path);
  for (const policy::Hit& hit : decision_on(request, course).hits)
    situation.hits.push_back({hit.record, DecisionDiagram::nothing, {}});
  for (std::size_t at = 0; at < situation.hits.size(); ++at) {
    if (!find_verdicts_on_hit(request, course, situation, at)) return false;
  }
  return true;
}

const ScriptDiagrams::ChecksByLevels& ScriptDiagrams::checks_of_hit(Ref<Record> record) {
  const auto [found, is_new] = of_hits_.try_emplace(record);
  if (!is_new) return found->second;
  for (const policy::Check& each : policy::checks()) {
    if (is_of_hits(each)) found->second[choices_read(desk_, question_, {each.id, record})].push_back(each.id);
  }
  return found->second;
}

bool ScriptDiagrams::find_verdicts_on_hit(std::uint32_t request, const Course& course, Situation& situation,
                                          std::size_t at) {
  HitDiagram& hit = situation.hits[at];
  for (const auto& [levels, checks] : checks_of_hit(hit.record)) {
    const auto decide = [&, &of_group = checks](std::vector<bool>& fails) {
      // Hits are found where the request is permitted: so all else is picked to permit it.
      DecisionDiagram::Path path = table_.path();
      if (!desk_.diagram.complete(situation.permitted, path)) return;
      table_.pick(path);
      const Decision decision = decision_on(request, course);
      if (at >= decision.hits.size()) return;
      for (std::size_t check = 0; check < of_group.size(); ++check)
        fails[check] = decision.hits[at].verdicts[of_group[check]] == Verdict::fail;
    };
    std::vector<Node> diagrams;
    if (!table_.fill(levels, question_.moment.day, checks.size(), decide, diagrams)) return false;
    for (std::size_t check = 0; check < checks.size(); ++check) {
      if (diagrams[check] == DecisionDiagram::nothing) continue;
      hit.withheld = desk_.diagram.either(hit.withheld, diagrams[check]);
      hit.failed.emplace_back(checks[check], diagrams[check]);
    }
  }
  return true;
}

// ---- What follows ------------------------------------------------------------------------------

bool ScriptDiagrams::can_be_suspended(std::uint32_t request) const {
  const policy::World& world = desk_.fresh.scenario().world;
  const Request question = asked(request);
  int asks = 0;
  for (std::uint32_t at = 0; at < reaches_.size(); ++at) {
    const Request other = asked(at);
    if (reaches_[at] && other.user == question.user && other.moment.day == question.moment.day) ++asks;
  }
  return world.parameters.denied_attempts > 0 && asks >= world.parameters.denied_attempts;
}

void ScriptDiagrams::go_on(std::uint32_t request, const std::vector<Situation>& situations) {
  DecisionDiagram& diagram = desk_.diagram;
  const Request question = asked(request);
  const bool counts = can_be_suspended(request);
  const bool comes_or_goes = policy::names_no_function(question.operation);
  const bool writes = !policy::is_reading(question.operation) && !policy::has_no_target(question.operation);
  std::vector<Course> courses;
  for (std::size_t at = 0; at < situations.size(); ++at) {
    const Situation& situation = situations[at];
    // Only a denial past the account and the agency is an attempt.
    auto early = DecisionDiagram::nothing;
    for (const policy::Check& each : policy::checks()) {
      if (each.gate < policy::Gate::function)
        early = diagram.either(early, situation.failed[index_of(each.id)]);
    }
    const auto denied = diagram.other(situation.permitted);
    const session::SharedWorld world = world_after(courses_[at], desk_.fresh.scenario().world);
    const auto follow = [&](Node when, const Decision& decision) {
      Course next = courses_[at];
      next.when = diagram.both(situation.when, when);
      if (next.when == DecisionDiagram::nothing) return;
      const bool suspends = counts && next.denied.suspends(*world, question, decision);
      const session::Decided decided{question, decision, {}, suspends};
      if (const auto user = session::reinstated(*world, decided)) next.denied.forgive(*user);
      const bool permitted = decision.permitted();
      if ((writes && permitted) || comes_or_goes || suspends)
        next.effects.push_back({request, permitted, suspends});
      add_course(courses, std::move(next));
    };
    follow(situation.permitted, Decision());
    follow(diagram.both(denied, diagram.other(early)), denied_by(CheckId::FN_1));
    follow(diagram.both(denied, early), denied_by(CheckId::AC_1));
  }
  lost_ = courses.size() > most_courses || diagram.overflowed();
  courses_ = std::move(courses);
}

void ScriptDiagrams::add_course(std::vector<Course>& courses, Course course) {
  for (Course& each : courses) {
    if (each.effects != course.effects || !(each.denied == course.denied)) continue;
    each.when = desk_.diagram.either(each.when, course.when);
    return;
  }
  courses.push_back(std::move(course));
}

}  // namespace ntk::analysis
