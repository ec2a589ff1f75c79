// The look: the theme, the grid and the faces that everything on the canvas is drawn with.
//
// Sizes in the code are CSS pixels at normal text size, in steps of 4; `px` brings them to the text
// size that the user chose. Colors go by role (palette.h). `use_look` hands all of it to Dear ImGui.
#pragma once

#include <imgui.h>

#include "web/canvas/platform/platform.h"
#include "web/canvas/ui/palette.h"

namespace ntk::web::ui {

using platform::Face;

struct Look {
  Theme theme = Theme::light;
  float scale = 1;     ///< of text and of all that surrounds it
  bool touch = false;  ///< controls are as high as a finger needs
};

void use_look(const Look& look);
const Look& look();

/// A length at the present text size.
inline float px(float length) {
  return length * look().scale;
}
/// Height of buttons and fields.
float control_height();

ImU32 colour(Role role);
ImVec4 colour_value(Role role);

/// A face for the text drawn during its life.
class WithFace {
 public:
  explicit WithFace(Face face) { ImGui::PushFont(platform::font(face), platform::font_size(face)); }
  ~WithFace() { ImGui::PopFont(); }
  WithFace(const WithFace&) = delete;
  WithFace& operator=(const WithFace&) = delete;
};

}  // namespace ntk::web::ui
