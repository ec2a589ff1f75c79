#include "web/canvas/platform/surface.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui_impl_opengl3.h>

#include <cstdarg>
#include <string>
#include <string_view>

#include "web/canvas/platform/browser.h"
#include "web/canvas/platform/fonts.h"
#include "web/canvas/platform/platform.h"

namespace ntk::web::platform {
namespace {

struct Size {
  double css_width = 0;
  double css_height = 0;
  int device_width = 0;
  int device_height = 0;

  bool operator==(const Size&) const = default;
};

constexpr int shading_language = 300;
constexpr const char* shading_language_line = "#version 300 es";

std::string canvas;
Size announced;  // by the browser
Size fitted;     // what the canvas has
bool lost = false;

EM_BOOL on_context_lost(int, const void*, void*) {
  lost = true;
  return EM_TRUE;  // else the browser does not restore it
}

EM_BOOL on_context_restored(int, const void*, void*) {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init(shading_language_line);
  lost = false;
  request_frame();
  return EM_TRUE;
}

}  // namespace

bool open_surface(const char* canvas_selector) {
  canvas = canvas_selector;
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.antialias = false;
  attributes.enableExtensionsByDefault = false;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context(canvas_selector, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS)
    return false;

  emscripten_set_webglcontextlost_callback(canvas_selector, nullptr, EM_FALSE, on_context_lost);
  emscripten_set_webglcontextrestored_callback(canvas_selector, nullptr, EM_FALSE, on_context_restored);
  ntk_browser_observe_size(canvas_selector);
  return ImGui_ImplOpenGL3_Init(shading_language_line);
}

void fit_surface() {
  // By this Dear ImGui chooses letters: those of a screen are the same however large the canvas is. What is drawn fits the
  // canvas exactly (`present`).
  ImGui::GetIO().DisplayFramebufferScale = {pixel_ratio(), pixel_ratio()};
  if (announced == fitted) return;
  fitted = announced;
  emscripten_set_canvas_element_size(canvas.c_str(), fitted.device_width, fitted.device_height);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(fitted.css_width), static_cast<float>(fitted.css_height)};
}

float pixel_ratio() {
  return static_cast<float>(emscripten_get_device_pixel_ratio());
}

bool has_surface() {
  return !lost;
}

void begin_surface_frame() {
  ImGui_ImplOpenGL3_NewFrame();  // makes the device objects that are not there
}

void present(ImDrawData& data, ImU32 background) {
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
  glViewport(0, 0, fitted.device_width, fitted.device_height);
  glClearColor(colour.x, colour.y, colour.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  data.FramebufferScale = {static_cast<float>(fitted.device_width / fitted.css_width),
                           static_cast<float>(fitted.device_height / fitted.css_height)};
  fit_letters_to_pixels(data);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace ntk::web::platform

/// In the place of glGetIntegerv for Dear ImGui's renderer (cmake/libraries.cmake): the state that it finds
/// and puts back is always that of a fresh context, since nobody else draws here.
extern "C" void ntk_known_gl_state(GLenum name, GLint* value) {
  switch (name) {
    case GL_MAJOR_VERSION:
    case GL_MINOR_VERSION:
    case GL_NUM_EXTENSIONS:
    case GL_MAX_TEXTURE_SIZE:
      return glGetIntegerv(name, value);
    case GL_ACTIVE_TEXTURE:
      *value = GL_TEXTURE0;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *value = GL_FUNC_ADD;
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      value[0] = value[1] = 0;
      value[2] = ntk::web::platform::fitted.device_width;
      value[3] = ntk::web::platform::fitted.device_height;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *value = GL_ONE;
      return;
    default:  // nothing bound, nothing blended
      *value = 0;
  }
}

/// In the place of sscanf for Dear ImGui (cmake/libraries.cmake). Of all that it can scan it is given one thing: the version
/// of the shading language, which is ours.
extern "C" int ntk_scan(const char*, const char* format, ...) {
  if (std::string_view(format) != "#version %d") return 0;
  va_list places;
  va_start(places, format);
  *va_arg(places, int*) = ntk::web::platform::shading_language;
  va_end(places);
  return 1;
}

/// From browser.js, when the canvas's size in either kind of pixels has changed.
extern "C" EMSCRIPTEN_KEEPALIVE void ntk_canvas_resized(double css_width, double css_height, int device_width,
                                                        int device_height) {
  if (css_width < 1 || css_height < 1) return;  // hidden: nothing to draw for
  ntk::web::platform::announced = {css_width, css_height, device_width, device_height};
  ntk::web::platform::request_frame();
}
