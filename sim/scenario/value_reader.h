// From one JSON value to one value of a scenario: text, ids, dates, numbers, words, lists.
//
// Every function says what is wrong, if anything is, and then returns nothing (or false): its caller
// goes on to the next value, so that all mistakes of a file are found.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/policy/date.h"
#include "sim/policy/vocabulary.h"
#include "sim/scenario/located_json.h"

namespace ntk::scenario {

/// A value, with the way to it from the top of the document.
struct Node {
  const JsonValue* value = nullptr;
  std::string pointer;
  std::string_view key;     ///< of the member that it, or the list it is in, belongs to
  std::uint32_t item = 0;   ///< in a list: counted from 1; 0 for a member
  std::string_view noun{};  ///< what messages call it where it has no key of its own: "the command"

  Span span() const { return value->span; }
  bool is(JsonKind kind) const { return value->kind == kind; }
  /// "`title`", "item 2 of `functions`": the beginning of a message.
  std::string name() const;
};

/// The member of an object, or null. Of duplicates the first, so that all readers agree on one.
const JsonMember* find_member(const JsonValue& object, std::string_view key);

void report(Diagnostics& diagnostics, Code code, const Node& node, std::string message,
            std::string help = {});

inline constexpr std::size_t longest_id = 64;

// What a value must be: "`users` must be a list".
inline constexpr std::string_view text_noun = "text";
inline constexpr std::string_view list_noun = "a list";
inline constexpr std::string_view number_noun = "a whole number";
inline constexpr std::string_view date_noun = "a date, `2016-08-12`";

/// Says that a value is of the wrong kind.
void report_kind(Diagnostics& diagnostics, const Node& node, std::string_view expected);

/// Any string, the empty one included.
std::optional<std::string_view> read_string(Diagnostics& diagnostics, const Node& node);
/// Not blank; whatever its length and its characters are.
std::optional<std::string> read_text(Diagnostics& diagnostics, const Node& node);
/// Prose: not blank, may have several lines.
std::optional<std::string> read_prose(Diagnostics& diagnostics, const Node& node);
/// A title or a name: not blank, of one line.
std::optional<std::string> read_line(Diagnostics& diagnostics, const Node& node);
/// Whether a text can be an id: lower-case letters, digits and hyphens, beginning with a letter, at most 64 characters.
bool is_id(std::string_view text);
/// A new id.
std::optional<std::string> read_id(Diagnostics& diagnostics, const Node& node);
std::optional<policy::Date> read_date(Diagnostics& diagnostics, const Node& node);
std::optional<policy::Moment> read_moment(Diagnostics& diagnostics, const Node& node);
/// A whole number of that range, bounds included.
std::optional<int> read_integer(Diagnostics& diagnostics, const Node& node, int least, int most);
std::optional<bool> read_boolean(Diagnostics& diagnostics, const Node& node);
/// The items of a list.
std::optional<std::vector<Node>> read_items(Diagnostics& diagnostics, const Node& node);
/// The position of a word in `words`; `noun` as in "`x` is not a category".
std::optional<std::size_t> read_word(Diagnostics& diagnostics, const Node& node,
                                     std::span<const std::string_view> words, std::string_view noun);

/// Says that a list has no items.
void report_if_empty(Diagnostics& diagnostics, const Node& list, std::string help);

/// Says that a term ends before it begins; `last` is where its last day stands.
void report_if_reversed(Diagnostics& diagnostics, const policy::Term& term, const Node& last);

/// Says that a list repeats an earlier item.
void report_repeated(Diagnostics& diagnostics, const Node& item);

/// "did you mean `x`?"; where nothing is near, `otherwise`.
std::string did_you_mean(const Diagnostics& diagnostics, std::string_view word,
                         std::span<const std::string_view> candidates, std::string otherwise);

/// The words of an enumeration, in its order.
template <class E>
std::span<const std::string_view> word_list() {
  static const std::vector<std::string_view> list = [] {
    std::vector<std::string_view> words;
    for (const auto& each : policy::words<E>()) words.push_back(each.word);
    return words;
  }();
  return list;
}

/// What messages call a value of an enumeration: "a function".
template <class E>
inline constexpr std::string_view noun_of = "";
template <>
inline constexpr std::string_view noun_of<policy::Function> = "a function";
template <>
inline constexpr std::string_view noun_of<policy::Category> = "a category of data";
template <>
inline constexpr std::string_view noun_of<policy::Operation> = "an operation";
template <>
inline constexpr std::string_view noun_of<policy::Standing> = "a standing of agencies";
template <>
inline constexpr std::string_view noun_of<policy::UserCategory> = "a category of users";
template <>
inline constexpr std::string_view noun_of<policy::InvestigationType> = "a type of investigation";
template <>
inline constexpr std::string_view noun_of<policy::Adjudication> = "an adjudication";
template <>
inline constexpr std::string_view noun_of<policy::AccountState> = "a state of accounts";
template <>
inline constexpr std::string_view noun_of<policy::Access> = "an access";
template <>
inline constexpr std::string_view noun_of<policy::Nationality> = "a nationality";
template <>
inline constexpr std::string_view noun_of<policy::Logon> = "a state of logon";
template <>
inline constexpr std::string_view noun_of<policy::Direction> = "a direction";
template <>
inline constexpr std::string_view noun_of<policy::PrimaryAction> = "an action on Primary";
template <>
inline constexpr std::string_view noun_of<policy::SubjectKind> = "a kind of subject";
template <>
inline constexpr std::string_view noun_of<policy::Statement> = "a statement of letters";
template <>
inline constexpr std::string_view noun_of<policy::Route> = "a way to answer letters";

template <class E>
std::optional<E> read_word(Diagnostics& diagnostics, const Node& node) {
  const auto at = read_word(diagnostics, node, word_list<E>(), noun_of<E>);
  if (!at) return std::nullopt;
  return policy::words<E>()[*at].value;
}

/// A list of values, each once. What cannot be read is left out.
template <class E, class ReadItem>
policy::EnumSet<E> read_set(Diagnostics& diagnostics, const Node& node, ReadItem read_item) {
  policy::EnumSet<E> set;
  const auto items = read_items(diagnostics, node);
  if (!items) return set;
  for (const Node& item : *items) {
    const std::optional<E> value = read_item(diagnostics, item);
    if (!value) continue;
    if (set.contains(*value)) report_repeated(diagnostics, item);
    set.insert(*value);
  }
  return set;
}

template <class E>
policy::EnumSet<E> read_set(Diagnostics& diagnostics, const Node& node) {
  return read_set<E>(diagnostics, node, read_word<E>);
}

}  // namespace ntk::scenario
