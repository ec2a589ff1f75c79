#include "web/bridge/bridge.h"

#include <array>
#include <tuple>
#include <type_traits>

#include "sim/scenario/json_writer.h"
#include "web/bridge/arguments.h"
#include "web/bridge/bridge_call.h"
#include "web/bridge/model.h"

namespace ntk::web {
namespace {

using scenario::JsonWriter;

// ---- Arguments, by their types ---------------------------------------------------------------------

bool read(const Value& value, std::string_view& text) {
  text = value.text;
  return value.kind == Value::Kind::text;
}

bool read(const Value& value, std::size_t& count) {
  const auto found = value.kind == Value::Kind::number ? number(value.text) : std::nullopt;
  if (found) count = *found;
  return found.has_value();
}

bool read(const Value& value, bool& flag) {
  flag = value.text == "1";
  return value.kind == Value::Kind::flag;
}

bool read(const Value& value, std::array<std::size_t, 2>& place) {
  return value.kind == Value::Kind::list && value.items.size() == 2 && read(value.items[0], place[0]) &&
         read(value.items[1], place[1]);
}

/// A member of an item of a list.
template <class Wanted>
bool read_member(const Value& object, std::string_view key, Wanted& wanted) {
  const Value* value = object.member(key);
  return value != nullptr && read(*value, wanted);
}

bool read_text(const Value& object, std::string_view key, std::string& wanted) {
  std::string_view text;
  if (!read_member(object, key, text)) return false;
  wanted = text;
  return true;
}

bool read(const Value& value, Lesson& lesson) {
  return read_text(value, "id", lesson.id) && read_text(value, "title", lesson.title) &&
         read_text(value, "summary", lesson.summary);
}

bool read(const Value& value, Attempt& attempt) {
  std::string state;
  const bool is_read = read_text(value, "id", attempt.id) && read_text(value, "name", attempt.name) &&
                       read_text(value, "state", state) && read_text(value, "lesson_id", attempt.lesson_id) &&
                       read_text(value, "lesson", attempt.lesson) &&
                       read_member(value, "steps", attempt.steps) &&
                       read_text(value, "changed", attempt.changed);
  attempt.state = state == "at-hand"   ? Attempt::State::at_hand
                  : state == "deleted" ? Attempt::State::deleted
                                       : Attempt::State::kept;
  return is_read && (attempt.state != Attempt::State::kept || state == "kept");
}

template <class Item>
bool read(const Value& value, std::vector<Item>& list) {
  if (value.kind != Value::Kind::list) return false;
  for (const Value& each : value.items) {
    if (!read(each, list.emplace_back())) return false;
  }
  return true;
}

template <class Wanted>
bool read(const Value& value, std::optional<Wanted>& wanted) {
  return read(value, wanted.emplace());
}

template <class Wanted>
constexpr bool is_optional = false;
template <class Wanted>
constexpr bool is_optional<std::optional<Wanted>> = true;

// ---- The table -------------------------------------------------------------------------------------

/// "(Text column, Flag descending)", as it stands in the row: the next argument's type and name; nothing at the end.
struct Declared {
  std::string_view type, name;
};
std::optional<Declared> next_declared(std::string_view& row) {
  const std::size_t begin = row.find_first_not_of("(), ");
  if (begin == std::string_view::npos) return std::nullopt;
  row.remove_prefix(begin);
  const std::string_view one = row.substr(0, row.find_first_of(",)"));
  row.remove_prefix(one.size());
  const std::size_t blank = one.find(' ');
  return Declared{one.substr(0, blank), one.substr(blank + 1)};
}

/// What is said of a type.
constexpr std::array<std::array<std::string_view, 2>, 8> type_words = {{
    {"Text", "a text"},
    {"Bytes", "a text or a file"},
    {"Count", "a whole number, 0 or more"},
    {"Flag", "true or false"},
    {"Place", "two whole numbers"},
    {"Texts", "a list of texts"},
    {"Lessons", "a list of {id, title, summary}"},
    {"Attempts", "a list of {id, name, state, lesson_id, lesson, steps, changed}"},
}};

std::string in_words(std::string_view type) {
  const bool is_optional = type.starts_with("Maybe");
  if (is_optional) type.remove_prefix(5);
  for (const auto& [name, words] : type_words) {
    if (name == type) return std::string(words) + (is_optional ? ", or nothing" : "");
  }
  return std::string(type);
}

struct Verb {
  std::string_view name, arguments;
  void (*act)(Call&, const Verb&, const Value&);
};

void refuse_misuse(Call& call, std::string why, const Verb& verb) {
  call.is_misuse = true;
  std::string takes;
  std::string_view row = verb.arguments;
  while (const auto each = next_declared(row)) {
    takes += (takes.empty() ? "" : ", ") + std::string(each->name) + " (" + in_words(each->type) + ")";
  }
  call.refuse(std::move(why), "it takes " + (takes.empty() ? "no arguments" : takes));
}

/// Takes the argument that is next in the row.
template <class Wanted>
bool take(Call& call, const Verb& verb, std::string_view& row, const Value& arguments, Wanted& wanted) {
  const auto declared = next_declared(row);
  if (!declared) return false;  // cannot be: the row is the declaration
  const Value* value = arguments.member(declared->name);
  if (value == nullptr && is_optional<Wanted>) return true;
  if (value != nullptr && read(*value, wanted)) return true;
  refuse_misuse(call,
                "`" + std::string(verb.name) + "` wants `" + std::string(declared->name) + "` as " +
                    in_words(declared->type),
                verb);
  return false;
}

bool takes_all(Call& call, const Verb& verb, const Value& arguments) {
  for (const std::string_view key : arguments.keys) {
    bool is_known = false;
    std::string_view row = verb.arguments;
    while (const auto each = next_declared(row)) is_known = is_known || each->name == key;
    if (is_known) continue;
    refuse_misuse(call, "`" + std::string(verb.name) + "` takes no `" + std::string(key) + "`", verb);
    return false;
  }
  return true;
}

/// Calls the function of a row with the arguments that it declares.
template <class... Arguments>
void perform(Call& call, const Verb& verb, const Value& arguments, void (*act)(Call&, Arguments...)) {
  std::tuple<std::remove_cvref_t<Arguments>...> taken;
  std::string_view row = verb.arguments;
  const auto take_all = [&](auto&... each) { return (take(call, verb, row, arguments, each) && ...); };
  if (!takes_all(call, verb, arguments) || !std::apply(take_all, taken)) return;
  std::apply([&](auto&... each) { act(call, each...); }, taken);
}

/// The way in to each verb, by its name, so that scripts/parts.mjs can tell them apart.
namespace ways {
#define NTK_VERB(name, arguments, gives, help)                   \
  void name(Call& call, const Verb& verb, const Value& values) { \
    perform(call, verb, values, &verbs::name);                   \
  }
#include "web/bridge/bridge.def"
#undef NTK_VERB
}  // namespace ways

constexpr Verb verbs_by_name[] = {
#define NTK_VERB(name, arguments, gives, help) Verb{#name, #arguments, &ways::name},
#include "web/bridge/bridge.def"
#undef NTK_VERB
};

}  // namespace

std::string Bridge::begin_call(std::string_view verb, std::string_view arguments) {
  Call call{*desk_, sections_, kept_block_, true, false, {}, {}, {}};
  const std::optional<Value> values = read_value(arguments);
  const Verb* known = nullptr;
  for (const Verb& each : verbs_by_name) {
    if (each.name == verb) known = &each;
  }
  if (known == nullptr || !values || values->kind != Value::Kind::object) {
    call.is_misuse = true;
    call.refuse(known == nullptr ? "no such verb: `" + std::string(verb) + "`"
                                 : "the arguments of `" + std::string(verb) + "` are no object");
  } else {
    known->act(call, *known, *values);
  }

  JsonWriter json;
  json.begin_object().member("ok", call.ok).member("message", call.message).member("help", call.help);
  if (call.is_misuse) json.member("misuse", true);
  std::string answer = json.take();
  if (!call.value.empty()) answer += ",\"value\":" + call.value;
  return answer;
}

std::string Bridge::end_call(std::string answer, std::optional<std::uint64_t> since) {
  answer += ",\"revision\":" + std::to_string(desk_->revision());
  if (since) answer += ",\"changes\":" + sections_.since(*since, *desk_);
  return answer + "}";
}

std::string Bridge::unkept() const {
  if (kept_block_ == 0 || !desk_->has_unkept()) return {};
  JsonWriter json;
  write_steps(json, *desk_, kept_block_);
  return json.take();
}

}  // namespace ntk::web
