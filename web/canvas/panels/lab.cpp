#include "web/canvas/panels/lab.h"

#include <algorithm>
#include <string>

#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/text_table.h"
#include "web/view/header_view.h"

namespace ntk::web::panels {
namespace {

using ui::px;
using ui::Role;

std::vector<TextColumn> lab_text_columns() {
  constexpr float lab_shares[] = {0.3f, 0.14f, 0.14f, 0.42f};
  std::vector<TextColumn> columns;
  for (const std::string_view title : lab_columns())
    columns.push_back({title, lab_shares[columns.size()], false});
  return columns;
}

}  // namespace

void Lab::refresh(const Desk& desk) {
  if (fresh_at_ == desk.revision()) return;
  fresh_at_ = desk.revision();
  view_ = view_lab(*desk.session());
  chosen_ = std::min(chosen_, view_.algorithms.empty() ? 0 : view_.algorithms.size() - 1);
}

void Lab::draw_algorithm(const LabAlgorithm& algorithm, bool narrow) {
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  if (algorithm.rows.empty()) return;
  const TextTable table(lab_text_columns(), width, narrow);
  table.draw_titles();
  ui::gap(-8);
  const Body body;
  if (to_the_top_) ImGui::SetScrollY(0);
  to_the_top_ = false;
  std::size_t number = 0;
  for (const LabRow& each : algorithm.rows) {
    table.draw_row(std::string(algorithm.word) + ' ' + std::to_string(++number),
                   {each.name, each.note, each.cells});
  }
  if (!algorithm.left_out.empty()) ui::note(algorithm.left_out);
}

void Lab::draw(const Desk& desk, const Rectangle& at, bool narrow, Actions& actions) {
  refresh(desk);
  const float margin = std::max(narrow ? 16.0f : 24.0f, (at.width / ui::look().scale - 1400) / 2);
  const Frame frame("Lab", at, Role::paper, {margin, narrow ? 10.0f : 16.0f});
  panel_heading(title(Screen::lab));
  ImGui::SameLine();
  ui::align_right(ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(OpenView{});
  ui::note(lab_about);
  if (!view_.waits_for.empty()) {
    ui::hairline();
    return empty_state("Nothing to be seen yet.", view_.waits_for);
  }
  for (std::size_t i = 0; i < view_.algorithms.size(); ++i) {
    const LabAlgorithm& each = view_.algorithms[i];
    if (i > 0 && !narrow) ImGui::SameLine(0, px(20));
    if (!ui::tab(std::string(each.title) + "###" + std::string(each.word), i == chosen_,
                 static_cast<int>(each.rows.size())))
      continue;
    chosen_ = i;
    to_the_top_ = true;
  }
  ui::hairline();
  const LabAlgorithm& algorithm = view_.algorithms[chosen_];
  ui::text(algorithm.about);
  ui::gap(-4);
  ui::text(algorithm.summary, Role::ink, ui::Face::strong);
  ui::hairline();
  draw_algorithm(algorithm, narrow);
}

}  // namespace ntk::web::panels
