#include "web/canvas/platform/keyboard.h"

#include <emscripten/html5.h>

#include <array>
#include <string_view>
#include <utility>

#include "web/canvas/platform/browser.h"
#include "web/canvas/platform/frames.h"
#include "web/canvas/platform/key_names.h"
#include "web/canvas/platform/platform.h"
#include "web/canvas/platform/text_entry.h"

namespace ntk::web::platform {
namespace {

struct NamedKey {
  std::string_view name;  // KeyboardEvent.key
  ImGuiKey key;
};

constexpr std::array<NamedKey, 15> acting_keys = {{{"ArrowLeft", ImGuiKey_LeftArrow},
                                                   {"ArrowRight", ImGuiKey_RightArrow},
                                                   {"ArrowUp", ImGuiKey_UpArrow},
                                                   {"ArrowDown", ImGuiKey_DownArrow},
                                                   {"PageUp", ImGuiKey_PageUp},
                                                   {"PageDown", ImGuiKey_PageDown},
                                                   {"Home", ImGuiKey_Home},
                                                   {"End", ImGuiKey_End},
                                                   {"Insert", ImGuiKey_Insert},
                                                   {"Delete", ImGuiKey_Delete},
                                                   {"Backspace", ImGuiKey_Backspace},
                                                   {"Enter", ImGuiKey_Enter},
                                                   {"Escape", ImGuiKey_Escape},
                                                   {" ", ImGuiKey_Space},
                                                   {"Tab", ImGuiKey_Tab}}};

std::function<bool(ImGuiKeyChord)> application_takes;
bool is_mac = false;

// A typed key's name is its one character; that of any other is a word in ASCII.
bool is_one_character(std::string_view key) {
  if (key.empty()) return false;
  const auto first = static_cast<unsigned char>(key[0]);
  return key.size() == 1 || (first >= 0xC0 && key.size() <= 4);
}

ImGuiKey key_of(const EmscriptenKeyboardEvent& event) {
  for (const NamedKey& named : acting_keys) {
    if (named.name == event.key) return named.key;
  }
  const char c = letter_or_digit(event.key, event.code);
  if (c >= 'A') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
  return c != '\0' ? static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0')) : ImGuiKey_None;
}

bool is_acting(ImGuiKey key) {
  return key != ImGuiKey_None && !(key >= ImGuiKey_A && key <= ImGuiKey_Z) &&
         !(key >= ImGuiKey_0 && key <= ImGuiKey_9);
}

bool edits_text(ImGuiKey key) {
  return key == ImGuiKey_A || key == ImGuiKey_C || key == ImGuiKey_X || key == ImGuiKey_Z ||
         key == ImGuiKey_Y || (is_acting(key) && key != ImGuiKey_Tab);
}

// What a pressed key is for.
enum class Use {
  none,      // the browser's
  key,       // ours, as a key
  text,      // ours, as a character (and as a key, for what is not a text field)
  shortcut,  // ours, together with Ctrl or Command
};

Use use_of(const EmscriptenKeyboardEvent& event, ImGuiKey key, bool in_text_entry) {
  const bool command = is_mac ? event.metaKey : event.ctrlKey;
  const bool alt_graph = !is_mac && event.ctrlKey && event.altKey && is_one_character(event.key);
  const bool text_field = ImGui::GetIO().WantTextInput;

  if (command && !alt_graph) {
    if (event.altKey) return Use::none;
    if (text_field) return edits_text(key) ? Use::shortcut : Use::none;
    const ImGuiKeyChord chord = ImGuiMod_Ctrl | (event.shiftKey ? ImGuiMod_Shift : 0) | key;
    return key != ImGuiKey_None && application_takes && application_takes(chord) ? Use::shortcut : Use::none;
  }
  const bool other_modifier = is_mac ? event.ctrlKey : event.metaKey || event.altKey;
  if (other_modifier && !alt_graph) return Use::none;
  if (key == ImGuiKey_Tab) return text_field ? Use::key : Use::none;
  if (is_one_character(event.key))
    return in_text_entry ? Use::none : Use::text;  // else it comes as an input event
  return key != ImGuiKey_None ? Use::key : Use::none;
}

void add_modifiers(const EmscriptenKeyboardEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, event.ctrlKey);
  io.AddKeyEvent(ImGuiMod_Shift, event.shiftKey);
  io.AddKeyEvent(ImGuiMod_Alt, event.altKey);
  io.AddKeyEvent(ImGuiMod_Super, event.metaKey);
}

template <bool in_text_entry>
EM_BOOL on_key_down(int, const EmscriptenKeyboardEvent* event, void*) {
  constexpr unsigned long taken_by_an_input_method = 229;
  if (event->keyCode == taken_by_an_input_method) return EM_FALSE;

  const ImGuiKey key = key_of(*event);
  const Use use = use_of(*event, key, in_text_entry);
  add_modifiers(*event);
  request_frame();
  if (use == Use::none) return EM_FALSE;

  ImGuiIO& io = ImGui::GetIO();
  if (key != ImGuiKey_None) io.AddKeyEvent(key, true);
  if (use == Use::text) io.AddInputCharactersUTF8(event->key);
  if (use != Use::text) forget_typed_text();
  if (use == Use::shortcut) {
    // A Mac tells nothing of a key's release while Command is held.
    io.AddKeyEvent(key, false);
  }
  // A copy has to be made while the browser still knows that the user asked for it: by its shortcut, or by a
  // key that presses a button.
  if (use == Use::shortcut || key == ImGuiKey_Enter || key == ImGuiKey_Space) draw_pending_frames();
  return EM_TRUE;
}

EM_BOOL on_key_up(int, const EmscriptenKeyboardEvent* event, void*) {
  const ImGuiKey key = key_of(*event);
  if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, false);
  add_modifiers(*event);
  request_frame();
  return EM_FALSE;
}

}  // namespace

void listen_to_keyboard(const std::string& canvas_selector, std::function<bool(ImGuiKeyChord)> takes_key) {
  application_takes = std::move(takes_key);
  is_mac = ntk_browser_is_mac();
  ImGui::GetIO().ConfigMacOSXBehaviors = is_mac;

  const std::string text_entry = canvas_selector + "-text";
  emscripten_set_keydown_callback(canvas_selector.c_str(), nullptr, EM_FALSE, on_key_down<false>);
  emscripten_set_keydown_callback(text_entry.c_str(), nullptr, EM_FALSE, on_key_down<true>);
  emscripten_set_keyup_callback(canvas_selector.c_str(), nullptr, EM_FALSE, on_key_up);
  emscripten_set_keyup_callback(text_entry.c_str(), nullptr, EM_FALSE, on_key_up);
}

}  // namespace ntk::web::platform
