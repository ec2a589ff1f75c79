// The arguments of a call, as they come over from the page: one object of JSON's kinds, written with lengths in place of quotes.
//
// A file goes over as the bytes that it is, whatever they are; and nothing has to be searched for its end, so that the first
// screen, which is told of the lessons by a call, needs no parser of JSON. Every value begins with a letter, a number, and a
// colon (web/page/call_text.js writes it):
//
//   t5:hello   a text of so many bytes      n2:50   a number, in so many digits    b1:1   true; b1:0 is false
//   l2:        a list of so many values     o2:     an object of so many members: a text and a value each
//   z0:        null, as good as left out
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ntk::web {

struct Value {
  enum class Kind : std::uint8_t { null, flag, number, text, list, object };
  Kind kind = Kind::null;
  std::string_view text;               ///< of a text, a number or a flag: as it was written
  std::vector<Value> items;            ///< of a list, or of an object's members
  std::vector<std::string_view> keys;  ///< of an object

  /// A member that is there and isn't null; else null.
  const Value* member(std::string_view key) const;
};

/// What is written in a text, and nothing besides; nothing where that is no value.
std::optional<Value> read_value(std::string_view text);

/// A whole number and nothing else.
std::optional<std::size_t> number(std::string_view text);

}  // namespace ntk::web
