#include <algorithm>
#include <type_traits>

#include "sim/session/refusal.h"
#include "sim/session/value_text.h"

namespace ntk::session {
namespace {

using policy::Adjudication;
using policy::Agency;
using policy::Date;
using policy::Designation;
using policy::DesignationClass;
using policy::EnumSet;
using policy::Investigation;
using policy::InvestigationType;
using policy::Ref;
using policy::Term;
using policy::User;
using policy::UserCategory;
using policy::World;
using scenario::AssignedValue;

/// What the words of each vocabulary are called in a refusal.
template <class E>
constexpr std::string_view kind_of() {
  if constexpr (std::is_same_v<E, policy::Function>) return "function";
  if constexpr (std::is_same_v<E, policy::Category>) return "category of data";
  if constexpr (std::is_same_v<E, policy::Level>) return "level";
  if constexpr (std::is_same_v<E, policy::Statement>) return "statement of a letter";
  if constexpr (std::is_same_v<E, policy::Route>) return "way to answer a letter";
  if constexpr (std::is_same_v<E, policy::Access>) return "access";
  if constexpr (std::is_same_v<E, UserCategory>) return "category of users";
  if constexpr (std::is_same_v<E, InvestigationType>) return "type of investigation";
  if constexpr (std::is_same_v<E, Adjudication>) return "adjudication";
  return "word";
}

/// Reads the words of one value. The first refusal ends it.
class ValueParser {
 public:
  ValueParser(std::span<const CommandWord> words, const World& world, Refusal& refusal)
      : words_(words), world_(world), refusal_(refusal) {}

  std::optional<AssignedValue> parse(scenario::AssignableField field) {
    using enum scenario::AssignableField;
    switch (field) {
      case record_level:
        return value(single<policy::Level>());
      case record_designation:
        return value(designation());
      case user_investigation:
        return value(investigation());
      case user_functions:
      case agreement_functions:
        return value(set<policy::Function>());
      case user_roles:
        return value(roles());
      case agreement_term:
      case memo_term:
        return value(term());
      case agreement_categories:
      case agreement_anaci_categories:
      case memo_categories:
        return value(set<policy::Category>());
      case memo_levels:
        return value(set<policy::Level>());
      case memo_access:
        return value(single<policy::Access>());
      case memo_anaci:
        return value(yes_or_no());
      case letter_states:
        return value(set<policy::Statement>());
      case letter_route:
        return value(route());
    }
    return std::nullopt;
  }

 private:
  template <class T>
  static std::optional<AssignedValue> value(const std::optional<T>& read) {
    if (!read) return std::nullopt;
    return AssignedValue(*read);
  }

  std::nullopt_t refuse(const CommandWord& word, std::string code, std::string message,
                        std::string help = {}) {
    refusal_ = at_word(word, refusal(std::move(code), std::move(message), std::move(help)));
    return std::nullopt;
  }

  /// Whether there are no more than `count` words; else the next one is refused.
  bool at_most(std::size_t count) {
    if (words_.size() <= count) return true;
    refuse(words_[count], "too-many-words",
           "there is one word too many: " + in_backticks(words_[count].text));
    return false;
  }

  bool is_only_word(std::string_view word) const { return words_.size() == 1 && words_[0].text == word; }

  template <class E>
  std::optional<E> vocabulary_word(const CommandWord& at, std::string_view text) {
    if (const auto found = policy::from_word<E>(text)) return found;
    std::vector<std::string_view> known;
    for (const auto& each : policy::words<E>()) known.push_back(each.word);
    return refuse(at, "unknown-word", in_backticks(text) + " is no " + std::string(kind_of<E>()),
                  suggest(text, known));
  }

  template <class E>
  std::optional<E> single() {
    if (!at_most(1)) return std::nullopt;
    return vocabulary_word<E>(words_[0], words_[0].text);
  }

  std::optional<bool> yes_or_no() {
    if (!at_most(1)) return std::nullopt;
    if (words_[0].text == "yes") return true;
    if (words_[0].text == "no") return false;
    return refuse(words_[0], "unknown-word", in_backticks(words_[0].text) + " is neither `yes` nor `no`");
  }

  std::optional<std::optional<policy::Route>> route() {
    if (is_only_word(none_word)) return std::optional<policy::Route>();
    const auto chosen = single<policy::Route>();
    return chosen ? std::optional(chosen) : std::nullopt;
  }

  template <class E>
  std::optional<EnumSet<E>> set() {
    EnumSet<E> values;
    if (is_only_word(none_word)) return values;
    for (const CommandWord& each : words_) {
      const auto found = vocabulary_word<E>(each, each.text);
      if (!found) return std::nullopt;
      if (values.contains(*found)) return refuse_repeated(each);
      values.insert(*found);
    }
    return values;
  }

  std::optional<policy::Roles> roles() {
    policy::Roles given;
    if (is_only_word(none_word)) return given;
    for (const CommandWord& each : words_) {
      const auto found = std::find_if(world_.roles.begin(), world_.roles.end(),
                                      [&](const policy::Role& role) { return role.id == each.text; });
      if (found == world_.roles.end()) {
        std::vector<std::string_view> known;
        for (const policy::Role& role : world_.roles) known.push_back(role.id);
        return refuse(each, "unknown-id", "no role has the id " + in_backticks(each.text),
                      suggest(each.text, known));
      }
      const Ref<policy::Role> role{static_cast<std::uint32_t>(found - world_.roles.begin())};
      if (std::find(given.begin(), given.end(), role) != given.end()) return refuse_repeated(each);
      given.push_back(role);
    }
    std::sort(given.begin(), given.end());
    return given;
  }

