#include "web/app/search.h"

#include <algorithm>

#include "sim/policy/unicode.h"

namespace ntk::web {

Search::Search(std::string_view words) {
  while (true) {
    words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
    if (words.empty()) return;
    const std::size_t end = std::min(words.find(' '), words.size());
    words_.push_back(policy::fold(std::string(words.substr(0, end))));
    words.remove_prefix(end);
  }
}

bool Search::finds(std::string_view text) const {
  return std::all_of(words_.begin(), words_.end(),
                     [&](const std::string& word) { return text.find(word) != text.npos; });
}

}  // namespace ntk::web
