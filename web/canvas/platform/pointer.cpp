#include "web/canvas/platform/pointer.h"

#include <emscripten/html5.h>
#include <imgui_internal.h>

#include <cfloat>
#include <cmath>
#include <utility>

#include "web/canvas/platform/browser.h"
#include "web/canvas/platform/frames.h"
#include "web/canvas/platform/platform.h"
#include "web/canvas/platform/text_entry.h"

namespace ntk::web::platform {
namespace {

// Where the canvas is in the window, as the last press found it: the mouse may be released anywhere.
ImVec2 canvas_origin;
bool mouse_held = false;

void move_to(ImGuiMouseSource source, float x, float y) {
  ImGui::GetIO().AddMouseSourceEvent(source);
  ImGui::GetIO().AddMousePosEvent(x, y);
  request_frame();
}

void leave() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  request_frame();
}

// The browser counts left, middle, right.
int button_of(const EmscriptenMouseEvent& event) {
  switch (event.button) {
    case 1:
      return ImGuiMouseButton_Middle;
    case 2:
      return ImGuiMouseButton_Right;
    default:
      return ImGuiMouseButton_Left;
  }
}

EM_BOOL on_mouse_down(int, const EmscriptenMouseEvent* event, void*) {
  if (event->button > 2) return EM_FALSE;  // back and forward
  canvas_origin = {static_cast<float>(event->clientX - event->targetX),
                   static_cast<float>(event->clientY - event->targetY)};
  mouse_held = true;
  ntk_browser_focus_canvas();
  forget_typed_text();
  move_to(ImGuiMouseSource_Mouse, static_cast<float>(event->targetX), static_cast<float>(event->targetY));
  ImGui::GetIO().AddMouseButtonEvent(button_of(*event), true);
  return EM_TRUE;
}

EM_BOOL on_mouse_move(int, const EmscriptenMouseEvent* event, void*) {
  if (!mouse_held) {
    move_to(ImGuiMouseSource_Mouse, static_cast<float>(event->targetX), static_cast<float>(event->targetY));
  }
  return EM_FALSE;
}

EM_BOOL on_window_mouse_move(int, const EmscriptenMouseEvent* event, void*) {
  if (mouse_held) {
    move_to(ImGuiMouseSource_Mouse, static_cast<float>(event->clientX) - canvas_origin.x,
            static_cast<float>(event->clientY) - canvas_origin.y);
  }
  return EM_FALSE;
}

EM_BOOL on_window_mouse_up(int, const EmscriptenMouseEvent* event, void*) {
  if (!mouse_held) return EM_FALSE;
  ImGui::GetIO().AddMouseButtonEvent(button_of(*event), false);
  mouse_held = event->buttons != 0;
  // WebKit lets a page copy only while it handles the click that asks for it.
  draw_pending_frames();
  return EM_FALSE;
}

EM_BOOL on_mouse_leave(int, const EmscriptenMouseEvent*, void*) {
  if (!mouse_held) leave();
  return EM_FALSE;
}

EM_BOOL on_wheel(int, const EmscriptenWheelEvent* event, void*) {
  if (event->mouse.ctrlKey) return EM_FALSE;
  double scale = 1;
  if (event->deltaMode == DOM_DELTA_PIXEL) scale = 1.0 / 100;
  if (event->deltaMode == DOM_DELTA_LINE) scale = 1.0 / 3;
  double x = -event->deltaX * scale;
  double y = -event->deltaY * scale;
  // With Shift most browsers turn the wheel's axis, and Dear ImGui does so too: once is right.
  if (event->mouse.shiftKey && y == 0) std::swap(x, y);
  ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(x), static_cast<float>(y));
  request_frame();
  return EM_TRUE;
}

enum class Gesture { none, undecided, scroll, drag };

struct Finger {
  Gesture gesture = Gesture::none;
  double pressed_at = 0;  // ms
  ImVec2 start;
  ImGuiWindow* window = nullptr;  // that it scrolls; Dear ImGui keeps its windows to the end
  ImVec2 scrolled;                // how far that was at the start
};

Finger finger;

constexpr float slack = 8;         // CSS pixels that a tap may move
constexpr double hold_time = 350;  // ms

