#include "sim/scenario/json_cursor.h"

#include <algorithm>

namespace ntk::scenario {
namespace {

bool is_white_space(char each) {
  return each == ' ' || each == '\t' || each == '\n' || each == '\r';
}

std::size_t string_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && text[size] != '"') size += text[size] == '\\' ? 2u : 1u;
  return std::min(size + 1, text.size());
}

/// A number by JSON's grammar, and no further: of `2016-08-12` the first four characters. 0: none.
std::size_t number_size(std::string_view text) {
  std::size_t size = 0;
  const auto peek = [&] { return size < text.size() ? text[size] : '\0'; };
  const auto is_digit = [&] { return peek() >= '0' && peek() <= '9'; };
  const auto skip_digits = [&] {
    while (is_digit()) ++size;
  };
  if (peek() == '-') ++size;
  if (peek() == '0') {
    ++size;
  } else {
    skip_digits();
  }
  if (peek() == '.') {
    ++size;
    skip_digits();
  }
  if (peek() == 'e' || peek() == 'E') {
    ++size;
    if (peek() == '+' || peek() == '-') ++size;
    skip_digits();
  }
  return size;
}

}  // namespace

bool is_word_character(char each) {
  return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
         each == '_' || each == '-' || each == '+' || each == '.';
}

void JsonCursor::skip_white_space() {
  while (is_white_space(peek())) take(1);
}

Span JsonCursor::take_token() {
  while (is_white_space(peek()) || peek() == ',' || peek() == ':') take(1);
  return take(token_size());
}

Span JsonCursor::take(std::size_t size) {
  Span taken = here_;
  const std::size_t end = std::min(here_.offset + size, text_.size());
  taken.length = static_cast<std::uint32_t>(end - here_.offset);
  for (; here_.offset < end; ++here_.offset) {
    const auto byte = static_cast<unsigned char>(text_[here_.offset]);
    if (byte == '\n') {
      ++here_.line;
      here_.column = 1;
    } else if ((byte & 0xC0u) != 0x80u) {
      ++here_.column;
    }
  }
  return taken;
}

std::size_t JsonCursor::token_size() const {
  const std::string_view text = rest();
  if (text.empty()) return 0;
  switch (text[0]) {
    case '"':
      return string_size(text);
    case 't':
    case 'n':
      return std::min<std::size_t>(4, text.size());
    case 'f':
      return std::min<std::size_t>(5, text.size());
    default:
      return std::max<std::size_t>(1, number_size(text));
  }
}

}  // namespace ntk::scenario
