// A search: words separated by spaces, each of which must be somewhere in a text. Letter case is ignored in every script, and
// so is how an accent was typed (policy/unicode.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntk::web {

class Search {
 public:
  explicit Search(std::string_view words);

  /// Finds every text.
  bool empty() const { return words_.empty(); }
  /// `text` as policy::fold gives it.
  bool finds(std::string_view text) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace ntk::web
