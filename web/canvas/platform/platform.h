// The platform: Dear ImGui on a WebGL2 canvas, and nothing of what is drawn there.
//
// It owns the canvas's context and size, the letters, and every event: keys, mouse, wheel, touch, typed text,
// the clipboard. Frames are drawn on demand. Whoever changes what is to be seen asks for one; the platform
// asks by itself for every event, for a blinking caret and for tooltips. When nothing happens, nothing is
// drawn.
//
// Units: positions and sizes are CSS pixels, so that the browser's zoom enlarges the interface; the canvas
// has device pixels, and letters are drawn for those.
//
// Errors: `start` returns false where there is no WebGL2. A lost context is restored without a word to the
// caller.
#pragma once

#include <functional>

#include <imgui.h>

namespace ntk::web::platform {

/// The faces there are. All are of the page's own font, with whatever other fonts the browser has for what that lacks.
enum class Face { regular, strong, heading, small };

/// What the browser says the user wants.
struct Preferences {
  bool dark = false;
  bool high_contrast = false;
  bool reduced_motion = false;
};

struct Callbacks {
  /// Draws everything, once a frame.
  std::function<void()> draw;
  /// Sets colours and sizes, for style sizes multiplied by the text scale. Called at the start, and again
  /// when the text scale or the user's preferences have changed.
  std::function<void(float text_scale, const Preferences&)> restyle;
  /// Whether the application has a use for a key combination while no text field is active. The key is kept
  /// from the browser then, and read in `draw` as any other. ImGuiMod_Ctrl stands for Command on a Mac.
  std::function<bool(ImGuiKeyChord)> takes_key;
};

/// Starts drawing on the canvas that the CSS selector names. False where the browser gives no WebGL2 context.
bool start(const char* canvas_selector, Callbacks callbacks);

/// Has the canvas drawn anew: something that it shows has changed.
void request_frame();
/// One frame more, in which a computation that is spread over many goes on.
void request_working_frame();
/// The same after a while, for what moves by itself.
void request_frame_in(double milliseconds);

/// The scale of text and of all that surrounds it, of 0.75 to 2, 1 at first. Where the canvas is too narrow
/// for it, a smaller one is used.
void set_text_scale(float scale);
float text_scale();

const Preferences& preferences();

ImFont* font(Face face);
/// The height of a face's line in CSS pixels, which is what Dear ImGui takes for the size of its font.
float font_size(Face face);
/// Counts up whenever letters have become of another size, or runs of another code point (runs.h).
unsigned text_generation();

/// The colour of the canvas where no window is.
void set_background(ImU32 colour);

}  // namespace ntk::web::platform
