#include "web/canvas/panels/choice_grid.h"

#include <algorithm>
#include <string>

#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using policy::CategorySet;
using scenario::AssignableField;
using session::AssignCommand;
using ui::Face;
using ui::px;
using ui::Role;

constexpr float note_indent = 26;  ///< of a note below the words of its box

/// A box without words, or with those of its choice.
void draw_box(const FieldView& field, const ChoiceView& choice, std::string_view words, float width,
              Actions& actions) {
  ImGui::BeginDisabled(!choice.allowed);
  if (ui::check(with_id(words, choice.text), choice.chosen, width))
    actions.push_back(AssignCommand{*field.assignable, toggled(field, choice)});
  ImGui::EndDisabled();
  ui::gap(-6);
}

/// A box and what it means, in a column that begins at `left`.
void draw_choice(const FieldView& field, const ChoiceView& choice, float left, float width,
                 Actions& actions) {
  ImGui::SetCursorPosX(left);
  draw_box(field, choice, choice.words, width, actions);
  if (choice.note.empty()) return;
  ui::gap(-4);
  ImGui::SetCursorPosX(left + px(note_indent));
  ui::text(choice.note, Role::muted, Face::small, width - px(note_indent));
  ui::gap(-2);
}

/// The columns of the grid: the functions, by number, and whether ANACI holders are a column.
struct Grid {
  const FieldView& categories;
  const FieldView& functions;
  const FieldView& anaci;
  const CrossingView& crossing;
  float label_width, column_width, anaci_width;
  bool crossed;  ///< whether there is room for the functions' columns

  Grid(const ThingView& agreement, const CrossingView& shown)
      : categories(*agreement.field(AssignableField::agreement_categories)),
        functions(*agreement.field(AssignableField::agreement_functions)),
        anaci(*agreement.field(AssignableField::agreement_anaci_categories)),
        crossing(shown) {
    column_width = px(26);
    anaci_width = anaci.locked() ? 0 : px(116);
    const float width = ImGui::GetContentRegionAvail().x;
    const float crossing_width = column_width * static_cast<float>(crossing.functions.size());
    crossed = crossing_width + anaci_width + px(170) <= width;
    label_width = std::min(px(280), width - anaci_width - (crossed ? crossing_width : 0));
  }
};

/// The functions with their numbers: to tick, or by name where they are locked.
void draw_functions(const Grid& grid, Actions& actions) {
  const platform::NamedScope scope("functions");
  if (!grid.functions.locked()) ui::field_name(grid.functions.title);
  const float left = ImGui::GetCursorPosX(), width = ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < grid.crossing.functions.size(); ++i) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string number = std::to_string(i + 1);
    if (grid.functions.locked()) {
      if (!grid.crossed) break;
      const float beside = px(18) - ui::text_size(number, Face::small).x;
      ui::draw_text({at.x + beside, at.y}, number, Role::muted, Face::small);
      ui::draw_text({at.x + px(22), at.y}, policy::title(grid.crossing.functions[i]), Role::ink, Face::small);
      ImGui::Dummy({width, ui::line_height(Face::small)});
      ui::gap(-4);
      continue;
    }
    const float indent = grid.crossed ? px(22) : 0;
    if (grid.crossed) {
      const float beside = px(18) - ui::text_size(number, Face::strong).x;
      ui::draw_text({at.x + beside, at.y + px(3)}, number, Role::muted, Face::strong);
    }
    draw_choice(grid.functions, grid.functions.choices[i], left + indent, width - indent, actions);
  }
  ui::gap(10);
}

void draw_dot(Crossing crossing, ImVec2 centre) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  switch (crossing) {
    case Crossing::unrelated:
      return;
    case Crossing::closed:
      list->AddCircle(centre, px(4.5f), ui::colour(Role::edge));
      return;
    case Crossing::open:
      list->AddCircleFilled(centre, px(5), ui::colour(Role::accent));
      return;
  }
}

