// A walk through JSON text, token by token, that always knows its line and column.
//
// It checks nothing: it follows a parser through what that has just accepted.
#pragma once

#include <cstddef>
#include <string_view>

#include "sim/scenario/diagnostic.h"

namespace ntk::scenario {

class JsonCursor {
 public:
  /// At `offset`, which is taken for the beginning of the first line.
  explicit JsonCursor(std::string_view text, std::size_t offset = 0)
      : text_(text), here_{static_cast<std::uint32_t>(offset), 0, 1, 1} {}

  std::string_view text() const { return text_; }
  std::string_view rest() const { return text_.substr(here_.offset); }
  bool at_end() const { return here_.offset == text_.size(); }
  /// The character here; 0 at the end.
  char peek() const { return at_end() ? '\0' : text_[here_.offset]; }
  /// The character before; 0 at the beginning.
  char previous() const { return here_.offset == 0 ? '\0' : text_[here_.offset - 1]; }
  /// An empty span here.
  Span here() const { return here_; }

  void skip_white_space();
  /// Passes over white space, commas and colons, then over one token, whose span it returns. The
  /// token is read as far as JSON's grammar goes and is not checked.
  Span take_token();
  /// Passes over `size` bytes, or to the end, and returns their span.
  Span take(std::size_t size);

 private:
  std::size_t token_size() const;

  std::string_view text_;
  Span here_;
};

/// The letters of names, numbers, dates and constants.
bool is_word_character(char each);

}  // namespace ntk::scenario
