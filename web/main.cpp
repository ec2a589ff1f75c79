// The page's module: one desk, and the panels where the browser can draw them.
//
// `main` makes the desk, at which the text page can work at once. The script then asks for the panels;
// without WebGL2 there are none, and the text page goes on alone.
#include <emscripten.h>

#include <memory>

#include "web/app/desk.h"
#include "web/bridge/bridge_exports.h"
#include "web/canvas/app.h"
#include "web/canvas/platform/platform.h"

namespace {

using namespace ntk::web;

Desk& desk() {
  static Desk the_desk;
  return the_desk;
}

std::unique_ptr<App> app;

}  // namespace

int main() {
  attach_bridge(desk(), platform::request_frame);
  return 0;
}

/// Starts the panels on the canvas; false where there is no WebGL2.
extern "C" EMSCRIPTEN_KEEPALIVE bool ntk_start_panels() {
  const auto draw = [] {
    app->draw();
    tell_page();
  };
  const auto restyle = [](float text_scale, const platform::Preferences& preferences) {
    app->restyle(text_scale, preferences);
  };
  if (!platform::start("#canvas", {draw, restyle, App::takes_key})) return false;
  app = std::make_unique<App>(desk());
  return true;
}

/// Does something on the canvas that the page's palette, tour or settings ask for (App::act).
extern "C" EMSCRIPTEN_KEEPALIVE void ntk_act(const char* word, const char* subject) {
  if (app) app->act(word, subject);
}

/// The text page's choice of colours, by the words of ui::Theme.
extern "C" EMSCRIPTEN_KEEPALIVE void ntk_use_theme(const char* word) {
  if (app) app->use_theme(word);
}