void draw_grid_heading(const Grid& grid) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float anaci_text = grid.anaci_width - px(12);
  const float height = grid.anaci.locked() ? ui::line_height(Face::small)
                                           : ui::text_size(grid.anaci.title, Face::small, anaci_text).y;
  const float top = at.y + height - ui::line_height(Face::small);
  if (!grid.categories.locked()) ui::draw_text({at.x, top}, grid.categories.title, Role::muted, Face::small);
  float x = at.x + grid.label_width;
  for (std::size_t i = 0; grid.crossed && i < grid.crossing.functions.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const float width = ui::text_size(number, Face::strong).x;
    ui::draw_text({x + (grid.column_width - width) / 2, top - px(2)}, number, Role::muted, Face::strong);
    x += grid.column_width;
  }
  if (!grid.anaci.locked())
    ui::draw_text({x + px(12), at.y}, grid.anaci.title, Role::muted, Face::small, anaci_text);
  ImGui::Dummy({0, height});
  ui::gap(-4);
}

/// The choice of a field that is one category; null where it has none.
const ChoiceView* choice_of(const FieldView& field, policy::Category category) {
  for (const ChoiceView& each : field.choices) {
    if (each.value == scenario::AssignedValue(CategorySet{category})) return &each;
  }
  return nullptr;
}

void draw_category(const Grid& grid, const CrossingRow& row, Actions& actions) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 from = ImGui::GetCursorPos();
  float bottom = at.y;
  if (const ChoiceView* choice = choice_of(grid.categories, row.category)) {
    const platform::NamedScope scope("categories");
    draw_box(grid.categories, *choice, choice->words, grid.label_width - px(8), actions);
    bottom = ImGui::GetItemRectMax().y;
  } else {
    const float width = grid.label_width - px(8);
    ui::draw_text({at.x, at.y + px(3)}, row.title, Role::ink, Face::small, width);
    ImGui::Dummy({width, ui::text_size(row.title, Face::small, width).y + px(6)});
    bottom = ImGui::GetItemRectMax().y;
    ui::gap(-6);
  }
  const float middle = (at.y + bottom) / 2, below = ImGui::GetCursorPosY();
  float x = grid.label_width;
  for (std::size_t i = 0; grid.crossed && i < row.cells.size(); ++i) {
    draw_dot(row.cells[i], {at.x + x + grid.column_width / 2, middle});
    x += grid.column_width;
  }
  if (const ChoiceView* choice = choice_of(grid.anaci, row.category)) {
    const platform::NamedScope scope("anaci_categories");
    ImGui::SetCursorPos({from.x + x + px(20), from.y});
    draw_box(grid.anaci, *choice, "", 0, actions);
    ImGui::SetCursorPosY(std::max(below, ImGui::GetCursorPosY()));
  }
}

}  // namespace

void draw_boxes(const FieldView& field, Actions& actions) {
  const float width = ImGui::GetContentRegionAvail().x;
  const bool has_long_words =
      field.field == AssignableField::record_designation || field.field == AssignableField::user_roles;
  const std::size_t columns = !has_long_words && field.choices.size() > 2 && width >= px(380) ? 2 : 1;
  const std::size_t height = (field.choices.size() + columns - 1) / columns;
  const float column_width = width / static_cast<float>(columns);
  const ImVec2 at = ImGui::GetCursorPos();
  float bottom = at.y;
  for (std::size_t i = 0; i < field.choices.size(); ++i) {
    if (i % height == 0) ImGui::SetCursorPosY(at.y);
    const float left = at.x + column_width * static_cast<float>(i / height);
    draw_choice(field, field.choices[i], left, column_width - px(8), actions);
    bottom = std::max(bottom, ImGui::GetCursorPosY());
  }
  ImGui::SetCursorPos({at.x, bottom + px(6)});
  ImGui::Dummy({0, 0});
}

void draw_crossing(const ThingView& agreement, const CrossingView& crossing, Actions& actions) {
  const Grid grid(agreement, crossing);
  ui::gap(4);
  draw_functions(grid, actions);
  draw_grid_heading(grid);
  for (const CrossingRow& each : crossing.rows) draw_category(grid, each, actions);
  for (const FieldView* field : {&grid.functions, &grid.categories, &grid.anaci}) {
    for (const std::string& each : field->notes) ui::note(each);
  }
  ImGui::Dummy({0, 0});  // the grid ends below its last row, also where that was placed by hand
}

void draw_crossing_legend() {
  for (const CrossingMeaning& each : crossing_legend) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_dot(each.crossing, {at.x + px(6), at.y + ui::line_height(Face::small) / 2});
    ImGui::Indent(px(18));
    ui::note(each.words);
    ImGui::Unindent(px(18));
    ui::gap(-6);
  }
  ui::gap(12);
}

}  // namespace ntk::web::panels
