// The words and shapes of outcomes, verdicts and states: the same in every verb.
#pragma once

#include "cli/page.h"
#include "sim/analysis/matrix.h"
#include "sim/session/report.h"

namespace ntk::cli {

Cell mark(bool permitted);                    ///< "✓ permit", "✗ deny"
Cell mark(policy::Verdict verdict);           ///< "✓ pass", "✗ fail", "· n/a"
Cell mark(scenario::AuditOutcome outcome);    ///< "✓ permitted", "✗ denied", "◐ hits withheld"
Cell mark(session::GoalState state);          ///< "✓ met", "✗ unmet", "○ open"
Cell mark(session::PredictionResult result);  ///< "✓ hit", "◐ wrong reason", "✗ miss", "○ pending"
Cell mark(analysis::Cell cell);  ///< "✓ permit", "◐ in part", "✗ DA-7", "· absent", "· not asked"

/// "DA-5, DA-7"
std::string codes(const std::vector<policy::CheckId>& checks);

}  // namespace ntk::cli
