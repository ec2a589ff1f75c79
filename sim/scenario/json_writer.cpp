#include "sim/scenario/json_writer.h"

#include <array>
#include <charconv>

#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

/// The two-character escapes of RFC 8785 section 3.2.2.2; 0 for characters that have none.
char short_escape(char32_t value) {
  switch (value) {
    case U'\b':
      return 'b';
    case U'\t':
      return 't';
    case U'\n':
      return 'n';
    case U'\f':
      return 'f';
    case U'\r':
      return 'r';
    case U'"':
      return '"';
    case U'\\':
      return '\\';
    default:
      return 0;
  }
}

void append_unit(std::string& out, char32_t unit) {
  static constexpr std::string_view hex = "0123456789abcdef";
  out.append("\\u");
  for (const int shift : {12, 8, 4, 0}) out.push_back(hex[(unit >> shift) & 0xF]);
}

/// `\u202e`; beyond the first plane as two surrogates.
void append_escape(std::string& out, char32_t value) {
  if (value < 0x10000) return append_unit(out, value);
  append_unit(out, 0xD800 + ((value - 0x10000) >> 10));
  append_unit(out, 0xDC00 + ((value - 0x10000) & 0x3FF));
}

}  // namespace

void append_json_string(std::string& out, std::string_view text, JsonEscapes escapes) {
  out.push_back('"');
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    if (const char escape = short_escape(point.value)) {
      out.push_back('\\');
      out.push_back(escape);
    } else if (point.value < 0x20 ||
               (escapes == JsonEscapes::disturbing && disturbs_a_terminal(point.value))) {
      append_escape(out, point.value);
    } else {
      append_utf8(out, point.value);
    }
    offset += point.length;
  }
  out.push_back('"');
}

JsonWriter& JsonWriter::begin_object() {
  return begin('{');
}
JsonWriter& JsonWriter::end_object() {
  return end('}');
}
JsonWriter& JsonWriter::begin_array() {
  return begin('[');
}
JsonWriter& JsonWriter::end_array() {
  return end(']');
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  string(name);
  text_.append(layout_ == Layout::pretty ? ": " : ":");
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  before_value();
  string(text);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  before_value();
  text_.append(truth ? "true" : "false");
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  text_.append("null");
  return *this;
}

JsonWriter& JsonWriter::integer(bool negative, std::uint64_t number) {
  before_value();
  if (negative) text_.push_back('-');
  std::array<char, 20> digits;
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), negative ? 0 - number : number).ptr;
  text_.append(digits.data(), end);
  return *this;
}

JsonWriter& JsonWriter::begin(char bracket) {
  before_value();
  text_.push_back(bracket);
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) new_line();
  text_.push_back(bracket);
  return *this;
}

void JsonWriter::string(std::string_view text) {
  append_json_string(text_, text,
                     layout_ == Layout::pretty ? JsonEscapes::disturbing : JsonEscapes::demanded);
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) text_.push_back(',');
  filled_.back() = true;
  new_line();
}

void JsonWriter::new_line() {
  if (layout_ == Layout::compact) return;
  text_.push_back('\n');
  text_.append(2 * filled_.size(), ' ');
}

}  // namespace ntk::scenario
