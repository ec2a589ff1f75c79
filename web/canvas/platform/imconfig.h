// How Dear ImGui is compiled: small, with letters of every script, and with the hooks by which widgets can be asked for
// (widget_map.h).
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_USE_WCHAR32
#define IMGUI_IMPL_OPENGL_ES3
#define IMGUI_ENABLE_TEST_ENGINE
// Leaves out stb_truetype. FreeType isn't there either: fonts.cpp gives the loader that is asked for in its place.
#define IMGUI_ENABLE_FREETYPE
