// Explanations: a verdict in a sentence about these people, records and dates.
//
// The sentence of checks.def says what the rule is; the sentence here says why it came out as it did
// in one case. It is written for a student: plain, short, with names and dates, without ids.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/policy/decide.h"

namespace ntk::policy {

/// The checks that are told of a hit, in their order: those on a record, and those of the request that it fails.
std::vector<CheckId> checks_of(const Hit& hit);

/// Why a check passed, failed or did not arise. `record` is the record that a check was decided on, of a hit the one
/// found; none for a search as a whole, where `record` checks are asked of each hit.
std::string explain(const World& world, const Request& request, CheckId check, Verdict verdict,
                    std::optional<Ref<Record>> record);

/// The request in a sentence: "Ana Ortega (FBI) asks to display Harbour report by Subject query, for
/// fugitive apprehension."
std::string in_words(const World& world, const Request& request);

/// What a request concerns: the record's title, or what is looked for; empty where it is nothing.
std::string in_words(const World& world, const Target& target);

/// What was looked for: "category lookout, last_name = Vale"; "everything".
std::string in_words(const Search& search);

/// The outcome in a sentence, led by the primary reason's explanation where it is denied.
std::string outcome_in_words(const World& world, const Request& request, const Decision& decision);

}  // namespace ntk::policy
