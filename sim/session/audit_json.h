// How an audit event is written as JSON: by the trail, which hashes it, and by the report.
#pragma once

#include "sim/scenario/json_writer.h"
#include "sim/session/audit_trail.h"

namespace ntk::session {

/// One object with its keys in ascending order, as canonical JSON wants them.
void write_event(scenario::JsonWriter& json, const AuditEvent& event, const policy::World& world);

/// A list of reason codes: ["DA-5","DA-7"].
void write_codes(scenario::JsonWriter& json, const std::vector<policy::CheckId>& checks);

/// A list of record ids.
void write_records(scenario::JsonWriter& json, const std::vector<policy::Ref<policy::Record>>& records,
                   const policy::World& world);

/// A list of {failed, record}.
void write_withheld(scenario::JsonWriter& json, const std::vector<WithheldRecord>& withheld,
                    const policy::World& world);

}  // namespace ntk::session
