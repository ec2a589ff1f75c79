#include "web/canvas/panels/diagnostics.h"

#include <algorithm>
#include <string>

#include "web/canvas/panels/panel.h"
#include "web/canvas/platform/widget_map.h"
#include "web/view/header_view.h"

namespace ntk::web::panels {
namespace {

using scenario::Severity;
using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

Role role_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Role::deny;
    case Severity::warning:
      return Role::partial;
    case Severity::note:
      break;
  }
  return Role::muted;
}

/// The line of the file, with a wavy mark under what is meant.
void draw_excerpt(const MarkedLine& line) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ui::line_height(Face::regular) + px(14);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + width, at.y + height}, ui::colour(Role::band), px(6));
  const float top = at.y + px(5), gutter = ui::text_size(line.number, Face::regular).x + px(24);
  ui::draw_text({at.x + px(12), top}, line.number, Role::muted, Face::regular);
  const float before = ui::text_size(line.before, Face::regular).x;
  const float marked = std::max(ui::text_size(line.marked, Face::regular).x, px(8));
  // A mark far to the right is brought into sight.
  const float shift = std::max(0.0f, gutter + before + marked + px(24) - width);
  const float left = at.x + gutter - std::min(shift, before);
  // What of the line would lie over its number, or beside the box, is cut off.
  list->PushClipRect({at.x + gutter - px(4), at.y}, {at.x + width, at.y + height}, true);
  ui::draw_text({left, top}, line.before + line.marked + line.after, Role::ink, Face::regular);
  const float y = top + ui::line_height(Face::regular) + px(1);
  const float step = px(3);
  bool up = false;
  for (float x = left + before; x < left + before + marked + step; x += step) {
    list->PathLineTo({x, up ? y - px(1.5f) : y + px(1.5f)});
    up = !up;
  }
  list->PathStroke(ui::colour(Role::deny), 0, px(1.5f));
  list->PopClipRect();
  ImGui::Dummy({width, height});
}

void draw_diagnostic(const DiagnosticRow& row) {
  const Role role = role_of(row.severity);
  ui::mark(row.severity == Severity::error ? Mark::deny : Mark::outdated, role, 15);
  ImGui::SameLine(0, px(8));
  ui::text(row.severity_words, role, Face::strong);
  platform::note(row.code);
  ImGui::SameLine(0, px(8));
  ui::text(row.message, Role::ink, Face::strong);
  ImGui::Indent(px(24));
  ui::gap(-6);
  ui::note(row.place);
  draw_excerpt(row.line);
  if (!row.related.empty()) {
    ui::note(row.related);
    draw_excerpt(row.related_line);
  }
  if (!row.help.empty()) ui::text(row.help);
  ImGui::Unindent(px(24));
  ui::gap(12);
}

}  // namespace

void draw_diagnostics(const Desk& desk, const DiagnosticsView& found, const Rectangle& at, Actions& actions) {
  const float margin = std::max(16.0f, (at.width / ui::look().scale - 860) / 2);
  const Frame frame("Diagnostics", at, Role::paper, {margin, 20});
  ui::text(found.title, Role::ink, Face::heading);
  ui::text(found.summary, Role::muted);
  const char* back = desk.session() != nullptr ? "Back to the lesson" : "Back";
  if (ui::button(back, ui::ButtonKind::primary)) actions.push_back(DismissDiagnostics{});
  ImGui::SameLine();
  if (ui::button(std::string(named::open_a_file))) actions.push_back(OpenFile{});
  ui::gap(4);
  ui::hairline();
  const Body body;
  ui::gap(8);
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    const platform::NamedScope scope(std::to_string(i + 1));
    draw_diagnostic(found.rows[i]);
  }
}

}  // namespace ntk::web::panels
