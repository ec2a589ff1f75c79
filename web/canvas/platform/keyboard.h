// The keyboard: keys on the canvas or its text entry, and only there.
//
// What is kept from the browser: keys that move or act (arrows, Enter, Space, Escape ...); Tab while a text
// field is active, else it leaves the canvas; Ctrl+A, C, X, Z and Y in a text field, and what the application
// takes. Everything else is the browser's, function keys, Alt and its shortcuts included. Ctrl+V comes back
// as a paste event.
#pragma once

#include <imgui.h>

#include <functional>
#include <string>

namespace ntk::web::platform {

void listen_to_keyboard(const std::string& canvas_selector, std::function<bool(ImGuiKeyChord)> takes_key);

}  // namespace ntk::web::platform
