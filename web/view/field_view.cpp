#include "web/view/field_view.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "sim/policy/phrases.h"
#include "sim/session/command.h"

namespace ntk::web {
namespace {

using policy::Designation;
using policy::EnumSet;
using policy::World;
using scenario::Assignable;
using scenario::AssignableField;
using scenario::AssignableFieldWord;
using scenario::AssignedValue;
using session::Session;

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string_view note_of(const AssignedValue& value) {
  if (const auto* level = std::get_if<policy::Level>(&value)) return policy::row(*level).note;
  if (const auto* access = std::get_if<policy::Access>(&value)) return policy::row(*access).note;
  const auto* route = std::get_if<std::optional<policy::Route>>(&value);
  return route != nullptr && *route ? policy::row(**route).note : std::string_view();
}

FieldType type_of(const Assignable& field) {
  switch (field.field) {
    case AssignableField::record_designation:
      return field.open ? FieldType::classes : FieldType::set;
    case AssignableField::user_investigation:
      return field.open ? FieldType::investigation : FieldType::one;
    case AssignableField::agreement_term:
    case AssignableField::memo_term:
      return field.open ? FieldType::term : FieldType::one;
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
  return scenario::field_word(field.field).is_set ? FieldType::set : FieldType::one;
}

/// Puts the choices of an open field into its view.
class Choices {
 public:
  Choices(FieldView& view, const World& world, const Assignable& field)
      : view_(view), world_(world), field_(field) {}

  void add() {
    if (!scenario::field_word(field_.field).is_set) {
      add_values();
    } else if (const auto* classes = std::get_if<Designation>(&view_.value)) {
      add_classes(*classes);
    } else {
      std::visit([this](const auto& value) { add_members(value); }, view_.value);
    }
  }

 private:
  void add(const AssignedValue& value, bool chosen, std::string_view note = {}, bool allowed = true) {
    view_.choices.push_back({value, session::value_text(value, field_, world_),
                             capitalized(session::value_in_words(value, field_, world_)), std::string(note),
                             chosen, allowed});
  }
  void add_one(const AssignedValue& value) { add(value, value == view_.value, note_of(value)); }

  void add_values() {
    if (!field_.open) {
      for (const AssignedValue& choice : field_.choices) add_one(choice);
    } else if (std::holds_alternative<policy::Level>(view_.value)) {
      for (const auto& each : policy::words<policy::Level>()) add_one(each.value);
    } else if (std::holds_alternative<policy::Access>(view_.value)) {
      for (const auto& each : policy::words<policy::Access>()) add_one(each.value);
    } else if (std::holds_alternative<std::optional<policy::Route>>(view_.value)) {
      add_one(std::optional<policy::Route>());
      for (const auto& each : policy::words<policy::Route>()) add_one(std::optional(each.value));
    } else if (std::holds_alternative<bool>(view_.value)) {
      for (const bool value : {false, true}) add_one(value);
    }  // an open term or investigation has no list of values: it is put together from parts
  }

  /// The classes that may be designated; where any may, those that are.
  void add_classes(const Designation& current) {
    const auto& all = field_.open ? current : std::get<Designation>(field_.choices.front());
    for (const policy::DesignationClass& each : all) {
      add(Designation{each}, std::find(current.begin(), current.end(), each) != current.end());
    }
  }

  template <class E>
  void add_members(EnumSet<E> current) {
    for (const policy::Word<E>& each : policy::words<E>())
      add_member(EnumSet<E>{each.value}, current.contains(each.value), each.note);
  }
  void add_members(const policy::Roles& current) {
    for (std::uint32_t at = 0; at < world_.roles.size(); ++at) {
      const policy::Ref<policy::Role> role{at};
      const bool held = std::find(current.begin(), current.end(), role) != current.end();
      add_member(policy::Roles{role}, held, policy::in_words(world_[role]));
    }
  }
  void add_members(const auto&) {}  // not a set of words
  void add_member(const AssignedValue& alone, bool held, std::string_view note) {
    const bool allowed = scenario::allows(field_, alone);
    if (allowed || held) add(alone, held, note, allowed);
  }

  FieldView& view_;
  const World& world_;
  const Assignable& field_;
};

/// What is said of a designation beside its classes.
void add_designation_notes(FieldView& view, const World& world, const Assignable& field) {
  const policy::Level level = world.records[field.at].level;
  const bool counts = level == policy::Level::level_3 || level == policy::Level::level_4;
  if (!counts) {
    view.notes.push_back("Applies only at levels 3 and 4. This record is at " +
                         policy::in_sentence(policy::title(level)) + ".");
  }
  if (!field.open) return;
  if (view.choices.empty())
    view.notes.emplace_back(counts ? "Nobody is designated. Only its creator can see the record."
                                   : "Nobody is designated.");
  view.notes.emplace_back(
      "A class names an agency, a category of user, a user, or several of these. A user must fit all that it "
      "names.");
}

void add_notes(FieldView& view, const World& world, const Assignable& field) {
  if (field.field == AssignableField::record_designation) add_designation_notes(view, world, field);
  if (field.field == AssignableField::agreement_anaci_categories)
    view.notes.emplace_back("Users with an ANACI reach data without levels only where it is listed here.");
}

/// A value behind its title. A role says what it includes.
std::string words_of(const World& world, const Assignable& field, const AssignedValue& value) {
  const auto* roles = std::get_if<policy::Roles>(&value);
  if (roles == nullptr || roles->empty()) return session::value_in_words(value, field, world);
  std::vector<std::string> words;
  for (const policy::Ref<policy::Role> each : *roles)
    words.push_back(world[each].title + " (" + policy::in_words(world[each]) + ")");
  return policy::listed(words, "and");
}

FieldView begin_field(const Session& session, const Assignable& field) {
  const AssignableFieldWord& word = scenario::field_word(field.field);
  FieldView view;
  view.field = field.field;
  view.title = word.title;
  view.type = type_of(field);
  view.assign = "assign " + std::string(word.kind_word) + " " +
                std::string(scenario::owner_id(session.world(), field)) + " " + std::string(word.word);
  return view;
}

void add_value(FieldView& view, const World& world, const Assignable& field) {
  view.value = scenario::current_value(world, field);
  view.value_text = session::value_text(view.value, field, world);
  view.words = words_of(world, field, view.value);
  if (!scenario::field_word(field.field).is_set) return;
  const auto nothing = [](const auto& members) { return AssignedValue(std::decay_t<decltype(members)>{}); };
  view.none = session::value_text(std::visit(nothing, view.value), field, world);
}

void conceal(FieldView& view, bool found) {
  constexpr std::string_view verb = "assign ";
  view.concealed = true;
  view.found = found;
  view.find = (found ? "unfind " : "find ") + view.assign.substr(verb.size());
  view.words = "Find this out from the audit trail.";
}

/// Puts a member into a set. Called with the set.
struct PutIn {
  const AssignedValue& member;

  template <class E>
  void operator()(EnumSet<E>& set) const {
    if (const auto* more = std::get_if<EnumSet<E>>(&member)) set = set | *more;
  }
  void operator()(policy::Roles& roles) const { append(roles); }
  void operator()(Designation& classes) const { append(classes); }
  void operator()(auto&) const {}  // not a set

 private:
  template <class List>
  void append(List& list) const {
    if (const auto* more = std::get_if<List>(&member)) list.insert(list.end(), more->begin(), more->end());
  }
};

}  // namespace

OpenFields::OpenFields(const scenario::Scenario& scenario) {
  for (std::uint32_t i = 0; i < scenario.assignables.size(); ++i) {
    const Assignable& each = scenario.assignables[i];
    entries_.push_back({each.field, each.at, i});
    things_[static_cast<std::size_t>(scenario::field_word(each.field).kind)].push_back(each.at);
  }
  std::sort(entries_.begin(), entries_.end());
  for (std::vector<std::uint32_t>& each : things_) {
    std::sort(each.begin(), each.end());
    each.erase(std::unique(each.begin(), each.end()), each.end());
  }
}

std::optional<std::uint32_t> OpenFields::find(AssignableField field, std::uint32_t at) const {
  const auto place = std::lower_bound(entries_.begin(), entries_.end(), Entry{field, at, 0});
  if (place == entries_.end() || place->field != field || place->at != at) return std::nullopt;
  return place->assignable;
}

std::string_view word(FieldType type) {
  switch (type) {
    case FieldType::one:
      return "one";
    case FieldType::set:
      return "set";
    case FieldType::term:
      return "term";
    case FieldType::investigation:
      return "investigation";
    case FieldType::classes:
      return "classes";
  }
  return {};
}

FieldView view_field(const Session& session, std::uint32_t assignable) {
  const Assignable& field = session.scenario().assignables[assignable];
  FieldView view = begin_field(session, field);
  view.assignable = assignable;
  if (session.conceals()) {
    conceal(view, session.is_found(assignable));
    return view;
  }
  add_value(view, session.world(), field);
  Choices(view, session.world(), field).add();
  add_notes(view, session.world(), field);
  const bool of_parts = view.type == FieldType::term || view.type == FieldType::investigation;
  const bool shown =
      std::any_of(view.choices.begin(), view.choices.end(), [](const auto& each) { return each.chosen; });
  if (of_parts || (view.type == FieldType::one && !shown)) view.now = "Now: " + view.words;
  return view;
}

FieldView view_locked_field(const Session& session, AssignableField which, std::uint32_t at) {
  const Assignable field{which, at, false, {}};
  FieldView view = begin_field(session, field);
  add_value(view, session.world(), field);
  return view;
}

AssignedValue toggled(const FieldView& field, const ChoiceView& choice) {
  const auto nothing = [](const auto& members) { return AssignedValue(std::decay_t<decltype(members)>{}); };
  AssignedValue value = std::visit(nothing, field.value);
  for (const ChoiceView& each : field.choices) {
    const bool in = &each == &choice ? !each.chosen : each.chosen;
    if (in && each.allowed) std::visit(PutIn{each.value}, value);
  }
  return value;
}

}  // namespace ntk::web
