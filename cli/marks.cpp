#include "cli/marks.h"

namespace ntk::cli {

using policy::Verdict;
using scenario::AuditOutcome;
using session::GoalState;
using session::PredictionResult;

Cell mark(bool permitted) {
  return permitted ? Cell{"✓ permit", Ink::good} : Cell{"✗ deny", Ink::bad};
}

Cell mark(Verdict verdict) {
  switch (verdict) {
    case Verdict::not_applicable:
      return {"· n/a", Ink::quiet};
    case Verdict::pass:
      return {"✓ pass", Ink::good};
    case Verdict::fail:
      return {"✗ fail", Ink::bad};
  }
  return {};
}

Cell mark(AuditOutcome outcome) {
  switch (outcome) {
    case AuditOutcome::permitted:
      return {"✓ permitted", Ink::good};
    case AuditOutcome::denied:
      return {"✗ denied", Ink::bad};
    case AuditOutcome::permitted_with_withheld:
      return {"◐ hits withheld", Ink::doubtful};
  }
  return {};
}

Cell mark(GoalState state) {
  switch (state) {
    case GoalState::open:
      return {"○ open", Ink::doubtful};
    case GoalState::met:
      return {"✓ met", Ink::good};
    case GoalState::unmet:
      return {"✗ unmet", Ink::bad};
  }
  return {};
}

Cell mark(PredictionResult result) {
  switch (result) {
    case PredictionResult::pending:
      return {"○ pending", Ink::doubtful};
    case PredictionResult::hit:
      return {"✓ hit", Ink::good};
    case PredictionResult::wrong_reason:
      return {"◐ wrong reason", Ink::doubtful};
    case PredictionResult::miss:
      return {"✗ miss", Ink::bad};
  }
  return {};
}

Cell mark(analysis::Cell cell) {
  const std::string text(word(cell));
  switch (cell.state()) {
    case analysis::CellState::permitted:
      return {"✓ " + text, Ink::good};
    case analysis::CellState::in_part:
      return {"◐ " + text, Ink::doubtful};
    case analysis::CellState::denied:
      return {"✗ " + text, Ink::bad};
    case analysis::CellState::pending:
    case analysis::CellState::absent:
    case analysis::CellState::not_asked:
      break;
  }
  return {"· " + text, Ink::quiet};
}

std::string codes(const std::vector<policy::CheckId>& checks) {
  std::string text;
  for (const policy::CheckId id : checks)
    text += (text.empty() ? "" : ", ") + std::string(policy::check(id).code);
  return text;
}

}  // namespace ntk::cli
