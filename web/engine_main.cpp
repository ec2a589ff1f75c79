// The engine alone, without Dear ImGui: what the text page runs on where there is no WebGL2 or no
// WebAssembly. `main` returns at once; everything happens in calls of the bridge.
#include "web/app/desk.h"
#include "web/bridge/bridge_exports.h"

int main() {
  static ntk::web::Desk desk;
  ntk::web::attach_bridge(desk, nullptr);
  return 0;
}
