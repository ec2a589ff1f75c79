// What the student may assign: the thing, its field, and the choices.
#include <algorithm>
#include <map>

#include "sim/scenario/read_parts.h"

namespace ntk::scenario {
namespace {

/// More choices than anyone reads.
constexpr std::size_t most_choices = 100;

/// The key that names the thing, and the kind of thing whose id it holds.
struct ThingKey {
  AssignableKind kind;
  IdKind id_kind;
  std::string_view key;
};
constexpr std::array<ThingKey, 5> thing_keys = {{{AssignableKind::record, IdKind::record, "record"},
                                                 {AssignableKind::user, IdKind::user, "user"},
                                                 {AssignableKind::agreement, IdKind::agreement, "agreement"},
                                                 {AssignableKind::memo, IdKind::owner_memo, "owner_memo"},
                                                 {AssignableKind::letter, IdKind::letter, "letter"}}};

template <class T>
std::optional<AssignedValue> as_value(std::optional<T> value) {
  if (!value) return std::nullopt;
  return AssignedValue(*std::move(value));
}

/// One choice, as the field's values are written in the world. For a set, one of its elements.
std::optional<AssignedValue> read_choice(Reading& reading, const Node& node, AssignableField field) {
  using Field = AssignableField;
  Diagnostics& diagnostics = reading.diagnostics;
  switch (field) {
    case Field::record_level:
      return as_value(read_level(diagnostics, node));
    case Field::record_designation:
      return policy::Designation{read_designation_class(reading, node)};
    case Field::user_investigation:
      if (node.is(JsonKind::null)) return std::optional<policy::Investigation>();
      return std::optional(read_investigation(reading, node));
    case Field::agreement_term:
    case Field::memo_term:
      if (node.is(JsonKind::null)) return std::optional<policy::Term>();
      return std::optional(read_term(reading, node));
    case Field::user_functions:
    case Field::agreement_functions: {
      const auto function = read_word<policy::Function>(diagnostics, node);
      return function ? std::optional<AssignedValue>(policy::FunctionSet{*function}) : std::nullopt;
    }
    case Field::user_roles: {
      const auto role = reading.ids.resolve(diagnostics, IdKind::role, node);
      return role ? std::optional<AssignedValue>(policy::Roles{{*role}}) : std::nullopt;
    }
    case Field::agreement_categories:
    case Field::agreement_anaci_categories:
    case Field::memo_categories: {
      const auto category = read_category(reading, node, field);
      return category ? std::optional<AssignedValue>(policy::CategorySet{*category}) : std::nullopt;
    }
    case Field::memo_levels: {
      const auto level = read_memo_level(diagnostics, node);
      return level ? std::optional<AssignedValue>(policy::LevelSet{*level}) : std::nullopt;
    }
    case Field::memo_access:
      return as_value(read_word<policy::Access>(diagnostics, node));
    case Field::memo_anaci:
      return as_value(read_boolean(diagnostics, node));
    case Field::letter_states: {
      const auto statement = read_word<policy::Statement>(diagnostics, node);
      return statement ? std::optional<AssignedValue>(policy::StatementSet{*statement}) : std::nullopt;
    }
    case Field::letter_route:
      break;
  }
  if (node.is(JsonKind::null)) return std::optional<policy::Route>();
  const auto route = read_word<policy::Route>(diagnostics, node);
  return route ? std::optional<AssignedValue>(std::optional(*route)) : std::nullopt;
}

/// The set with the element of one more choice.
struct Unite {
  AssignedValue& whole;

