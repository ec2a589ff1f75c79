#include "sim/session/value_text.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "sim/policy/phrases.h"
#include "sim/session/refusal.h"

namespace ntk::session {
namespace {

using policy::Access;
using policy::Designation;
using policy::DesignationClass;
using policy::EnumSet;
using policy::Investigation;
using policy::Level;
using policy::Term;
using policy::World;
using scenario::Assignable;
using scenario::AssignedValue;

void add(std::string& text, char separator, std::string_view more) {
  if (!text.empty()) text += separator;
  text += more;
}

std::string class_text(const DesignationClass& designated, const World& world) {
  if (designated.names_nothing()) return std::string(nothing_word);
  std::string text;
  for (const auto each : designated.agencies) add(text, '+', "agency:" + world[each].id);
  for (const auto& each : policy::words<policy::UserCategory>()) {
    if (designated.categories.contains(each.value)) add(text, '+', "category:" + std::string(each.word));
  }
  for (const auto each : designated.users) add(text, '+', "user:" + world[each].id);
  return text;
}

/// A value as it stands in a command. Called with the alternatives of AssignedValue.
struct Text {
  const World& world;

  std::string operator()(Level level) const { return std::string(policy::word(level)); }
  std::string operator()(Access access) const { return std::string(policy::word(access)); }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(const std::optional<policy::Route>& route) const {
    return std::string(route ? policy::word(*route) : none_word);
  }
  std::string operator()(const Designation& classes) const {
    if (classes.empty()) return std::string(nobody_word);
    std::string text;
    for (const DesignationClass& each : classes) add(text, ' ', class_text(each, world));
    return text;
  }
  std::string operator()(const policy::Roles& roles) const {
    if (roles.empty()) return std::string(none_word);
    std::string text;
    for (const auto each : roles) add(text, ' ', world[each].id);
    return text;
  }
  std::string operator()(const std::optional<Investigation>& held) const {
    if (!held) return std::string(none_word);
    return std::string(policy::word(held->type)) + ' ' + policy::to_text(held->completed) + ' ' +
           std::string(policy::word(held->adjudication));
  }
  std::string operator()(const std::optional<Term>& term) const {
    if (!term) return std::string(unsigned_word);
    return policy::to_text(term->first) + ' ' +
           (term->last ? policy::to_text(*term->last) : std::string(open_word));
  }
  template <class E>
  std::string operator()(EnumSet<E> set) const {
    std::string text;
    for (const auto& each : policy::words<E>()) {
      if (set.contains(each.value)) add(text, ' ', each.word);
    }
    return text.empty() ? std::string(none_word) : text;
  }
};

/// A value for people. Called with the alternatives of AssignedValue.
struct InWords {
  const World& world;

  std::string operator()(Level level) const { return std::string(policy::title(level)); }
  std::string operator()(Access access) const { return std::string(policy::title(access)); }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(const std::optional<policy::Route>& route) const {
    return route ? std::string(policy::title(*route)) : "not answered yet";
  }
  std::string operator()(const Designation& classes) const { return policy::in_words(world, classes); }
  std::string operator()(const policy::Roles& roles) const {
    std::vector<std::string> titles;
    for (const auto each : roles) titles.push_back(world[each].title);
    return titles.empty() ? "none" : policy::listed(titles, "and");
  }
  std::string operator()(const std::optional<Investigation>& held) const {
    if (!held) return "none";
    return std::string(policy::title(held->type)) + ", completed " + policy::in_words(held->completed) +
           ", " + policy::in_sentence(policy::title(held->adjudication));
  }
  std::string operator()(const std::optional<Term>& term) const {
    return term ? policy::in_words(*term) : "not signed";
  }
  template <class E>
  std::string operator()(EnumSet<E> set) const {
    std::vector<std::string> titles;
    for (const auto& each : policy::words<E>()) {
      if (set.contains(each.value)) titles.emplace_back(each.title);
    }
    return titles.empty() ? "none" : policy::listed(titles, "and");
  }
};

/// The first category of a set that is not among the possible ones.
std::string first_beyond(policy::CategorySet set, policy::CategorySet possible) {
  for (const auto& each : policy::words<policy::Category>()) {
    if (set.contains(each.value) && !possible.contains(each.value)) return in_backticks(each.word);
  }
  return {};
}

/// Why a value would mean nothing in an open field.
Refusal meaningless(scenario::AssignableField field, const AssignedValue& value) {
  if (const auto* categories = std::get_if<policy::CategorySet>(&value)) {
    return refusal("not-allowed",
                   first_beyond(*categories, possible_categories(field)) + " cannot be given here",
                   field == scenario::AssignableField::memo_categories
                       ? "an owner’s memo covers data with levels: `subject`, `lookout`, `moir`, `seizure`"
                       : "this entry is about data without levels; for the others an owner’s memo says it");
  }
  if (std::holds_alternative<std::optional<Term>>(value)) {
    return refusal("term-backwards", "the term ends before it begins",
                   "a term includes its first and last day");
  }
  return refusal("not-allowed", "the value is not one of this field");
}

}  // namespace

scenario::Assignable any_designation() {
  return {scenario::AssignableField::record_designation, 0, true, {}};
}

std::string value_text(const AssignedValue& value, const Assignable&, const World& world) {
  return std::visit(Text{world}, value);
}

std::string value_in_words(const AssignedValue& value, const Assignable&, const World& world) {
  return std::visit(InWords{world}, value);
}

Refusal not_allowed(const AssignedValue& value, const Assignable& field, const World& world) {
  if (field.open) return meaningless(field.field, value);
  const auto& row = field_word(field.field);
  std::string choices;
  for (const AssignedValue& each : field.choices) {
    add(choices, ';', (choices.empty() ? "" : " ") + value_text(each, field, world));
  }
  return refusal("not-allowed",
                 in_backticks(value_text(value, field, world)) + " is not among the choices for the " +
                     policy::in_sentence(row.title) + " of " + in_backticks(owner_id(world, field)),
                 (row.is_set ? "choose any of: " : "choose one of: ") + choices);
}

}  // namespace ntk::session
