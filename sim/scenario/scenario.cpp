#include "sim/scenario/scenario.h"

#include <array>

namespace ntk::scenario {
namespace {

struct OutcomeWord {
  AuditOutcome outcome;
  std::string_view word;
  std::string_view title;
};

constexpr std::array outcome_words = {
    OutcomeWord{AuditOutcome::permitted, "permitted", "Permitted"},
    OutcomeWord{AuditOutcome::denied, "denied", "Denied"},
    OutcomeWord{AuditOutcome::permitted_with_withheld, "permitted_with_withheld", "Permitted, hits withheld"},
};

struct CombiningWord {
  std::string_view word;
  std::string_view title;
};

constexpr std::array<CombiningWord, combining_count> combining_words = {{
    {"all_must_pass", "All must pass"},
    {"first_match", "First match"},
    {"deny_overrides", "Deny overrides"},
    {"most_specific", "Most specific"},
}};

const OutcomeWord& row(AuditOutcome outcome) {
  return outcome_words[static_cast<std::size_t>(outcome)];
}

}  // namespace

std::string_view word(AuditOutcome outcome) {
  return row(outcome).word;
}

std::string_view title(AuditOutcome outcome) {
  return row(outcome).title;
}

std::optional<AuditOutcome> audit_outcome_from_word(std::string_view text) {
  for (const OutcomeWord& each : outcome_words) {
    if (each.word == text) return each.outcome;
  }
  return std::nullopt;
}

std::string_view word(Combining way) {
  return combining_words[static_cast<std::size_t>(way)].word;
}

std::string_view title(Combining way) {
  return combining_words[static_cast<std::size_t>(way)].title;
}

std::optional<Combining> combining_from_word(std::string_view text) {
  for (std::size_t at = 0; at < combining_count; ++at) {
    if (combining_words[at].word == text) return static_cast<Combining>(at);
  }
  return std::nullopt;
}

}  // namespace ntk::scenario
