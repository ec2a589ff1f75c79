#include "sim/scenario/json_mistake.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "sim/scenario/suggestion.h"
#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

/// One mistake: where, what, and what to do.
struct Mistake {
  Span span;
  std::string message;
  std::string help;
  Code code = Code::json_syntax;
};

/// The value of `\uXXXX` at the beginning of the text; nothing when that is not there.
std::optional<unsigned> escaped_unit(std::string_view text) {
  if (text.size() < 6 || !text.starts_with("\\u")) return std::nullopt;
  unsigned value = 0;
  for (const char each : text.substr(2, 4)) {
    const char lower = static_cast<char>(each | 0x20);
    if (!is_digit(each) && !(lower >= 'a' && lower <= 'f')) return std::nullopt;
    value = value << 4 | static_cast<unsigned>(is_digit(each) ? each - '0' : lower - 'a' + 10);
  }
  return value;
}

/// The words, numbers and dates that people leave without quotes stand as one here.
std::string_view word_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && (is_word_character(text[size]) || text[size] == ':')) ++size;
  while (size > 0 && text[size - 1] == ':') --size;
  return text.substr(0, size);
}

std::string_view character_at(std::string_view text) {
  return text.substr(0, code_point_at(text, 0).length);
}

/// The character here, as it can be shown.
std::string shown(std::string_view text) {
  const CodePoint point = code_point_at(text, 0);
  if (point.value == 0) return "a NUL (U+0000)";
  if (point.value >= 0x20 && point.value != 0x7F) return in_backticks(character_at(text));
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const std::string code = {'U', '+', '0', '0', digits[point.value >> 4], digits[point.value & 0xF]};
  return "the control character " + code;
}

bool is_typographic_quote(std::string_view text) {
  static constexpr std::array<std::string_view, 7> quotes = {"\u201C", "\u201D", "\u201E", "\u00AB",
                                                             "\u00BB", "\u2018", "\u2019"};
  return std::any_of(quotes.begin(), quotes.end(),
                     [&](std::string_view quote) { return text.starts_with(quote); });
}

class Explanation {
 public:
  Explanation(JsonCursor cursor, Span last_token, std::span<const Span> open, std::string_view whole)
      : cursor_(cursor), last_token_(last_token), open_(open), text_(cursor.text()), whole_(whole) {}

  Mistake of(JsonNext next) {
    if (auto glued = behind_last_token()) return *std::move(glued);
    cursor_.skip_white_space();
    if (cursor_.at_end()) return early_end(next);
    if (auto comment = comment_here()) return *std::move(comment);
    switch (next) {
      case JsonNext::document:
      case JsonNext::first_item:
        return in_value();
      case JsonNext::first_key:
        return in_key();
      case JsonNext::value_of_key:
        return behind_key();
      case JsonNext::comma_or_bracket:
        return behind_item();
      case JsonNext::comma_or_brace:
        return behind_member();
      case JsonNext::end:
        return behind_document();
    }
    return unexpected("JSON");
  }

 private:
  Span word_span(std::size_t size) { return JsonCursor(cursor_).take(size); }

  Mistake unexpected(std::string_view expected) {
    const std::string_view rest = cursor_.rest();
    return {word_span(character_at(rest).size()),
            std::string(expected) + " expected, " + shown(rest) + " found", ""};
  }

  /// A number or constant that goes on as none can: a date without quotes, a leading zero. Or a string
  /// that ended too early: a quotation mark is missing before it, or stands unescaped in it.
  std::optional<Mistake> behind_last_token() {
    const std::string_view token = text_.substr(last_token_.offset, last_token_.length);
    if (token.empty() || !is_word_character(cursor_.peek())) return std::nullopt;
    if (token[0] == '"') {
      return Mistake{last_token_, "the string ends here, but its text goes on",
                     "a `\"` is missing before, or stands within the text: there it is written `\\\"`"};
    }
    if (!is_word_character(token[0])) return std::nullopt;
    const std::string_view word = word_at(text_.substr(last_token_.offset));
    Span span = last_token_;
    span.length = static_cast<std::uint32_t>(word.size());
    return bare_word(span, word);
  }

  /// Something that would be a string had it quotes, or a constant or a number were it written as JSON does.
  static Mistake bare_word(Span span, std::string_view word) {
    static constexpr std::array<std::string_view, 3> constants = {"true", "false", "null"};
    const bool is_nothing = word == "None" || word == "undefined" || word == "NaN";
    if (const auto constant =
            is_nothing ? std::optional<std::string_view>("null") : nearest_word(word, constants)) {
      return {span, in_backticks(word) + " is not a word of JSON",
              "write " + in_backticks(*constant) + ", or put text in double quotes"};
    }
    const std::string_view unsigned_word = word.substr(word[0] == '-' || word[0] == '+' ? 1 : 0);
    if (unsigned_word.find_first_not_of("0123456789.") == std::string_view::npos) {
      return {span, in_backticks(word) + " is not a number of JSON",
              "write whole numbers, without leading zeros and without `+`"};
    }
    return {span, in_backticks(word) + " needs double quotes",
            "write " + in_backticks('"' + std::string(word) + '"')};
  }

