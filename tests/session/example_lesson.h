// A small lesson for the tests of a session: three agencies, one record at each level that matters,
// every kind of field open, a script of four requests, and goals of both kinds.
#pragma once

#include <string>
#include <string_view>

#include "sim/session/session.h"

namespace ntk::session {

/// The lesson as scenario file would give it. Its requests: `own-file` (Ortega of the FBI displays an FBI
/// record), `foreign-file` (she displays DEA's level 3 record), `look-up` (she searches for Vale),
/// `at-noon` (Reyes of the DEA displays the level 4 record, at a moment of its own).
scenario::Scenario example_lesson();

/// A session of the lesson to which the commands were applied, none of them refused.
Session session_after(std::initializer_list<std::string_view> commands);
void apply_all(Session& session, std::initializer_list<std::string_view> commands);

/// The code of the refusal; "applied" where there is none.
std::string code_of(const std::optional<Refusal>& refusal);

/// The failing checks of the latest run of a request, as "DA-5 DA-7"; "none" where it was permitted.
std::string failing(const Session& session, std::string_view request);

/// Whether the part stands in the text.
bool has(std::string_view text, std::string_view part);

}  // namespace ntk::session
