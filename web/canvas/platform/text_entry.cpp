#include "web/canvas/platform/text_entry.h"

#include <emscripten/emscripten.h>
#include <imgui.h>

#include <string>
#include <string_view>

#include "web/canvas/platform/browser.h"
#include "web/canvas/platform/platform.h"

namespace ntk::web::platform {
namespace {

struct Caret {
  bool active = false;
  float x = 0;
  float y = 0;
  float line_height = 0;

  bool operator==(const Caret&) const = default;
};

Caret caret;     // as Dear ImGui last said
Caret followed;  // as the text entry was last told
std::string clipboard;
bool focused = false;
bool focus_lost = false;

void press(ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddKeyEvent(key, false);
}

void type(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text.substr(0, end)).c_str());
    if (end == std::string_view::npos) return;
    press(ImGuiKey_Enter);
    text.remove_prefix(end + 1);
  }
}

}  // namespace

void listen_for_text(const char* canvas_selector) {
  ImGuiPlatformIO& io = ImGui::GetPlatformIO();
  io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    clipboard = text;
    ntk_browser_copy(text);
  };
  io.Platform_GetClipboardTextFn = [](ImGuiContext*) { return clipboard.c_str(); };
  io.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
    caret = {data->WantVisible, data->InputPos.x, data->InputPos.y, data->InputLineHeight};
  };
  ntk_browser_add_text_entry(canvas_selector);
}

void follow_text_field() {
  caret.active = ImGui::GetIO().WantTextInput;
  if (caret == followed) return;
  followed = caret;
  ntk_browser_focus_text_entry(caret.active, caret.x, caret.y, caret.line_height);
}

void forget_typed_text() {
  ntk_browser_forget_typed();
}

bool has_focus() {
  return focused;
}

bool take_focus_loss() {
  return std::exchange(focus_lost, false);
}

}  // namespace ntk::web::platform

// From browser.js.

using namespace ntk::web::platform;

/// Text was typed: so many characters before the caret go, then the text comes.
extern "C" EMSCRIPTEN_KEEPALIVE void ntk_text_typed(int deleted, const char* text) {
  for (int i = 0; i < deleted; ++i) press(ImGuiKey_Backspace);
  type(text);
  request_frame();
}

extern "C" EMSCRIPTEN_KEEPALIVE void ntk_text_pasted(const char* text) {
  clipboard = text;
  ImGuiIO& io = ImGui::GetIO();
  const ImGuiKey shortcut = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
  io.AddKeyEvent(shortcut, true);
  press(ImGuiKey_V);
  io.AddKeyEvent(shortcut, false);
  request_frame();
}

/// The canvas or its text entry has got the focus, or both have lost it: to another place on the page, or
/// with the whole window.
extern "C" EMSCRIPTEN_KEEPALIVE void ntk_focus_changed(bool has, bool to_the_page) {
  focused = has;
  focus_lost = !has && to_the_page;
  ImGui::GetIO().AddFocusEvent(has);
  if (has) followed = {};  // the text entry may have to get it
  request_frame();
}