ImVec2 place_of(const EmscriptenTouchPoint& touch) {
  return {static_cast<float>(touch.targetX), static_cast<float>(touch.targetY)};
}

// The window that a finger here scrolls: the one under it, or the nearest around that which has more than it
// shows.
ImGuiWindow* window_under_finger() {
  ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow;
  while (window != nullptr && window->ScrollMax.x <= 0 && window->ScrollMax.y <= 0) {
    window = (window->Flags & ImGuiWindowFlags_ChildWindow) ? window->ParentWindow : nullptr;
  }
  return window;
}

EM_BOOL on_touch_start(int, const EmscriptenTouchEvent* event, void*) {
  if (event->numTouches != 1) {
    if (finger.gesture == Gesture::drag) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    finger.gesture = Gesture::none;
    return EM_FALSE;
  }
  const ImVec2 place = place_of(event->touches[0]);
  move_to(ImGuiMouseSource_TouchScreen, place.x, place.y);
  draw_pending_frames();  // to know what is there
  ImGuiWindow* window = window_under_finger();
  finger = {Gesture::undecided, emscripten_get_now(), place, window, window ? window->Scroll : ImVec2()};
  return EM_TRUE;
}

EM_BOOL on_touch_move(int, const EmscriptenTouchEvent* event, void*) {
  if (finger.gesture == Gesture::none) return EM_FALSE;
  const ImVec2 place = place_of(event->touches[0]);
  if (finger.gesture == Gesture::undecided) {
    if (std::hypot(place.x - finger.start.x, place.y - finger.start.y) < slack) return EM_TRUE;
    const bool held = emscripten_get_now() - finger.pressed_at > hold_time;
    finger.gesture = held ? Gesture::drag : Gesture::scroll;
    if (held) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  }
  if (finger.gesture == Gesture::scroll && finger.window != nullptr) {
    ImGui::SetScrollX(finger.window, finger.scrolled.x - (place.x - finger.start.x));
    ImGui::SetScrollY(finger.window, finger.scrolled.y - (place.y - finger.start.y));
  }
  if (finger.gesture == Gesture::drag) move_to(ImGuiMouseSource_TouchScreen, place.x, place.y);
  request_frame();
  return EM_TRUE;
}

EM_BOOL on_touch_end(int, const EmscriptenTouchEvent*, void*) {
  const Gesture gesture = std::exchange(finger.gesture, Gesture::none);
  if (gesture == Gesture::none) return EM_FALSE;
  ImGuiIO& io = ImGui::GetIO();
  if (gesture == Gesture::undecided) {
    ntk_browser_focus_canvas();
    forget_typed_text();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  }
  if (gesture != Gesture::scroll) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  leave();
  // A browser shows its keyboard only for a focus that is given within the touch.
  draw_pending_frames();
  return EM_TRUE;
}

EM_BOOL on_touch_cancel(int, const EmscriptenTouchEvent*, void*) {
  if (finger.gesture == Gesture::drag) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  finger.gesture = Gesture::none;
  leave();
  return EM_FALSE;
}

}  // namespace

void listen_to_pointer(const char* canvas) {
  emscripten_set_mousedown_callback(canvas, nullptr, EM_FALSE, on_mouse_down);
  emscripten_set_mousemove_callback(canvas, nullptr, EM_FALSE, on_mouse_move);
  emscripten_set_mouseleave_callback(canvas, nullptr, EM_FALSE, on_mouse_leave);
  emscripten_set_mousemove_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, on_window_mouse_move);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, EM_FALSE, on_window_mouse_up);
  emscripten_set_wheel_callback(canvas, nullptr, EM_FALSE, on_wheel);
  emscripten_set_touchstart_callback(canvas, nullptr, EM_FALSE, on_touch_start);
  emscripten_set_touchmove_callback(canvas, nullptr, EM_FALSE, on_touch_move);
  emscripten_set_touchend_callback(canvas, nullptr, EM_FALSE, on_touch_end);
  emscripten_set_touchcancel_callback(canvas, nullptr, EM_FALSE, on_touch_cancel);
}

}  // namespace ntk::web::platform
