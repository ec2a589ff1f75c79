// Why a text is not JSON, in words for its author.
//
// A parser knows that it stopped, seldom why. Looking again at the place where it stopped, with what
// was expected there, tells the mistakes that people make: a comma too many, a quote too few, a
// date without quotes, a comment, quotation marks from a word processor.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/scenario/diagnostic.h"
#include "sim/scenario/json_cursor.h"

namespace ntk::scenario {

/// What the grammar lets come next, behind the last token that was accepted.
enum class JsonNext : std::uint8_t {
  document,          ///< nothing was accepted yet
  first_item,        ///< `[` was: a value or `]`
  first_key,         ///< `{` was: a key or `}`
  value_of_key,      ///< a key was: a colon and a value
  comma_or_bracket,  ///< an item was: a comma and a value, or `]`
  comma_or_brace,    ///< a member was: a comma and a key, or `}`
  end                ///< the document was
};

/// Adds one `json-syntax` diagnostic. `cursor` stands behind the last accepted token, `last_token` is
/// that token's span, `open` are the spans of the brackets not closed yet.
void explain_json_mistake(Diagnostics& diagnostics, JsonCursor cursor, JsonNext next, Span last_token,
                          std::span<const Span> open, std::string_view pointer);

}  // namespace ntk::scenario
