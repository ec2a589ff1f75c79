#include "web/canvas/panels/welcome.h"

#include <algorithm>
#include <string>

#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/header_view.h"
#include "web/view/home_view.h"

namespace ntk::web::panels {

using ui::Face;
using ui::px;
using ui::Role;

namespace {

/// A card that is pressed as a whole: title, summary, what was done in it; at the right what pressing it does.
void draw_lesson(const HomeLesson& lesson, Actions& actions) {
  const platform::NamedScope scope(lesson.id);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 act = ui::text_size(lesson.act, Face::regular);
  const float width = ImGui::GetContentRegionAvail().x, wrap = width - px(64) - act.x;
  const float title = ui::text_size(lesson.title, Face::strong, wrap).y;
  const float summary = lesson.summary.empty() ? 0 : ui::text_size(lesson.summary, Face::regular, wrap).y;
  const float work = lesson.work.empty() ? 0 : ui::text_size(lesson.work, Face::small, wrap).y;
  const float height = px(24) + title + summary + work;
  if (ui::row("Begin", height, false)) actions.push_back(ChooseLesson{lesson.id});
  const float left = at.x + px(12), top = at.y + px(12);
  ui::draw_text({left, top}, lesson.title, Role::accent, Face::strong, wrap);
  ui::draw_text({left, top + title}, lesson.summary, Role::ink, Face::regular, wrap);
  ui::draw_text({left, top + title + summary}, lesson.work, Role::muted, Face::small, wrap);
  const float middle = at.y + height / 2;
  ui::draw_text({at.x + width - px(36) - act.x, middle - act.y / 2}, lesson.act, Role::accent, Face::regular);
  ui::draw_mark(ui::Mark::right, {at.x + width - px(20), middle}, px(12), Role::accent);
  ImGui::Dummy({width, height});
}

}  // namespace

void draw_welcome(const Desk& desk, const Rectangle& at, Actions& actions) {
  const HomeView home = view_home(desk);
  const float margin = std::max(16.0f, (at.width / ui::look().scale - 720) / 2);
  const Frame frame("Welcome", at, Role::paper, {margin, 8});
  const Body body("lessons");
  ui::gap(28);
  ui::heading(home_title, Face::heading);
  ui::text(home_about);
  ui::gap(12);
  ui::heading(choose_a_lesson);
  if (!home.empty.empty()) ui::text(home.empty);
  ui::hairline();
  for (const HomeLesson& each : home.lessons) {
    draw_lesson(each, actions);
    ui::hairline();
  }
  ui::gap(8);
  ui::text(open_own_file, Role::muted);
  if (ui::button(std::string(named::open_a_file))) actions.push_back(OpenFile{});
  ui::note(open_own_file_note);
}

}  // namespace ntk::web::panels
