#include "web/canvas/panels/assign_field.h"

#include <algorithm>
#include <array>

#include "sim/policy/phrases.h"
#include "web/app/shared_words.h"
#include "web/canvas/panels/choice_grid.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using policy::Investigation;
using policy::Term;
using scenario::Assignable;
using scenario::AssignableField;
using scenario::AssignedValue;
using session::AssignCommand;
using session::Session;
using ui::Face;
using ui::px;
using ui::Role;

const Assignable& assignable(const Session& session, std::uint32_t index) {
  return session.scenario().assignables[index];
}

template <class T>
T value_of(const Session& session, std::uint32_t index) {
  return std::get<T>(scenario::current_value(session.world(), assignable(session, index)));
}

/// The few values of a field that fit on buttons beside each other.
std::vector<AssignedValue> short_choices(const Assignable& field) {
  if (!field.open) return field.choices;
  std::vector<AssignedValue> values;
  if (field.field == AssignableField::record_level) {
    for (const auto& each : policy::words<policy::Level>()) values.emplace_back(each.value);
  } else if (field.field == AssignableField::memo_access) {
    for (const auto& each : policy::words<policy::Access>()) values.emplace_back(each.value);
  } else {
    values = {AssignedValue(false), AssignedValue(true)};
  }
  return values;
}

/// The choices of a field of one value; where it is open, all of its vocabulary.
std::vector<AssignedValue> offered(const Assignable& field) {
  if (!field.open || field.field != AssignableField::letter_route) return field.choices;
  std::vector<AssignedValue> routes = {AssignedValue(std::optional<policy::Route>())};
  for (const auto& each : policy::words<policy::Route>()) routes.emplace_back(std::optional(each.value));
  return routes;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void draw_segments(const Session& session, std::uint32_t index, Actions& actions) {
  const Assignable& field = assignable(session, index);
  const AssignedValue current = scenario::current_value(session.world(), field);
  const std::vector<AssignedValue> values = short_choices(field);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string words = capitalised(session::value_in_words(values[i], field, session.world()));
    const std::string label = words + "###" + session::value_text(values[i], field, session.world());
    if (ui::segment(label, values[i] == current, i == 0, i + 1 == values.size()) && values[i] != current) {
      actions.push_back(AssignCommand{index, values[i]});
    }
  }
  if (const auto* level = std::get_if<policy::Level>(&current)) {
    ui::gap(-2);
    ui::note("Open to " + std::string(policy::row(*level).note) + ".");
  }
}

void draw_locked(const Session& session, AssignableField which, std::uint32_t at) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  ui::draw_mark(ui::Mark::lock, {from.x + px(6), from.y + ui::line_height(Face::small) / 2}, px(12),
                Role::muted);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(20));
  ui::note(std::string(scenario::field_word(which).title) + ": " + value_in_words(session, which, at));
  ui::gap(-4);
}

/// A field whose value is to be found out; the student can name it as wrong.
void draw_concealed(const Session& session, std::uint32_t index, Actions& actions) {
  ui::gap(4);
  ui::field_name(scenario::field_word(assignable(session, index).field).title);
  ui::note(concealed_words);
  const bool found = session.is_found(index);
  if (ui::check("This is what is wrong", found)) actions.push_back(session::FindCommand{index, !found});
}

}  // namespace

std::optional<std::uint32_t> find_assignable(const Session& session, AssignableField which,
                                             std::uint32_t at) {
  const std::vector<Assignable>& opened = session.scenario().assignables;
  for (std::uint32_t i = 0; i < opened.size(); ++i) {
    if (opened[i].field == which && opened[i].at == at) return i;
  }
  return std::nullopt;
}

std::string value_in_words(const Session& session, AssignableField which, std::uint32_t at) {
  const Assignable field{which, at, false, {}};
  return session::value_in_words(scenario::current_value(session.world(), field), field, session.world());
}

void AssignField::clear() {
  dates_.clear();
  classes_.clear();
}

