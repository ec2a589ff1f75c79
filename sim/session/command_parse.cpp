#include <algorithm>
#include <array>
#include <utility>

#include "sim/policy/obligations.h"
#include "sim/session/refusal.h"
#include "sim/session/value_text.h"

namespace ntk::session {
namespace {

using policy::Ref;
using scenario::Assignable;
using scenario::AssignableKind;
using scenario::Scenario;

constexpr std::array<std::string_view, 12> verbs = {
    "assign", "predict", "ask", "run", "advance", "hint", "reset", "mark", "unmark", "vet", "find", "unfind"};
constexpr std::array<std::string_view, 11> ask_keys = {"like",    "user",       "function", "operation",
                                                       "record",  "categories", "level",    "designation",
                                                       "purpose", "place",      "moment"};
constexpr std::string_view term_prefix = "term:";

/// What is called by its id in a scenario.
template <class List>
std::vector<std::string_view> ids_of(const List& things) {
  std::vector<std::string_view> ids;
  ids.reserve(things.size());
  for (const auto& each : things) ids.push_back(each.id);
  return ids;
}

std::vector<std::string_view> ids_of(AssignableKind kind, const policy::World& world) {
  switch (kind) {
    case AssignableKind::record:
      return ids_of(world.records);
    case AssignableKind::user:
      return ids_of(world.users);
    case AssignableKind::agreement:
      return ids_of(world.agreements);
    case AssignableKind::memo:
      return ids_of(world.memos);
    case AssignableKind::letter:
      break;
  }
  return ids_of(world.letters);
}

std::optional<std::uint32_t> position(std::span<const std::string_view> all, std::string_view one) {
  const auto found = std::find(all.begin(), all.end(), one);
  if (found == all.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - all.begin());
}

/// Reads one command. The first refusal ends it.
class CommandParser {
 public:
  CommandParser(std::vector<CommandWord> words, const Scenario& scenario)
      : words_(std::move(words)), scenario_(scenario) {}

  ParsedCommand parse() {
    if (auto command = verb()) return *std::move(command);
    return std::move(refusal_);
  }

 private:
  std::nullopt_t refuse(const CommandWord& word, std::string code, std::string message,
                        std::string help = {}) {
    refusal_ = at_word(word, refusal(std::move(code), std::move(message), std::move(help)));
    return std::nullopt;
  }

  std::optional<Command> verb() {
    if (words_.empty()) {
      refusal_ =
          refusal("empty-command", "there is no command", "begin with one of: assign, predict, ask, run");
      return std::nullopt;
    }
    const std::string& word = words_[0].text;
    if (word == "assign") return assign();
    if (word == "predict") return predict();
    if (word == "ask") return ask();
    if (word == "run") return run();
    if (word == "advance") return advance();
    if (word == "hint") return alone(HintCommand{});
    if (word == "reset") return alone(ResetCommand{});
    if (word == "mark" || word == "unmark") return mark();
    if (word == "vet") return vet();
    if (word == "find" || word == "unfind") return find_wrong();
    return refuse(words_[0], "unknown-command", in_backticks(word) + " is no command", suggest(word, verbs));
  }

  /// Whether there are from `least` to `most` words, verb included.
  bool has_words(std::size_t least, std::size_t most, std::string_view form) {
    if (words_.size() < least) {
      refuse(words_.back(), "missing-word", "the command is not complete",
             "write it as `" + std::string(form) + '`');
    } else if (words_.size() > most) {
      refuse(words_[most], "too-many-words", "there is one word too many: " + in_backticks(words_[most].text),
             "write it as `" + std::string(form) + "`; words that belong together stand in double quotes");
    } else {
      return true;
    }
    return false;
  }

  std::optional<Command> alone(Command command) {
    if (!has_words(1, 1, words_[0].text)) return std::nullopt;
    return command;
  }

  // ---- assign ----------------------------------------------------------------------------------

  std::optional<Command> assign() {
    if (!has_words(5, std::string::npos, "assign KIND ID FIELD VALUE...")) return std::nullopt;
    const auto field = assignable();
    if (!field) return std::nullopt;
    const auto value =
        parse_value(std::span(words_).subspan(4), scenario_.assignables[*field], scenario_.world, refusal_);
    if (!value) return std::nullopt;
    return AssignCommand{*field, *value};
  }

