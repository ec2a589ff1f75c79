// Engine against oracle: asks both the same, keeps count, and keeps the first case they differ on.
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "sim/policy/decide.h"
#include "tests/oracle/oracle.h"

namespace ntk::oracle {

/// What the engine's decision says otherwise than the oracle's answer, a line each; empty when they
/// agree on every verdict, the outcome, the reasons in their order, the hits and what is withheld.
std::string differences(const policy::Decision& decision, const Answer& answer);

/// A world and a request in full, a line for each thing, so that a failing case can be rebuilt.
std::string in_full(const policy::World& world, const policy::Request& request);

/// The cases of one test, or a sample of them (tests/size.h).
class Comparison {
 public:
  /// Asks both. Returns world, request and differences; empty when they agree.
  std::string ask(const policy::World& world, const policy::Request& request);

  std::size_t cases() const { return cases_; }  ///< those left out of the sample too
  std::size_t hits() const { return hits_; }    ///< of all searches together, those withheld too
  std::size_t permitted() const { return permitted_; }
  /// What `ask` returned of the first case that differs; empty while all agree.
  const std::string& first_difference() const { return first_difference_; }
  /// The verdicts that the check was seen with: of "-", "f", "p", in that order.
  std::string seen(std::string_view code) const;

 private:
  void note(const Verdicts& verdicts);

  std::size_t cases_ = 0;
  std::size_t hits_ = 0;
  std::size_t permitted_ = 0;
  std::string first_difference_;
  std::array<std::set<char>, policy::check_count> seen_;  ///< in the order of Verdicts::codes()
};

}  // namespace ntk::oracle
