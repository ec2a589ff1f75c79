#include "web/canvas/panels/assign_field.h"

#include <algorithm>
#include <string>

#include "sim/policy/phrases.h"
#include "web/canvas/panels/choice_grid.h"
#include "web/canvas/panels/facts.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using policy::Investigation;
using policy::Term;
using scenario::AssignableField;
using session::AssignCommand;
using session::Session;
using ui::Face;
using ui::px;
using ui::Role;

/// The few values of a field that fit on buttons beside each other, and what they mean below.
void draw_segments(const FieldView& field, Actions& actions) {
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    const ChoiceView& each = field.choices[i];
    const bool last = i + 1 == field.choices.size();
    if (ui::segment(with_id(each.words, each.text), each.chosen, i == 0, last) && !each.chosen)
      actions.push_back(AssignCommand{*field.assignable, each.value});
  }
  draw_meanings(field.choices);
}

void draw_radios(const FieldView& field, Actions& actions) {
  for (const ChoiceView& each : field.choices) {
    if (ui::radio(with_id(each.words, each.text), each.chosen) && !each.chosen)
      actions.push_back(AssignCommand{*field.assignable, each.value});
    ui::gap(-6);
    if (each.note.empty()) continue;
    ui::gap(-4);
    ImGui::Indent(px(26));
    ui::note(each.note);
    ImGui::Unindent(px(26));
    ui::gap(-2);
  }
  ui::gap(6);
}

bool has_short_choices(AssignableField field) {
  return field == AssignableField::record_level || field == AssignableField::memo_access ||
         field == AssignableField::memo_anaci;
}

void draw_locked(const FieldView& field) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  ui::draw_mark(ui::Mark::lock, {from.x + px(6), from.y + ui::line_height(Face::small) / 2}, px(12),
                Role::muted);
  ImGui::Indent(px(20));
  const Fact fact{std::string(field.title), field.words};
  draw_facts({&fact, 1});
  ImGui::Unindent(px(20));
  ui::gap(-4);
}

/// A field whose value is to be found out; the student can name it as wrong.
void draw_concealed(const FieldView& field, Actions& actions) {
  ui::gap(4);
  ui::field_name(field.title);
  ui::note(field.words);
  if (ui::check(std::string(field_words::is_wrong), field.found))
    actions.push_back(session::FindCommand{*field.assignable, !field.found});
}

}  // namespace

void AssignField::clear() {
  dates_.clear();
  classes_.clear();
}

void AssignField::draw(const Session& session, const FieldView& field, Actions& actions) {
  if (field.locked()) return draw_locked(field);
  const platform::NamedScope scope(scenario::field_word(field.field).word);
  if (field.concealed) return draw_concealed(field, actions);
  ui::gap(4);
  ui::field_name(field.title);
  if (!field.now.empty()) ui::note(field.now);
  for (const std::string& each : field.notes) ui::note(each);
  draw_control(session, field, actions);
}

void AssignField::draw_control(const Session& session, const FieldView& field, Actions& actions) {
  switch (field.type) {
    case FieldType::one:
      return has_short_choices(field.field) ? draw_segments(field, actions) : draw_radios(field, actions);
    case FieldType::set:
      return draw_boxes(field, actions);
    case FieldType::term:
      return draw_term(session.clock().day, field, actions);
    case FieldType::investigation:
      return draw_investigation(session.clock().day, field, actions);
    case FieldType::classes:
      draw_boxes(field, actions);
      return draw_class_builder(session.world(), field, actions);
  }
}

void AssignField::draw_term(policy::Date today, const FieldView& field, Actions& actions) {
  const auto& current = std::get<std::optional<Term>>(field.value);
  const auto give = [&](std::optional<Term> term) {
    if (term != current) actions.push_back(AssignCommand{*field.assignable, term});
  };
  if (ui::segment(with_id(field_words::not_signed, "unsigned"), !current, true, false)) give(std::nullopt);
  if (ui::segment(std::string(field_words::is_signed), current.has_value(), false, true))
    give(current.value_or(Term{today, std::nullopt}));
  if (!current) return;
  if (const auto first = dates_.edit(field_words::first_day, current->first))
    give(Term{*first, current->last});
  ImGui::SameLine(0, px(12));
  if (ImGui::GetContentRegionAvail().x < px(200)) ImGui::NewLine();
  if (current->last) {
    if (const auto last = dates_.edit(field_words::last_day, *current->last))
      give(Term{current->first, *last});
  }
  if (!current->last) ImGui::NewLine();
  if (ui::check(std::string(field_words::open_end), !current->last)) {
    const policy::Date year_end =
        std::min(policy::plus_years(std::max(current->first, today), 1), policy::last_date);
    give(Term{current->first, current->last ? std::nullopt : std::optional<policy::Date>(year_end)});
  }
}

