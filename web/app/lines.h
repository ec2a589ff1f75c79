// The lines of one cell of a table, each a sentence or the beginning of one.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ntk::web {

using Lines = std::vector<std::string>;

/// Adds a line that begins with a capital; nothing where there is no text.
inline void add(Lines& lines, std::string text) {
  if (text.empty()) return;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  lines.push_back(std::move(text));
}

}  // namespace ntk::web