  /// The field that words 1 to 3 name.
  std::optional<std::uint32_t> assignable() {
    std::vector<std::string_view> kinds, fields;
    for (const auto& each : scenario::assignable_fields()) {
      if (kinds.empty() || kinds.back() != each.kind_word) kinds.push_back(each.kind_word);
      if (each.kind_word == words_[1].text) fields.push_back(each.word);
    }
    if (fields.empty()) {
      return refuse(words_[1], "unknown-kind",
                    "nothing of the kind " + in_backticks(words_[1].text) + " is assigned",
                    suggest(words_[1].text, kinds));
    }
    if (!position(fields, words_[3].text)) {
      return refuse(words_[3], "unknown-field",
                    "no " + words_[1].text + " has the field " + in_backticks(words_[3].text),
                    suggest(words_[3].text, fields));
    }
    return opened_field();
  }

  std::optional<std::uint32_t> opened_field() {
    const auto row = std::find_if(
        scenario::assignable_fields().begin(), scenario::assignable_fields().end(),
        [&](const auto& each) { return each.kind_word == words_[1].text && each.word == words_[3].text; });
    const auto ids = ids_of(row->kind, scenario_.world);
    const auto at = position(ids, words_[2].text);
    if (!at) {
      return refuse(words_[2], "unknown-id",
                    "no " + words_[1].text + " has the id " + in_backticks(words_[2].text),
                    suggest(words_[2].text, ids));
    }
    const auto opened =
        std::find_if(scenario_.assignables.begin(), scenario_.assignables.end(),
                     [&](const Assignable& each) { return each.field == row->field && each.at == *at; });
    if (opened == scenario_.assignables.end()) {
      return refuse(
          words_[3], "not-assignable",
          "the scenario does not open the " + words_[3].text + " of " + in_backticks(words_[2].text),
          "it stays as it is; assign what the scenario opens");
    }
    return static_cast<std::uint32_t>(opened - scenario_.assignables.begin());
  }

  std::optional<Command> find_wrong() {
    if (!has_words(4, 4, words_[0].text + " KIND ID FIELD")) return std::nullopt;
    const auto field = assignable();
    if (!field) return std::nullopt;
    return FindCommand{*field, words_[0].text == "find"};
  }

  // ---- predict, run, advance -------------------------------------------------------------------

  std::optional<Command> predict() {
    constexpr std::string_view form = "predict REQUEST permit|deny [RULE] [guess|likely|sure]";
    if (!has_words(3, 5, form)) return std::nullopt;
    const CommandWord& outcome = words_[2];
    if (outcome.text != "permit" && outcome.text != "deny") {
      return refuse(outcome, "unknown-word", in_backticks(outcome.text) + " is no outcome",
                    "predict `permit` or `deny`");
    }
    PredictCommand command{words_[1].text, outcome.text == "permit", std::nullopt};
    std::size_t rest = words_.size();
    command.certainty = rest > 3 ? certainty_from_word(words_[rest - 1].text) : std::nullopt;
    if (command.certainty) --rest;
    if (command.permitted) {
      if (rest > 3) {
        return refuse(words_[3], "too-many-words",
                      "there is one word too many: " + in_backticks(words_[3].text),
                      "write it as `predict REQUEST permit [guess|likely|sure]`: a permit has no reason");
      }
      return command;
    }
    if (rest == 3) return command;
    if (rest == 5) {
      return refuse(words_[4], "unknown-word", in_backticks(words_[4].text) + " is no certainty",
                    "end with `guess`, `likely` or `sure`, or leave it out");
    }
    command.reason = policy::check_from_code(words_[3].text);
    if (command.reason) return command;
    const auto follows = policy::obligations();
    if (std::any_of(follows.begin(), follows.end(),
                    [&](const policy::Obligation& each) { return each.code == words_[3].text; })) {
      return refuse(words_[3], "unknown-rule",
                    "no request is denied by " + in_backticks(words_[3].text) +
                        ", which says what follows or what records hold",
                    "name a rule of one of the four gates");
    }
    std::vector<std::string_view> codes(certainty_words.begin(), certainty_words.end());
    for (const policy::Check& each : policy::checks()) codes.push_back(each.code);
    return refuse(words_[3], "unknown-rule", "no rule has the id " + in_backticks(words_[3].text),
                  suggest(words_[3].text, codes));
  }

  std::optional<Command> run() {
    if (!has_words(2, 2, "run REQUEST` or `run all")) return std::nullopt;
    if (words_[1].text == "all") return RunAllCommand{};
    return RunCommand{words_[1].text};
  }

