// What a decision can depend on: which edits can reach which check of which request.
//
// The traits of each check (traits.h) say what it reads, of the things that the request concerns. They may
// say too much, never too little: an edit that they leave out changes nothing in the check, whatever else
// is edited. Earlier requests of the day can reach a check too, where they enter or change its record, change
// the profile of its user, log the user on or off, or are denied so often that the account is suspended; then
// it depends on all that they depend on. Requests that only read, and later ones, reach nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
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
  /// Of one request of the day. Takes as long as the day has requests; only those that can reach it are looked at
  /// more closely.
  Dependence(const session::Session& fresh, const Edits& edits, std::uint32_t request);

  /// The atoms that the point of the request can depend on.
  AtomSet atoms_of(const Point& point) const { return atoms_of(request_, point, {}); }
  /// The same without those that only ever turn the request the other way: grants only add, so that no
  /// minimal set to a denial has one, and none to a permit has one less. An atom that an earlier request
  /// depends on stays, since what that request then does can go either way.
  AtomSet atoms_of(const Point& point, Turn turn) const { return atoms_of(request_, point, turn); }
  /// All points of the request that decide whether it is permitted.
  std::vector<Point> points() const { return points_of(request_); }
  /// Whether a request reads, at the point, what the atom edits: beside what earlier requests make of the world. The request
  /// may be one of the day or any other; the atom any element or value of an assignable field.
  bool reads(const policy::Request& request, const Point& point, const Atom& atom) const;
  /// The earlier requests that can reach the request, or one of its hits, in the order of the day.
  const std::vector<std::uint32_t>& before() const { return before_; }

 private:
  using AgencyRef = policy::Ref<policy::Agency>;
  using RecordRef = policy::Ref<policy::Record>;
  using UserRef = policy::Ref<policy::User>;

  /// What requests can do to those after them, and on what it depends: on which atoms each part.
  struct Past {
    std::map<UserRef, AtomSet> asked;   ///< by the user
    std::map<UserRef, AtomSet> logons;  ///< of the user, and logoffs
    std::map<RecordRef, AtomSet> written;
    std::map<UserRef, AtomSet> profiles;  ///< of the user: written
  };

  const policy::Request& asked(std::uint32_t request) const { return requests_[request].request; }
  policy::Date day_of(std::uint32_t request) const;
  std::vector<Point> points_of(std::uint32_t request) const;
  AtomSet atoms_of(std::uint32_t request, const Point& point, std::optional<Turn> turn) const;
  void look_through_the_day();
  std::vector<std::uint32_t> reaching() const;
  void remember(std::uint32_t request);
  /// What the requests of the past make the point depend on.
  AtomSet reached(std::uint32_t request, const Point& point) const;
  /// The record, and of an image what it belongs to, and so on.
  std::vector<RecordRef> chain(RecordRef record) const;
  bool reads_profile(const Point& point, UserRef user) const;
  bool only_turns(const Atom& atom, std::uint32_t request, Turn turn) const;
  /// What the point reads of a field of this request's.
  policy::Inputs inputs_at(const scenario::Assignable& field, const policy::Request& question,
                           const Point& point) const;
  bool reads_element(const Atom& atom, const policy::Request& question, const Point& point,
                     policy::Inputs inputs) const;
  policy::LevelSet levels_of(RecordRef record) const;
  bool reads_field(const Atom& atom, const policy::Request& question, const Point& point) const;
  /// Of an image, the record that it belongs to, where the point reads that too.
  std::optional<RecordRef> parent_read(const Point& point) const;
  bool can_own(AgencyRef owner, RecordRef record) const;

  const Edits& edits_;
  const policy::World& world_;  ///< as assigned
  policy::Date clock_;
  std::vector<scenario::ScriptedRequest> requests_;
  std::uint32_t request_;                              ///< the one that is asked about
  std::vector<bool> can_be_suspended_;                 ///< of each request: its user, by denials before it
  std::map<RecordRef, std::set<AgencyRef>> entering_;  ///< the agencies whose users enter the record
  policy::LevelSet levels_given_;                      ///< by requests
  std::vector<std::uint32_t> before_;
  Past past_;  ///< of those in before_
};

}  // namespace ntk::analysis
