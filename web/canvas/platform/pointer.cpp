#include "web/canvas/platform/pointer.h"

#include <emscripten/html5.h>
#include <imgui_internal.h>

#include <algorithm>
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
  ImVec2 scrolled;                // how far that was at the start, and is to be now
  ImVec2 scrolls_to;
  ImVec2 last;         // where it was seen last, and when
  double seen_at = 0;  // ms
  ImVec2 speed;        // CSS pixels a millisecond, of late
};

Finger finger;

// A window that goes on after the finger left it, slower and slower.
struct Flick {
  ImGuiWindow* window = nullptr;
  ImVec2 scroll;
  ImVec2 speed;        // CSS pixels a millisecond
  double seen_at = 0;  // ms
};

Flick flick;

constexpr double slowing = 325;          // ms in which the speed falls to a third
constexpr float slowest = 0.02F;         // CSS pixels a millisecond: below it stands still
constexpr double least_time = 4;         // ms between two movements: a browser may tell of several at once
constexpr double latest_movement = 100;  // ms that a finger may rest before it leaves, and still flick

constexpr float slack = 8;         // CSS pixels that a tap may move
constexpr double hold_time = 350;  // ms

ImVec2 place_of(const EmscriptenTouchPoint& touch) {
  return {static_cast<float>(touch.targetX), static_cast<float>(touch.targetY)};
}

void follow(ImVec2 place) {
  const double now = emscripten_get_now(), since = std::max(now - finger.seen_at, least_time);
  const auto of_late = static_cast<float>(std::exp(-since / 40));  // how much of the earlier speed counts
  const auto time = static_cast<float>(since);
  finger.speed = {finger.speed.x * of_late + (finger.last.x - place.x) / time * (1 - of_late),
                  finger.speed.y * of_late + (finger.last.y - place.y) / time * (1 - of_late)};
  finger.last = place;
  finger.seen_at = now;
}

// What the finger scrolled goes on by itself, unless it rested before it left or the user wants little motion.
void begin_flick() {
  const double now = emscripten_get_now();
  if (finger.window == nullptr || preferences().reduced_motion || now - finger.seen_at > latest_movement)
    return;
  flick = {finger.window, finger.scrolls_to, finger.speed, now};
  request_frame();
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
  flick.window = nullptr;
  // Two fingers zoom the page, and one moves what is seen of it then: both are the browser's.
  if (event->numTouches != 1 || ntk_browser_is_zoomed()) {
    if (finger.gesture == Gesture::drag) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    finger.gesture = Gesture::none;
    return EM_FALSE;
  }
  const ImVec2 place = place_of(event->touches[0]);
  move_to(ImGuiMouseSource_TouchScreen, place.x, place.y);
  draw_pending_frames();  // to know what is there
  ImGuiWindow* window = window_under_finger();
  const double now = emscripten_get_now();
  const ImVec2 scrolled = window ? window->Scroll : ImVec2();
  finger = {Gesture::undecided, now, place, window, scrolled, scrolled, place, now, {}};
  return EM_TRUE;
}

EM_BOOL on_touch_move(int, const EmscriptenTouchEvent* event, void*) {
  if (finger.gesture == Gesture::none) return EM_FALSE;
  const ImVec2 place = place_of(event->touches[0]);
  follow(place);
  if (finger.gesture == Gesture::undecided) {
    if (std::hypot(place.x - finger.start.x, place.y - finger.start.y) < slack) return EM_TRUE;
    const bool held = emscripten_get_now() - finger.pressed_at > hold_time;
    finger.gesture = held ? Gesture::drag : Gesture::scroll;
    if (held) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  }
  if (finger.gesture == Gesture::scroll && finger.window != nullptr) {
    finger.scrolls_to = {finger.scrolled.x - (place.x - finger.start.x),
                         finger.scrolled.y - (place.y - finger.start.y)};
    ImGui::SetScrollX(finger.window, finger.scrolls_to.x);
    ImGui::SetScrollY(finger.window, finger.scrolls_to.y);
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
  if (gesture == Gesture::scroll) {
    begin_flick();
  } else {
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  }
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

bool move_flick() {
  if (flick.window == nullptr) return false;
  const double now = emscripten_get_now(), since = now - std::exchange(flick.seen_at, now);
  const auto time = static_cast<float>(since);
  const auto edge = [](float scroll, float most) { return std::clamp(scroll, 0.0F, most); };
  const ImVec2 most = flick.window->ScrollMax;
  const ImVec2 next = {edge(flick.scroll.x + flick.speed.x * time, most.x),
                       edge(flick.scroll.y + flick.speed.y * time, most.y)};
  const auto slower = static_cast<float>(std::exp(-since / slowing));
  flick.speed = {flick.speed.x * slower, flick.speed.y * slower};
  const bool is_at_the_edge = since > 0 && next.x == flick.scroll.x && next.y == flick.scroll.y;
  flick.scroll = next;
  ImGui::SetScrollX(flick.window, next.x);
  ImGui::SetScrollY(flick.window, next.y);
  if (is_at_the_edge || std::hypot(flick.speed.x, flick.speed.y) < slowest) flick.window = nullptr;
  return flick.window != nullptr;
}

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