void AssignField::draw(const Session& session, AssignableField which, std::uint32_t at, Actions& actions) {
  const std::optional<std::uint32_t> index = find_assignable(session, which, at);
  if (!index) {
    draw_locked(session, which, at);
    return;
  }
  const platform::NamedScope scope(scenario::field_word(which).word);
  if (session.conceals()) return draw_concealed(session, *index, actions);
  const bool open = assignable(session, *index).open;
  ui::gap(4);
  ui::field_name(scenario::field_word(which).title);
  switch (which) {
    case AssignableField::record_designation:
      draw_designation(session, *index, actions);
      break;
    case AssignableField::user_investigation:
      open ? draw_investigation(session, *index, actions) : draw_one_of_choices(session, *index, actions);
      break;
    case AssignableField::agreement_term:
    case AssignableField::memo_term:
      open ? draw_term(session, *index, actions) : draw_one_of_choices(session, *index, actions);
      break;
    case AssignableField::user_functions:
    case AssignableField::agreement_functions:
      draw_boxes<policy::Function>(session, *index, actions);
      break;
    case AssignableField::user_roles:
      draw_roles(session, *index, actions);
      break;
    case AssignableField::agreement_categories:
    case AssignableField::agreement_anaci_categories:
    case AssignableField::memo_categories:
      draw_boxes<policy::Category>(session, *index, actions);
      break;
    case AssignableField::memo_levels:
      draw_boxes<policy::Level>(session, *index, actions);
      break;
    case AssignableField::letter_states:
      draw_boxes<policy::Statement>(session, *index, actions);
      break;
    case AssignableField::record_level:
    case AssignableField::memo_access:
    case AssignableField::memo_anaci:
      draw_segments(session, *index, actions);
      break;
    case AssignableField::letter_route:
      draw_one_of_choices(session, *index, actions);
      break;
  }
}

void AssignField::draw_one_of_choices(const Session& session, std::uint32_t index, Actions& actions) {
  const Assignable& field = assignable(session, index);
  const AssignedValue current = scenario::current_value(session.world(), field);
  for (const AssignedValue& choice : offered(field)) {
    const std::string words = capitalised(session::value_in_words(choice, field, session.world()));
    const std::string label = words + "###" + session::value_text(choice, field, session.world());
    if (ui::radio(label, choice == current) && choice != current)
      actions.push_back(AssignCommand{index, choice});
    ui::gap(-6);
  }
  ui::gap(6);
}

void AssignField::draw_roles(const Session& session, std::uint32_t index, Actions& actions) {
  const Assignable& field = assignable(session, index);
  const auto current = value_of<policy::Roles>(session, index);
  for (std::uint32_t at = 0; at < session.world().roles.size(); ++at) {
    const policy::Ref<policy::Role> role{at};
    if (!scenario::allows(field, policy::Roles{role})) continue;
    const auto place = std::lower_bound(current.begin(), current.end(), role);
    const bool held = place != current.end() && *place == role;
    const policy::Role& shown = session.world()[role];
    if (ui::check(shown.title + "###" + shown.id, held)) {
      policy::Roles changed = current;
      const auto same_place = changed.begin() + (place - current.begin());
      held ? changed.erase(same_place) : changed.insert(same_place, role);
      actions.push_back(AssignCommand{index, changed});
    }
    ui::gap(-6);
    ImGui::Indent(px(28));
    ui::note(policy::in_words(shown));
    ImGui::Unindent(px(28));
    ui::gap(-4);
  }
  ui::gap(6);
}

void AssignField::draw_term(const Session& session, std::uint32_t index, Actions& actions) {
  const auto current = value_of<std::optional<Term>>(session, index);
  const auto give = [&](std::optional<Term> term) { actions.push_back(AssignCommand{index, term}); };
  if (ui::check("Signed", current.has_value())) {
    give(current ? std::nullopt : std::optional<Term>(Term{session.clock().day, std::nullopt}));
  }
  if (!current) return;
  if (const auto first = dates_.edit("First day", current->first)) give(Term{*first, current->last});
  ImGui::SameLine(0, px(12));
  if (ImGui::GetContentRegionAvail().x < px(200)) ImGui::NewLine();
  if (current->last) {
    if (const auto last = dates_.edit("Last day", *current->last)) give(Term{current->first, *last});
  }
  if (!current->last) ImGui::NewLine();
  if (ui::check("Until further notice", !current->last)) {
    const policy::Date year_end =
        std::min(policy::plus_years(std::max(current->first, session.clock().day), 1), policy::last_date);
    give(Term{current->first, current->last ? std::nullopt : std::optional<policy::Date>(year_end)});
  }
}

void AssignField::draw_investigation(const Session& session, std::uint32_t index, Actions& actions) {
  const auto current = value_of<std::optional<Investigation>>(session, index);
  const auto give = [&](std::optional<Investigation> held) {
    if (held != current) actions.push_back(AssignCommand{index, held});
  };
  if (ui::segment("None###none", !current, true, false)) give(std::nullopt);
  const auto types = policy::words<policy::InvestigationType>();
  for (const auto& each : types) {
    const bool chosen = current && current->type == each.value;
    if (!ui::segment(std::string(each.title) + "###" + std::string(each.word), chosen, false,
                     &each == &types.back()))
      continue;
    Investigation held =
        current.value_or(Investigation{each.value, session.clock().day, policy::Adjudication::favorable});
    held.type = each.value;
    give(held);
  }
  if (!current) return;
  if (const auto completed = dates_.edit("Completed", current->completed)) {
    give(Investigation{current->type, *completed, current->adjudication});
  }
  ui::field_name("Adjudication");
  const auto adjudications = policy::words<policy::Adjudication>();
  for (const auto& each : adjudications) {
    if (ui::segment(std::string(each.title) + "###" + std::string(each.word),
                    current->adjudication == each.value, &each == &adjudications.front(),
                    &each == &adjudications.back())) {
      give(Investigation{current->type, current->completed, each.value});
    }
  }
}

