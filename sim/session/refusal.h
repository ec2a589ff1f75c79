// How refusals are worded.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/session/command.h"

namespace ntk::session {

Refusal refusal(std::string code, std::string message, std::string help = {});

/// `text`: the student's own words; two quotation marks where there are none.
std::string in_backticks(std::string_view text);

/// "did you mean `fbi`?", or where nothing is near what there is to choose from, if that is short.
std::string suggest(std::string_view word, std::span<const std::string_view> known);

/// Whether a text can stand in a command and in the trail: UTF-8 without control characters.
bool is_plain_text(std::string_view text);

/// An operation that only the script can ask.
Refusal script_only(policy::Operation operation);

}  // namespace ntk::session
