#pragma once

// Writes JSON text, one token at a time: the audit trail (whose events are hashed as text), the reports of
// the command line and what the page's script reads all come from here.
//
// Layout::compact follows RFC 8785 in all but the order of keys, which is the caller's: no spaces, UTF-8 as
// it is, only the escapes that JSON demands. Written with its keys in ascending order, an object is canonical
// and can be hashed. Layout::pretty, which people see on a terminal, also escapes the characters that would turn
// the text around or control the terminal (disturbs_a_terminal); the values are the same. There are integers only: no number of the simulator is a fraction, and fractions are
// where two programs print differently.
//
//   JsonWriter json;
//   json.begin_object().member("id", "fbi").key("users").begin_array().value(3).end_array().end_object();
//   json.text()  // {"id":"fbi","users":[3]}

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ntk::scenario {

class JsonWriter {
 public:
  enum class Layout {
    compact,
    pretty,  ///< two spaces per depth, one member or item a line, for people
  };

  explicit JsonWriter(Layout layout = Layout::compact) : layout_(layout) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();

  /// The name of the member whose value comes next.
  JsonWriter& key(std::string_view name);

  /// Bytes that are not UTF-8 are written as U+FFFD, so that the text always is JSON.
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(std::integral auto number) {
    return integer(std::is_signed_v<decltype(number)> && number < 0, static_cast<std::uint64_t>(number));
  }
  JsonWriter& null();

  template <typename Value>
  JsonWriter& member(std::string_view name, const Value& member_value) {
    return key(name).value(member_value);
  }

  /// The text so far; a whole JSON document once every object and array begun has ended.
  const std::string& text() const { return text_; }
  std::string take() { return std::move(text_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& integer(bool negative, std::uint64_t number);
  void string(std::string_view text);
  void before_value();
  void new_line();

  Layout layout_;
  std::string text_;
  std::vector<bool> filled_;  ///< per open object or array: has it a member or an item yet
  bool after_key_ = false;
};

/// What a string of JSON has as escapes.
enum class JsonEscapes {
  demanded,    ///< what JSON demands, as RFC 8785 writes them
  disturbing,  ///< also what disturbs_a_terminal
};

/// `text` as a JSON string, quotes included.
void append_json_string(std::string& out, std::string_view text, JsonEscapes escapes = JsonEscapes::demanded);

}  // namespace ntk::scenario
