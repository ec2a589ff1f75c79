// The audit trail: one event for each request, append-only, chained by SHA-256 (P14, P31).
//
// An event is hashed as canonical JSON: keys sorted, no spaces, UTF-8. It carries the hash of the
// event before it; the first carries 64 zeros. The hash of the last event and the number of events
// (the *seal*) are kept outside the trail, so that a changed, missing, added, re-ordered or cut-off
// event is found by `verify`. The chaining and the agency and purpose of an event are the
// simulator's readings; the other fields are the source's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/policy/decide.h"
#include "sim/scenario/scenario.h"
#include "sim/session/consequences.h"

namespace ntk::session {

/// A hit that the user was not shown, and why.
struct WithheldRecord {
  policy::Ref<policy::Record> record;
  std::vector<policy::CheckId> failed;

  bool operator==(const WithheldRecord&) const = default;
};

struct AuditEvent {
  std::uint64_t sequence = 0;  ///< from 1
  policy::Moment moment;
  policy::Ref<policy::User> user;
  policy::Ref<policy::Agency> agency;
  std::string place;
  policy::Function function = policy::Function::subject_query;  ///< null in JSON where there is none
  policy::Operation operation = policy::Operation::display;
  policy::Target target;
  policy::Ref<policy::Purpose> purpose;
  scenario::AuditOutcome outcome = scenario::AuditOutcome::denied;
  std::vector<policy::Ref<policy::Record>> returned;
  std::vector<WithheldRecord> withheld;
  std::vector<std::uint64_t> reviewed;  ///< of a review of the trail: the events shown, by sequence number
  std::vector<policy::CheckId> failed;  ///< of the request, in order
  bool suspends = false;  ///< the denied attempt that suspended the account: OB-4 stands in `failed`
  std::string previous;   ///< 64 hexadecimal digits
  std::string hash;       ///< of this event; not part of its canonical JSON

  bool operator==(const AuditEvent&) const = default;
};

/// What is kept outside the trail.
struct Seal {
  std::uint64_t count = 0;
  std::string hash = std::string(64, '0');  ///< of the last event

  bool operator==(const Seal&) const = default;
};

/// The canonical JSON of an event: what is hashed, and a line of the JSON Lines export.
std::string canonical_json(const AuditEvent& event, const policy::World& world);

class AuditTrail {
 public:
  /// Records a decided request. A permitted review of the trail records which events it showed.
  const AuditEvent& append(const policy::World& world, const Decided& decided);

  const std::vector<AuditEvent>& events() const { return events_; }
  Seal seal() const;

 private:
  std::vector<AuditEvent> events_;
};

/// All events as canonical JSON, one a line.
std::string to_json_lines(const AuditTrail& trail, const policy::World& world);
/// All events as CSV (RFC 4180) with a heading line. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe.
std::string to_csv(const AuditTrail& trail, const policy::World& world);
/// Whether a spreadsheet would take a cell for a formula.
bool begins_a_formula(std::string_view cell);
/// {"count":3,"hash":"..."}
std::string to_json(const Seal& seal);

/// One thing that is wrong with an exported trail.
struct TrailFault {
  std::size_t line = 0;  ///< of the file, from 1; 0: the trail as a whole
  std::string code;      ///< stable: "changed", "missing", "cut-off", ...
  std::string message;
  std::size_t column = 1;  ///< of the line, from 1: a character
};

/// Checks an exported trail (JSON Lines), against its seal where there is one. Empty: intact.
/// Without a seal a trail whose last event was changed, or that was cut off there, cannot be told from a
/// whole one. `before` is the seal of the events before the first line, where the file is a later part of a
/// trail.
std::vector<TrailFault> verify(std::string_view json_lines, const std::optional<Seal>& seal,
                               const Seal& before = {});

}  // namespace ntk::session
