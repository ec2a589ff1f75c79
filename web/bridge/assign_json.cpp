// The part of the model that shows the world and what can be assigned in it.
//
// Every field that some scenario could open is written for every thing, in the same order, whether
// this scenario opens it or not: what is locked is seen to be locked.
#include <span>
#include <string>
#include <utility>

#include "web/bridge/model.h"
#include "web/view/assign_view.h"
#include "web/view/crossing_view.h"

namespace ntk::web {
namespace {

using policy::World;
using scenario::JsonWriter;
using session::Session;

/// More of a kind than these, with nothing to assign in them, are not all written at once.
constexpr std::size_t locked_at_once = 100;

struct FieldWord {
  std::string_view key, words;
};
/// What the controls say, whatever field they are of.
constexpr FieldWord words_of_controls[] = {
    {"locked", field_words::locked},
    {"is_wrong", field_words::is_wrong},
    {"not_signed", field_words::not_signed},
    {"is_signed", field_words::is_signed},
    {"first_day", field_words::first_day},
    {"last_day", field_words::last_day},
    {"open_end_if_empty", field_words::open_end_if_empty},
    {"no_investigation", field_words::no_investigation},
    {"completed", field_words::completed},
    {"adjudication", field_words::adjudication},
    {"agency", field_words::agency},
    {"any_agency", field_words::any_agency},
    {"category", field_words::category},
    {"any_category", field_words::any_category},
    {"user", field_words::user},
    {"any_user", field_words::any_user},
    {"designate", field_words::designate},
    {"no_first_day", field_words::no_first_day},
    {"no_completion", field_words::no_completion},
    {"empty_class", field_words::empty_class},
    {"fill_in", field_words::fill_in},
    {"crossing_title", crossing_title},
};

void write_facts(JsonWriter& json, const std::vector<Fact>& facts) {
  for (const Fact& each : facts) {
    json.begin_object().member("title", each.title).member("words", each.words).end_object();
  }
}

void write_options(JsonWriter& json, const FieldView& field) {
  json.key("options").begin_array();
  for (const ChoiceView& each : field.choices) {
    json.begin_object()
        .member("value", each.text)
        .member("words", each.words)
        .member("note", each.note)
        .member("chosen", each.chosen)
        .member("allowed", each.allowed)
        .end_object();
  }
  json.end_array();
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
void write_parts(JsonWriter& json, const FieldView& field) {
  if (field.type == FieldType::term) {
    const auto& term = std::get<std::optional<policy::Term>>(field.value);
    json.key("parts").begin_object().member("signed", term.has_value());
    json.member("first", term ? policy::to_text(term->first) : "");
    json.member("last", term && term->last ? policy::to_text(*term->last) : "").end_object();
  } else if (field.type == FieldType::investigation) {
    const auto& held = std::get<std::optional<policy::Investigation>>(field.value);
    const policy::Investigation investigation = held.value_or(policy::Investigation{});
    json.key("parts").begin_object();
    json.member("type", held ? policy::word(investigation.type) : "none");
    json.member("completed", held ? policy::to_text(investigation.completed) : "");
    json.member("adjudication", policy::word(investigation.adjudication));
    write_all_words<policy::InvestigationType>(json, "types");
    write_all_words<policy::Adjudication>(json, "adjudications");
    json.end_object();
  }
}

void write_control(JsonWriter& json, const FieldView& field) {
  json.member("value", field.value_text).member("now", field.now);
  if (!field.none.empty()) json.member("none", field.none);
  if (field.concealed) json.member("find", field.find).member("found", field.found);
  json.key("notes").begin_array();
  for (const std::string& each : field.notes) json.value(each);
  json.end_array();
  write_options(json, field);
  if (!field.concealed) write_parts(json, field);
}

void write_field(JsonWriter& json, const FieldView& field) {
  json.begin_object()
      .member("title", field.title)
      .member("assign", field.assign)
      .member("type", field.concealed ? "concealed" : word(field.type))
      .member("locked", field.locked())
      .member("words", field.words);
  if (!field.locked()) write_control(json, field);
  json.end_object();
}

void write_crossing(JsonWriter& json, const CrossingView& crossing) {
  json.key("crossing").begin_object().key("functions").begin_array();
  for (const policy::Function each : crossing.functions) json.value(policy::title(each));
  json.end_array().key("rows").begin_array();
  for (const CrossingRow& each : crossing.rows) {
    json.begin_object().member("title", each.title).key("cells").begin_array();
    for (const Crossing cell : each.cells) json.value(word(cell));
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_thing(JsonWriter& json, const Session& session, const ThingView& thing) {
  json.begin_object()
      .member("id", thing.id)
      .member("title", thing.title)
      .member("locked", thing.locked())
      .member("note", thing.note);
  json.key("facts").begin_array();
  write_facts(json, thing.facts);
  write_facts(json, thing.content);
  json.end_array().key("fields").begin_array();
  for (const FieldView& each : thing.fields) write_field(json, each);
  json.end_array();
  if (thing.kind == scenario::AssignableKind::agreement) {
    const CrossingView crossing = view_crossing(session.world(), thing);
    if (!crossing.empty()) write_crossing(json, crossing);
  }
  json.end_object();
}

/// What is said above all things, and the words of the controls.
void write_words(JsonWriter& json, const AssignView& view) {
  json.begin_object().member("about", view.about).key("words").begin_object();
  for (const FieldWord& each : words_of_controls) json.member(each.key, each.words);
  json.end_object().key("legend").begin_array();
  for (const CrossingMeaning& each : crossing_legend) {
    if (!view.crosses) break;
    json.begin_object().member("mark", word(each.crossing)).member("words", each.words).end_object();
  }
  json.end_array().end_object();
}

/// Those that are not left out.
std::span<const std::uint32_t> written(const AssignKind& kind) {
  const bool leaves_out = kind.things.size() - kind.open > locked_at_once;
  return std::span(kind.things).first(leaves_out ? kind.open : kind.things.size());
}

/// Each thing as a section of its own, since a command mostly changes one.
void write_apart(ModelWriter& model, const Session& session, const AssignView& view) {
  for (const AssignKind& kind : view.kinds) {
    for (const std::uint32_t at : written(kind)) {
      const ThingView thing = view_thing(session, view.open, kind.kind, at);
      std::string name = "kinds/" + std::string(kind.word) + "/" + std::string(thing.id);
      write_thing(model.section(std::move(name)), session, thing);
    }
  }
}

}  // namespace

void write_kinds(ModelWriter& model, const Session& session) {
  const AssignView view = view_assign(session);
  write_words(model.section("assign"), view);
  if (model.is_split()) write_apart(model, session, view);
  JsonWriter& json = model.section("kinds").begin_array();
  for (const AssignKind& kind : view.kinds) {
    json.begin_object()
        .member("kind", kind.word)
        .member("title", kind.title)
        .member("count", kind.things.size())
        .member("open", kind.open)
        .member("left_out", kind.things.size() - written(kind).size())
        .member("locked", kind.locked)
        .member("empty", kind.empty)
        .member("search", search_title(kind));
    json.key("things").begin_array();
    for (const std::uint32_t at : written(kind)) {
      const ThingView thing = view_thing(session, view.open, kind.kind, at);
      if (model.is_split()) {
        json.value(thing.id);
      } else {
        write_thing(json, session, thing);
      }
    }
    json.end_array().end_object();
  }
  json.end_array();
}

std::optional<std::string> locked_things_model(const Session& session, std::string_view kind_word,
                                               std::size_t first, std::size_t count, std::string_view words) {
  const AssignView view = view_assign(session);
  for (const AssignKind& kind : view.kinds) {
    if (kind.word != kind_word) continue;
    const LockedThings found = find_locked(session, kind, first, count, words);
    JsonWriter json;
    json.begin_object().member("fit", found.fit).member("count", found.count).key("things").begin_array();
    for (const std::uint32_t at : found.shown)
      write_thing(json, session, view_thing(session, view.open, kind.kind, at));
    json.end_array().end_object();
    return json.take();
  }
  return std::nullopt;
}

}  // namespace ntk::web
