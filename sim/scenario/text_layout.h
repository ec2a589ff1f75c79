// The layout of a scenario's text: the same JSON, set as the lessons that ship are set.
//
// What fits on a line stands on one. An object or list that doesn't has its members indented by two spaces, and short ones
// share a line. The lists of the scenario itself have an item a line, at least. Keys keep their order, and texts and numbers
// are written as the author wrote them, so nothing of the meaning can change.
#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/located_json.h"

namespace ntk::scenario {

/// The text of a document that was read from `text`, laid out anew, with a line end.
std::string laid_out(const JsonValue& document, std::string_view text);

}  // namespace ntk::scenario