  std::optional<Command> mark() {
    if (!has_words(2, 2, words_[0].text + " REQUEST")) return std::nullopt;
    return MarkCommand{words_[1].text, words_[0].text == "mark"};
  }

  std::optional<Command> advance() {
    if (!has_words(2, 2, "advance 2016-09-01T08:00")) return std::nullopt;
    const auto to = moment(words_[1], words_[1].text);
    if (!to) return std::nullopt;
    return AdvanceCommand{*to};
  }

  std::optional<policy::Moment> moment(const CommandWord& word, std::string_view text) {
    if (const auto read = policy::parse_moment(text)) return read;
    return refuse(word, "bad-moment", in_backticks(text) + " is no moment of the calendar",
                  "write date and time, as in 2016-09-01T08:00");
  }

  // ---- ask -------------------------------------------------------------------------------------

  /// A word of `ask`, parted at its equals sign.
  struct KeyValue {
    const CommandWord* word;
    std::string_view key, value;
  };

  std::optional<Command> ask() {
    if (!has_words(3, std::string::npos, "ask own-1 user=ID function=WORD operation=WORD ..."))
      return std::nullopt;
    AskCommand command;
    command.id = words_[1].text;
    command.request.moment = scenario_.clock;
    std::vector<KeyValue> given;
    for (std::size_t i = 2; i < words_.size(); ++i) {
      if (!add_key(words_[i], given)) return std::nullopt;
    }
    const bool read = find(given, "like") ? like(given, command)
                                          : who_and_what(given, command) && target(given, command.request);
    if (!read) return std::nullopt;
    return command;
  }

  std::optional<Command> vet() {
    if (!has_words(3, std::string::npos, "vet REQUEST term:NAME=VALUE")) return std::nullopt;
    VetCommand command{words_[1].text, {}};
    std::vector<KeyValue> given;
    for (std::size_t i = 2; i < words_.size(); ++i) {
      if (!add_key(words_[i], given)) return std::nullopt;
      if (given.back().key.starts_with(term_prefix)) continue;
      return refuse(words_[i], "unknown-key",
                    "`vet` takes what is known of the person, not " + in_backticks(given.back().key),
                    "write each as term:NAME=VALUE");
    }
    if (!add_terms(given, command.terms)) return std::nullopt;
    return command;
  }

  bool add_key(const CommandWord& word, std::vector<KeyValue>& given) {
    const std::string_view text = word.text;
    if (word.equals == std::string::npos) {
      refuse(word, "missing-equals", in_backticks(text) + " is not of the form KEY=VALUE",
             "values with spaces stand in double quotes, as in place=\"Port of Entry\"");
      return false;
    }
    const KeyValue pair{&word, text.substr(0, word.equals), text.substr(word.equals + 1)};
    if (!pair.key.starts_with(term_prefix) && !position(ask_keys, pair.key)) {
      refuse(word, "unknown-key", "`ask` has no key " + in_backticks(pair.key), suggest(pair.key, ask_keys));
      return false;
    }
    for (const KeyValue& each : given) {
      if (each.key != pair.key) continue;
      refuse(word, "duplicate-key", in_backticks(pair.key) + " is given twice");
      return false;
    }
    given.push_back(pair);
    return true;
  }

  static const KeyValue* find(const std::vector<KeyValue>& given, std::string_view key) {
    const auto found =
        std::find_if(given.begin(), given.end(), [&](const KeyValue& each) { return each.key == key; });
    return found == given.end() ? nullptr : &*found;
  }

  const KeyValue* need(const std::vector<KeyValue>& given, std::string_view key) {
    const KeyValue* found = find(given, key);
    if (!found) refuse(words_[0], "missing-key", "`ask` needs " + in_backticks(std::string(key) + '='));
    return found;
  }

  template <class List, class T>
  bool find_ref(const KeyValue* given, const List& things, Ref<T>& ref) {
    if (!given) return false;
    const auto ids = ids_of(things);
    if (const auto at = position(ids, given->value)) {
      ref.at = *at;
      return true;
    }
    refuse(*given->word, "unknown-id",
           "no " + std::string(given->key) + " has the id " + in_backticks(given->value),
           suggest(given->value, ids));
    return false;
  }

