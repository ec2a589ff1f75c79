// The small phrases that explanations are made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/checks.h"
#include "sim/policy/world.h"

namespace ntk::policy {

/// The name by which an agency stands in a sentence.
const std::string& called(const Agency& agency);

/// "Ana Ortega (FBI)"
std::string with_agency(const World& world, Ref<User> user);

std::string in_quotes(std::string_view title);  ///< “Harbour report”
std::string possessive(std::string_view name);  ///< Ana Ortega’s; Jess Reyes’s
std::string counted(std::uint64_t count, std::string_view one,
                    std::string_view several);                                     ///< "1 user", "5 users"
std::string years(int count);                                                      ///< "1 year", "5 years"
std::string in_digits(std::size_t count);                                          ///< "4,506"
std::string listed(const std::vector<std::string>& items, std::string_view last);  ///< "a, b and c"

/// A title as it stands within a sentence: "Subject records" -> "subject records", "NCIC" stays.
std::string in_sentence(std::string_view title);

/// A sentence with the code of its rule: "Ana Ortega’s account is suspended (AC-1)."
std::string with_code(std::string_view sentence, CheckId check);
/// A check as it is named within a sentence: “The account is active, not suspended” (AC-1)
std::string in_words(CheckId check);

/// The name of a field of a record as its label: "last_name" -> "Last name".
std::string field_label(std::string_view name);

/// The values of a set within a sentence: "subject records and lookouts"; "nothing" when empty.
template <class E>
std::string listed_in_sentence(EnumSet<E> set) {
  std::vector<std::string> titles;
  for (const Word<E>& each : words<E>()) {
    if (set.contains(each.value)) titles.push_back(in_sentence(each.title));
  }
  return titles.empty() ? "nothing" : listed(titles, "and");
}

/// Whom a designation names: "supervisors of FBI, or Ana Ortega"; "nobody" when it names none.
std::string in_words(const World& world, const Designation& designation);

/// What a role lets its holders do: "subject query and printing; enters subject records".
std::string in_words(const Role& role);

/// "refer to customs secondary, through 31 December 2016, not yet approved"
std::string in_words(const PrimaryDesignation& primary);

}  // namespace ntk::policy
