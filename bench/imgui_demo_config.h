// As the page compiles Dear ImGui, with the demo left in.
#pragma once

#include "web/canvas/platform/imconfig.h"

#undef IMGUI_DISABLE_DEMO_WINDOWS
#undef IMGUI_DISABLE_DEBUG_TOOLS
