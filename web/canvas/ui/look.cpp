#include "web/canvas/ui/look.h"

#include <algorithm>
#include <cmath>

#include "web/canvas/ui/text.h"

namespace ntk::web::ui {
namespace {

Look used;

void use_sizes(ImGuiStyle& style) {
  const float control_padding = std::max(0.0f, (control_height() - line_height(Face::regular)) / 2);
  style.WindowPadding = {px(16), px(12)};
  style.FramePadding = {px(10), control_padding};
  style.ItemSpacing = {px(8), px(8)};
  style.ItemInnerSpacing = {px(8), px(4)};
  style.CellPadding = {px(8), px(4)};
  style.IndentSpacing = px(24);
  style.ScrollbarSize = used.touch ? px(8) : px(11);
  style.GrabMinSize = px(32);
  style.WindowRounding = 0;
  style.ChildRounding = 0;
  style.PopupRounding = px(8);
  style.FrameRounding = px(6);
  style.GrabRounding = px(6);
  style.ScrollbarRounding = px(6);
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameBorderSize = 1;
  style.DisabledAlpha = 1;  // disabled things are drawn as such, not faded below what can be read
  style.WindowMinSize = {1, 1};
  style.TouchExtraPadding = used.touch ? ImVec2{px(4), px(4)} : ImVec2{0, 0};
  style.HoverDelayNormal = 0.3f;
}

void use_colours(ImVec4* to) {
  const ImVec4 none = {0, 0, 0, 0};
  const ImVec4 sheet = colour_value(Role::sheet), band = colour_value(Role::band);
  const ImVec4 edge = colour_value(Role::edge), line = colour_value(Role::line);
  const ImVec4 accent = colour_value(Role::accent), soft = colour_value(Role::accent_soft);
  to[ImGuiCol_Text] = colour_value(Role::ink);
  to[ImGuiCol_TextDisabled] = colour_value(Role::muted);
  to[ImGuiCol_WindowBg] = to[ImGuiCol_MenuBarBg] = colour_value(Role::paper);
  to[ImGuiCol_ChildBg] = to[ImGuiCol_BorderShadow] = to[ImGuiCol_ScrollbarBg] = none;
  to[ImGuiCol_PopupBg] = to[ImGuiCol_FrameBg] = sheet;
  to[ImGuiCol_Border] = edge;
  to[ImGuiCol_FrameBgHovered] = to[ImGuiCol_FrameBgActive] = sheet;
  to[ImGuiCol_ScrollbarGrab] = edge;
  to[ImGuiCol_ScrollbarGrabHovered] = to[ImGuiCol_ScrollbarGrabActive] = colour_value(Role::muted);
  to[ImGuiCol_CheckMark] = accent;
  to[ImGuiCol_Header] = to[ImGuiCol_HeaderActive] = soft;
  to[ImGuiCol_HeaderHovered] = to[ImGuiCol_Button] = band;
  to[ImGuiCol_ButtonHovered] = to[ImGuiCol_ButtonActive] = soft;
  to[ImGuiCol_Separator] = to[ImGuiCol_TableBorderLight] = to[ImGuiCol_TableBorderStrong] = line;
  to[ImGuiCol_SeparatorHovered] = to[ImGuiCol_SeparatorActive] = accent;
  to[ImGuiCol_TableHeaderBg] = band;
  to[ImGuiCol_TableRowBg] = to[ImGuiCol_TableRowBgAlt] = none;
  to[ImGuiCol_TextSelectedBg] = soft;
  to[ImGuiCol_NavCursor] = to[ImGuiCol_NavWindowingHighlight] = to[ImGuiCol_DragDropTarget] = accent;
  to[ImGuiCol_NavWindowingDimBg] = to[ImGuiCol_ModalWindowDimBg] = {0, 0, 0, 0.4f};
}

}  // namespace

void use_look(const Look& look) {
  used = look;
  ImGuiStyle& style = ImGui::GetStyle();
  use_sizes(style);
  use_colours(style.Colors);
  platform::set_background(colour(Role::paper));
}

const Look& look() {
  return used;
}

float control_height() {
  return std::round(px(used.touch ? 40 : 32));
}

ImU32 colour(Role role) {
  const Colour c = palette(used.theme)[role];
  return IM_COL32(c.red, c.green, c.blue, 255);
}

ImVec4 colour_value(Role role) {
  return ImGui::ColorConvertU32ToFloat4(colour(role));
}

}  // namespace ntk::web::ui
