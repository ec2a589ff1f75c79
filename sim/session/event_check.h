// Whether a line of an exported trail is an event in the documented format (docs/command-line.md): every key, its kind, its
// words, and what the keys say together. Which users and records there are, the format doesn't say, so any id does.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/located_json.h"

namespace ntk::session {

/// The first thing in which a value is no event.
struct EventFault {
  std::string message;  ///< "`failed` must be a list of rule ids"
  scenario::Span span;  ///< in the text that the value was read from
};
/// Each key by itself, then the keys together.
std::optional<EventFault> find_event_fault(const scenario::JsonValue& event);

/// What no event says, though each of its keys is right by itself: a denial by no rule, a search of a record. Which
/// function covers which operation is a rule, so a denied event breaks it, and this doesn't look.
std::optional<EventFault> find_contradiction(const scenario::JsonValue& event);

}  // namespace ntk::session
