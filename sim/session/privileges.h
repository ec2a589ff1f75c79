// Privileges: what an assignment grants beside permits to read.
//
// Functions, of profiles and of agreements; roles; terms of agreements and memos that are signed; levels that memos cover.
// Least privilege counts them (sim/analysis/excess.h), and so does the search for what would change a decision (sim/analysis/why_not.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/assignable.h"

namespace ntk::session {

/// The kinds of them.
enum class Privilege : std::uint8_t { function, role, term, memo_level };
inline constexpr std::array all_privileges = {Privilege::function, Privilege::role, Privilege::term,
                                              Privilege::memo_level};
std::string_view word(Privilege privilege);  ///< "functions": a key of reports
/// "1 function", "3 memo levels"
std::string counted(Privilege privilege, std::size_t number);
/// The kind of privilege that a field grants; none where it grants none of these.
std::optional<Privilege> granted_by(scenario::AssignableField field);
/// How many of them a value of such a field grants: a term that is signed is one.
std::size_t grants(const scenario::AssignedValue& value);
/// Whether the one value grants less than the other, and nothing that the other does not.
bool grants_less(const scenario::AssignedValue& value, const scenario::AssignedValue& than);

}  // namespace ntk::session
