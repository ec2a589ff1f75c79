#include "web/canvas/platform/platform.h"

#include <emscripten/console.h>
#include <emscripten/html5.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "web/canvas/platform/browser.h"
#include "web/canvas/platform/fonts.h"
#include "web/canvas/platform/frames.h"
#include "web/canvas/platform/glyphs.h"
#include "web/canvas/platform/keyboard.h"
#include "web/canvas/platform/pointer.h"
#include "web/canvas/platform/surface.h"
#include "web/canvas/platform/text_entry.h"
#include "web/canvas/platform/widget_map.h"

namespace ntk::web::platform {
namespace {

// Dear ImGui settles within three frames: one sees the event, the next what it changed, the third the layout
// of that.
constexpr int frames_for_an_event = 3;

Callbacks callbacks;
Preferences browser_preferences;
float scale = 1;
bool restyle = true;
float used_scale = 0;  // that of the last frame
ImU32 background = IM_COL32_BLACK;

bool started = false;
bool scheduled = false;
int frames_wanted = 0;
bool works_on = false;     // a computation wants the next frame
bool flicks = false;       // a window goes on scrolling
double last_frame_at = 0;  // ms

int timer = 0;
double timer_due = HUGE_VAL;  // ms

// For measurements.
int frames_drawn = 0;
double first_frame_at = 0;  // ms since navigation began
double frame_took = 0;      // ms of the processor, the last frame that was shown

EM_BOOL on_animation_frame(double, void*);

void schedule() {
  if (scheduled || !started) return;
  scheduled = true;
  emscripten_request_animation_frame(on_animation_frame, nullptr);
}

void on_timer(void*) {
  timer_due = HUGE_VAL;
  frames_wanted = std::max(frames_wanted, 1);
  schedule();
}

// What goes on moving without any event.
bool is_moving() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const bool modal_fades = g.DimBgRatio > 0 && g.DimBgRatio < 1;
  // A window that has just opened is measured, and seen in the frame after that.
  const bool window_opens = std::any_of(g.Windows.begin(), g.Windows.end(), [](const ImGuiWindow* window) {
    return window->Active && window->HiddenFramesCannotSkipItems > 0;
  });
  return !g.InputEventsQueue.empty() || ImGui::IsAnyMouseDown() || modal_fades || window_opens || flicks;
}

// Milliseconds until the caret of the active text field appears or disappears.
double until_caret_blinks(const ImGuiInputTextState& field) {
  constexpr float visible = 0.8F;  // s, as in Dear ImGui
  constexpr float period = 1.2F;
  const float phase = field.CursorAnim <= 0 ? field.CursorAnim : std::fmod(field.CursorAnim, period);
  return 1000.0 * ((phase <= visible ? visible : period) - phase) + 10;
}

void set_timers() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.IO.WantTextInput && has_focus() && g.InputTextState.ID == g.ActiveId) {
    request_frame_in(until_caret_blinks(g.InputTextState));
  }
  const ImGuiStyle& style = g.Style;
  // The mouse must have rested on the item in a frame before: where the timer was late, the delay is over by
  // then.
  const bool waits =
      g.HoverItemDelayTimer < style.HoverDelayNormal || g.HoverItemUnlockedStationaryId != g.HoverItemDelayId;
  if (g.HoverItemDelayId != 0 && waits) {
    const float wait =
        g.HoverItemDelayTimer < style.HoverDelayShort ? style.HoverDelayShort : style.HoverDelayNormal;
    request_frame_in(1000.0 * std::max(wait - g.HoverItemDelayTimer, style.HoverStationaryDelay));
  }
}

// The scale that was chosen, as far as it leaves the width that a line and a button need.
float fitting_scale() {
  constexpr float narrowest = 320;  // CSS pixels at scale 1: the width to which a page is to reflow
  // In steps: each draws the letters anew.
  const float fits = std::floor(ImGui::GetIO().DisplaySize.x / narrowest * 20) / 20;
  return std::min(scale, std::max(1.0F, fits));
}

void prepare_frame() {
  fit_surface();
  const float fitting = fitting_scale();
  fit_fonts(fitting, pixel_ratio());
  begin_surface_frame();
  restyle = restyle || fitting != used_scale;
  used_scale = fitting;
  if (std::exchange(restyle, false) && callbacks.restyle) callbacks.restyle(fitting, browser_preferences);
  ImGui::GetStyle().FontSizeBase = font_size(Face::regular);
  if (take_focus_loss()) ImGui::ClearActiveID();

  const double now = emscripten_get_now();
  ImGui::GetIO().DeltaTime = static_cast<float>(std::max((now - last_frame_at) / 1000, 1e-4));
  last_frame_at = now;
  flicks = move_flick();
}

