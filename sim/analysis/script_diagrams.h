// How every request of the script ends, for all assignments at once.
//
// The script is run in order, as `run all` does, but not for one assignment: for each request there is a decision diagram of
// every check, of whether it fails. What earlier requests do to later ones (records entered and changed, profiles, logons,
// accounts suspended) makes situations: each is what the day can have come to, and the assignments that bring it about. In
// each of them a check is decided for the values that it reads itself, no more. Only requests that goals ask about are
// run, and those that can reach them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "sim/analysis/verdict_table.h"
#include "sim/session/consequences.h"

namespace ntk::analysis {

/// What is asked about a request of the script.
enum class Interest : std::uint8_t {
  none,
  outcome,  ///< its own verdicts
  hits,     ///< those on what it finds too
};

/// A record that a permitted request finds.
struct HitDiagram {
  policy::Ref<policy::Record> record;
  DecisionDiagram::Node withheld = DecisionDiagram::nothing;
  std::vector<std::pair<policy::CheckId, DecisionDiagram::Node>> failed;
};

/// How a request ends where the day has come to one thing. What is said of hits holds where it is permitted.
struct Situation {
  DecisionDiagram::Node when = DecisionDiagram::everything;
  std::array<DecisionDiagram::Node, policy::check_count> failed{};
  DecisionDiagram::Node permitted = DecisionDiagram::everything;
  std::vector<policy::Ref<policy::Record>> told;  ///< returned before any hit, where it is permitted
  std::vector<HitDiagram> hits;                   ///< in the order of the audit trail
};

class ScriptDiagrams {
 public:
  /// `interests`: of each request of the script. `before`: the requests that can reach those.
  ScriptDiagrams(SolverDesk& desk, std::vector<Interest> interests, const std::vector<std::uint32_t>& before);

  /// Runs the next request. Returns whether another is left.
  bool step();
  std::size_t size() const { return interests_.size(); }
  std::size_t position() const { return position_; }

  /// The situations of a request that was run; none where it took more than there was room for.
  const std::optional<std::vector<Situation>>& situations(std::uint32_t request) const {
    return found_[request];
  }

 private:
  using Node = DecisionDiagram::Node;
  /// Checks that read the same choices, by the levels of these.
  using ChecksByLevels = std::map<std::vector<std::uint32_t>, std::vector<policy::CheckId>>;

  /// A request that changed something for later ones.
  struct Effect {
    std::uint32_t request = 0;
    bool permitted = false, suspends = false;

    bool operator==(const Effect&) const = default;
  };
  /// What the day can have come to.
  struct Course {
    Node when = DecisionDiagram::everything;
    std::vector<Effect> effects;
    session::DeniedAttempts denied;
  };

  policy::Request asked(std::uint32_t request) const;
  session::SharedWorld world_after(const Course& course, const policy::World& assigned) const;
  std::optional<Situation> situation(std::uint32_t request, const Course& course);
  bool find_verdicts(std::uint32_t request, const Course& course, Situation& situation);
  bool find_hits(std::uint32_t request, const Course& course, Situation& situation);
  bool find_verdicts_on_hit(std::uint32_t request, const Course& course, Situation& situation,
                            std::size_t at);
  const ChecksByLevels& checks_of_hit(policy::Ref<policy::Record> record);
  policy::Decision decision_on(std::uint32_t request, const Course& course) const;
  bool can_be_suspended(std::uint32_t request) const;
  void go_on(std::uint32_t request, const std::vector<Situation>& situations);
  void add_course(std::vector<Course>& courses, Course course);

  SolverDesk& desk_;
  VerdictTable table_;
  std::vector<Interest> interests_;
  std::vector<bool> reaches_;  ///< of each request, whether others depend on it
  std::vector<Course> courses_{Course{}};
  std::vector<std::optional<std::vector<Situation>>> found_;
  std::size_t position_ = 0;
  // Of the request that is being run: what each of its checks reads, and those on its hits.
  policy::Request question_;
  ChecksByLevels checks_;
  std::map<policy::Ref<policy::Record>, ChecksByLevels> of_hits_;
  bool lost_ = false;  ///< the course of the day grew too large to follow
};

/// The points of a request: its checks, on its one record where it has one.
std::vector<Point> points_of(const policy::Request& request);

}  // namespace ntk::analysis
