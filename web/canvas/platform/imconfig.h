// How Dear ImGui is compiled: small, and with the hooks by which widgets can be asked for (widget_map.h).
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_IMPL_OPENGL_ES3
#define IMGUI_ENABLE_TEST_ENGINE
