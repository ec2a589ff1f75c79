#include "web/canvas/panels/catalogue.h"

#include <algorithm>
#include <array>
#include <vector>

#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/text_table.h"
#include "web/view/header_view.h"
#include "web/view/table_text.h"

namespace ntk::web::panels {
namespace {

using ui::px;
using ui::Role;

constexpr std::size_t most_columns = 5;

/// How much of the width each column takes; the first is of the name and the id.
constexpr std::array<std::array<float, most_columns>, catalogue_list_count> list_shares = {{
    {0.32f, 0.14f, 0.26f, 0.28f, 0},
    {0.18f, 0.16f, 0.27f, 0.23f, 0.16f},
    {0.22f, 0.12f, 0.26f, 0.22f, 0.18f},
}};

/// Where the source lists a row, and remarks on it, is set back: the last column.
std::vector<TextColumn> columns_of(CatalogueList list) {
  std::vector<TextColumn> columns;
  for (const std::string_view title : row(list).columns) {
    columns.push_back({title, list_shares[static_cast<std::size_t>(list)][columns.size()], false});
  }
  columns.back().set_back = true;
  return columns;
}

}  // namespace

void Catalogue::choose(CatalogueList list) {
  list_ = list;
  to_the_top_ = true;
}

void Catalogue::draw_tools(bool narrow) {
  const float field = narrow ? ImGui::GetContentRegionAvail().x : px(300);
  const std::string before = search_;
  if (opened_ && !ui::look().touch) ImGui::SetKeyboardFocusHere();
  opened_ = false;
  ui::field("###Search", search_, "Search: P36, a name, lookout …", field);
  if (search_ != before) to_the_top_ = true;
  if (!narrow) ImGui::SameLine(0, px(24));
  for (const CatalogueListRow& each : catalogue_lists()) {
    if (each.list != CatalogueList::agencies) ImGui::SameLine(0, px(20));
    const auto found = static_cast<int>(find_in_catalogue(each.list, search_).size());
    const std::string label = std::string(each.title) + "###" + std::string(each.word);
    if (ui::tab(label, each.list == list_, found)) choose(each.list);
  }
}

/// Nothing fits: what the other lists have, and the way back.
void Catalogue::draw_nothing() {
  const CatalogueListRow& here = row(list_);
  std::string help = "Each word of the search must stand in the row; take some away.";
  for (const CatalogueListRow& each : catalogue_lists()) {
    const std::size_t found = find_in_catalogue(each.list, search_).size();
    if (found > 0) help += ' ' + std::string(each.title) + ": " + std::to_string(found) + '.';
  }
  empty_state("None of the " + std::string(here.several) + " fits the search.", help);
  if (ui::button("Show all")) {
    search_.clear();
    to_the_top_ = true;
  }
}

void Catalogue::draw(const Rectangle& at, bool narrow, Actions& actions) {
  const float margin = std::max(narrow ? 16.0f : 24.0f, (at.width / ui::look().scale - 1400) / 2);
  const Frame frame("Catalogue", at, Role::paper, {margin, narrow ? 10.0f : 16.0f});
  panel_heading(title(Screen::catalogue));
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close") + ui::button_width("Copy") + ImGui::GetStyle().ItemSpacing.x);
  if (ui::button("Copy")) {
    TableText table = catalogue_as_text(list_, search_);
    const std::string said = copied_in_words(table);
    actions.push_back(CopyText{std::move(table.text), said});
  }
  ui::tooltip("The rows that are shown, as text for a spreadsheet");
  ImGui::SameLine();
  if (ui::button("Close")) actions.push_back(OpenView{});
  if (!narrow) ui::note(about_catalogue());
  draw_tools(narrow);
  const std::vector<std::uint32_t> found = find_in_catalogue(list_, search_);
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  ui::hairline();
  if (found.empty()) return draw_nothing();
  const TextTable table(columns_of(list_), width, narrow);
  table.draw_titles();
  ui::gap(-8);
  const Body body;
  if (to_the_top_) ImGui::SetScrollY(0);
  to_the_top_ = false;
  if (narrow) ui::note(about_catalogue());
  for (const std::uint32_t each : found) {
    const CatalogueRow& entry = catalogue_rows(list_)[each];
    table.draw_row(entry.id, {entry.name, entry.id, entry.cells});
  }
}

}  // namespace ntk::web::panels
