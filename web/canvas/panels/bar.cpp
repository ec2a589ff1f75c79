#include "web/canvas/panels/bar.h"

#include <string>
#include <string_view>

#include "web/canvas/panels/panel.h"
#include "web/view/header_view.h"

namespace ntk::web::panels {

using ui::px;
using ui::Role;

namespace {

/// A panel as the bar offers it.
struct Part {
  Screen screen;
  const char* name;  ///< of its window, and what its button is found by
};
constexpr Part parts[panel_count] = {{Screen::brief, "Brief"},
                                     {Screen::assign, "Assign"},
                                     {Screen::requests, "Requests"},
                                     {Screen::why, "Why"},
                                     {Screen::trail, "Trail"}};

std::string label_of(const Part& part) {
  return std::string(title(part.screen)) + "###" + part.name;
}

/// Five equal parts of a phone's width, each as high as the bar. A title of two words takes two lines where it must.
bool draw_part(const Part& part, bool chosen, ImVec2 size) {
  const ui::Hit on = ui::hit(label_of(part), size);
  if (!on.visible) return false;
  const ui::Face face = chosen ? ui::Face::strong : ui::Face::regular;
  const std::string_view shown = title(part.screen);
  const float wrap = shown.find(' ') == shown.npos ? 0 : size.x - px(8);
  const ImVec2 words = ui::text_size(shown, face, wrap);
  if (chosen) {
    ImGui::GetWindowDrawList()->AddRectFilled(
        {on.min.x + px(8), on.min.y}, {on.max.x - px(8), on.min.y + px(3)}, ui::colour(Role::accent), px(2));
  }
  ui::draw_text({(on.min.x + on.max.x - words.x) / 2, (on.min.y + on.max.y - words.y) / 2}, shown,
                chosen ? Role::accent : Role::muted, face, wrap);
  return on.pressed;
}

}  // namespace

void draw_bar(const Layout& layout, Panel shown, Actions& actions) {
  const Rectangle& at = layout.bar;
  if (layout.arrangement == Arrangement::two) {
    const Frame frame("Panels", at, Role::paper, {16, 10});
    if (ui::tab(label_of(parts[0]), shown == Panel::brief)) actions.push_back(ShowPanel{Panel::brief});
    ImGui::SameLine(0, px(20));
    if (ui::tab(label_of(parts[1]), shown != Panel::brief)) actions.push_back(ShowPanel{Panel::assign});
    return;
  }
  const Frame frame("Panels", at, Role::band, {0, 0});
  edge_line({at.x, at.y, at.width, 1});
  for (std::size_t i = 0; i < panel_count; ++i) {
    if (i > 0) ImGui::SameLine(0, 0);
    const Panel panel = static_cast<Panel>(i);
    if (draw_part(parts[i], panel == shown, {at.width / panel_count, at.height}))
      actions.push_back(ShowPanel{panel});
  }
}

}  // namespace ntk::web::panels