  Mistake early_end(JsonNext next) {
    if (next == JsonNext::document) {
      return {cursor_.here(), "the text is empty", std::string(whole_)};
    }
    const char bracket = text_[open_.back().offset];
    return {cursor_.here(),
            "the text ends before " + in_backticks({&bracket, 1}) + " of line " +
                std::to_string(open_.back().line) + " is closed",
            "is the end of the file missing, or a " + in_backticks(bracket == '{' ? "}" : "]") + "?"};
  }

  std::optional<Mistake> comment_here() {
    const std::string_view rest = cursor_.rest();
    if (!rest.starts_with("//") && !rest.starts_with("/*") && !rest.starts_with('#')) return std::nullopt;
    const std::size_t line_end = std::min(rest.find_first_of("\r\n"), rest.size());
    return Mistake{word_span(line_end), "JSON has no comments",
                   "in a scenario any object may have a `comment`: `\"comment\": \"...\"`"};
  }

  Mistake behind_key() {
    if (cursor_.peek() != ':') {
      Mistake mistake = unexpected("`:`");
      mistake.help = "a colon stands between a key and its value";
      return mistake;
    }
    return in_next(JsonNext::first_item);
  }

  Mistake behind_item() {
    if (cursor_.peek() != ',') return no_comma(']', "item");
    const Span comma = word_span(1);
    return comma_then(comma, JsonNext::first_item, ']');
  }

  Mistake behind_member() {
    if (cursor_.peek() != ',') return no_comma('}', "member");
    const Span comma = word_span(1);
    return comma_then(comma, JsonNext::first_key, '}');
  }

  Mistake comma_then(Span comma, JsonNext next, char bracket) {
    JsonCursor beyond = cursor_;
    beyond.take(1);
    beyond.skip_white_space();
    if (beyond.peek() == bracket) {
      return {comma, "a comma stands before " + in_backticks({&bracket, 1}), "remove it: nothing follows"};
    }
    if (beyond.peek() == ',') return {beyond.take(1), "two commas follow each other", "remove one of them"};
    return in_next(next);
  }

  /// Past the comma or colon here, at what should follow it.
  Mistake in_next(JsonNext next) {
    cursor_.take(1);
    cursor_.skip_white_space();
    if (cursor_.at_end()) return early_end(JsonNext::comma_or_brace);
    if (auto comment = comment_here()) return *std::move(comment);
    return next == JsonNext::first_key ? in_key() : in_value();
  }

  Mistake no_comma(char bracket, std::string_view what) {
    const char found = cursor_.peek();
    if (found == '}' || found == ']') return wrong_bracket(bracket);
    const std::string_view starts = "\"{[-'tfn0123456789";
    if (starts.find(found) == std::string_view::npos && !is_word_character(found)) {
      return unexpected("`,` or " + in_backticks({&bracket, 1}));
    }
    Span behind = last_token_;
    behind.offset += behind.length;
    behind.column += static_cast<std::uint32_t>(characters(last_token_));
    behind.length = 0;
    return {behind, "a comma is missing here",
            "a comma stands between one " + std::string(what) + " and the next"};
  }

  std::size_t characters(Span span) const {
    std::size_t count = 0;
    for (const char each : text_.substr(span.offset, span.length)) {
      if ((static_cast<unsigned char>(each) & 0xC0u) != 0x80u) ++count;
    }
    return count;
  }

  Mistake wrong_bracket(char expected) {
    const Span open = open_.back();
    return {word_span(1), in_backticks({&expected, 1}) + " expected, " + shown(cursor_.rest()) + " found",
            in_backticks(text_.substr(open.offset, 1)) + " of line " + std::to_string(open.line) +
                " is the last one not closed"};
  }

  Mistake behind_document() {
    const char found = cursor_.peek();
    if (found == '}' || found == ']') {
      return {word_span(1), in_backticks({&found, 1}) + " closes nothing",
              "remove it, or look for one too many above"};
    }
    const std::string_view rest = cursor_.rest();
    const Span span = word_span(character_at(rest).size());
    if (static_cast<unsigned char>(found) < 0x20) {
      return {span, "the document has ended, but " + shown(rest) + " follows",
              "remove everything after the last bracket"};
    }
    return {span, "the document has ended, but text follows", std::string(whole_)};
  }

  Mistake in_key() {
    const std::string_view rest = cursor_.rest();
    if (rest[0] == '"') return in_string();
    if (auto quotes = wrong_quotes()) return *std::move(quotes);
    const std::string_view word = word_at(rest.substr(0, rest.find(':')));
    if (!word.empty()) {
      return {word_span(word.size()), "key " + in_backticks(word) + " needs double quotes",
              "write " + in_backticks('"' + std::string(word) + '"')};
    }
    if (rest[0] == ']') return wrong_bracket('}');
    return unexpected("a key");
  }

