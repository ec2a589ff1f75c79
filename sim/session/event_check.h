// Whether a line of an exported trail is an event in the documented format (docs/command-line.md): every key, its kind, its
// words. Which users and records there are, the format doesn't say, so any id does.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/located_json.h"

namespace ntk::session {

/// The first thing in which a value is no event.
struct EventFault {
  std::string message;     ///< "`failed` must be a list of rule ids"
  std::size_t column = 1;  ///< in the line, from 1
};
std::optional<EventFault> find_event_fault(const scenario::JsonValue& event);

}  // namespace ntk::session
