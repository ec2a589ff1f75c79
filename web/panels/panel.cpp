#include "web/panels/panel.h"

#include <imgui_internal.h>

#include <string_view>

namespace ntk::web::panels {
namespace {

std::string_view wants_focus;

}  // namespace

void focus_panel(const char* name) {
  wants_focus = name;
}

Frame::Frame(const char* name, const Rectangle& at, ui::Role ground, ImVec2 padding) {
  ImGui::SetNextWindowPos({at.x, at.y});
  ImGui::SetNextWindowSize({at.width, at.height});
  if (wants_focus == name) {
    ImGui::SetNextWindowFocus();
    wants_focus = {};
  }
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ui::colour_value(ground));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui::px(padding.x), ui::px(padding.y)});
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

Frame::~Frame() {
  ImGui::End();
}

Body::Body(const char* name, float height) {
  // As wide as the panel, so that the scroll bar stands at its edge; the text keeps the panel's margin.
  const ImGuiWindow* panel = ImGui::GetCurrentWindow();
  const float margin = panel->WindowPadding.x;
  ImGui::SetCursorPosX(0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {margin, ui::px(4)});
  ImGui::BeginChild(
      name, {panel->Size.x, height > 0 ? height : ImGui::GetContentRegionAvail().y + panel->WindowPadding.y},
      ImGuiChildFlags_AlwaysUseWindowPadding, ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
}

Body::~Body() {
  ImGui::EndChild();
}

void empty_state(std::string_view what, std::string_view what_to_do) {
  ui::gap(8);
  ui::text(what, ui::Role::ink, ui::Face::strong);
  ui::text(what_to_do, ui::Role::muted);
}

}  // namespace ntk::web::panels
