#include "web/canvas/panels/panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
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
  // Reaches into half of the panel's margin, where the scroll bar stands; the text keeps all of it.
  const ImGuiWindow* panel = ImGui::GetCurrentWindow();
  const float half = std::floor(std::min(panel->WindowPadding.x, ui::px(16)) / 2);
  ImGui::SetCursorPosX(half);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel->WindowPadding.x - half, ui::px(4)});
  const float rest =
      ImGui::GetContentRegionAvail().y + std::floor(std::min(panel->WindowPadding.y, ui::px(16)) / 2);
  ImGui::BeginChild(name, {panel->Size.x - 2 * half, height > 0 ? height : rest},
                    ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
  ImGui::PopStyleVar();
}

Body::~Body() {
  ImGui::EndChild();
  // The panel itself has nothing to scroll to in that margin.
  ImGuiWindow* panel = ImGui::GetCurrentWindow();
  panel->DC.CursorMaxPos = ImMin(panel->DC.CursorMaxPos, panel->WorkRect.Max);
}

void panel_heading(std::string_view words) {
  ImGui::AlignTextToFramePadding();
  ui::heading(words);
}

void heading_note(std::string_view words, ui::Role role) {
  ImGui::SameLine(0, ui::px(12));
  ImGui::AlignTextToFramePadding();
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui::px(2));
  ui::note(words, role);
}

void end_heading() {
  const ImGuiWindow* panel = ImGui::GetCurrentWindow();
  const float one_line = panel->WindowPadding.y + ui::control_height();
  const float drawn = ImGui::GetItemRectMax().y - panel->Pos.y;
  ImGui::SetCursorPosY((drawn > one_line + ui::px(8) ? drawn : one_line) + ui::px(4));
  ui::hairline();
  ui::gap(-4);
}

void edge_line(const Rectangle& at) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRectFullScreen();
  list->AddRectFilled({at.x, at.y}, {at.x + at.width, at.y + at.height}, ui::colour(ui::Role::line));
  list->PopClipRect();
}

void empty_state(std::string_view what, std::string_view what_to_do) {
  ui::gap(8);
  ui::text(what, ui::Role::ink, ui::Face::strong);
  ui::text(what_to_do, ui::Role::muted);
}

}  // namespace ntk::web::panels
