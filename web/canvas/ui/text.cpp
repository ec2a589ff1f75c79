#include "web/canvas/ui/text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "web/canvas/platform/widget_map.h"

namespace ntk::web::ui {
namespace {

const char* end_of(std::string_view words) {
  return words.data() + words.size();
}

void paint(ImVec2 at, std::string_view words, Role role, Face face, float width = 0) {
  ImGui::GetWindowDrawList()->AddText(platform::font(face), line_height(face), at, colour(role), words.data(),
                                      end_of(words), width);
}

void paint_cut(ImVec2 at, float width, std::string_view words, Role role, Face face) {
  const WithFace with(face);
  const ImVec2 size = text_size(words, face);
  ImGui::PushStyleColor(ImGuiCol_Text, colour(role));
  ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), at, {at.x + width, at.y + size.y}, at.x + width,
                            at.x + width, words.data(), end_of(words), &size);
  ImGui::PopStyleColor();
}

void record(ImVec2 at, ImVec2 size, std::string_view words) {
  platform::record_text(words, at, {at.x + size.x, at.y + size.y});
}

}  // namespace

float line_height(Face face) {
  return platform::font(face)->FontSize * ImGui::GetIO().FontGlobalScale;
}

ImVec2 text_size(std::string_view words, Face face, float width) {
  const ImVec2 size =
      platform::font(face)->CalcTextSizeA(line_height(face), FLT_MAX, width, words.data(), end_of(words));
  return {std::ceil(size.x), std::ceil(size.y)};
}

void draw_text(ImVec2 at, std::string_view words, Role role, Face face, float width) {
  if (platform::is_recording()) record(at, text_size(words, face, width), words);
  paint(at, words, role, face, width);
}

void draw_text_cut(ImVec2 at, float width, std::string_view words, Role role, Face face) {
  record(at, {width, line_height(face)}, words);
  paint_cut(at, width, words, role, face);
}

void draw_lines_cut(ImVec2 at, float width, int lines, std::string_view words, Role role, Face face) {
  record(at, {width, static_cast<float>(lines) * line_height(face)}, words);
  for (; lines > 1; --lines) {
    const ImFont& font = *platform::font(face);
    const char* end =
        font.CalcWordWrapPositionA(line_height(face) / font.FontSize, words.data(), end_of(words), width);
    if (end >= end_of(words)) break;
    const auto length = static_cast<std::size_t>(end - words.data());
    paint(at, words.substr(0, length), role, face);
    words.remove_prefix(std::min(words.find_first_not_of(' ', length), words.size()));
    at.y += line_height(face);
  }
  paint_cut(at, width, words, role, face);
}

void text(std::string_view words, Role role, Face face, float width) {
  const WithFace with(face);
  ImGui::PushStyleColor(ImGuiCol_Text, colour(role));
  ImGui::PushTextWrapPos(width > 0 ? ImGui::GetCursorPosX() + width : 0);
  ImGui::TextUnformatted(words.data(), end_of(words));
  platform::record_text(words);
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

void note(std::string_view words, Role role) {
  text(words, role, Face::small);
}

void field_name(std::string_view words) {
  text(words, Role::muted, Face::small);
  gap(-4);
}

void heading(std::string_view words, Face face) {
  text(words, Role::ink, face);
}

void hairline() {
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  const float y = std::round(ImGui::GetCursorScreenPos().y);
  const float left = window->WorkRect.Min.x, right = window->WorkRect.Max.x;
  ImGui::GetWindowDrawList()->AddRectFilled({left, y}, {right, y + 1}, colour(Role::line));
  ImGui::Dummy({0, 1});
}

void gap(float length) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  window->DC.CursorPos.y += std::round(px(length));
  // Space at the end of a window is space too.
  window->DC.CursorMaxPos.y =
      std::max(window->DC.CursorMaxPos.y, window->DC.CursorPos.y - ImGui::GetStyle().ItemSpacing.y);
}

}  // namespace ntk::web::ui