void AssignField::draw_investigation(policy::Date today, const FieldView& field, Actions& actions) {
  const auto& current = std::get<std::optional<Investigation>>(field.value);
  const auto give = [&](std::optional<Investigation> held) {
    if (held != current) actions.push_back(AssignCommand{*field.assignable, held});
  };
  if (ui::segment(with_id(field_words::no_investigation, "none"), !current, true, false)) give(std::nullopt);
  const auto types = policy::words<policy::InvestigationType>();
  for (const auto& each : types) {
    const bool chosen = current && current->type == each.value;
    if (!ui::segment(with_id(each.title, each.word), chosen, false, &each == &types.back())) continue;
    Investigation held = current.value_or(Investigation{each.value, today, policy::Adjudication::favorable});
    held.type = each.value;
    give(held);
  }
  if (!current) return;
  if (const auto completed = dates_.edit(field_words::completed, current->completed)) {
    give(Investigation{current->type, *completed, current->adjudication});
  }
  ui::field_name(field_words::adjudication);
  const auto adjudications = policy::words<policy::Adjudication>();
  for (const auto& each : adjudications) {
    if (ui::segment(with_id(each.title, each.word), current->adjudication == each.value,
                    &each == &adjudications.front(), &each == &adjudications.back())) {
      give(Investigation{current->type, current->completed, each.value});
    }
  }
}

namespace {

/// One part of a class: any, or one of a list.
template <class Id, class Items>
void choose_part(std::string_view name, std::string_view any, std::optional<Id>& chosen, const Items& items,
                 auto id_of, auto title_of, float width) {
  ImGui::BeginGroup();
  ui::field_name(name);
  std::string preview(any);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (chosen == id_of(i)) preview = title_of(i);
  }
  if (ui::begin_choice(with_id("", name), preview, width)) {
    if (ui::option(std::string(any), !chosen)) chosen.reset();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (ui::option(title_of(i), chosen == id_of(i))) chosen = id_of(i);
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

}  // namespace

AssignField::ClassDraft& AssignField::draft_of(std::uint32_t assignable) {
  for (ClassDraft& each : classes_) {
    if (each.index == assignable) return each;
  }
  return classes_.emplace_back(ClassDraft{assignable, {}, {}, {}});
}

void AssignField::draw_class_builder(const policy::World& world, const FieldView& field, Actions& actions) {
  ClassDraft& draft = draft_of(*field.assignable);
  const float width = (ImGui::GetContentRegionAvail().x - px(16)) / 3;
  const auto categories = policy::words<policy::UserCategory>();
  const auto at = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
  choose_part(
      field_words::agency, field_words::any_agency, draft.agency, world.agencies, at,
      [&](std::size_t i) { return policy::called(world.agencies[i]); }, width);
  ImGui::SameLine();
  choose_part(
      field_words::category, field_words::any_category, draft.category, categories,
      [&](std::size_t i) { return categories[i].value; },
      [&](std::size_t i) { return std::string(categories[i].title); }, width);
  ImGui::SameLine();
  choose_part(
      field_words::user, field_words::any_user, draft.user, world.users, at,
      [&](std::size_t i) { return world.users[i].name; }, width);
  policy::DesignationClass made;
  if (draft.agency) made.agencies = {{*draft.agency}};
  if (draft.category) made.categories = {*draft.category};
  if (draft.user) made.users = {{*draft.user}};
  const auto& current = std::get<policy::Designation>(field.value);
  const bool known = std::find(current.begin(), current.end(), made) != current.end();
  ImGui::BeginDisabled(made.names_nothing() || known);
  if (ui::button(std::string(field_words::designate))) {
    policy::Designation changed = current;
    changed.push_back(made);
    actions.push_back(AssignCommand{*field.assignable, changed});
    draft = ClassDraft{*field.assignable, {}, {}, {}};
  }
  ImGui::EndDisabled();
  if (made.names_nothing()) ui::tooltip(field_words::names_nothing);
}

}  // namespace ntk::web::panels
