// The audit trail as a table: what its columns say, and which events to show in what order.
//
// A view asks for the positions of the events that fit a filter, sorted by a column, and draws those
// that are on screen. A filter is words parted by spaces; each must stand somewhere in the event's
// cells, letter case ignored (of the letters a to z).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/session/session.h"

namespace ntk::web {

enum class TrailColumn : std::uint8_t {
  sequence,
  moment,
  user,
  agency,
  action,
  target,
  purpose,
  place,
  outcome,
  returned,
  withheld,
  failed,
};

struct TrailColumnRow {
  TrailColumn column;
  std::string_view word;   ///< "failed"
  std::string_view title;  ///< "Failed checks"
};
std::span<const TrailColumnRow> trail_columns();
std::optional<TrailColumn> trail_column_from_word(std::string_view word);

/// What an event says in a column: "Ana Ortega", "DA-5, DA-7"; empty where there is nothing to say.
std::string cell(const session::Session& session, const session::AuditEvent& event, TrailColumn column);

struct TrailQuery {
  std::string filter;  ///< empty: every event
  TrailColumn column = TrailColumn::sequence;
  bool descending = false;
};

/// Positions in AuditTrail::events(). Events that the column does not tell apart keep the trail's order.
std::vector<std::uint32_t> select_events(const session::Session& session, const TrailQuery& query);

}  // namespace ntk::web
