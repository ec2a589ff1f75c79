#include "web/canvas/panels/bar.h"

#include "web/canvas/panels/panel.h"

namespace ntk::web::panels {

using ui::px;
using ui::Role;

namespace {

constexpr const char* titles[] = {"Brief", "Assign", "Requests", "Why", "Trail"};

/// Five equal parts of a phone's width, each as high as the bar.
bool draw_part(const char* title, bool chosen, ImVec2 size) {
  const ui::Hit on = ui::hit(title, size);
  if (!on.visible) return false;
  const ui::Face face = chosen ? ui::Face::strong : ui::Face::regular;
  const ImVec2 words = ui::text_size(title, face);
  if (chosen) {
    ImGui::GetWindowDrawList()->AddRectFilled(
        {on.min.x + px(8), on.min.y}, {on.max.x - px(8), on.min.y + px(3)}, ui::colour(Role::accent), px(2));
  }
  ui::draw_text({(on.min.x + on.max.x - words.x) / 2, (on.min.y + on.max.y - words.y) / 2}, title,
                chosen ? Role::accent : Role::muted, face);
  return on.pressed;
}

}  // namespace

void draw_bar(const Layout& layout, Panel shown, Actions& actions) {
  const Rectangle& at = layout.bar;
  if (layout.arrangement == Arrangement::two) {
    const Frame frame("Panels", at, Role::paper, {16, 10});
    if (ui::tab("Brief and goals###Brief", shown == Panel::brief)) actions.push_back(ShowPanel{Panel::brief});
    ImGui::SameLine(0, px(20));
    if (ui::tab("Assign", shown != Panel::brief)) actions.push_back(ShowPanel{Panel::assign});
    return;
  }
  const Frame frame("Panels", at, Role::band, {0, 0});
  edge_line({at.x, at.y, at.width, 1});
  for (std::size_t i = 0; i < panel_count; ++i) {
    if (i > 0) ImGui::SameLine(0, 0);
    const Panel panel = static_cast<Panel>(i);
    if (draw_part(titles[i], panel == shown, {at.width / panel_count, at.height}))
      actions.push_back(ShowPanel{panel});
  }
}

}  // namespace ntk::web::panels
