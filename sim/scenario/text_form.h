// What is asked of the bytes of every file, whatever it holds: a scenario, commands, a submission, a list of persons, a trail
// or a seal. They are UTF-8; a byte order mark is passed over with a warning; a line ends with LF or CRLF.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/diagnostic.h"

namespace ntk::scenario {

/// "UTF-16" or "UTF-32" where the text is that; nothing where it may be UTF-8. By the byte order mark, else by where the
/// zero bytes of its first four are: each text that is read here begins with ASCII characters. A NUL that strayed into a
/// text is no sign of either.
std::optional<std::string_view> other_encoding(std::string_view text);

/// Bytes of the byte order mark that the text begins with: 3 or 0.
std::size_t byte_order_mark_size(std::string_view text);

/// The line, from 1, that ends with a carriage return alone, as on computers of the last century; 0 where none does.
std::size_t line_with_lone_return(std::string_view text);

/// The first line of the text, without its end, which is LF, CRLF or CR alone. Both are taken from the text.
std::string_view take_line(std::string_view& text);

/// Says what is wrong with the text's size and encoding, and warns of a byte order mark and of line ends. False where it
/// cannot be read at all.
bool check_text_form(Diagnostics& diagnostics);

}  // namespace ntk::scenario
