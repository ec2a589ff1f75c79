// The one form in which an event is written and hashed: keys in ascending order, no spaces, each number and each text in the
// one way that the simulator writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/session/event_check.h"

namespace ntk::session {

/// A value in canonical form. Keys that are there twice stay there twice.
std::string canonical_text(const scenario::JsonValue& value);

/// The first key that stands behind one that should follow it.
std::optional<EventFault> find_key_order_fault(const scenario::JsonValue& value);

/// The first thing in which a line is not the canonical form of the value that was read from it.
std::optional<EventFault> find_form_fault(const scenario::JsonValue& value, std::string_view line);

}  // namespace ntk::session