  std::nullopt_t refuse_repeated(const CommandWord& word) {
    return refuse(word, "repeated", in_backticks(word.text) + " is given twice");
  }

  std::optional<Date> date(const CommandWord& word) {
    if (const auto day = policy::parse_date(word.text)) return day;
    return refuse(word, "bad-date", in_backticks(word.text) + " is no date of the calendar",
                  "write year, month and day, as in 2016-08-12");
  }

  std::optional<std::optional<Term>> term() {
    if (is_only_word(unsigned_word)) return std::optional<Term>();
    if (!at_most(2)) return std::nullopt;
    const auto first = date(words_[0]);
    if (!first) return std::nullopt;
    if (words_.size() == 1) {
      return refuse(words_[0], "missing-word", "the last day of the term is missing",
                    "add it, or `open` for a term until further notice");
    }
    if (words_[1].text == open_word) return Term{*first, std::nullopt};
    const auto last = date(words_[1]);
    if (!last) return std::nullopt;
    if (*last < *first) {
      return refuse(words_[1], "term-backwards", "the term ends before it begins",
                    "give the first day before the last; a term includes both");
    }
    return Term{*first, last};
  }

  std::optional<std::optional<Investigation>> investigation() {
    if (is_only_word(none_word)) return std::optional<Investigation>();
    if (!at_most(3)) return std::nullopt;
    const auto type = vocabulary_word<InvestigationType>(words_[0], words_[0].text);
    if (!type) return std::nullopt;
    if (words_.size() == 1) {
      return refuse(words_[0], "missing-word", "the day on which the investigation was completed is missing",
                    "as in `bi 2015-03-02 favorable`");
    }
    const auto completed = date(words_[1]);
    if (!completed) return std::nullopt;
    Adjudication adjudication = Adjudication::favorable;
    if (words_.size() == 3) {
      const auto given = vocabulary_word<Adjudication>(words_[2], words_[2].text);
      if (!given) return std::nullopt;
      adjudication = *given;
    }
    return Investigation{*type, *completed, adjudication};
  }

  std::optional<Designation> designation() {
    Designation classes;
    if (is_only_word(nobody_word)) return classes;
    for (const CommandWord& each : words_) {
      const auto designated = designation_class(each);
      if (!designated) return std::nullopt;
      if (std::find(classes.begin(), classes.end(), *designated) != classes.end())
        return refuse_repeated(each);
      classes.push_back(*designated);
    }
    return classes;
  }

  /// agency:fbi+category:supervisor
  std::optional<DesignationClass> designation_class(const CommandWord& word) {
    DesignationClass designated;
    if (word.text == nothing_word) return designated;
    std::string_view rest = word.text;
    while (true) {
      const std::size_t plus = rest.find('+');
      if (!add_part(word, rest.substr(0, plus), designated)) return std::nullopt;
      if (plus == rest.npos) return designated;
      rest.remove_prefix(plus + 1);
    }
  }

  /// agency:fbi
  bool add_part(const CommandWord& word, std::string_view part, DesignationClass& designated) {
    const std::size_t colon = part.find(':');
    const std::string_view kind = part.substr(0, colon);
    const std::string_view name = colon == part.npos ? std::string_view() : part.substr(colon + 1);
    if (kind == "agency" && !name.empty())
      return add_ref(word, name, world_.agencies, "agency", designated.agencies);
    if (kind == "user" && !name.empty()) return add_ref(word, name, world_.users, "user", designated.users);
    if (kind == "category" && !name.empty()) {
      const auto category = vocabulary_word<UserCategory>(word, name);
      if (!category) return false;
      if (designated.categories.contains(*category)) return refuse_repeated(word), false;
      designated.categories.insert(*category);
      return true;
    }
    refuse(word, "bad-class", in_backticks(part) + " names no class of users",
           "write agency:ID, category:WORD or user:ID; join with + what must fit together; or `nobody`");
    return false;
  }

  template <class List, class T>
  bool add_ref(const CommandWord& word, std::string_view id, const List& things, std::string_view kind,
               std::vector<Ref<T>>& named) {
    std::vector<std::string_view> ids;
    ids.reserve(things.size());
    for (const auto& each : things) ids.push_back(each.id);
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) {
      refuse(word, "unknown-" + std::string(kind),
             "no " + std::string(kind) + " has the id " + in_backticks(id), suggest(id, ids));
      return false;
    }
    const Ref<T> ref{static_cast<std::uint32_t>(found - ids.begin())};
    if (std::find(named.begin(), named.end(), ref) != named.end()) return refuse_repeated(word), false;
    named.push_back(ref);
    return true;
  }

  std::span<const CommandWord> words_;
  const World& world_;
  Refusal& refusal_;
};

}  // namespace

std::optional<AssignedValue> parse_value(std::span<const CommandWord> words,
                                         const scenario::Assignable& field, const World& world,
                                         Refusal& refusal) {
  return ValueParser(words, world, refusal).parse(field.field);
}

}  // namespace ntk::session
