// What a decision can depend on: which edits can reach which check of which request.
//
// The traits of each check (traits.h) say what it reads, of the things that the request concerns. They may
// say too much, never too little: an edit that they leave out changes nothing in the check, whatever else
// is edited. Earlier requests of the day can reach a check too, where they enter or change its record, change
// the profile of its user, log the user on or off, or are denied so often that the account is suspended; then
// it depends on all that they depend on. Requests that only read, and later ones, reach nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/analysis/edits.h"
#include "sim/policy/traits.h"

namespace ntk::analysis {

/// A check of a request, decided on the request or on one record.
struct Point {
  /// None: not a check, but whether a search finds the record at all.
  std::optional<policy::CheckId> check;
  std::optional<policy::Ref<policy::Record>> record{};

  bool operator==(const Point&) const = default;
};

/// Which way an outcome is to be turned.
enum class Turn : std::uint8_t { to_permit, to_denial };

class Dependence {
 public:
  Dependence(const session::Session& fresh, const Edits& edits);

  /// The atoms that the point can depend on, for a request at this position.
  AtomSet atoms_of(std::uint32_t request, const Point& point) const { return atoms_of(request, point, {}); }
  /// The same without those that only ever turn the request the other way: grants only add, so that no
  /// minimal set to a denial has one, and none to a permit has one less. An atom that an earlier request
  /// depends on stays, since what that request then does can go either way.
  AtomSet atoms_of(std::uint32_t request, const Point& point, std::optional<Turn> turn) const;
  /// All points of a request that decide whether it is permitted.
  std::vector<Point> points_of(std::uint32_t request) const;
  /// The earlier requests that can reach the request, or one of its hits, in the order of the day.
  std::vector<std::uint32_t> before(std::uint32_t request) const;

 private:
  using RecordRef = policy::Ref<policy::Record>;

  const policy::Request& asked(std::uint32_t request) const { return requests_[request].request; }
  policy::Date day_of(std::uint32_t request) const;
  bool reaches(std::uint32_t earlier, std::uint32_t request, const Point& point) const;
  bool can_be_suspended_before(std::uint32_t request) const;
  bool reads(const Point& point, RecordRef record) const;
  bool reads_profile(const Point& point, policy::Ref<policy::User> user) const;
  bool only_turns(const Atom& atom, std::uint32_t request, Turn turn) const;
  /// What the point reads of a field of this request's.
  policy::Inputs inputs_at(const scenario::Assignable& field, std::uint32_t request,
                           const Point& point) const;
  bool reads_element(const Atom& atom, std::uint32_t request, const Point& point,
                     policy::Inputs inputs) const;
  policy::LevelSet levels_of(RecordRef record) const;
  bool reads_field(const Atom& atom, std::uint32_t request, const Point& point) const;
  bool can_own(policy::Ref<policy::Agency> owner, RecordRef record) const;

  const Edits& edits_;
  const policy::World& world_;  ///< as assigned
  policy::Date clock_;
  std::vector<scenario::ScriptedRequest> requests_;
  std::vector<AtomSet> outcome_;  ///< of each request: what its outcome can depend on
};

}  // namespace ntk::analysis
