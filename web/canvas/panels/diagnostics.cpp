#include "web/canvas/panels/diagnostics.h"

#include <algorithm>
#include <string>

#include "web/canvas/panels/panel.h"
#include "web/canvas/panels/wording.h"
#include "web/canvas/platform/widget_map.h"

namespace ntk::web::panels {
namespace {

using scenario::Diagnostic;
using scenario::Excerpt;
using scenario::Severity;
using scenario::Span;
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

/// The excerpt with its ends marked where it was cut. Tabs become spaces, as they have no width here.
struct Line {
  std::string before, marked, after;

  Line(const Excerpt& excerpt, const Span& span) {
    std::string text = excerpt.text;
    std::replace(text.begin(), text.end(), '\t', ' ');
    const std::size_t start =
        std::min<std::size_t>(span.offset - std::min(span.offset, excerpt.offset), text.size());
    const std::size_t end = std::min<std::size_t>(start + span.length, text.size());
    before = (excerpt.cut_before ? "…" : "") + text.substr(0, start);
    marked = text.substr(start, end - start);
    after = text.substr(end) + (excerpt.cut_after ? "…" : "");
  }
};

/// The line of the file, with a wavy mark under what is meant.
void draw_excerpt(const Excerpt& excerpt, const Span& span) {
  const Line line(excerpt, span);
  const std::string number = std::to_string(span.line);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ui::line_height(Face::regular) + px(14);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + width, at.y + height}, ui::colour(Role::band), px(6));
  const float top = at.y + px(5), gutter = ui::text_size(number, Face::regular).x + px(24);
  ui::draw_text({at.x + px(12), top}, number, Role::muted, Face::regular);
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

void draw_diagnostic(const Diagnostic& diagnostic) {
  const Role role = role_of(diagnostic.severity());
  ui::mark(diagnostic.severity() == Severity::error ? Mark::deny : Mark::outdated, role, 15);
  ImGui::SameLine(0, px(8));
  const std::string_view code = scenario::row(diagnostic.code).word;
  ui::text(std::string(scenario::to_text(diagnostic.severity())) + ": " + diagnostic.message, Role::ink,
           Face::strong);
  platform::note(code);
  ImGui::Indent(px(24));
  ui::gap(-6);
  std::string place = "line " + std::to_string(diagnostic.span.line) + ", column " +
                      std::to_string(diagnostic.span.column) + " · " + std::string(code);
  if (!diagnostic.pointer.empty()) place += " · " + diagnostic.pointer;
  ui::note(place);
  draw_excerpt(diagnostic.excerpt, diagnostic.span);
  if (diagnostic.related) {
    ui::note(diagnostic.related->message + " (line " + std::to_string(diagnostic.related->span.line) + ")");
    draw_excerpt(diagnostic.related->excerpt, diagnostic.related->span);
  }
  if (!diagnostic.help.empty()) ui::text("Help: " + diagnostic.help);
  ImGui::Unindent(px(24));
  ui::gap(12);
}

}  // namespace

void draw_diagnostics(const Desk& desk, const Rectangle& at, Actions& actions) {
  const float margin = std::max(16.0f, (at.width / ui::look().scale - 860) / 2);
  const Frame frame("Diagnostics", at, Role::paper, {margin, 20});
  const std::vector<Diagnostic>& found = desk.diagnostics();
  const bool faulty = std::any_of(found.begin(), found.end(),
                                  [](const Diagnostic& each) { return each.severity() == Severity::error; });
  ui::text(desk.diagnosed_file() + (faulty ? " was not loaded" : " was loaded"), Role::ink, Face::heading);
  std::string next = scenario::count_in_words(found) + ".";
  if (faulty && desk.session() != nullptr) next += " The lesson at hand is as it was.";
  ui::text(next, Role::muted);
  const char* back = desk.session() != nullptr ? "Back to the lesson" : "Back";
  if (ui::button(back, ui::ButtonKind::primary)) actions.push_back(DismissDiagnostics{});
  ImGui::SameLine();
  if (ui::button("Open a file")) actions.push_back(OpenFile{});
  ui::gap(4);
  ui::hairline();
  const Body body;
  ui::gap(8);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const platform::NamedScope scope(std::to_string(i + 1));
    draw_diagnostic(found[i]);
  }
}

}  // namespace ntk::web::panels
