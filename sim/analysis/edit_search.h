// The search for minimal sets of edits that turn the outcome of a request round.
//
// A set is minimal where no part of it turns the outcome. The sets are tried by size, in the order of the
// atoms. Not every set needs to be tried, and none that counts is left out:
//  - To a permit: where a check fails after some edits, whoever permits the request by more of them has to
//    edit something that this check depends on. So a set that still fails is extended only by the atoms of
//    one of the checks that fail after it, the one with the fewest.
//  - To a denial: one check has to fail that passed. What of a set this check does not depend on is
//    superfluous, so all of a minimal set is among the atoms of one check.
// Sets with a part that was found are not minimal. What a check depends on is the business of `Dependence`.
//
// A candidate is decided in the day up to the request in question, of which only those requests are played
// that can reach it. That what is found holds in a session too is proven by why_not.h.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "sim/analysis/dependence.h"

namespace ntk::analysis {

/// Which outcome is to be turned round: whether the request is permitted; or, with a record, whether that
/// record is among those that the request shows.
struct Question {
  std::uint32_t request = 0;  ///< position in Session::requests()
  std::optional<policy::Ref<policy::Record>> record{};
};

/// The outcome that is asked about.
bool permits(const policy::Decision& decision, const Question& question);

struct Limits {
  static constexpr std::size_t any = std::numeric_limits<std::size_t>::max();

  std::size_t atoms = any;          ///< of one set
  std::size_t evaluations = 20000;  ///< candidates that are decided; as many can wait to be
};

class EditSearch {
 public:
  /// `fresh` is a session in which nothing has been run. `edits` outlives the search.
  EditSearch(const session::Session& fresh, const Edits& edits, Question question, Limits limits = {});

  bool done() const { return frontier_.empty() && next_.empty(); }
  /// Decides the next candidate; does nothing where there is none. Returns the set where it turns the outcome
  /// round.
  std::optional<AtomSet> step();

  std::size_t tried() const { return tried_; }              ///< candidates decided
  std::size_t waiting() const { return frontier_.size(); }  ///< candidates of the present size
  std::size_t size() const { return size_; }                ///< atoms of the sets tried at present
  /// Whether nothing was left out: no candidate was given up for the limits.
  bool exhaustive() const { return exhaustive_; }
  /// The decision before any edit.
  const policy::Decision& baseline() const { return baseline_; }

 private:
  policy::Decision decide_with(const AtomSet& set);
  bool contains_a_found_set(const AtomSet& set) const;
  void extend(const AtomSet& set, const policy::Decision& decision);
  /// The atoms of which a superset that turns to a permit has to have one more.
  AtomSet needed(const AtomSet& set, const policy::Decision& decision);
  const AtomSet& permitting_atoms(const Point& point);
  std::vector<Point> failing(const policy::Decision& decision) const;
  void find_groups();
  void add_candidate(const AtomSet& set, std::uint32_t atom);
  void next_size();

  const Edits& edits_;
  Dependence dependence_;
  Question question_;
  Limits limits_;
  std::vector<scenario::ScriptedRequest> requests_;
  policy::Moment clock_;
  policy::World world_;  ///< as assigned; the candidate's edits are put in and taken back
  policy::Decision baseline_;
  bool before_edits_ = false;                          ///< the outcome then
  std::vector<std::pair<Point, AtomSet>> permitting_;  ///< as Dependence gives them, for the points met
  std::vector<AtomSet> groups_;                        ///< to a denial: the atoms of each check that can deny
  std::vector<AtomSet> frontier_;                      ///< candidates of the present size, the next one last
  std::set<AtomSet> next_;                             ///< of one atom more
  std::vector<AtomSet> found_;
  std::size_t size_ = 0;
  std::size_t tried_ = 0;
  bool exhaustive_ = true;
};

}  // namespace ntk::analysis