void AssignField::draw_designation(const Session& session, std::uint32_t index, Actions& actions) {
  const Assignable& field = assignable(session, index);
  const policy::Level level = session.world().records[field.at].level;
  if (level != policy::Level::level_3 && level != policy::Level::level_4) {
    ui::note("Heeded at levels 3 and 4 only; the record is now " + policy::in_sentence(policy::title(level)) +
             ".");
  }
  const auto current = value_of<policy::Designation>(session, index);
  const auto& offered = field.open ? current : std::get<policy::Designation>(field.choices.front());
  if (field.open && current.empty()) ui::note("Nobody is designated: only its creator may see it.");
  for (const policy::DesignationClass& each : offered) {
    const bool on = std::find(current.begin(), current.end(), each) != current.end();
    const std::string words = capitalised(policy::in_words(session.world(), {each}));
    const std::string label =
        words + "###" + session::value_text(policy::Designation{each}, field, session.world());
    if (ui::check(label, on)) {
      policy::Designation changed;  // in the order in which they are offered
      for (const policy::DesignationClass& other : offered) {
        const bool was = std::find(current.begin(), current.end(), other) != current.end();
        if (other == each ? !on : was) changed.push_back(other);
      }
      actions.push_back(AssignCommand{index, changed});
    }
    ui::gap(-6);
  }
  ui::gap(6);
  if (field.open) draw_class_builder(session, index, actions);
}

namespace {

/// One part of a class: any, or one of a list.
template <class Id, class Items>
void choose_part(const char* name, std::optional<Id>& chosen, const Items& items, auto id_of, auto title_of,
                 float width) {
  ImGui::BeginGroup();
  ui::field_name(name);
  std::string preview = "any";
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (chosen == id_of(i)) preview = title_of(i);
  }
  if (ui::begin_choice(("###" + std::string(name)).c_str(), preview, width)) {
    if (ui::option("any", !chosen)) chosen.reset();
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (ui::option(title_of(i), chosen == id_of(i))) chosen = id_of(i);
    }
    ui::end_choice();
  }
  ImGui::EndGroup();
}

}  // namespace

void AssignField::draw_class_builder(const Session& session, std::uint32_t index, Actions& actions) {
  auto found = std::find_if(classes_.begin(), classes_.end(),
                            [&](const ClassDraft& each) { return each.index == index; });
  if (found == classes_.end()) found = classes_.insert(classes_.end(), ClassDraft{index, {}, {}, {}});
  ClassDraft& draft = *found;
  const policy::World& world = session.world();
  const float width = (ImGui::GetContentRegionAvail().x - px(16)) / 3;
  const auto categories = policy::words<policy::UserCategory>();
  const auto at = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
  choose_part(
      "Agency", draft.agency, world.agencies, at,
      [&](std::size_t i) { return policy::called(world.agencies[i]); }, width);
  ImGui::SameLine();
  choose_part(
      "Category of user", draft.category, categories, [&](std::size_t i) { return categories[i].value; },
      [&](std::size_t i) { return std::string(categories[i].title); }, width);
  ImGui::SameLine();
  choose_part("User", draft.user, world.users, at, [&](std::size_t i) { return world.users[i].name; }, width);
  policy::DesignationClass made;
  if (draft.agency) made.agencies = {{*draft.agency}};
  if (draft.category) made.categories = {*draft.category};
  if (draft.user) made.users = {{*draft.user}};
  const auto current = value_of<policy::Designation>(session, index);
  const bool known = std::find(current.begin(), current.end(), made) != current.end();
  ImGui::BeginDisabled(made.names_nothing() || known);
  if (ui::button("Designate this class")) {
    policy::Designation changed = current;
    changed.push_back(made);
    actions.push_back(AssignCommand{index, changed});
    draft = ClassDraft{index, {}, {}, {}};
  }
  ImGui::EndDisabled();
  if (made.names_nothing()) ui::tooltip("Choose an agency, a category of users or a user first.");
}

}  // namespace ntk::web::panels