  Mistake in_value() {
    const std::string_view rest = cursor_.rest();
    if (rest[0] == '"') return in_string();
    if (auto quotes = wrong_quotes()) return *std::move(quotes);
    if (rest[0] == '<') {
      return {word_span(1), "this is a web page or XML, not JSON", "was the page saved instead of the file?"};
    }
    const std::string_view word = word_at(rest);
    if (!word.empty()) return number_or_word(word);
    if (rest[0] == '}' && !open_.empty() && text_[open_.back().offset] == '[') return wrong_bracket(']');
    return unexpected("a value");
  }

  Mistake number_or_word(std::string_view word) {
    const Span span = word_span(word.size());
    const bool is_number = (word[0] == '-' || is_digit(word[0])) && is_digit(word.back()) &&
                           JsonCursor(word).take_token().length == word.size();
    if (!is_number) return bare_word(span, word);
    return {span, "the number is too large", "write a smaller number", Code::number_too_large};
  }

  std::optional<Mistake> wrong_quotes() {
    const std::string_view rest = cursor_.rest();
    if (rest[0] == '\'') {
      return Mistake{word_span(1), "`'` does not begin a string", "JSON has double quotes only: `\"`"};
    }
    if (!is_typographic_quote(rest)) return std::nullopt;
    const std::string_view quote = character_at(rest);
    return Mistake{word_span(quote.size()), "a typographic quotation mark does not begin a string",
                   "JSON has straight double quotes only, `\"`: word processors replace them"};
  }

  /// The string here has something in it that a string cannot have.
  Mistake in_string() {
    JsonCursor within = cursor_;
    within.take(1);
    for (;;) {
      const std::string_view rest = within.rest();
      if (rest.empty() || rest[0] == '\n' || rest[0] == '\r') {
        const auto size = within.here().offset - cursor_.here().offset;
        return {word_span(size), "this string is not closed on its line",
                "put `\"` at its end; a line break within a string is written `\\n`"};
      }
      if (rest[0] == '"') return {cursor_.take_token(), "this is not JSON", ""};
      if (static_cast<unsigned char>(rest[0]) < 0x20) {
        const bool is_tab = rest[0] == '\t';
        return {within.take(1), (is_tab ? "a tab" : shown(rest)) + std::string(" stands in a string"),
                is_tab ? "write `\\t`, or spaces" : "remove it"};
      }
      if (rest[0] == '\\') {
        if (auto escape = wrong_escape(within)) return *std::move(escape);
        const std::optional<unsigned> unit = escaped_unit(rest);
        within.take(!unit ? 2 : *unit >= 0xD800 && *unit <= 0xDBFF ? 12 : 6);
      } else {
        within.take(character_at(rest).size());
      }
    }
  }

  static std::optional<Mistake> wrong_escape(JsonCursor at) {
    const std::string_view rest = at.rest();
    const char escaped = rest.size() < 2 ? '\0' : rest[1];
    if (escaped == 'u') return wrong_unicode_escape(at);
    if (escaped != '\0' && std::string_view("\"\\/bfnrt").find(escaped) != std::string_view::npos) {
      return std::nullopt;
    }
    const bool shows = static_cast<unsigned char>(escaped) >= 0x20;
    const Span span = at.take(shows ? 1 + character_at(rest.substr(1)).size() : 1);
    return Mistake{span, in_backticks(rest.substr(0, span.length)) + " is not an escape of JSON",
                   "write a backslash as `\\\\`"};
  }

  static std::optional<Mistake> wrong_unicode_escape(JsonCursor at) {
    const std::string_view rest = at.rest();
    const std::optional<unsigned> unit = escaped_unit(rest);
    if (!unit) {
      return Mistake{at.take(2), "`\\u` needs four hexadecimal digits",
                     "write the character itself, or `\\u00e9` for `\u00E9`"};
    }
    if (*unit < 0xD800 || *unit > 0xDFFF) return std::nullopt;
    const std::optional<unsigned> second = escaped_unit(rest.substr(6));
    if (*unit < 0xDC00 && second && *second >= 0xDC00 && *second <= 0xDFFF) return std::nullopt;
    return Mistake{at.take(6), in_backticks(rest.substr(0, 6)) + " is one half of a character",
                   "write the character itself"};
  }

  JsonCursor cursor_;
  Span last_token_;
  std::span<const Span> open_;
  std::string_view text_;
  std::string_view whole_;
};

}  // namespace

void explain_json_mistake(Diagnostics& diagnostics, JsonCursor cursor, JsonNext next, Span last_token,
                          std::span<const Span> open, std::string_view pointer) {
  Mistake mistake = Explanation(cursor, last_token, open, diagnostics.whole()).of(next);
  diagnostics.add(mistake.code, mistake.span, pointer, std::move(mistake.message), std::move(mistake.help));
}

}  // namespace ntk::scenario
