#include "sim/scenario/located_json.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "sim/scenario/json_cursor.h"
#include "sim/scenario/json_mistake.h"
#include "sim/scenario/text_form.h"
#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

/// Builds the tree from the parser's events, asking the cursor for the place of each.
class TreeBuilder {
 public:
  /// `cursor` stands where the parser begins.
  TreeBuilder(Diagnostics& diagnostics, JsonCursor cursor, std::size_t most)
      : diagnostics_(diagnostics), cursor_(cursor), most_(most) {}

  JsonValue& root() { return root_; }

  /// Whether nothing follows the document; says so where something does.
  bool is_at_end() {
    JsonCursor beyond = cursor_;
    beyond.skip_white_space();
    if (!beyond.at_end()) explain_json_mistake(diagnostics_, cursor_, JsonNext::end, last_token_, {}, "");
    return beyond.at_end();
  }

  /// What was read before the text stopped being JSON, without a key whose value is not there, or only in part: `2016` of
  /// `2016-08-12`.
  JsonValue read_so_far() && {
    if (open_.empty()) return std::move(root_);
    JsonValue& parent = *open_.back();
    const bool is_partial = after_key_ || (is_word_character(cursor_.peek()) && !is_bracket(last_token_));
    if (is_partial && !parent.members.empty()) parent.members.pop_back();
    if (is_partial && !parent.items.empty()) parent.items.pop_back();
    return std::move(root_);
  }

  bool null() { return leaf(JsonKind::null) != nullptr; }

  bool boolean(bool truth) {
    JsonValue* value = leaf(JsonKind::boolean);
    if (value) value->boolean = truth;
    return value != nullptr;
  }

  bool number_integer(std::int64_t number) {
    JsonValue* value = leaf(JsonKind::integer);
    if (value) value->integer = number;
    return value != nullptr;
  }

  bool number_unsigned(std::uint64_t number) {
    constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
    return number_integer(static_cast<std::int64_t>(std::min(number, largest)));
  }

  bool number_float(double number, const std::string&) {
    constexpr double beyond = 9223372036854775808.0;  // the first number that does not fit
    if (number >= beyond) return number_integer(std::numeric_limits<std::int64_t>::max());
    if (number < -beyond) return number_integer(std::numeric_limits<std::int64_t>::min());
    const auto whole = static_cast<std::int64_t>(number);
    if (static_cast<double>(whole) == number) return number_integer(whole);
    return leaf(JsonKind::fraction) != nullptr;
  }

  bool string(std::string& text) {
    JsonValue* value = leaf(JsonKind::string);
    if (value) value->string = std::move(text);
    return value != nullptr;
  }

  bool binary(nlohmann::json::binary_t&) { return false; }  // JSON text has none

  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(JsonKind::array); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    last_token_ = cursor_.take_token();
    open_.back()->members.push_back({std::move(name), last_token_, {}});
    after_key_ = true;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    std::vector<Span> brackets;
    for (const JsonValue* each : open_) brackets.push_back(each->span);
    explain_json_mistake(diagnostics_, cursor_, next(), last_token_, brackets, pointer());
    return false;
  }

 private:
  /// Where the value goes that the parser has just seen; null once there are too many.
  JsonValue* place() {
    if (++values_ > most_) {
      diagnostics_.add(Code::file_too_large, cursor_.here(), pointer(),
                       "the text has more than " + std::to_string(most_) + " values",
                       "a lesson needs a few thousand: is this the file that was meant?");
      return nullptr;
    }
    if (open_.empty()) return &root_;
    JsonValue& parent = *open_.back();
    if (parent.kind == JsonKind::object) return &parent.members.back().value;
    return &parent.items.emplace_back();
  }

  JsonValue* leaf(JsonKind kind) {
    JsonValue* value = place();
    if (!value) return nullptr;
    last_token_ = cursor_.take_token();
    value->kind = kind;
    value->span = last_token_;
    finish_value();
    return value;
  }

  bool open(JsonKind kind) {
    if (open_.size() == deepest_nesting) {
      const Span bracket = cursor_.take_token();
      diagnostics_.add(Code::nested_too_deep, bracket, pointer(),
                       "values are nested deeper than " + std::to_string(deepest_nesting) + " levels",
                       "the rest of the file was not looked at");
      return false;
    }
    JsonValue* value = place();
    if (!value) return false;
    last_token_ = cursor_.take_token();
    value->kind = kind;
    value->span = last_token_;
    open_.push_back(value);
    after_key_ = false;
    return true;
  }

  bool close() {
    last_token_ = cursor_.take_token();
    JsonValue& value = *open_.back();
    value.span.length = last_token_.offset + last_token_.length - value.span.offset;
    open_.pop_back();
    finish_value();
    return true;
  }

  void finish_value() {
    after_key_ = false;
    finished_ = open_.empty();
  }

  JsonNext next() const {
    if (finished_) return JsonNext::end;
    if (open_.empty()) return JsonNext::document;
    if (after_key_) return JsonNext::value_of_key;
    const JsonValue& parent = *open_.back();
    if (parent.kind == JsonKind::array) {
      return parent.items.empty() ? JsonNext::first_item : JsonNext::comma_or_bracket;
    }
    return parent.members.empty() ? JsonNext::first_key : JsonNext::comma_or_brace;
  }

  bool is_bracket(Span token) const {
    return token.length == 1 &&
           std::string_view("{}[]").find(cursor_.text()[token.offset]) != std::string_view::npos;
  }

  /// Of the innermost open object or array.
  std::string pointer() const {
    std::string path;
    for (std::size_t depth = 0; depth + 1 < open_.size(); ++depth) {
      const JsonValue& parent = *open_[depth];
      path = parent.kind == JsonKind::array ? pointer_to(path, parent.items.size() - 1)
                                            : pointer_to(path, parent.members.back().key);
    }
    return path;
  }

  Diagnostics& diagnostics_;
  JsonCursor cursor_;
  JsonValue root_;
  std::vector<JsonValue*> open_;  ///< a list does not grow while one of its values is open
  Span last_token_;
  std::size_t most_;  ///< values
  std::size_t values_ = 0;
  bool after_key_ = false;
  bool finished_ = false;
};

