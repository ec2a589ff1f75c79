#include "web/canvas/panels/choice_grid.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "web/canvas/panels/assign_field.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/control.h"
#include "web/canvas/ui/text.h"

namespace ntk::web::panels {
namespace {

using policy::Category;
using policy::CategorySet;
using policy::EnumSet;
using policy::Function;
using policy::FunctionSet;
using policy::Level;
using scenario::Assignable;
using scenario::AssignableField;
using session::AssignCommand;
using session::Session;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

/// A set of an agreement or a profile: what it holds, what it may hold, and how to change it.
template <class E>
struct Boxes {
  EnumSet<E> held;
  EnumSet<E> allowed;
  std::optional<std::uint32_t> index;  ///< of the assignable; none: locked

  Boxes(const Session& session, AssignableField which, std::uint32_t at)
      : index(find_assignable(session, which, at)) {
    const Assignable locked{which, at, false, {}};
    held = std::get<EnumSet<E>>(scenario::current_value(session.world(), locked));
    if (!index) return;
    const Assignable& field = session.scenario().assignables[*index];
    for (const auto& each : policy::words<E>()) {
      if (scenario::allows(field, EnumSet<E>{each.value})) allowed.insert(each.value);
    }
  }

  bool shows(E value) const { return allowed.contains(value) || held.contains(value); }
  /// The words worth a row, in the vocabulary's order.
  std::vector<E> rows() const {
    std::vector<E> values;
    for (const auto& each : policy::words<E>()) {
      if (shows(each.value)) values.push_back(each.value);
    }
    return values;
  }

  /// One box; what cannot be chosen is shown with its padlock.
  void draw(E value, float width, Actions& actions) const {
    const std::string label = std::string(policy::title(value)) + "###" + std::string(policy::word(value));
    ImGui::BeginDisabled(!allowed.contains(value));
    if (ui::check(label, held.contains(value), width)) {
      EnumSet<E> changed = held;
      held.contains(value) ? changed.erase(value) : changed.insert(value);
      actions.push_back(AssignCommand{*index, changed});
    }
    ImGui::EndDisabled();
  }
};

/// Boxes in as many columns as fit.
template <class E>
void draw_columns(const Boxes<E>& boxes, Actions& actions) {
  const std::vector<E> rows = boxes.rows();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::size_t columns = rows.size() > 2 && width >= px(380) ? 2 : 1;
  const std::size_t height = (rows.size() + columns - 1) / columns;
  const ImVec2 at = ImGui::GetCursorPos();
  float bottom = at.y;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float column_width = width / static_cast<float>(columns);
    if (i % height == 0) ImGui::SetCursorPosY(at.y);
    ImGui::SetCursorPosX(at.x + column_width * static_cast<float>(i / height));
    boxes.draw(rows[i], column_width - px(8), actions);
    ui::gap(-6);
    bottom = std::max(bottom, ImGui::GetCursorPosY());
  }
  ImGui::SetCursorPos({at.x, bottom + px(6)});
  ImGui::Dummy({0, 0});
}

/// The columns of the grid: the functions, by number, and whether ANACI holders are a column.
struct Grid {
  Boxes<Category> categories;
  Boxes<Category> anaci;
  Boxes<Function> functions;
  std::vector<Function> numbered;
  float label_width, column_width;
  bool crossed;  ///< whether there is room for the functions' columns
  bool anaci_column;

  Grid(const Session& session, std::uint32_t at)
      : categories(session, AssignableField::agreement_categories, at),
        anaci(session, AssignableField::agreement_anaci_categories, at),
        functions(session, AssignableField::agreement_functions, at),
        numbered(functions.rows()) {
    anaci_column = anaci.index || !anaci.held.empty();
    column_width = px(26);
    const float width = ImGui::GetContentRegionAvail().x;
    const float anaci_width = anaci_column ? px(72) : 0;
    const float crossing = column_width * static_cast<float>(numbered.size());
    crossed = crossing + anaci_width + px(180) <= width;
    label_width = std::min(px(280), width - anaci_width - (crossed ? crossing : 0));
  }
};

void draw_functions(const Grid& grid, Actions& actions) {
  const platform::NamedScope scope("functions");
  ui::field_name(scenario::field_word(AssignableField::agreement_functions).title);
  const float left = ImGui::GetCursorPosX();
  for (std::size_t i = 0; i < grid.numbered.size(); ++i) {
    if (grid.crossed) {
      const std::string number = std::to_string(i + 1);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ui::draw_text({at.x + px(4), at.y + px(3)}, number, Role::muted, Face::strong);
      ImGui::SetCursorPosX(left + px(22));
    }
    grid.functions.draw(grid.numbered[i], 0, actions);
    ui::gap(-6);
  }
  ui::gap(10);
}

void draw_dot(bool filled, ImVec2 centre) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (filled) {
    list->AddCircleFilled(centre, px(5), ui::colour(Role::accent));
  } else {
    list->AddCircle(centre, px(4.5f), ui::colour(Role::edge));
  }
}

