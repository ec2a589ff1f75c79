// The conflict lab as both views show it: the algorithms that the lesson opens, and what each would let
// through. The words and the order are made here once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/analysis/combining.h"

namespace ntk::web {

/// One change, as a row of a table.
struct LabRow {
  std::string name;                             ///< the request, or the user
  std::string note;                             ///< who asks, or the record
  std::vector<std::vector<std::string>> cells;  ///< of each further column its lines
};

struct LabAlgorithm {
  scenario::CombiningAlgorithm algorithm = scenario::CombiningAlgorithm::all_must_pass;
  std::string_view word, title;
  std::string_view about;  ///< what the algorithm is
  std::string summary;     ///< what it would do here
  std::vector<LabRow> rows;
  std::string left_out;  ///< "12 more are not shown."; empty where all are
};

struct LabView {
  std::string waits_for;  ///< why there is nothing to be seen yet; empty where there is
  std::vector<LabAlgorithm> algorithms;
};

/// Titles of the columns.
std::span<const std::string_view> lab_columns();

/// Whether the lesson has a lab.
bool has_lab(const session::Session& session);
LabView view_lab(const session::Session& session);

/// What the lab is for, and that it changes nothing.
inline constexpr std::string_view lab_about =
    "What if each gate used another combining algorithm? The four gates stay, and the lab changes nothing: "
    "decisions, trail and goals are the platform’s.";

}  // namespace ntk::web
