// JSON whose every value knows where it stands.
//
// nlohmann/json checks and decodes the text; a cursor follows it token by token through the same
// text and notes the places, because the library tells none. The text is checked first: its size,
// its encoding (UTF-8; a byte order mark is passed over with a warning). All duplicate keys are
// found, which the library keeps silent about. A text that is not JSON gets one `json-syntax`
// error, at the first place where it stops being JSON, in words for authors rather than for parser
// writers; what was read up to there is still searched for duplicate keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.h"

namespace ntk::scenario {

/// Bounds on a text, far above any lesson's needs, that keep a hostile one from exhausting memory: the page lives in what a
/// browser's tab can hold. The program reads a platform of full size, 90,000 users and 200,000 records.
#ifdef __EMSCRIPTEN__
inline constexpr std::size_t largest_text = std::size_t{32} << 20;  ///< bytes
inline constexpr std::size_t most_values = 1'000'000;
#else
inline constexpr std::size_t largest_text = std::size_t{256} << 20;  ///< bytes
inline constexpr std::size_t most_values = 10'000'000;
#endif
inline constexpr std::size_t deepest_nesting = 64;

enum class JsonKind : std::uint8_t { null, boolean, integer, fraction, string, array, object };

struct JsonMember;

struct JsonValue {
  JsonKind kind = JsonKind::null;
  bool boolean = false;
  Span span;  ///< of an object or array: from bracket to bracket
  /// A number without a fraction, however written (3, 3.0, 3e0). One that does not fit becomes the
  /// largest or smallest that does. The value of a fraction is not kept: no scenario has any.
  std::int64_t integer = 0;
  std::string string;
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  ///< in the order of the text, duplicates included
};

struct JsonMember {
  std::string key;
  Span key_span;
  JsonValue value;
};

/// The tree of `diagnostics.text()`; nothing when that is not JSON. Duplicate keys leave a tree. What was read before the
/// text stopped being JSON goes to `read_so_far`: objects and lists that were not closed have a span of length 1.
std::optional<JsonValue> parse_json(Diagnostics& diagnostics, JsonValue* read_so_far = nullptr,
                                    std::size_t most = most_values);

/// Whether two values are equal as JSON: the order of keys does not count.
bool same_json(const JsonValue& a, const JsonValue& b);

/// The place of the value that a pointer leads to, or where there is none, of the nearest one above.
Span span_at(const JsonValue& document, std::string_view pointer);

/// `pointer` one step further down, escaped as RFC 6901 asks.
std::string pointer_to(std::string_view pointer, std::string_view key);
std::string pointer_to(std::string_view pointer, std::size_t index);

}  // namespace ntk::scenario
