// The part of the model that shows the world and what can be assigned in it.
//
// Every field that some scenario could open is written for every thing, in the same order, whether
// this scenario opens it or not: what is locked is seen to be locked.
#include <algorithm>
#include <string>
#include <vector>

#include "sim/policy/phrases.h"
#include "sim/policy/unicode.h"
#include "sim/session/command.h"
#include "web/app/search.h"
#include "web/app/shared_words.h"
#include "web/bridge/model.h"

namespace ntk::web {
namespace {

using policy::World;
using scenario::Assignable;
using scenario::AssignableField;
using scenario::AssignableFieldWord;
using scenario::AssignableKind;
using scenario::AssignedValue;
using scenario::JsonWriter;

void write_fact(JsonWriter& json, std::string_view title, std::string_view words) {
  json.begin_object().member("title", title).member("words", words).end_object();
}

std::string_view note_of(const AssignedValue& value) {
  if (const auto* level = std::get_if<policy::Level>(&value)) return policy::row(*level).note;
  if (const auto* access = std::get_if<policy::Access>(&value)) return policy::row(*access).note;
  return {};
}

/// Writes the choices of one field.
class Options {
 public:
  Options(JsonWriter& json, const World& world, const Assignable& field)
      : json_(json), world_(world), field_(field), current_(scenario::current_value(world, field)) {}

  void write() {
    json_.key("options").begin_array();
    if (!scenario::field_word(field_.field).is_set) {
      write_values();
    } else if (const auto* classes = std::get_if<policy::Designation>(&current_)) {
      write_classes(*classes);
    } else {
      std::visit([this](const auto& value) { write_members(value); }, current_);
    }
    json_.end_array();
  }

 private:
  void write_option(const AssignedValue& value, bool chosen, std::string_view note = {}) {
    json_.begin_object()
        .member("value", session::value_text(value, field_, world_))
        .member("words", session::value_in_words(value, field_, world_))
        .member("note", note)
        .member("chosen", chosen)
        .end_object();
  }

  void write_values() {
    if (!field_.open) {
      for (const AssignedValue& choice : field_.choices) {
        write_option(choice, choice == current_, note_of(choice));
      }
    } else if (std::holds_alternative<policy::Level>(current_)) {
      write_all<policy::Level>();
    } else if (std::holds_alternative<policy::Access>(current_)) {
      write_all<policy::Access>();
    } else if (std::holds_alternative<std::optional<policy::Route>>(current_)) {
      write_option(std::optional<policy::Route>(), !std::get<std::optional<policy::Route>>(current_));
      for (const auto& each : policy::words<policy::Route>()) {
        write_option(std::optional(each.value), AssignedValue(std::optional(each.value)) == current_,
                     each.note);
      }
    } else if (std::holds_alternative<bool>(current_)) {
      for (bool value : {false, true}) write_option(value, is_current(value));
    }  // an open term or investigation has no list of values: it is put together from parts
  }

  template <class T>
  bool is_current(T value) const {
    const T* held = std::get_if<T>(&current_);
    return held != nullptr && *held == value;
  }

  template <class E>
  void write_all() {
    for (const policy::Word<E>& each : policy::words<E>()) {
      write_option(each.value, is_current(each.value), each.note);
    }
  }

  /// The classes that may be designated; where any may, those that are.
  void write_classes(const policy::Designation& current) {
    const auto& all = field_.open ? current : std::get<policy::Designation>(field_.choices.front());
    for (const policy::DesignationClass& each : all) {
      const bool chosen = std::find(current.begin(), current.end(), each) != current.end();
      write_option(policy::Designation{each}, chosen);
    }
  }

  template <class E>
  void write_members(policy::EnumSet<E> current) {
    for (const policy::Word<E>& each : policy::words<E>()) {
      const AssignedValue alone = policy::EnumSet<E>{each.value};
      if (scenario::allows(field_, alone)) write_option(alone, current.contains(each.value), each.note);
    }
  }
  void write_members(const policy::Roles& current) {
    for (std::uint32_t at = 0; at < world_.roles.size(); ++at) {
      const AssignedValue alone = policy::Roles{{at}};
      const bool chosen =
          std::find(current.begin(), current.end(), policy::Ref<policy::Role>{at}) != current.end();
      if (scenario::allows(field_, alone)) write_option(alone, chosen, policy::in_words(world_.roles[at]));
    }
  }
  void write_members(const auto&) {}  // not a set of words

