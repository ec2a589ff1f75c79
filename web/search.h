// A search: words parted by spaces, each of which must stand somewhere in a text. Letter case is ignored
// (of the letters a to z).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntk::web {

std::string lower_case(std::string text);

class Search {
 public:
  explicit Search(std::string_view words);

  /// Finds every text.
  bool empty() const { return words_.empty(); }
  /// `text` in lower case.
  bool finds(std::string_view text) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace ntk::web
