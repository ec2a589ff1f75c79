// Text on the canvas: running text, headings, and text that a widget places itself.
//
// Text is wrapped at words, never cut, unless a function says so. `text`, `heading` and their like
// stand in the flow of the window, `draw_text` anywhere.
#pragma once

#include <string_view>

#include "web/canvas/ui/look.h"

namespace ntk::web::ui {

/// A paragraph, wrapped at the window's right edge, or at `width` where it is not 0.
void text(std::string_view words, Role role = Role::ink, Face face = Face::regular, float width = 0);
/// A paragraph in the small face that explains what stands above it.
void note(std::string_view words, Role role = Role::muted);
/// The name of a field, above the field.
void field_name(std::string_view words);
/// The heading of a panel or of a part of one.
void heading(std::string_view words, Face face = Face::strong);

/// Size of text wrapped at `width`; at 0, on one line.
ImVec2 text_size(std::string_view words, Face face, float width = 0);
void draw_text(ImVec2 at, std::string_view words, Role role, Face face, float width = 0);
/// On one line, ending in an ellipsis where it does not fit.
void draw_text_cut(ImVec2 at, float width, std::string_view words, Role role, Face face);
/// Wrapped to at most so many lines, the last ending in an ellipsis where there is more.
void draw_lines_cut(ImVec2 at, float width, int lines, std::string_view words, Role role, Face face);

/// A hairline from the window's left edge to its right.
void hairline();
/// Empty space below what was drawn last.
void gap(float length);
/// Height of a line.
float line_height(Face face);

}  // namespace ntk::web::ui
