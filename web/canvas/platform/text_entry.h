// Text entry: typed text and the clipboard, by way of a text area that nobody sees (browser.h).
#pragma once

namespace ntk::web::platform {

void listen_for_text(const char* canvas_selector);

/// After a frame: gives the focus to the text entry if a text field is active now, or back to the canvas.
void follow_text_field();

/// The caret has moved by other means than typing.
void forget_typed_text();

bool has_focus();

/// Before a frame: true once after the focus has gone elsewhere on the page, so that an active text field is
/// to end.
bool take_focus_loss();

}  // namespace ntk::web::platform