  template <class E>
  bool find_word(const KeyValue* given, std::string_view text, std::string_view kind, E& value) {
    if (!given) return false;
    if (const auto found = policy::from_word<E>(text)) {
      value = *found;
      return true;
    }
    std::vector<std::string_view> known;
    for (const auto& each : policy::words<E>()) known.push_back(each.word);
    refuse(*given->word, "unknown-word", in_backticks(text) + " is no " + std::string(kind),
           suggest(text, known));
    return false;
  }

  bool who_and_what(const std::vector<KeyValue>& given, AskCommand& command) {
    policy::Request& request = command.request;
    const auto* function = need(given, "function");
    if (!function || !find_word(function, function->value, "function", request.function)) return false;
    const auto* operation = need(given, "operation");
    if (!operation || !find_word(operation, operation->value, "operation", request.operation)) return false;
    if (!can_ask_oneself(request.operation)) {
      refusal_ = at_word(*operation->word, script_only(request.operation));
      return false;
    }
    if (!find_ref(need(given, "user"), scenario_.world.users, request.user)) return false;
    if (!find_ref(need(given, "purpose"), scenario_.world.purposes, request.purpose)) return false;
    if (!stated_place(need(given, "place"), request)) return false;
    for (const char* key : {"level", "designation"}) {
      if (!find(given, key)) continue;
      refuse(*find(given, key)->word, "wrong-target",
             in_backticks(policy::word(request.operation)) + " gives a record no " + key, "leave it out");
      return false;
    }
    return stated_moment(given, command);
  }

  bool stated_place(const KeyValue* place, policy::Request& request) {
    if (!place) return false;
    request.place = place->value;
    if (!place->value.empty()) return true;
    refuse(*place->word, "bad-text", "the place is empty",
           "say where the user is, as in place=\"Port of Entry\"");
    return false;
  }

  bool stated_moment(const std::vector<KeyValue>& given, AskCommand& command) {
    const auto* stated = find(given, "moment");
    if (!stated) return true;
    const auto read = moment(*stated->word, stated->value);
    if (!read) return false;
    command.request.moment = *read;
    command.at_clock = false;
    return true;
  }

  bool target(const std::vector<KeyValue>& given, policy::Request& request) {
    const auto* record = find(given, "record");
    const bool nothing = policy::has_no_target(request.operation);
    if (!policy::is_search(request.operation)) {
      for (const KeyValue& each : given) {
        if (each.key != "categories" && !each.key.starts_with(term_prefix)) continue;
        refuse(*each.word, "wrong-target",
               in_backticks(policy::word(request.operation)) +
                   (nothing ? " concerns no record" : " is asked of one record"),
               nothing ? "leave it out" : "name it with record=ID; only searches have categories and terms");
        return false;
      }
      if (nothing && record) {
        refuse(*record->word, "wrong-target",
               in_backticks(policy::word(request.operation)) + " concerns no record", "leave record= out");
        return false;
      }
      if (nothing) {
        request.target = policy::NoTarget{};
        return true;
      }
      Ref<policy::Record> one;
      if (!find_ref(record ? record : need(given, "record"), scenario_.world.records, one)) return false;
      request.target = one;
      return true;
    }
    if (record) {
      refuse(*record->word, "wrong-target",
             in_backticks(policy::word(request.operation)) + " looks through records and names none",
             "narrow it with categories= and term:NAME=VALUE");
      return false;
    }
    return search(given, request);
  }

  bool search(const std::vector<KeyValue>& given, policy::Request& request) {
    policy::Search search;
    const auto* categories = find(given, "categories");
    if (categories && !add_categories(*categories, search.categories)) return false;
    if (!add_terms(given, search.terms)) return false;
    request.target = std::move(search);
    return true;
  }

  bool add_terms(const std::vector<KeyValue>& given, std::vector<policy::Field>& terms) {
    for (const KeyValue& each : given) {
      if (!each.key.starts_with(term_prefix)) continue;
      const std::string name(each.key.substr(term_prefix.size()));
      if (name.empty()) {
        refuse(*each.word, "missing-word", "the search term has no name", "write it as term:NAME=VALUE");
        return false;
      }
      terms.push_back({name, std::string(each.value)});
    }
    return true;
  }

  // ---- ask, like a request of the script ---------------------------------------------------------

