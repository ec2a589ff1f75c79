#include "sim/scenario/value_reader.h"

#include <array>
#include <utility>

#include "sim/scenario/invisible.h"
#include "sim/scenario/suggestion.h"
#include "sim/scenario/text_check.h"
#include "sim/scenario/utf8.h"

namespace ntk::scenario {
namespace {

std::string_view kind_noun(const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return value.boolean ? "`true`" : "`false`";
    case JsonKind::integer:
      return "a number";
    case JsonKind::fraction:
      return "a number with a fraction";
    case JsonKind::string:
      return "text";
    case JsonKind::array:
      return "a list";
    case JsonKind::object:
      break;
  }
  return "an object";
}

bool is_lower(char each) {
  return each >= 'a' && each <= 'z';
}

/// Whether `text` has the shape of `pattern`, in which 0 stands for any digit.
bool has_shape(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (pattern[at] == '0' ? !is_digit(text[at]) : text[at] != pattern[at]) return false;
  }
  return true;
}

int number_at(std::string_view text, std::size_t offset, std::size_t digits) {
  int number = 0;
  for (const char each : text.substr(offset, digits)) number = 10 * number + (each - '0');
  return number;
}

/// Why a date of the right shape is no day: "February 2015 has 28 days".
std::string why_no_day(std::string_view date) {
  static constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  if (number_at(date, 0, 4) == 0) return "years run from 0001 to 9999";
  const int month = number_at(date, 5, 2);
  if (month < 1 || month > 12) return "there is no month " + std::string(date.substr(5, 2));
  const std::string prefix(date.substr(0, 8));
  int days = 31;
  while (days > 28 && !policy::parse_date(prefix + std::to_string(days))) --days;
  return std::string(months[static_cast<std::size_t>(month - 1)]) + ' ' + std::string(date.substr(0, 4)) +
         " has " + std::to_string(days) + " days";
}

/// An id such as the author may have meant: "Case 1" becomes "case-1". Empty where none is near.
std::string as_id(std::string_view text) {
  std::string id;
  for (const char each : text) {
    if (each >= 'A' && each <= 'Z') {
      id.push_back(static_cast<char>(each - 'A' + 'a'));
    } else if (is_lower(each) || is_digit(each)) {
      id.push_back(each);
    } else if (!id.empty() && id.back() != '-') {
      id.push_back('-');
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return !id.empty() && is_lower(id.front()) && id.size() <= longest_id ? id : std::string();
}

bool is_quoted_number(const Node& node) {
  return node.is(JsonKind::string) && !node.value->string.empty() &&
         node.value->string.find_first_not_of("0123456789") == std::string::npos;
}

bool is_quoted_word(const Node& node) {
  return node.is(JsonKind::string) && (node.value->string == "true" || node.value->string == "false");
}

}  // namespace

std::string Node::name() const {
  if (!noun.empty()) return std::string(noun);
  if (key.empty()) return "the document";
  return item == 0 ? in_backticks(key) : "item " + std::to_string(item) + " of " + in_backticks(key);
}

const JsonMember* find_member(const JsonValue& object, std::string_view key) {
  for (const JsonMember& each : object.members) {
    if (each.key == key) return &each;
  }
  return nullptr;
}

void report(Diagnostics& diagnostics, Code code, const Node& node, std::string message, std::string help) {
  diagnostics.add(code, node.span(), node.pointer, std::move(message), std::move(help));
}

void report_kind(Diagnostics& diagnostics, const Node& node, std::string_view expected) {
  std::string help;
  if (is_quoted_number(node) ? expected == number_noun : is_quoted_word(node)) {
    help = "write " + in_backticks(node.value->string) + " without quotes";
  } else if (node.is(JsonKind::integer) && expected == text_noun) {
    help = "write it in double quotes";
  } else if (expected == list_noun && !node.is(JsonKind::null)) {
    help = "put it in brackets: `[ ... ]`, even when it is the only one";
  }
  report(diagnostics, Code::wrong_type, node,
         node.name() + " must be " + std::string(expected) + ", not " + std::string(kind_noun(*node.value)),
         help);
}

std::optional<std::string_view> read_string(Diagnostics& diagnostics, const Node& node) {
  if (node.is(JsonKind::string)) return node.value->string;
  report_kind(diagnostics, node, text_noun);
  return std::nullopt;
}

std::optional<std::string> read_text(Diagnostics& diagnostics, const Node& node) {
  const auto text = read_string(diagnostics, node);
  if (!text) return std::nullopt;
  if (!is_blank(*text)) return std::string(*text);
  report(diagnostics, Code::empty_text, node, node.name() + " is empty",
         "write at least one character that can be seen");
  return std::nullopt;
}

std::optional<std::string> read_prose(Diagnostics& diagnostics, const Node& node) {
  auto text = read_text(diagnostics, node);
  if (text) check_prose(diagnostics, node, *text);
  return text;
}

std::optional<std::string> read_line(Diagnostics& diagnostics, const Node& node) {
  auto text = read_text(diagnostics, node);
  if (!text) return std::nullopt;
  if (text->find_first_of("\r\n") == std::string::npos) {
    check_line(diagnostics, node, *text);
    return text;
  }
  report(diagnostics, Code::line_break, node, node.name() + " has a line break in it",
         "it is shown on one line: leave `\\n` out");
  return std::nullopt;
}

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > longest_id || !is_lower(text.front())) return false;
  for (const char each : text) {
    if (!is_lower(each) && !is_digit(each) && each != '-') return false;
  }
  return true;
}

