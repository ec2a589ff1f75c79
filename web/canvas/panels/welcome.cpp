#include "web/canvas/panels/welcome.h"

#include <algorithm>

#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"

namespace ntk::web::panels {

using ui::Face;
using ui::px;
using ui::Role;

namespace {

void draw_lesson(const Lesson& lesson, Actions& actions) {
  const platform::NamedScope scope(lesson.id);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, wrap = width - px(56);
  const float title = ui::text_size(lesson.title, Face::strong, wrap).y;
  const float height = px(24) + title + ui::text_size(lesson.summary, Face::regular, wrap).y;
  if (ui::row("Begin", height, false)) actions.push_back(ChooseLesson{lesson.id});
  ui::draw_text({at.x + px(12), at.y + px(12)}, lesson.title, Role::accent, Face::strong, wrap);
  ui::draw_text({at.x + px(12), at.y + px(12) + title}, lesson.summary, Role::ink, Face::regular, wrap);
  ui::draw_mark(ui::Mark::right, {at.x + width - px(20), at.y + height / 2}, px(12), Role::accent);
  ImGui::Dummy({width, height});
}

}  // namespace

void draw_welcome(const Desk& desk, const Rectangle& at, Actions& actions) {
  const float margin = std::max(16.0f, (at.width / ui::look().scale - 720) / 2);
  const Frame frame("Welcome", at, Role::paper, {margin, 40});
  ui::heading("Who may see what, and why", Face::heading);
  ui::text(
      "Assign access levels, investigations and agreements, run the requests, read why each was permitted or "
      "denied, and "
      "what the audit trail recorded.");
  ui::gap(12);
  ui::heading(desk.lessons().empty() ? "No lesson is open" : "Choose a lesson");
  ui::hairline();
  for (const Lesson& lesson : desk.lessons()) {
    draw_lesson(lesson, actions);
    ui::hairline();
  }
  ui::gap(8);
  ui::text("Or open a scenario file of your own: pick it here, or drop it anywhere on the page.",
           Role::muted);
  if (ui::button("Open a file")) actions.push_back(OpenFile{});
}

}  // namespace ntk::web::panels
