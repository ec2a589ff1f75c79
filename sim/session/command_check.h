// What people are warned of in a command, wherever it stands: on a line of a command file, or as a text of a submission.
//
// The same is said of both: characters that nobody sees, more characters than can be read, a place or a search term that is
// blank. Far too many characters are an error, and then no command of the file is applied. What a command means, and whether
// the scenario allows it, is found when it is applied.
#pragma once

#include <string_view>

#include "sim/scenario/value_reader.h"

namespace ntk::session {

/// Every command of a command file, which is the text of the diagnostics.
void check_command_file(scenario::Diagnostics& diagnostics);

/// A place or a search term of a command that is blank. `node` is the command.
void check_stated_texts(scenario::Diagnostics& diagnostics, const scenario::Node& node,
                        std::string_view command);

}  // namespace ntk::session
