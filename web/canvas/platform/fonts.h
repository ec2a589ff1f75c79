// The fonts: Inter in two weights, rasterised for the screen's pixels and the chosen text size.
#pragma once

#include <imgui.h>

#include "web/canvas/platform/platform.h"

namespace ntk::web::platform {

/// Rasterises the fonts if they are not of this scale (1 is 15 CSS pixels for running text) and this ratio of
/// device pixels to CSS pixels. Before the renderer's frame, which needs the new texture if this returns
/// true.
bool fit_fonts(float text_scale, float pixel_ratio);

}  // namespace ntk::web::platform