/// Whether a function reaches a category, and whether the agreement lists both.
void draw_crossing(const Grid& grid, Category category, ImVec2 at) {
  for (const Function function : grid.numbered) {
    const ImVec2 centre = {at.x + grid.column_width / 2, at.y};
    if (policy::scope(function).categories.contains(category)) {
      const bool opens = grid.categories.held.contains(category) && grid.functions.held.contains(function);
      draw_dot(opens, centre);
    }
    at.x += grid.column_width;
  }
}

void draw_grid_heading(const Grid& grid) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ui::draw_text(at, scenario::field_word(AssignableField::agreement_categories).title, Role::muted,
                Face::small);
  float x = at.x + grid.label_width;
  if (grid.crossed) {
    for (std::size_t i = 0; i < grid.numbered.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      const float width = ui::text_size(number, Face::strong).x;
      ui::draw_text({x + (grid.column_width - width) / 2, at.y - px(2)}, number, Role::muted, Face::strong);
      x += grid.column_width;
    }
  }
  if (grid.anaci_column) ui::draw_text({x + px(12), at.y}, "ANACI", Role::muted, Face::small);
  ImGui::Dummy({0, ui::line_height(Face::small)});
  if (grid.anaci_column)
    ui::tooltip("Whether holders of an ANACI reach the data too; it is asked of data without levels.");
  ui::gap(-4);
}

void draw_category(const Grid& grid, Category category, Actions& actions) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = ImGui::GetCursorPosX();
  {
    const platform::NamedScope scope("categories");
    grid.categories.draw(category, grid.label_width - px(8), actions);
  }
  const float middle = (at.y + ImGui::GetItemRectMax().y) / 2;
  float x = grid.label_width;
  if (grid.crossed) {
    draw_crossing(grid, category, {at.x + x, middle});
    x += grid.column_width * static_cast<float>(grid.numbered.size());
  }
  if (grid.anaci_column && grid.anaci.shows(category)) {
    const platform::NamedScope scope("anaci_categories");
    ImGui::SameLine();
    ImGui::SetCursorPosX(left + x + px(20));
    const std::string label = "###" + std::string(policy::word(category));
    ImGui::BeginDisabled(!grid.anaci.allowed.contains(category));
    if (ui::check(label, grid.anaci.held.contains(category))) {
      CategorySet changed = grid.anaci.held;
      changed.contains(category) ? changed.erase(category) : changed.insert(category);
      actions.push_back(AssignCommand{*grid.anaci.index, changed});
    }
    ImGui::EndDisabled();
  }
  ui::gap(-6);
}

}  // namespace

template <class E>
void draw_boxes(const Session& session, std::uint32_t index, Actions& actions) {
  const Assignable& field = session.scenario().assignables[index];
  draw_columns(Boxes<E>(session, field.field, field.at), actions);
}
template void draw_boxes<Function>(const Session&, std::uint32_t, Actions&);
template void draw_boxes<Category>(const Session&, std::uint32_t, Actions&);
template void draw_boxes<Level>(const Session&, std::uint32_t, Actions&);
template void draw_boxes<policy::Statement>(const Session&, std::uint32_t, Actions&);

void draw_agreement_grid(const Session& session, std::uint32_t agreement, Actions& actions) {
  const Grid grid(session, agreement);
  ui::gap(4);
  draw_functions(grid, actions);
  draw_grid_heading(grid);
  for (const Category category : grid.categories.rows()) draw_category(grid, category, actions);
  ui::gap(8);
}

void draw_grid_legend() {
  const auto line = [](bool filled, std::string_view words) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_dot(filled, {at.x + px(6), at.y + ui::line_height(Face::small) / 2});
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(18));
    ui::note(words);
    ui::gap(-6);
  };
  line(true, "opened: the function and the data are both listed");
  line(false, "the function could reach the data, but one of them is not listed");
  ui::gap(12);
}

}  // namespace ntk::web::panels
