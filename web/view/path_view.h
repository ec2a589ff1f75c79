// The path of one request as both pages show it: stations from the account to the record, each with the link that
// leads to it, and how that link fared.
//
// Made of the run's own world and decision. It tells facts of the case, so there is none while the session conceals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/flow.h"
#include "sim/session/session.h"

namespace ntk::web {

/// One name for it, over the picture and wherever it is opened.
inline constexpr std::string_view path_title = "Path";

struct PathStation {
  analysis::LinkState state = analysis::LinkState::not_applicable;  ///< of the link before it
  bool primary = false;  ///< whether the primary reason broke that link
  std::string title;     ///< "Owner’s memo"
  std::string facts;     ///< a line: "DEA’s memo to FBI covers it"
  std::string words;     ///< "Holds"; "Broken: DA-5, DA-7"; "Broken for 1 of 3 records: DA-7"; "Not asked"
  std::string codes;     ///< "DA-5, DA-7"; empty where it did not break

  /// For all that was asked, or for some of the records that a search found.
  bool is_broken() const {
    return state == analysis::LinkState::broken || state == analysis::LinkState::partly;
  }
};

/// Always the same number of stations, in the order of the checks.
std::vector<PathStation> view_path(const session::Run& run);

}  // namespace ntk::web
