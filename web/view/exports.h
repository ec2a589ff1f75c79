// The files that the page hands out: one table, for the palette, for what stands beside the trail, and for the files themselves.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/session/session.h"

namespace ntk::web {

struct ExportRow {
  std::string_view word;    ///< "events"
  std::string_view title;   ///< "Save the audit trail as JSON Lines"
  std::string_view label;   ///< "Trail as JSON Lines": on a button among the others
  std::string_view suffix;  ///< of the file's name, behind the scenario's id: "-trail.jsonl"
  std::string_view type;    ///< its media type
  std::string (*text)(const session::Session& session);
};
std::span<const ExportRow> exports();

}  // namespace ntk::web
