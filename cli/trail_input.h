// An exported audit trail with its seal, from files.
#pragma once

#include <optional>
#include <string>

#include "sim/session/report_trail.h"

namespace ntk::cli {

struct TrailInput {
  std::string text;                            ///< the file
  std::optional<session::ReportTrail> report;  ///< where the file is one
  std::size_t lines = 0;                       ///< of the trail, or events of the report
  std::optional<session::Seal> seal;
  bool seal_of_report = false;  ///< the seal stood in the same file as the trail
};

/// Reads a trail, or the trail in a report, and its seal: from `seal_file`, or where that is empty from the
/// file beside the trail that ends in ".seal", or from the report. Nothing, and messages on standard
/// error, where a file cannot be read or a seal is none; if asked also as JSON on standard output.
std::optional<TrailInput> read_trail(const std::string& trail_file, const std::string& seal_file, bool json);

}  // namespace ntk::cli
