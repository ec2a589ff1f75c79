#include "sim/scenario/scenario.h"

#include <array>

namespace ntk::scenario {
namespace {

struct AuditOutcomeWord {
  AuditOutcome outcome;
  std::string_view word;
  std::string_view title;
};

constexpr std::array audit_outcome_words = {
    AuditOutcomeWord{AuditOutcome::permitted, "permitted", "Permitted"},
    AuditOutcomeWord{AuditOutcome::denied, "denied", "Denied"},
    AuditOutcomeWord{AuditOutcome::permitted_with_withheld, "permitted_with_withheld",
                     "Permitted, hits withheld"},
};

struct CombiningAlgorithmWord {
  std::string_view word;
  std::string_view title;
};

constexpr std::array<CombiningAlgorithmWord, combining_algorithm_count> combining_algorithm_words = {{
    {"all_must_pass", "All must pass"},
    {"first_match", "First match"},
    {"deny_overrides", "Deny overrides"},
    {"most_specific", "Most specific"},
}};

const AuditOutcomeWord& row(AuditOutcome outcome) {
  return audit_outcome_words[static_cast<std::size_t>(outcome)];
}

}  // namespace

std::string_view word(AuditOutcome outcome) {
  return row(outcome).word;
}

std::string_view title(AuditOutcome outcome) {
  return row(outcome).title;
}

std::optional<AuditOutcome> audit_outcome_from_word(std::string_view text) {
  for (const AuditOutcomeWord& each : audit_outcome_words) {
    if (each.word == text) return each.outcome;
  }
  return std::nullopt;
}

std::string_view word(CombiningAlgorithm algorithm) {
  return combining_algorithm_words[static_cast<std::size_t>(algorithm)].word;
}

std::string_view title(CombiningAlgorithm algorithm) {
  return combining_algorithm_words[static_cast<std::size_t>(algorithm)].title;
}

std::optional<CombiningAlgorithm> combining_algorithm_from_word(std::string_view text) {
  for (std::size_t at = 0; at < combining_algorithm_count; ++at) {
    if (combining_algorithm_words[at].word == text) return static_cast<CombiningAlgorithm>(at);
  }
  return std::nullopt;
}

}  // namespace ntk::scenario
