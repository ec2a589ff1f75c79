// The rules that aren't checks: what follows from a decision, what records hold, how long they are kept.
//
// Each shows somewhere else than in a verdict. Rules that are checks are in checks.h.
#pragma once

#include <span>
#include <string_view>

namespace ntk::policy {

/// One row of obligations.def.
struct Obligation {
  std::string_view code;      ///< "OB-4"
  std::string_view sentence;  ///< what it asks
  std::string_view source;    ///< where the source says it: "P31"
  std::string_view reading;   ///< what of it is the simulator's reading; empty: nothing
  std::string_view shown;     ///< how it shows: "a notice"
};

/// All of them, in the order of the table.
std::span<const Obligation> obligations();

}  // namespace ntk::policy
