// The files that the page hands out: one table, for the palette, for the buttons beside the trail, and for
// the files themselves.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/session/session.h"

namespace ntk::web {

struct ExportRow {
  std::string_view word;    ///< "events"; ends with a zero
  std::string_view title;   ///< "Save the audit trail as JSON Lines"
  const char* label;        ///< "JSON Lines": on a button of the canvas among the others
  const char* about;        ///< what it is for, in a sentence without a final stop
  std::string_view suffix;  ///< of the file's name, behind the scenario's id: "-trail.jsonl"
  std::string_view type;    ///< its media type
  std::string (*text)(const session::Session& session);
};
std::span<const ExportRow> exports();

}  // namespace ntk::web
