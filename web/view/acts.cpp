#include "web/view/acts.h"

#include <cstddef>

namespace ntk::web {
namespace {

constexpr std::string_view act_words[] = {
#define NTK_ACT(word, subject, about) #word,
#include "web/view/acts.def"
#undef NTK_ACT
};

}  // namespace

std::string_view word(Act act) {
  return act_words[static_cast<std::size_t>(act)];
}

std::optional<Act> act_from_word(std::string_view word) {
  for (std::size_t i = 0; i < std::size(act_words); ++i) {
    if (act_words[i] == word) return static_cast<Act>(i);
  }
  return std::nullopt;
}

}  // namespace ntk::web
