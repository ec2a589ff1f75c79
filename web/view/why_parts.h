// The parts that view_why puts together: the two sides of a run (why_sides.cpp), and its checks (why_checks.cpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/view/why_view.h"

namespace ntk::web {

/// What the user sees of it.
WhySide view_seen(const session::Run& run);
/// What the audit trail records of it.
WhySide view_recorded(const session::Session& session, const session::Run& run);

/// The checks of the request, gate by gate.
std::vector<WhyGate> view_gates(const session::Session& session, const session::Run& run);
/// The checks of each record that was found.
std::vector<WhyHit> view_hits(const session::Session& session, const session::Run& run);

/// The record that a request is about; none for a search, and none where it enters one.
std::optional<policy::Ref<policy::Record>> record_asked(const policy::Request& request);
/// "DA-5, DA-7"
std::string codes_in_words(const std::vector<policy::CheckId>& checks);

}  // namespace ntk::web
