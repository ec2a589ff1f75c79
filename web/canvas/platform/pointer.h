// Mouse, wheel and touch.
//
// One finger taps, or drags to scroll; held for a moment before it moves, it drags as the mouse does. Two
// fingers are the browser's, as is the wheel while Ctrl is held: they enlarge the page.
#pragma once

namespace ntk::web::platform {

void listen_to_pointer(const char* canvas_selector);

}  // namespace ntk::web::platform
