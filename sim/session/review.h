// The review of the audit trail (P19, P30): what a search of it shows.
//
// A review is a request like any other, decided by the four gates and audited itself. Its terms name fields
// of events. It searches what happened, and predicts nothing about anybody (P19).
#pragma once

#include <cstdint>
#include <vector>

#include "sim/session/audit_trail.h"

namespace ntk::session {

/// The events, by sequence number, that a permitted search of the trail shows: those before it that all its
/// terms fit, and whose 25 years are not over (P23-25). Terms: user, agency, function, operation, record,
/// purpose, place, outcome, rule (one that failed), day. No other field has anything. Where a record is
/// displayed, none.
std::vector<std::uint64_t> reviewed(const AuditTrail& trail, const policy::World& world,
                                    const policy::Request& request);

}  // namespace ntk::session
