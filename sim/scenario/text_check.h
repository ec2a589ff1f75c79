// What is asked of each text that people write: that all of it can be seen, and that it isn't too long.
//
// Longer than recommended is a warning, more than ten times as long an error: nobody reads such a title, and a hostile file
// would make every list that shows it useless. docs/scenario-format.md lists the lengths. They count characters (code points).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/scenario/value_reader.h"

namespace ntk::scenario {

inline constexpr std::size_t longest_title = 200;        ///< titles, and lines of no other kind
inline constexpr std::size_t longest_name = 100;         ///< names of people and agencies, places
inline constexpr std::size_t longest_short_name = 40;    ///< an agency's short name
inline constexpr std::size_t longest_field_value = 500;  ///< what a record says, what a search asks for
inline constexpr std::size_t longest_command = 2000;     ///< one command of a submission
inline constexpr std::size_t longest_paragraph = 2000;   ///< of prose: up to an empty line
inline constexpr std::size_t far_too_long = 10;          ///< times as long is an error

/// Whether nothing is in a text but JSON's own white space and the other blanks below U+0080.
bool is_blank(std::string_view text);

/// A text of one line; how long it may be depends on the key that it belongs to.
void check_line(Diagnostics& diagnostics, const Node& node, std::string_view text);
void check_prose(Diagnostics& diagnostics, const Node& node, std::string_view text);
/// A field may be empty or blank, as it always could; that is a warning.
void check_field_value(Diagnostics& diagnostics, const Node& node, std::string_view text);

/// Warns that what a name stands for, `what`, is empty or blank.
void report_blank(Diagnostics& diagnostics, const Node& node, const std::string& what, std::string_view text);

/// A field value that goes into a command, where control characters and overrides are refused.
void check_command_word(Diagnostics& diagnostics, const Node& node, std::string_view text);

}  // namespace ntk::scenario