  bool like(const std::vector<KeyValue>& given, AskCommand& command) {
    const KeyValue* model = find(given, "like");
    const auto ids = ids_of(scenario_.requests);
    command.like = position(ids, model->value);
    if (!command.like) {
      refuse(*model->word, "unknown-request",
             "no request of the script has the id " + in_backticks(model->value), suggest(model->value, ids));
      return false;
    }
    for (const char* key : {"function", "operation"}) {
      const KeyValue* stated = find(given, key);
      if (!stated) continue;
      refuse(*stated->word, "comes-with-like",
             "the " + std::string(key) + " is that of " + in_backticks(model->value), "leave it out");
      return false;
    }
    if (find(given, "level") || find(given, "designation")) {
      const auto operation = scenario_.requests[*command.like].request.operation;
      if (!gives_access(operation)) {
        const KeyValue* stated = find(given, "level") ? find(given, "level") : find(given, "designation");
        refuse(*stated->word, "wrong-target",
               in_backticks(policy::word(operation)) + " gives a record no " + std::string(stated->key),
               "leave it out");
        return false;
      }
    }
    policy::Request& request = command.request;
    request = scenario_.requests[*command.like].request;
    return like_by_whom(given, command) && like_of_what(given, request) && like_with(given, request);
  }

  bool like_by_whom(const std::vector<KeyValue>& given, AskCommand& command) {
    policy::Request& request = command.request;
    const KeyValue* user = find(given, "user");
    if (user && !find_ref(user, scenario_.world.users, request.user)) return false;
    const KeyValue* purpose = find(given, "purpose");
    if (purpose && !find_ref(purpose, scenario_.world.purposes, request.purpose)) return false;
    const KeyValue* place = find(given, "place");
    if (place && !stated_place(place, request)) return false;
    request.moment = scenario_.clock;
    return stated_moment(given, command);
  }

  bool like_of_what(const std::vector<KeyValue>& given, policy::Request& request) {
    const bool narrowed = std::any_of(given.begin(), given.end(), [](const KeyValue& each) {
      return each.key == "categories" || each.key.starts_with(term_prefix);
    });
    if (!find(given, "record") && !narrowed) return true;
    if (policy::is_creating(request.operation)) {
      const KeyValue* stated = find(given, "record");
      refuse(stated ? *stated->word : words_[0], "wrong-target",
             in_backticks(policy::word(request.operation)) + " enters the record that the script describes",
             "leave it out; level= and designation= can be changed");
      return false;
    }
    return target(given, request);
  }

  bool like_with(const std::vector<KeyValue>& given, policy::Request& request) {
    const KeyValue* level = find(given, "level");
    policy::Level chosen{};
    if (level && !find_word(level, level->value, "level", chosen)) return false;
    if (level) request.change.level = chosen;
    const KeyValue* designation = find(given, "designation");
    if (!designation) return true;
    std::vector<CommandWord> classes;
    for (std::string_view rest = designation->value; !rest.empty();) {
      const std::size_t comma = rest.find(',');
      CommandWord one = *designation->word;
      one.text = rest.substr(0, comma);
      classes.push_back(std::move(one));
      rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 1);
    }
    if (classes.empty()) {
      refuse(*designation->word, "missing-word", "the designation names nobody", "write designation=nobody");
      return false;
    }
    auto value = parse_value(classes, any_designation(), scenario_.world, refusal_);
    if (!value) return false;
    request.change.designation = std::get<policy::Designation>(*std::move(value));
    return true;
  }

  bool add_categories(const KeyValue& given, policy::CategorySet& categories) {
    std::string_view rest = given.value;
    while (true) {
      const std::size_t comma = rest.find(',');
      policy::Category category{};
      if (!find_word(&given, rest.substr(0, comma), "category of data", category)) return false;
      if (categories.contains(category)) {
        refuse(*given.word, "repeated", in_backticks(rest.substr(0, comma)) + " is given twice");
        return false;
      }
      categories.insert(category);
      if (comma == rest.npos) return true;
      rest.remove_prefix(comma + 1);
    }
  }

  std::vector<CommandWord> words_;
  const Scenario& scenario_;
  Refusal refusal_;
};

}  // namespace

ParsedCommand parse_command(std::string_view line, const Scenario& scenario) {
  auto split = split_words(line);
  if (auto* refused = std::get_if<Refusal>(&split)) return std::move(*refused);
  return CommandParser(std::get<std::vector<CommandWord>>(std::move(split)), scenario).parse();
}

bool is_blank_or_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  return first == line.npos || line[first] == '#';
}

}  // namespace ntk::session
