// The words of a command line: parted by spaces, in double quotes where they hold spaces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/session/command.h"

namespace ntk::session {

/// One word, without its quotes. A part of a word can be quoted: place="Port of Entry".
struct CommandWord {
  std::string text;
  std::size_t column = 0;                  ///< of its first byte in the line, from 0
  std::size_t length = 0;                  ///< in the line, quotes included
  std::size_t equals = std::string::npos;  ///< in `text`, the first `=` outside quotes
};

/// The words of a line; refused where a quote is not closed, or bytes are not plain text.
std::variant<std::vector<CommandWord>, Refusal> split_words(std::string_view line);

/// `text` so that split_words reads it back as one word, or the part of one.
std::string quoted_word(std::string_view text);

/// `of` as the place at fault.
Refusal at_word(const CommandWord& command, Refusal refusal);

}  // namespace ntk::session