enum class Shown { yes, no };

void draw_frame(Shown shown = Shown::yes) {
  frames_wanted = std::max(frames_wanted - 1, 0);
  const bool worked = std::exchange(works_on, false);
  if (!has_surface()) return;
  prepare_frame();
  begin_widget_map();
  ImGui::NewFrame();
  callbacks.draw();
  if (worked && !works_on) request_frame();  // it is done: its end is shown, and laid out
  ImGui::Render();
  end_widget_map();
  if (shown == Shown::yes) {
    present(*ImGui::GetDrawData(), background);
    frame_took = emscripten_get_now() - last_frame_at;
    if (frames_drawn++ == 0) first_frame_at = emscripten_get_now();
  }

  static ImGuiMouseCursor cursor = ImGuiMouseCursor_Arrow;
  if (cursor != ImGui::GetMouseCursor()) ntk_browser_set_cursor(cursor = ImGui::GetMouseCursor());
  follow_text_field();
  set_timers();
}

EM_BOOL on_animation_frame(double, void*) {
  scheduled = false;
  draw_frame();
  if (frames_wanted > 0 || works_on || is_moving()) schedule();
  return EM_FALSE;
}

}  // namespace

bool start(const char* canvas_selector, Callbacks given) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendPlatformName = "ntk_web_platform";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  // A fault in our use of Dear ImGui: tests fail on what stands in the console.
  ImGui::GetCurrentContext()->ErrorCallback = [](ImGuiContext*, void*, const char* what) {
    emscripten_console_error(what);
  };
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  if (!open_surface(canvas_selector)) {
    ImGui::DestroyContext();
    return false;
  }
  callbacks = std::move(given);
  started = true;
  listen_for_text(canvas_selector);
  listen_to_keyboard(canvas_selector, callbacks.takes_key);
  listen_to_pointer(canvas_selector);
  ntk_browser_observe_preferences();
  request_frame();
  return true;
}

void request_frame() {
  frames_wanted = frames_for_an_event;
  schedule();
}

void request_working_frame() {
  works_on = true;
  schedule();
}

void request_frame_in(double milliseconds) {
  const double due = emscripten_get_now() + milliseconds;
  if (due >= timer_due) return;
  if (timer_due != HUGE_VAL) emscripten_clear_timeout(timer);
  timer_due = due;
  timer = emscripten_set_timeout(on_timer, milliseconds, nullptr);
}

void draw_pending_frames() {
  constexpr int limit = 12;  // an event's own call must end
  for (int i = 0; i < limit && (i == 0 || !ImGui::GetCurrentContext()->InputEventsQueue.empty()); ++i)
    draw_frame();
  request_frame();
}

void set_text_scale(float value) {
  value = std::clamp(value, 0.75F, 2.0F);
  if (value == scale) return;
  scale = value;
  restyle = true;
  request_frame();
}

float text_scale() {
  return scale;
}

const Preferences& preferences() {
  return browser_preferences;
}

void set_background(ImU32 colour) {
  background = colour;
}

}  // namespace ntk::web::platform

// From JavaScript.

using namespace ntk::web::platform;

/// Whether the panels can have letters: false where the browser doesn't let a page read what it draws.
extern "C" EMSCRIPTEN_KEEPALIVE bool ntk_has_letters() {
  return ntk_glyphs_can_be_read();
}

extern "C" EMSCRIPTEN_KEEPALIVE void ntk_preferences_changed(bool dark, bool high_contrast,
                                                             bool reduced_motion) {
  browser_preferences = {dark, high_contrast, reduced_motion};
  restyle = true;
  request_frame();
}

// For tests, which would otherwise wait for the browser's next frames after every click: works through all
// events now, and asks for the frame that shows it. A long computation is not waited for: it gets some
// frames.
extern "C" EMSCRIPTEN_KEEPALIVE void ntk_settle() {
  if (!started) return;
  constexpr int limit = 60;  // while a mouse button is held down, drawing never ends
  int for_work = 6;
  int drawn = 0;
  for (; drawn < limit; ++drawn) {
    const bool for_events = frames_wanted > 0 || is_moving();
    if (!for_events && !(works_on && for_work-- > 0)) break;
    draw_frame(Shown::no);
  }
  if (drawn > 0) schedule();
}

extern "C" EMSCRIPTEN_KEEPALIVE int ntk_frames_drawn() {
  return frames_drawn;
}

extern "C" EMSCRIPTEN_KEEPALIVE double ntk_frame_ms() {
  return frame_took;
}

extern "C" EMSCRIPTEN_KEEPALIVE double ntk_first_frame_ms() {
  return first_frame_at;
}
