// The surface: the canvas's WebGL2 context and its size, and what is drawn there.
#pragma once

#include <imgui.h>

namespace ntk::web::platform {

/// False where the browser gives no WebGL2 context.
bool open_surface(const char* canvas_selector);

/// Takes over the canvas's size and the device pixel ratio as they are now. Before every frame.
void fit_surface();

/// Device pixels for one CSS pixel.
float pixel_ratio();

/// False while the context is lost: nothing can be drawn.
bool has_surface();

/// Begins the renderer's frame. The fonts are fitted by now.
void begin_surface_frame();
void present(ImDrawData& data, ImU32 background);

}  // namespace ntk::web::platform