std::optional<std::string> read_id(Diagnostics& diagnostics, const Node& node) {
  const auto text = read_string(diagnostics, node);
  if (!text) return std::nullopt;
  if (is_id(*text)) return std::string(*text);
  const std::string better = as_id(*text);
  std::string help = "lower-case letters, digits and hyphens, beginning with a letter, at most 64 characters";
  if (!better.empty()) help += ": " + in_backticks(better);
  if (const auto hidden = find_invisible(*text, TextKind::alone)) {
    help = name_of_invisible(hidden->value) + ", is in it: remove it";
  }
  report(diagnostics, Code::bad_id, node, in_backticks(*text) + " is not an id", std::move(help));
  return std::nullopt;
}

std::optional<policy::Date> read_date(Diagnostics& diagnostics, const Node& node) {
  const auto text = read_string(diagnostics, node);
  if (!text) return std::nullopt;
  if (!has_shape(*text, "0000-00-00")) {
    report(diagnostics, Code::not_a_date, node, in_backticks(*text) + " is not a date",
           "write year, month and day in digits: `2016-08-12`");
    return std::nullopt;
  }
  const auto date = policy::parse_date(*text);
  if (!date) {
    report(diagnostics, Code::impossible_date, node, in_backticks(*text) + " does not exist",
           why_no_day(*text));
  }
  return date;
}

std::optional<policy::Moment> read_moment(Diagnostics& diagnostics, const Node& node) {
  const auto text = read_string(diagnostics, node);
  if (!text) return std::nullopt;
  if (!has_shape(*text, "0000-00-00T00:00")) {
    report(diagnostics, Code::not_a_moment, node, in_backticks(*text) + " is not a moment",
           "write date and time, without seconds and time zone: `2016-08-12T09:30`");
    return std::nullopt;
  }
  const auto moment = policy::parse_moment(*text);
  if (!moment) {
    const bool day_exists = policy::parse_date(text->substr(0, 10)).has_value();
    report(diagnostics, Code::impossible_date, node, in_backticks(*text) + " does not exist",
           day_exists ? "times of the day run from `00:00` to `23:59`" : why_no_day(*text));
  }
  return moment;
}

std::optional<int> read_integer(Diagnostics& diagnostics, const Node& node, int least, int most) {
  if (!node.is(JsonKind::integer)) {
    report_kind(diagnostics, node, number_noun);
    return std::nullopt;
  }
  const std::int64_t number = node.value->integer;
  if (number >= least && number <= most) return static_cast<int>(number);
  const std::string_view written = diagnostics.text().substr(node.span().offset, node.span().length);
  report(diagnostics, Code::out_of_range, node,
         in_backticks(written) + (number < least ? " is too small for " : " is too large for ") + node.name(),
         "from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

std::optional<bool> read_boolean(Diagnostics& diagnostics, const Node& node) {
  if (node.is(JsonKind::boolean)) return node.value->boolean;
  report_kind(diagnostics, node, "`true` or `false`");
  return std::nullopt;
}

std::optional<std::vector<Node>> read_items(Diagnostics& diagnostics, const Node& node) {
  if (!node.is(JsonKind::array)) {
    report_kind(diagnostics, node, list_noun);
    return std::nullopt;
  }
  std::vector<Node> items;
  for (const JsonValue& each : node.value->items) {
    const auto at = static_cast<std::uint32_t>(items.size());
    items.push_back({&each, pointer_to(node.pointer, at), node.key, at + 1});
  }
  return items;
}

std::optional<std::size_t> read_word(Diagnostics& diagnostics, const Node& node,
                                     std::span<const std::string_view> words, std::string_view noun) {
  const auto text = read_string(diagnostics, node);
  if (!text) return std::nullopt;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == *text) return at;
  }
  report(diagnostics, Code::unknown_word, node, in_backticks(*text) + " is not " + std::string(noun),
         did_you_mean(diagnostics, *text, words, "one of " + list_in_backticks(words)));
  return std::nullopt;
}

void report_if_empty(Diagnostics& diagnostics, const Node& list, std::string help) {
  if (!list.is(JsonKind::array) || !list.value->items.empty()) return;
  report(diagnostics, Code::empty_list, list, list.name() + " is empty", std::move(help));
}

void report_if_reversed(Diagnostics& diagnostics, const policy::Term& term, const Node& last) {
  if (!term.last || !term.first.ok() || *term.last >= term.first) return;
  report(diagnostics, Code::reversed_term, last,
         "the last day, " + policy::to_text(*term.last) + ", is before the first, " +
             policy::to_text(term.first),
         "a term includes both days; without `last` it runs until further notice");
}

void report_repeated(Diagnostics& diagnostics, const Node& item) {
  const std::string_view written = diagnostics.text().substr(item.span().offset, item.span().length);
  report(diagnostics, Code::repeated_item, item, in_backticks(written) + " is in this list twice",
         "once is enough");
}

std::string did_you_mean(const Diagnostics& diagnostics, std::string_view word,
                         std::span<const std::string_view> candidates, std::string otherwise) {
  if (diagnostics.is_full()) return {};
  if (const auto hidden = find_invisible(word, TextKind::alone)) {
    return name_of_invisible(hidden->value) + ", is in it: remove it";
  }
  const auto near = nearest_word(word, candidates);
  return near ? "did you mean " + in_backticks(*near) + "?" : std::move(otherwise);
}

}  // namespace ntk::scenario
