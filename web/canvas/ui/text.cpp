#include "web/canvas/ui/text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "web/canvas/platform/runs.h"
#include "web/canvas/platform/widget_map.h"
#include "web/canvas/ui/text_lines.h"

namespace ntk::web::ui {
namespace {

const char* end_of(std::string_view words) {
  return words.data() + words.size();
}

/// The size of what Dear ImGui can draw as it is.
ImVec2 simple_size(std::string_view words, Face face, float width = 0) {
  return platform::font(face)->CalcTextSizeA(line_height(face), FLT_MAX, width, words.data(), end_of(words));
}

void paint_simple(ImVec2 at, std::string_view words, Role role, Face face, float width = 0) {
  ImGui::GetWindowDrawList()->AddText(platform::font(face), line_height(face), at, colour(role), words.data(),
                                      end_of(words), width);
}

/// A text with scripts in it that Dear ImGui can't draw, as lines that it can: runs stand for the rest (platform/runs.h).
struct Laid {
  std::vector<std::string> lines;
  float width = 0;  ///< of the widest
};

std::string with_runs(const TextLine& line) {
  std::string out;
  for (const Piece& piece : line.pieces) {
    if (piece.shape == Shape::letters) {
      out += piece.text;
    } else {
      out += platform::in_utf8(platform::code_point_of(piece.text, piece.shape == Shape::run_rtl));
    }
  }
  return out;
}

/// Keeps what was laid out, since a text is measured and drawn in every frame.
const Laid& laid_out(std::string_view words, Face face, float width) {
  static std::unordered_map<std::string, Laid> kept;
  static unsigned generation = 0;
  constexpr std::size_t most = 500;
  if (kept.size() >= most || generation != platform::text_generation()) kept.clear();
  generation = platform::text_generation();

  std::string key = std::to_string(static_cast<int>(face)) + ' ' + std::to_string(width) + ' ';
  key += words;
  const auto [found, is_new] = kept.try_emplace(std::move(key));
  if (!is_new) return found->second;
  const Measure measure = [face](std::string_view text, Shape shape) {
    return shape == Shape::letters ? simple_size(text, face).x
                                   : platform::run_width(text, shape == Shape::run_rtl, face);
  };
  for (const TextLine& line : lines_of(words, width, measure, platform::word_ends)) {
    found->second.lines.push_back(with_runs(line));
    found->second.width = std::max(found->second.width, line.width);
  }
  return found->second;
}

void paint(ImVec2 at, std::string_view words, Role role, Face face, float width = 0) {
  if (is_simple(words)) return paint_simple(at, words, role, face, width);
  for (const std::string& line : laid_out(words, face, width).lines) {
    paint_simple(at, line, role, face);
    at.y += line_height(face);
  }
}

void paint_simple_cut(ImVec2 at, float width, std::string_view words, Role role, Face face) {
  const WithFace with(face);
  const ImVec2 size = simple_size(words, face);
  ImGui::PushStyleColor(ImGuiCol_Text, colour(role));
  ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), at, {at.x + width, at.y + size.y}, at.x + width,
                            words.data(), end_of(words), &size);
  ImGui::PopStyleColor();
}

void paint_cut(ImVec2 at, float width, std::string_view words, Role role, Face face) {
  if (is_simple(words)) return paint_simple_cut(at, width, words, role, face);
  if (laid_out(words, face, 0).width <= width) return paint(at, words, role, face);
  constexpr std::string_view ellipsis = "…";
  const float room = std::max(width - simple_size(ellipsis, face).x, px(1));
  paint_simple(at, laid_out(words, face, room).lines.front() + std::string(ellipsis), role, face);
}

/// The first line of a text in a width, and what is left for the next.
std::pair<std::string, std::string_view> first_line(std::string_view words, Face face, float width) {
  ImFont& font = *platform::font(face);
  const char* end = font.CalcWordWrapPosition(line_height(face), words.data(), end_of(words), width);
  const auto length = static_cast<std::size_t>(end - words.data());
  const std::string_view rest = words.substr(length);
  return {std::string(words.substr(0, length)),
          rest.substr(std::min(rest.find_first_not_of(' '), rest.size()))};
}

void record(ImVec2 at, ImVec2 size, std::string_view words) {
  platform::record_text(words, at, {at.x + size.x, at.y + size.y});
}

/// A paragraph that Dear ImGui can't draw as it is, in the flow of the window.
void complex_text(std::string_view words, Role role, Face face, float wrap_position) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (window->SkipItems) return;
  const ImVec2 at = {window->DC.CursorPos.x, window->DC.CursorPos.y + window->DC.CurrLineTextBaseOffset};
  const float width = ImGui::CalcWrapWidthForPos(at, wrap_position);
  const ImVec2 size = text_size(words, face, width);
  ImGui::ItemSize(size, 0);
  if (ImGui::ItemAdd({at, {at.x + size.x, at.y + size.y}}, 0)) paint(at, words, role, face, width);
}

}  // namespace

float line_height(Face face) {
  return platform::font_size(face);
}

ImVec2 text_size(std::string_view words, Face face, float width) {
  if (!is_simple(words)) {
    const Laid& laid = laid_out(words, face, width);
    return {std::ceil(laid.width), static_cast<float>(laid.lines.size()) * line_height(face)};
  }
  const ImVec2 size = simple_size(words, face, width);
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
  const bool simple = is_simple(words);
  const std::vector<std::string> laid =
      simple ? std::vector<std::string>() : laid_out(words, face, width).lines;
  if (!simple && laid.size() <= static_cast<std::size_t>(lines)) return paint(at, words, role, face, width);
  for (int i = 0; i + 1 < lines; ++i) {
    if (simple) {
      const auto [line, rest] = first_line(words, face, width);
      if (rest.empty()) break;
      paint_simple(at, line, role, face);
      words = rest;
    } else {
      paint_simple(at, laid[static_cast<std::size_t>(i)], role, face);
    }
    at.y += line_height(face);
  }
  if (simple) return paint_simple_cut(at, width, words, role, face);
  paint_simple_cut(at, width, laid[static_cast<std::size_t>(lines) - 1] + "…", role, face);
}

void text(std::string_view words, Role role, Face face, float width) {
  const WithFace with(face);
  const float wrap_position = width > 0 ? ImGui::GetCursorPosX() + width : 0;
  if (is_simple(words)) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour(role));
    ImGui::PushTextWrapPos(wrap_position);
    ImGui::TextUnformatted(words.data(), end_of(words));
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
  } else {
    complex_text(words, role, face, wrap_position);
  }
  platform::record_text(words);
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
