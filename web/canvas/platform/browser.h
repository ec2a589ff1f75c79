// What the platform asks of the browser beyond html5.h. The other side is browser.js, of which each function
// is here in the same order.
#pragma once

extern "C" {

/// Calls ntk_canvas_resized now and whenever the canvas's size in CSS or device pixels changes.
void ntk_browser_observe_size(const char* canvas_selector);

/// Calls ntk_preferences_changed now and whenever one of them changes.
void ntk_browser_observe_preferences();

/// Makes the text entry that stands beside the canvas: a text area that nobody sees, which has the focus
/// while a text field on the canvas is active, so that input methods, dead keys, on-screen keyboards and
/// pasting work as in any other text area. Calls ntk_text_typed, ntk_text_pasted and ntk_focus_changed.
void ntk_browser_add_text_entry(const char* canvas_selector);

/// Gives the text entry the focus if the canvas has it, or gives it back. The place is the caret's, in CSS
/// pixels.
void ntk_browser_focus_text_entry(bool active, float x, float y, float line_height);

/// The text before the caret is another now: forgets what was typed.
void ntk_browser_forget_typed();

void ntk_browser_copy(const char* text);

/// Cursor shapes in the order of ImGuiMouseCursor, -1 for none.
void ntk_browser_set_cursor(int shape);

void ntk_browser_focus_canvas();

bool ntk_browser_is_mac();

/// Whether two fingers have enlarged the page, so that one moves what is seen of it.
bool ntk_browser_is_zoomed();
}