void find_duplicate_keys(Diagnostics& diagnostics, const JsonValue& value, const std::string& pointer) {
  for (std::size_t at = 0; at < value.items.size(); ++at) {
    find_duplicate_keys(diagnostics, value.items[at], pointer_to(pointer, at));
  }
  for (const JsonMember& each : value.members) {
    find_duplicate_keys(diagnostics, each.value, pointer_to(pointer, each.key));
  }
  std::map<std::string_view, std::uint32_t> first;
  for (std::size_t at = 0; at < value.members.size(); ++at) {
    const JsonMember& member = value.members[at];
    const auto [earlier, is_new] = first.emplace(member.key, static_cast<std::uint32_t>(at));
    if (is_new) continue;
    diagnostics.add(Code::duplicate_key, member.key_span, pointer_to(pointer, member.key),
                    "key " + scenario::in_backticks(member.key) + " is given twice in this object",
                    "keep one of the two: programs differ in which they heed");
    diagnostics.add_related("first given here", value.members[earlier->second].key_span);
  }
}

std::string in_hex(char byte) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {digits[value >> 4], digits[value & 0xF]};
}

/// Says where the text is not UTF-8 and returns it with every byte that is not made a question mark, so
/// that what else is wrong can be found as well.
std::string mend_utf8(Diagnostics& diagnostics) {
  const std::string_view text = diagnostics.text();
  std::string mended(text);
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = code_point_at(text, offset);
    if (!point.valid) {
      mended[offset] = '?';
      ++count;
    }
    offset += point.length;
  }
  if (count == 0) return mended;

  const std::size_t first = first_invalid_utf8(text);
  JsonCursor cursor(mended);
  cursor.take(first);
  std::string message = "the byte " + in_hex(text[first]) + " here is not UTF-8";
  if (count > 1) message += "; there are " + std::to_string(count) + " such bytes in this file";
  diagnostics.add(Code::invalid_utf8, cursor.take(1), "", std::move(message),
                  "save the file as UTF-8: it was probably saved as Windows-1252 or ISO 8859-1");
  return mended;
}

}  // namespace

std::optional<JsonValue> parse_json(Diagnostics& diagnostics, JsonValue* read_so_far, std::size_t most) {
  if (!check_text_form(diagnostics)) return std::nullopt;
  const std::string text = mend_utf8(diagnostics);
  const JsonCursor cursor(text, byte_order_mark_size(text));
  TreeBuilder builder(diagnostics, cursor, most);
  const std::string_view json = cursor.rest();
  // The parser takes a NUL for the end of the text, so it is asked whether it got there.
  const bool is_json = nlohmann::json::sax_parse(json.begin(), json.end(), &builder) && builder.is_at_end();
  find_duplicate_keys(diagnostics, builder.root(), "");
  if (is_json) return std::move(builder.root());
  if (read_so_far != nullptr) *read_so_far = std::move(builder).read_so_far();
  return std::nullopt;
}

bool same_json(const JsonValue& a, const JsonValue& b) {
  if (a.kind != b.kind || a.boolean != b.boolean || a.integer != b.integer || a.string != b.string)
    return false;
  if (!std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_json)) return false;
  if (a.members.size() != b.members.size()) return false;
  return std::all_of(a.members.begin(), a.members.end(), [&](const JsonMember& member) {
    return std::any_of(b.members.begin(), b.members.end(), [&](const JsonMember& other) {
      return member.key == other.key && same_json(member.value, other.value);
    });
  });
}

Span span_at(const JsonValue& document, std::string_view pointer) {
  const JsonValue* value = &document;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view step = pointer.substr(0, end);
    pointer.remove_prefix(end);
    const JsonValue* next = nullptr;
    for (const JsonMember& each : value->members) {
      if (pointer_to("", each.key) == step) next = &each.value;
    }
    std::size_t at = 0;
    const auto [rest, mistake] = std::from_chars(step.data() + 1, step.data() + step.size(), at);
    if (!next && mistake == std::errc() && rest == step.data() + step.size() && at < value->items.size()) {
      next = &value->items[at];
    }
    if (!next) break;
    value = next;
  }
  return value->span;
}

std::string pointer_to(std::string_view pointer, std::string_view key) {
  std::string path(pointer);
  path.push_back('/');
  for (const char each : key) {
    if (each == '~') {
      path += "~0";
    } else if (each == '/') {
      path += "~1";
    } else {
      path.push_back(each);
    }
  }
  return path;
}

std::string pointer_to(std::string_view pointer, std::size_t index) {
  return pointer_to(pointer, std::to_string(index));
}

}  // namespace ntk::scenario
