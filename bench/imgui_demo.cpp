// Dear ImGui's own demo window, built with the page's flags on the page's platform: what the page's size is
// compared with.
#include <emscripten.h>
#include <imgui.h>

#include "web/canvas/platform/platform.h"

int main() {
  const auto draw = [] { ImGui::ShowDemoWindow(); };
  const auto restyle = [](float, const ntk::web::platform::Preferences&) {};
  const auto takes_key = [](ImGuiKeyChord) { return false; };
  ntk::web::platform::start("#canvas", {draw, restyle, takes_key});
  return 0;
}

// The debug tools offer FreeType's options, which the page doesn't have.
namespace ImGuiFreeType {
bool DebugEditFontLoaderFlags(unsigned int*) {
  return false;
}
}  // namespace ImGuiFreeType
