// The fonts: the page's own, in two weights, drawn letter by letter when a letter is first seen. The browser draws it
// (glyphs.h), for the screen's pixels and the chosen text size, in whatever script it is.
#pragma once

#include <imgui.h>

#include "web/canvas/platform/platform.h"

namespace ntk::web::platform {

/// Before every frame: draws all letters anew where the scale (1 is 15 CSS pixels for running text), the ratio of device
/// pixels to CSS pixels or the page's fonts have changed.
void fit_fonts(float text_scale, float pixel_ratio);

/// Moves every letter that is to be drawn onto the screen's pixels, so that none is blurred. After the frame.
void fit_letters_to_pixels(ImDrawData& data);

}  // namespace ntk::web::platform
