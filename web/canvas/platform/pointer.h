// Mouse, wheel and touch.
//
// One finger taps, or drags to scroll; held for a moment before it moves, it drags as the mouse does. What a finger
// leaves while it moves goes on scrolling, slower and slower. Two fingers are the browser's, as is the wheel while Ctrl
// is held: they enlarge the page. While it is enlarged, one finger moves what is seen of it.
#pragma once

namespace ntk::web::platform {

void listen_to_pointer(const char* canvas_selector);

/// Scrolls on what a finger left while it moved, as far as it comes by now. Returns whether it goes on. Once a frame,
/// before the frame begins.
bool move_flick();

}  // namespace ntk::web::platform
