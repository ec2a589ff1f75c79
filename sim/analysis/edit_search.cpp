#include "sim/analysis/edit_search.h"

#include <algorithm>
#include <utility>

namespace ntk::analysis {
namespace {

using policy::CheckId;
using policy::Decision;
using policy::Hit;
using policy::Record;
using policy::Ref;

const Hit* hit_of(const Decision& decision, Ref<Record> record) {
  const auto found = std::find_if(decision.hits.begin(), decision.hits.end(),
                                  [&](const Hit& each) { return each.record == record; });
  return found == decision.hits.end() ? nullptr : &*found;
}

/// The request that is decided, and those of its day that can reach it.
struct Day {
  const std::vector<scenario::ScriptedRequest>& requests;
  const std::vector<std::uint32_t>& before;
  policy::Moment clock;

  policy::Request asked(std::uint32_t at) const {
    policy::Request request = requests[at].request;
    if (requests[at].at_clock) request.moment = clock;
    return request;
  }
};

/// Decides a request after those before it, as a session does that runs them all.
Decision play(const Day& day, const policy::World& assigned, std::uint32_t request) {
  // The world outlives the call: it is shared without being owned.
  session::SharedWorld world(session::SharedWorld(), &assigned);
  session::DeniedAttempts denied;
  for (const std::uint32_t at : day.before) {
    policy::Request asked = day.asked(at);
    const auto entered = session::put_as_asked(asked, assigned);
    const Decision decision = policy::decide(*world, asked);
    const bool suspends = denied.suspends(*world, asked, decision);
    const session::Decided decided{asked, decision, entered, suspends};
    if (const auto user = session::reinstated(*world, decided)) denied.forgive(*user);
    world = session::world_after(world, decided);
  }
  policy::Request asked = day.asked(request);
  session::put_as_asked(asked, assigned);
  return policy::decide(*world, asked);
}

}  // namespace

bool permits(const Decision& decision, const Question& question) {
  if (!decision.permitted()) return false;
  if (!question.record) return true;
  const Hit* hit = hit_of(decision, *question.record);
  return hit != nullptr && !hit->withheld();
}

EditSearch::EditSearch(const session::Session& fresh, const Edits& edits, Question question, Limits limits)
    : edits_(edits),
      dependence_(fresh, edits, question.request),
      question_(question),
      limits_(limits),
      requests_(fresh.requests().begin(), fresh.requests().end()),
      clock_(fresh.clock()),
      world_(fresh.world()) {
  baseline_ = decide_with({});
  before_edits_ = permits(baseline_, question_);
  if (before_edits_) find_groups();
  extend({}, baseline_);
  next_size();
}

Decision EditSearch::decide_with(const AtomSet& set) {
  edits_.put(world_, set);
  Decision decision = play({requests_, dependence_.before(), clock_}, world_, question_.request);
  edits_.take_back(world_, set);
  return decision;
}

std::optional<AtomSet> EditSearch::step() {
  while (!frontier_.empty() && contains_a_found_set(frontier_.back())) frontier_.pop_back();
  if (!frontier_.empty() && tried_ >= limits_.evaluations) {
    exhaustive_ = false;
    frontier_.clear();
    next_.clear();
  }
  std::optional<AtomSet> turned;
  if (!frontier_.empty()) {
    const AtomSet set = std::move(frontier_.back());
    frontier_.pop_back();
    ++tried_;
    const Decision decision = decide_with(set);
    const bool turns = permits(decision, question_) != before_edits_;
    if (turns && !edits_.missing_for_allowed(set)) {
      found_.push_back(set);
      turned = set;
    } else {
      extend(set, decision);
    }
  }
  if (frontier_.empty()) next_size();
  return turned;
}

bool EditSearch::contains_a_found_set(const AtomSet& set) const {
  return std::any_of(found_.begin(), found_.end(), [&](const AtomSet& each) { return is_subset(each, set); });
}

void EditSearch::next_size() {
  std::erase_if(next_, [this](const AtomSet& each) { return contains_a_found_set(each); });
  if (!next_.empty() && size_ >= limits_.atoms) {
    exhaustive_ = false;
    next_.clear();
  }
  frontier_.assign(next_.rbegin(), next_.rend());
  next_.clear();
  ++size_;
}

// ---- Which sets are worth trying ---------------------------------------------------------------

void EditSearch::add_candidate(const AtomSet& set, std::uint32_t atom) {
  if (std::binary_search(set.begin(), set.end(), atom)) return;
  AtomSet larger = united(set, {atom});
  if (!edits_.agree(larger)) return;
  if (next_.size() < limits_.evaluations) {
    next_.insert(std::move(larger));
  } else if (!next_.contains(larger)) {
    exhaustive_ = false;
  }
}

void EditSearch::extend(const AtomSet& set, const Decision& decision) {
  if (const auto missing = edits_.missing_for_allowed(set)) return add_candidate(set, *missing);
  if (!before_edits_) {
    for (const std::uint32_t each : needed(set, decision)) add_candidate(set, each);
    return;
  }
  for (const AtomSet& group : groups_) {
    if (!is_subset(set, group)) continue;
    for (const std::uint32_t each : group) add_candidate(set, each);
  }
}

std::vector<Point> EditSearch::failing(const Decision& decision) const {
  const auto* one = std::get_if<Ref<Record>>(&requests_[question_.request].request.target);
  const std::optional<Ref<Record>> target = one ? std::optional(*one) : std::nullopt;
  std::vector<Point> points;
  for (const CheckId each : decision.verdicts.failed()) points.push_back({each, target});
  if (!points.empty() || !question_.record) return points;
  const Hit* hit = hit_of(decision, *question_.record);
  if (hit == nullptr) return {{std::nullopt, question_.record}};
  for (const CheckId each : hit->verdicts.failed()) points.push_back({each, question_.record});
  return points;
}

const AtomSet& EditSearch::permitting_atoms(const Point& point) {
  const auto known = std::find_if(permitting_.begin(), permitting_.end(),
                                  [&](const auto& each) { return each.first == point; });
  if (known != permitting_.end()) return known->second;
  permitting_.emplace_back(point, dependence_.atoms_of(point, Turn::to_permit));
  return permitting_.back().second;
}

AtomSet EditSearch::needed(const AtomSet& set, const Decision& decision) {
  std::optional<AtomSet> fewest;
  for (const Point& each : failing(decision)) {
    AtomSet more;
    for (const std::uint32_t atom : permitting_atoms(each)) {
      if (edits_.agree(united(set, {atom})) && !std::binary_search(set.begin(), set.end(), atom))
        more.push_back(atom);
    }
    if (!fewest || more.size() < fewest->size()) fewest = std::move(more);
  }
  return fewest.value_or(AtomSet());
}

void EditSearch::find_groups() {
  std::vector<Point> points = dependence_.points();
  if (question_.record) {
    points.push_back({std::nullopt, question_.record});
    for (const policy::Check& each : policy::checks()) {
      if (each.scope == policy::Scope::record) points.push_back({each.id, question_.record});
    }
  }
  for (const Point& point : points) {
    AtomSet group = dependence_.atoms_of(point, Turn::to_denial);
    const bool is_part = std::any_of(groups_.begin(), groups_.end(),
                                     [&](const AtomSet& each) { return is_subset(group, each); });
    if (is_part) continue;
    std::erase_if(groups_, [&](const AtomSet& each) { return is_subset(each, group); });
    groups_.push_back(std::move(group));
  }
}

}  // namespace ntk::analysis
