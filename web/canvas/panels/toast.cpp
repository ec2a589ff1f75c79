#include "web/canvas/panels/toast.h"

#include <imgui_internal.h>

#include <algorithm>
#include <string>

#include "web/canvas/panels/panel.h"

namespace ntk::web::panels {
namespace {

using ui::Face;
using ui::Mark;
using ui::px;
using ui::Role;

std::string as_sentence(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  if (text.back() != '.') text += '.';
  return text;
}

/// A slip at the foot of the page. The caller ends it.
void begin_slip(const char* name, const Rectangle& over, Role ground, Role edge) {
  const float width = std::min(over.width - px(32), px(560));
  ImGui::SetNextWindowPos({over.x + over.width / 2, over.y + over.height - px(16)}, 0, {0.5f, 1});
  ImGui::SetNextWindowSizeConstraints({width, 0}, {width, FLT_MAX});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ui::colour_value(ground));
  ImGui::PushStyleColor(ImGuiCol_Border, ui::colour_value(edge));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(2);
}

/// Words with a mark before and buttons of a given width after them.
void draw_words(Mark mark, Role role, std::string_view words, std::string_view help, float buttons) {
  ui::mark(mark, role, 17);
  ImGui::SameLine();
  ImGui::BeginGroup();
  const float width = ImGui::GetContentRegionAvail().x - buttons - px(12);
  ui::text(words, Role::ink, Face::strong, width);
  if (!help.empty()) ui::text(help, Role::ink, Face::regular, width);
  ImGui::EndGroup();
  ImGui::SameLine();
  ui::align_right(buttons);
}

}  // namespace

void draw_toast(const Toast& toast, const Rectangle& over, Actions& actions) {
  const bool refused = toast.kind == Toast::Kind::refused;
  const Role role = refused ? Role::deny : Role::permit;
  begin_slip("Notice", over, refused ? Role::deny_soft : Role::permit_soft, role);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  draw_words(refused ? Mark::deny : Mark::permit, role, as_sentence(toast.message), as_sentence(toast.help),
             ui::button_width("Close"));
  if (ui::button("Close")) actions.push_back(DismissNotice{});
  ImGui::End();
}

void draw_warnings(const Desk& desk, const Rectangle& over, Actions& actions) {
  begin_slip("Warnings", over, Role::partial_soft, Role::partial);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const float buttons = ui::button_width("Show") + px(8) + ui::button_width("Dismiss");
  draw_words(Mark::outdated, Role::partial,
             "The file was loaded with " + scenario::count_in_words(desk.diagnostics()) + ".", "", buttons);
  if (ui::button("Show")) actions.push_back(ShowDiagnostics{});
  ImGui::SameLine();
  if (ui::button("Dismiss")) actions.push_back(DismissDiagnostics{});
  ImGui::End();
}

}  // namespace ntk::web::panels
