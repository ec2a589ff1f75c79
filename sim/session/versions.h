// The versions that a report names, so that a grade can be told from one by other rules.
#pragma once

#include <string_view>

namespace ntk::session {

/// Of the program, as `ntk --version` says it.
inline constexpr std::string_view engine_version = NTK_VERSION;
/// Of the rules: the day on which a rule last changed what is decided. Whoever changes a rule changes this too.
inline constexpr std::string_view rules_version = "2026-11-29";

}  // namespace ntk::session
