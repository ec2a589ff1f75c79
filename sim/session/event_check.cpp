#include "sim/session/event_check.h"

#include <algorithm>
#include <array>
#include <set>

#include "sim/policy/date.h"
#include "sim/policy/vocabulary.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/utf8.h"
#include "sim/scenario/value_reader.h"

namespace ntk::session {
namespace {

using scenario::JsonKind;
using scenario::JsonMember;
using scenario::JsonValue;

template <class E>
bool is_word_of(const JsonValue& value) {
  const auto all = policy::words<E>();
  return value.kind == JsonKind::string &&
         std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.word == value.string; });
}

/// A place is named, on one line.
bool is_place(const JsonValue& value) {
  return value.kind == JsonKind::string && !value.string.empty() &&
         value.string.find_first_of("\r\n") == std::string::npos;
}

bool is_id(const JsonValue& value) {
  return value.kind == JsonKind::string && scenario::is_id(value.string);
}

/// The profile of a user is a record too, and its id is longer than the user's.
bool is_record_id(const JsonValue& value) {
  constexpr std::string_view of_profile = "profile-";
  if (is_id(value)) return true;
  return value.kind == JsonKind::string && value.string.starts_with(of_profile) &&
         scenario::is_id(std::string_view(value.string).substr(of_profile.size()));
}

bool is_hash(const JsonValue& value) {
  return value.kind == JsonKind::string && value.string.size() == 64 &&
         value.string.find_first_not_of("0123456789abcdef") == std::string::npos;
}

bool is_number(const JsonValue& value) {
  return value.kind == JsonKind::integer && value.integer >= 1;
}

bool is_moment(const JsonValue& value) {
  return value.kind == JsonKind::string && policy::parse_moment(value.string).has_value();
}

/// "DA-7": of any version of the rules.
bool is_rule(const JsonValue& value) {
  if (value.kind != JsonKind::string) return false;
  const std::string& code = value.string;
  const auto is_capital = [](char each) { return each >= 'A' && each <= 'Z'; };
  return code.size() >= 4 && code.size() <= 5 && is_capital(code[0]) && is_capital(code[1]) &&
         code[2] == '-' && std::all_of(code.begin() + 3, code.end(), scenario::is_digit);
}

template <bool (*is)(const JsonValue&)>
bool is_list_of(const JsonValue& value) {
  return value.kind == JsonKind::array && std::all_of(value.items.begin(), value.items.end(), is);
}

bool is_function(const JsonValue& value) {
  return value.kind == JsonKind::null || is_word_of<policy::Function>(value);
}

bool is_outcome(const JsonValue& value) {
  return value.kind == JsonKind::string && scenario::audit_outcome_from_word(value.string).has_value();
}

/// Whether an object has just these two members.
bool is_pair(const JsonValue& value, std::string_view first, bool (*is_first)(const JsonValue&),
             std::string_view second, bool (*is_second)(const JsonValue&)) {
  if (value.kind != JsonKind::object || value.members.size() != 2) return false;
  bool has_first = false, has_second = false;
  for (const JsonMember& each : value.members) {
    has_first = has_first || (each.key == first && is_first(each.value));
    has_second = has_second || (each.key == second && is_second(each.value));
  }
  return has_first && has_second;
}

bool is_terms(const JsonValue& value) {
  return value.kind == JsonKind::object &&
         std::all_of(value.members.begin(), value.members.end(), [](const JsonMember& each) {
           return !each.key.empty() && each.value.kind == JsonKind::string;
         });
}

/// A list of categories, each once.
bool is_categories(const JsonValue& value) {
  if (!is_list_of<is_word_of<policy::Category>>(value)) return false;
  std::set<std::string_view> words;
  for (const JsonValue& each : value.items) words.insert(each.string);
  return words.size() == value.items.size();
}

bool is_query(const JsonValue& value) {
  return is_pair(value, "categories", is_categories, "terms", is_terms);
}

bool is_withheld(const JsonValue& value) {
  return is_pair(value, "failed", is_list_of<is_rule>, "record", is_record_id);
}

enum class Presence : std::uint8_t { always, perhaps };

struct KeyRow {
  std::string_view key;
  Presence presence;
  bool (*is)(const JsonValue&);
  std::string_view noun;
};

constexpr std::array keys = {
    KeyRow{"agency", Presence::always, is_id, "the id of an agency"},
    KeyRow{"failed", Presence::always, is_list_of<is_rule>, "a list of ids of rules"},
    KeyRow{"function", Presence::always, is_function, "a function, or null"},
    KeyRow{"moment", Presence::always, is_moment, "a date and a time of day"},
    KeyRow{"operation", Presence::always, is_word_of<policy::Operation>, "an operation"},
    KeyRow{"outcome", Presence::always, is_outcome, "an outcome"},
    KeyRow{"place", Presence::always, is_place, "a text of one line"},
    KeyRow{"previous", Presence::always, is_hash, "the SHA-256 of the line before, in small letters"},
    KeyRow{"purpose", Presence::always, is_id, "the id of a purpose"},
    KeyRow{"query", Presence::perhaps, is_query, "an object of `categories`, each once, and `terms`"},
    KeyRow{"record", Presence::perhaps, is_record_id, "the id of a record"},
    KeyRow{"returned", Presence::always, is_list_of<is_record_id>, "a list of ids of records"},
    KeyRow{"reviewed", Presence::perhaps, is_list_of<is_number>, "a list of numbers of events"},
    KeyRow{"sequence", Presence::always, is_number, "a number from 1"},
    KeyRow{"user", Presence::always, is_id, "the id of a user"},
    KeyRow{"withheld", Presence::always, is_list_of<is_withheld>,
           "a list of records with the rules that each failed"},
};

}  // namespace

std::optional<EventFault> find_event_fault(const JsonValue& event) {
  if (event.kind != JsonKind::object) return EventFault{"it isn't an object", event.span};
  for (const JsonMember& each : event.members) {
    const auto row =
        std::find_if(keys.begin(), keys.end(), [&](const KeyRow& one) { return one.key == each.key; });
    if (row == keys.end())
      return EventFault{"an event has no key " + scenario::in_backticks(each.key), each.key_span};
    if (!row->is(each.value)) {
      return EventFault{scenario::in_backticks(each.key) + " must be " + std::string(row->noun),
                        each.value.span};
    }
  }
  for (const KeyRow& each : keys) {
    if (each.presence == Presence::always && scenario::find_member(event, each.key) == nullptr)
      return EventFault{"it has no " + scenario::in_backticks(each.key), event.span};
  }
  return find_contradiction(event);
}

}  // namespace ntk::session