  JsonWriter& json_;
  const World& world_;
  const Assignable& field_;
  AssignedValue current_;
};

std::string_view type_of(const Assignable& field) {
  switch (field.field) {
    case AssignableField::record_designation:
      return field.open ? "classes" : "set";
    case AssignableField::user_investigation:
      return field.open ? "investigation" : "one";
    case AssignableField::agreement_term:
    case AssignableField::memo_term:
      return field.open ? "term" : "one";
    case AssignableField::record_level:
    case AssignableField::user_functions:
    case AssignableField::user_roles:
    case AssignableField::agreement_categories:
    case AssignableField::agreement_functions:
    case AssignableField::agreement_anaci_categories:
    case AssignableField::memo_categories:
    case AssignableField::memo_levels:
    case AssignableField::memo_access:
    case AssignableField::memo_anaci:
    case AssignableField::letter_states:
    case AssignableField::letter_route:
      break;
  }
  return scenario::field_word(field.field).is_set ? "set" : "one";
}

template <class E>
void write_all_words(JsonWriter& json, std::string_view key) {
  json.key(key).begin_array();
  for (const policy::Word<E>& each : policy::words<E>()) {
    json.begin_object().member("id", each.word).member("title", each.title).end_object();
  }
  json.end_array();
}

/// What the controls of an open term or investigation start from, and choose from.
void write_parts(JsonWriter& json, const AssignedValue& value) {
  if (const auto* term = std::get_if<std::optional<policy::Term>>(&value)) {
    json.key("parts").begin_object().member("signed", term->has_value());
    json.member("first", *term ? policy::to_text((*term)->first) : "");
    json.member("last", *term && (*term)->last ? policy::to_text(*(*term)->last) : "").end_object();
  } else if (const auto* held = std::get_if<std::optional<policy::Investigation>>(&value)) {
    const policy::Investigation investigation = held->value_or(policy::Investigation{});
    json.key("parts").begin_object();
    json.member("type", *held ? policy::word(investigation.type) : "none");
    json.member("completed", *held ? policy::to_text(investigation.completed) : "");
    json.member("adjudication", policy::word(investigation.adjudication));
    write_all_words<policy::InvestigationType>(json, "types");
    write_all_words<policy::Adjudication>(json, "adjudications");
    json.end_object();
  }
}

/// A field whose value is to be found out: nothing of it is written but whether it was named as wrong.
void write_concealed(JsonWriter& json, const session::Session& session, const Assignable& field,
                     std::uint32_t index) {
  const AssignableFieldWord& word = scenario::field_word(field.field);
  const std::string name = std::string(word.kind_word) + " " +
                           std::string(scenario::owner_id(session.world(), field)) + " " +
                           std::string(word.word);
  const bool found = session.is_found(index);
  json.begin_object()
      .member("title", word.title)
      .member("assign", "assign " + name)
      .member("type", "concealed")
      .member("locked", false)
      .member("value", "")
      .member("words", concealed_words)
      .member("find", (found ? "unfind " : "find ") + name)
      .member("found", found)
      .key("options")
      .begin_array()
      .end_array()
      .end_object();
}

void write_field(JsonWriter& json, const session::Session& session, AssignableField which, std::uint32_t at) {
  const std::vector<Assignable>& opened = session.scenario().assignables;
  const auto found = std::find_if(opened.begin(), opened.end(), [&](const Assignable& each) {
    return each.field == which && each.at == at;
  });
  const bool locked = found == opened.end();
  if (!locked && session.conceals())
    return write_concealed(json, session, *found, static_cast<std::uint32_t>(found - opened.begin()));
  const Assignable field = locked ? Assignable{which, at, false, {}} : *found;
  const AssignableFieldWord& word = scenario::field_word(which);
  const AssignedValue value = scenario::current_value(session.world(), field);
  const std::string id(scenario::owner_id(session.world(), field));

  json.begin_object()
      .member("title", word.title)
      .member("assign", "assign " + std::string(word.kind_word) + " " + id + " " + std::string(word.word))
      .member("type", type_of(field))
      .member("locked", locked)
      .member("value", session::value_text(value, field, session.world()))
      .member("words", session::value_in_words(value, field, session.world()));
  if (word.is_set) {
    const auto nothing = [](const auto& members) { return AssignedValue(std::decay_t<decltype(members)>{}); };
    json.member("none", session::value_text(std::visit(nothing, value), field, session.world()));
  }
  if (!locked) {
    Options(json, session.world(), field).write();
    if (field.open) write_parts(json, value);
  }
  json.end_object();
}

void write_fields(JsonWriter& json, const session::Session& session, AssignableKind kind, std::uint32_t at) {
  json.key("fields").begin_array();
  for (const AssignableFieldWord& each : scenario::assignable_fields()) {
    if (each.kind == kind && scenario::exists(each.field, session.world()))
      write_field(json, session, each.field, at);
  }
  json.end_array();
}

/// "Federal Bureau of Investigation (FBI)"
std::string in_full(const policy::Agency& agency) {
  const std::string& called = policy::called(agency);
  return called == agency.name ? called : agency.name + " (" + called + ")";
}

/// A line for each field.
std::string field_list(const std::vector<policy::Field>& fields) {
  std::string text;
  for (const policy::Field& field : fields) {
    if (!text.empty()) text += '\n';
    text += field.name + ": " + field.value;
  }
  return text;
}

void write_record(JsonWriter& json, const session::Session& session, std::uint32_t at) {
  const World& world = session.world();
  const policy::Record& record = world.records[at];
  json.begin_object().member("id", record.id).member("title", record.title).key("facts").begin_array();
  write_fact(json, "Data", policy::title(record.category));
  write_fact(json, "Owner", in_full(world[record.owner]));
  if (record.creator) write_fact(json, "Entered by", world[*record.creator].name);
  if (record.absent) write_fact(json, "State", "not on the platform");
  if (record.primary) write_fact(json, "Primary", policy::in_words(*record.primary));
  if (!record.system.empty()) write_fact(json, "Held in", system_in_words(record.system));
  if (!record.fields.empty()) write_fact(json, "Content", field_list(record.fields));
  json.end_array();
  if (policy::has_levels(record.category)) {
    write_fields(json, session, AssignableKind::record, at);
  } else {
    json.key("fields").begin_array().end_array();
  }
  json.end_object();
}

std::string transaction_list(const std::vector<policy::Transaction>& transactions) {
  std::string text;
  for (const policy::Transaction& each : transactions) {
    if (!text.empty()) text += "; ";
    text += std::string(policy::title(each.function)) + ", " + policy::in_words(each.term);
  }
  return text;
}

std::string duty_list(const World& world, const policy::User& user) {
  std::string text;
  for (policy::Ref<policy::Purpose> duty : user.duties) {
    if (!text.empty()) text += "; ";
    text += world[duty].title;
  }
  return text.empty() ? "none" : text;
}

void write_user(JsonWriter& json, const session::Session& session, std::uint32_t at) {
  const World& world = session.world();
  const policy::User& user = world.users[at];
  json.begin_object().member("id", user.id).member("title", user.name).key("facts").begin_array();
  write_fact(json, "Agency", in_full(world[user.agency]));
  write_fact(json, "Standing of the agency", policy::title(world[user.agency].standing));
  write_fact(json, "Category of user", policy::title(user.category));
  write_fact(json, "Account", policy::title(user.account));
  write_fact(json, "Security and Privacy Awareness course",
             user.training_passed ? "passed " + policy::in_words(*user.training_passed) : "never passed");
  write_fact(json, "Duties", duty_list(world, user));
  if (user.nationality != policy::Nationality::us_national) {
    write_fact(json, "Nationality",
               std::string(policy::title(user.nationality)) + (user.exempted ? ", exempted by name" : ""));
  }
  write_fact(json, "Account certified", user.certified ? policy::in_words(*user.certified) : "never");
  if (user.ncic_certified) write_fact(json, "NCIC certified", policy::in_words(*user.ncic_certified));
  if (!user.duty_station.empty()) write_fact(json, "Duty station", user.duty_station);
  write_fact(json, "Session", policy::title(user.logon));
  for (const policy::Ref<policy::Role> each : user.roles) {
    write_fact(json, "Role", world[each].title + " (" + policy::in_words(world[each]) + ")");
  }
  if (!user.transactions.empty()) {
    write_fact(json, "Temporary grants", transaction_list(user.transactions));
  }
  json.end_array();
  write_fields(json, session, AssignableKind::user, at);
  json.end_object();
}

void write_agreement(JsonWriter& json, const session::Session& session, std::uint32_t at) {
  const World& world = session.world();
  const policy::Agreement& agreement = world.agreements[at];
  json.begin_object().member("id", agreement.id);
  json.member("title",
              policy::called(world[world.host]) + " with " + policy::called(world[agreement.agency]));
  json.key("facts").begin_array();
  write_fact(json, "Agency", in_full(world[agreement.agency]));
  json.end_array();
  write_fields(json, session, AssignableKind::agreement, at);
  json.end_object();
}

void write_memo(JsonWriter& json, const session::Session& session, std::uint32_t at) {
  const World& world = session.world();
  const policy::OwnerMemo& memo = world.memos[at];
  json.begin_object().member("id", memo.id);
  json.member("title", policy::called(world[memo.owner]) + " to " + policy::called(world[memo.to]));
  json.key("facts").begin_array();
  write_fact(json, "Owner of the records", in_full(world[memo.owner]));
  write_fact(json, "Agency that gets access", in_full(world[memo.to]));
  json.end_array();
  write_fields(json, session, AssignableKind::memo, at);
  json.end_object();
}

void write_letter(JsonWriter& json, const session::Session& session, std::uint32_t at) {
  const policy::Letter& letter = session.world().letters[at];
  json.begin_object().member("id", letter.id).member("title", letter.title);
  json.key("facts").begin_array();
  write_fact(json, "From", letter.from);
  if (!letter.body.empty()) write_fact(json, "For", letter.body);
  if (!letter.address.empty()) write_fact(json, "Address", letter.address);
  write_fact(json, letter.in_writing ? "It says" : "It was said", letter.text);
  json.end_array();
  write_fields(json, session, AssignableKind::letter, at);
  json.end_object();
}

struct Kind {
  AssignableKind kind;
  std::string_view word, title;
  std::size_t count;
  void (*write)(JsonWriter&, const session::Session&, std::uint32_t);
};

std::vector<Kind> kinds_of(const World& world) {
  return {{AssignableKind::record, "record", "Records", world.records.size(), write_record},
          {AssignableKind::user, "user", "Users", world.users.size(), write_user},
          {AssignableKind::agreement, "agreement", "Memoranda of agreement", world.agreements.size(),
           write_agreement},
          {AssignableKind::memo, "owner_memo", "Owners’ memos", world.memos.size(), write_memo},
          {AssignableKind::letter, "letter", "Letters", world.letters.size(), write_letter}};
}

/// The things of a kind that are listed, in order, and whether anything of each can be assigned.
struct Listed {
  std::vector<std::uint32_t> things;
  std::vector<bool> open;  ///< by the position in the world
  std::size_t locked = 0;
};

Listed listed(const session::Session& session, const Kind& kind) {
  const World& world = session.world();
  Listed found;
  found.open.resize(kind.count);
  for (const Assignable& each : session.scenario().assignables) {
    if (scenario::field_word(each.field).kind == kind.kind) found.open[each.at] = true;
  }
  for (std::uint32_t at = 0; at < kind.count; ++at) {
    const bool stands_at_its_user = kind.kind == AssignableKind::record && world.records[at].profile_of;
    if (stands_at_its_user) continue;
    found.things.push_back(at);
    found.locked += found.open[at] ? 0 : 1;
  }
  return found;
}

/// More of a kind than these, with nothing to assign in them, are not all written at once.
constexpr std::size_t locked_at_once = 100;

/// What a thing is found by: its id, its name, its agency, and what stands in a record.
std::string words_of(const World& world, AssignableKind kind, std::uint32_t at) {
  std::string words;
  const auto add = [&](std::string_view each) { words.append(each).append("\n"); };
  if (kind == AssignableKind::record) {
    const policy::Record& record = world.records[at];
    for (const std::string_view each :
         {std::string_view(record.id), std::string_view(record.title), policy::title(record.category)})
      add(each);
    add(in_full(world[record.owner]));
    add(field_list(record.fields));
  } else if (kind == AssignableKind::user) {
    add(world.users[at].id);
    add(world.users[at].name);
    add(in_full(world[world.users[at].agency]));
  } else if (kind == AssignableKind::agreement) {
    add(world.agreements[at].id);
    add(in_full(world[world.agreements[at].agency]));
  } else if (kind == AssignableKind::memo) {
    add(world.memos[at].id);
    add(in_full(world[world.memos[at].owner]));
    add(in_full(world[world.memos[at].to]));
  } else {
    add(world.letters[at].id);
    add(world.letters[at].title);
    add(world.letters[at].from);
  }
  return policy::fold(std::move(words));
}

}  // namespace

void write_kinds(JsonWriter& json, const session::Session& session) {
  json.key("kinds").begin_array();
  for (const Kind& kind : kinds_of(session.world())) {
    const Listed found = listed(session, kind);
    const bool leaves_out = found.locked > locked_at_once;
    json.begin_object()
        .member("kind", kind.word)
        .member("title", kind.title)
        .member("count", found.things.size())
        .member("left_out", leaves_out ? found.locked : 0);
    json.key("things").begin_array();
    for (const std::uint32_t at : found.things) {
      if (found.open[at] || !leaves_out) kind.write(json, session, at);
    }
    json.end_array().end_object();
  }
  json.end_array();
}

std::optional<std::string> locked_things_model(const session::Session& session, std::string_view kind_word,
                                               std::size_t first, std::size_t count, std::string_view words) {
  const Search search(words);
  for (const Kind& kind : kinds_of(session.world())) {
    if (kind.word != kind_word) continue;
    const Listed found = listed(session, kind);
    std::size_t fit = 0;
    JsonWriter json;
    json.begin_object().key("things").begin_array();
    for (const std::uint32_t at : found.things) {
      if (found.open[at]) continue;
      if (!search.empty() && !search.finds(words_of(session.world(), kind.kind, at))) continue;
      if (fit >= first && fit - first < count) kind.write(json, session, at);
      ++fit;
    }
    json.end_array().member("fit", fit).end_object();
    return json.take();
  }
  return std::nullopt;
}

}  // namespace ntk::web