  template <class E>
  void operator()(const policy::EnumSet<E>& part) const {
    std::get<policy::EnumSet<E>>(whole) |= part;
  }
  void operator()(const policy::Designation& part) const {
    auto& classes = std::get<policy::Designation>(whole);
    classes.insert(classes.end(), part.begin(), part.end());
  }
  void operator()(const policy::Roles& part) const {
    auto& roles = std::get<policy::Roles>(whole);
    roles.insert(roles.end(), part.begin(), part.end());
    std::sort(roles.begin(), roles.end());
  }
  template <class T>
  void operator()(const T&) const {}  // not a set
};

/// The same twice, or two ways to write the same.
void report_same_choice(Diagnostics& diagnostics, const Node& list, const Node& item) {
  if (diagnostics.is_full()) return;
  for (const JsonValue& earlier : list.value->items) {
    if (&earlier == item.value) break;
    if (same_json(earlier, *item.value)) return report_repeated(diagnostics, item);
  }
  report(diagnostics, Code::duplicate_entry, item, item.name() + " means the same as an earlier one",
         "once is enough: keys left out have their defaults");
}

/// The set with no element.
AssignedValue empty_set(AssignableField field) {
  using Field = AssignableField;
  switch (field) {
    case Field::record_designation:
      return policy::Designation();
    case Field::user_roles:
      return policy::Roles();
    case Field::user_functions:
    case Field::agreement_functions:
      return policy::FunctionSet();
    case Field::memo_levels:
      return policy::LevelSet();
    case Field::letter_states:
      return policy::StatementSet();
    case Field::agreement_categories:
    case Field::agreement_anaci_categories:
    case Field::memo_categories:
      return policy::CategorySet();
    case Field::record_level:
    case Field::user_investigation:
    case Field::agreement_term:
    case Field::memo_term:
    case Field::memo_access:
    case Field::memo_anaci:
    case Field::letter_route:
      break;  // no sets
  }
  return {};
}

void read_choices(Reading& reading, const Node& list, Assignable& assignable) {
  const auto items = read_items(reading.diagnostics, list);
  if (!items) return;
  report_if_empty(
      reading.diagnostics, list,
      "without `choices` any value may be assigned; to lock the field, leave it out of `assignable`");
  if (items->size() > most_choices) {
    report(reading.diagnostics, Code::too_many_items, list,
           list.name() + " has " + std::to_string(items->size()) + " items",
           "at most " + std::to_string(most_choices));
    return;
  }
  std::vector<AssignedValue> values;
  for (const Node& item : *items) {
    auto value = read_choice(reading, item, assignable.field);
    if (!value) continue;
    const auto same = std::find(values.begin(), values.end(), *value);
    if (same != values.end()) report_same_choice(reading.diagnostics, list, item);
    values.push_back(*std::move(value));
  }
  if (!field_word(assignable.field).is_set) {
    assignable.choices = std::move(values);
  } else if (!values.empty()) {
    AssignedValue whole = values.front();
    for (std::size_t at = 1; at < values.size(); ++at) std::visit(Unite{whole}, values[at]);
    assignable.choices = {std::move(whole)};
  }
}

/// The thing whose field is opened; nothing, after saying so, unless exactly one is named.
const ThingKey* read_thing(Reading& reading, ObjectReader& object, std::optional<std::uint32_t>& at) {
  const ThingKey* named = nullptr;
  std::size_t count = 0;
  for (const ThingKey& each : thing_keys) {
    if (!object.find(each.key)) continue;
    ++count;
    named = &each;
    at = object.reference(each.key, each.id_kind);
  }
  if (count == 1) return named;
  if (object.is_object()) {
    report(reading.diagnostics, Code::needs_one_of, object.node(),
           count == 0 ? "this does not say whose field may be assigned" : "this names several things at once",
           "give exactly one of `record`, `user`, `agreement`, `owner_memo`, `letter`, and its id");
  }
  return nullptr;
}

std::optional<AssignableField> read_field(Reading& reading, ObjectReader& object, const ThingKey* thing) {
  const auto node = object.need("field", "what of it may be assigned: `level`, `functions`, `term` ...");
  if (!node) return std::nullopt;
  std::vector<std::string_view> words;
  std::vector<AssignableField> fields;
  for (const AssignableFieldWord& each : assignable_fields()) {
    if (thing && each.kind != thing->kind) continue;
    words.push_back(each.word);
    fields.push_back(each.field);
  }
  std::string noun = "a field";
  if (thing) noun += " of " + std::string(id_kind_words(thing->id_kind).several);
  noun += " that can be assigned";
  const auto at = read_word(reading.diagnostics, *node, words, noun);
  return thing && at ? std::optional(fields[*at]) : std::nullopt;
}

/// Whether what is opened could be told.
bool read_assignable(Reading& reading, const Node& node, Assignable& assignable) {
  ObjectReader object(reading, node, "an assignable");
  std::optional<std::uint32_t> at;
  const ThingKey* thing = read_thing(reading, object, at);
  const auto field = read_field(reading, object, thing);
  const auto choices = object.find("choices");
  assignable.open = !choices;
  if (!field) return false;
  assignable.field = *field;
  assignable.at = at.value_or(0);
  if (choices) read_choices(reading, *choices, assignable);
  return at.has_value();
}

}  // namespace

std::optional<std::uint32_t> read_opened(Reading& reading, ObjectReader& object, const Scenario& scenario) {
  std::optional<std::uint32_t> at;
  const ThingKey* thing = read_thing(reading, object, at);
  const auto field = read_field(reading, object, thing);
  if (!field || !at) return std::nullopt;
  const auto& opened = scenario.assignables;
  const auto found = std::find_if(opened.begin(), opened.end(), [&](const Assignable& each) {
    return each.field == *field && each.at == *at;
  });
  if (found != opened.end()) return static_cast<std::uint32_t>(found - opened.begin());
  report(reading.diagnostics, Code::not_opened, object.node(), "the scenario does not open this field",
         "add it to `assignable`: what can be named is what can be assigned");
  return std::nullopt;
}

std::optional<AssignedValue> read_whole_value(Reading& reading, const Node& node, AssignableField field) {
  if (!field_word(field).is_set) return read_choice(reading, node, field);
  const auto items = read_items(reading.diagnostics, node);
  if (!items) return std::nullopt;
  AssignedValue whole = empty_set(field);
  std::vector<AssignedValue> values;
  for (const Node& item : *items) {
    auto value = read_choice(reading, item, field);
    if (!value) continue;
    if (std::find(values.begin(), values.end(), *value) != values.end())
      report_same_choice(reading.diagnostics, node, item);
    std::visit(Unite{whole}, *value);
    values.push_back(*std::move(value));
  }
  return values.size() == items->size() ? std::optional(std::move(whole)) : std::nullopt;
}

void read_assignables(Reading& reading, ObjectReader& top, Scenario& scenario) {
  std::map<std::pair<AssignableField, std::uint32_t>, Node> opened;
  read_list(reading, top.find("assignable"), scenario.assignables,
            [&](Reading& inner, const Node& node, Assignable& assignable) {
              if (!read_assignable(inner, node, assignable)) return;
              const auto [first, is_new] = opened.emplace(std::pair(assignable.field, assignable.at), node);
              if (is_new) return;
              report(inner.diagnostics, Code::duplicate_entry, node, "this field is opened twice",
                     "give all its choices in one place");
              inner.diagnostics.add_related("first opened here", first->second.span());
            });
}

}  // namespace ntk::scenario
