// What can be done on the page, by name: acts.def.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ntk::web {

enum class Act : std::uint8_t {
#define NTK_ACT(word, subject, about) word,
#include "web/view/acts.def"
#undef NTK_ACT
};

/// "copy_table"
std::string_view word(Act act);
std::optional<Act> act_from_word(std::string_view word);

}  // namespace ntk::web
