#include "web/canvas/panels/panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "web/canvas/platform/frames.h"

namespace ntk::web::panels {
namespace {

std::string_view wants_focus;

// The bodies of the panel that is being drawn, from the top.
std::vector<ImGuiWindow*> bodies;

/// A key that scrolls: by lines, by pages, or to an end.
struct Step {
  ImGuiKey key;
  float lines, pages;
};
constexpr float to_the_end = 1e6F;
constexpr std::array<Step, 2> arrows = {{{ImGuiKey_UpArrow, -3, 0}, {ImGuiKey_DownArrow, 3, 0}}};
constexpr std::array<Step, 4> page_keys = {{{ImGuiKey_PageUp, 0, -0.9F},
                                            {ImGuiKey_PageDown, 0, 0.9F},
                                            {ImGuiKey_Home, 0, -to_the_end},
                                            {ImGuiKey_End, 0, to_the_end}}};

/// An arrow that was pressed, and what it finds: within two frames it has gone to the next control, if there is one.
struct Pressed {
  const Step* step = nullptr;
  ImGuiID control = 0;
  float scrolled = 0;  // of all bodies together
  int frames = 0;
};
Pressed pressed;

float sum_of_scrolls() {
  float sum = 0;
  for (const ImGuiWindow* each : bodies) sum += each->Scroll.y;
  return sum;
}

/// The body that a step scrolls: the one with the focus, or the next one that has more to show; null where none has.
ImGuiWindow* body_for(float distance) {
  const auto has_more = [&](const ImGuiWindow* body) {
    return distance < 0 ? body->Scroll.y > 0 : body->Scroll.y < body->ScrollMax.y;
  };
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGuiWindow* next = nullptr;
  for (ImGuiWindow* each : bodies) {
    if (!has_more(each)) continue;
    if (each == g.NavWindow || each->ChildId == g.NavId) return each;
    if (next == nullptr || distance < 0) next = each;
  }
  return next;
}

void scroll(const Step& step) {
  ImGuiWindow* body = body_for(step.lines + step.pages);
  if (body == nullptr) return;
  const float by = step.lines * ui::line_height(ui::Face::regular) + step.pages * body->InnerRect.GetHeight();
  ImGui::SetScrollY(body, std::clamp(body->Scroll.y + by, 0.0F, body->ScrollMax.y));
  platform::request_frame();
}

/// Page Up, Page Down, Home and End scroll what has the focus. The arrows go from control to control; where there is no
/// further one, as in a panel that has only text, they scroll too.
void scroll_by_keys(const ImGuiWindow* panel) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.NavWindow == nullptr || g.NavWindow->RootWindow != panel || bodies.empty()) return;
  if (pressed.step != nullptr && ++pressed.frames >= 2) {
    const Step& step = *std::exchange(pressed.step, nullptr);
    if (g.NavId == pressed.control && sum_of_scrolls() == pressed.scrolled) scroll(step);
  }
  if (g.ActiveId != 0 || g.IO.WantTextInput || g.IO.KeyMods != ImGuiMod_None) return;
  for (const Step& each : page_keys) {
    if (ImGui::IsKeyPressed(each.key)) scroll(each);
    ImGui::SetKeyOwner(each.key, panel->ID);  // Dear ImGui would go to another control
  }
  for (const Step& each : arrows) {
    if (!ImGui::IsKeyPressed(each.key)) continue;
    pressed = {&each, g.NavId, sum_of_scrolls(), 0};
    platform::request_frame();
  }
}

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
  bodies.clear();
}

Frame::~Frame() {
  scroll_by_keys(ImGui::GetCurrentWindow());
  ImGui::End();
}

Body::Body(const char* name, float height, Holds holds) {
  // Reaches into half of the panel's margin, where the scroll bar stands; the text keeps all of it.
  const ImGuiWindow* panel = ImGui::GetCurrentWindow();
  const float half = std::floor(std::min(panel->WindowPadding.x, ui::px(16)) / 2);
  ImGui::SetCursorPosX(half);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {panel->WindowPadding.x - half, ui::px(4)});
  const float rest =
      ImGui::GetContentRegionAvail().y + std::floor(std::min(panel->WindowPadding.y, ui::px(16)) / 2);
  ImGui::BeginChild(name, {panel->Size.x - 2 * half, height > 0 ? height : rest},
                    ImGuiChildFlags_AlwaysUseWindowPadding |
                        (holds == Holds::controls ? ImGuiChildFlags_NavFlattened : ImGuiChildFlags_None));
  ImGui::PopStyleVar();
  bodies.push_back(ImGui::GetCurrentWindow());
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
