# The libraries from outside, each an imported interface target.
#
# The header-only ones come from the system (Debian: nlohmann-json3-dev, doctest-dev, libcli11-dev) and are
# linked into an include folder of their own: /usr/include itself must never be on a wasm compiler's path, and
# a target that does not link a library cannot include it by accident.

function(_ntk_header_library name folder header package kind)
  find_path(${name}_INCLUDE_DIR "${folder}/${header}"
            PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ${name}_INCLUDE_DIR)
    if(kind STREQUAL OPTIONAL)
      return()
    endif()
    message(FATAL_ERROR "${folder}/${header} was not found: install ${package}, or set ${name}_INCLUDE_DIR")
  endif()
  set(private "${CMAKE_BINARY_DIR}/headers/${name}")
  file(MAKE_DIRECTORY "${private}")
  file(CREATE_LINK "${${name}_INCLUDE_DIR}/${folder}" "${private}/${folder}" SYMBOLIC)
  add_library(${name} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${name} SYSTEM INTERFACE "${private}")
endfunction()

_ntk_header_library(nlohmann_json nlohmann json.hpp "nlohmann-json3-dev (nlohmann/json 3.11)" REQUIRED)
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)

if(NOT EMSCRIPTEN)
  _ntk_header_library(cli11 CLI CLI.hpp "libcli11-dev (CLI11 2)" REQUIRED)
endif()

# For the tests alone, which are built where these are there. RapidCheck is compiled, so only for native tests.
_ntk_header_library(doctest doctest doctest.h "doctest-dev (doctest 2.4)" OPTIONAL)
if(NOT EMSCRIPTEN)
  find_path(rapidcheck_INCLUDE_DIR rapidcheck.h)
  find_library(rapidcheck_LIBRARY rapidcheck)
  if(rapidcheck_INCLUDE_DIR AND rapidcheck_LIBRARY)
    add_library(rapidcheck UNKNOWN IMPORTED GLOBAL)
    set_target_properties(rapidcheck PROPERTIES IMPORTED_LOCATION "${rapidcheck_LIBRARY}"
                          INTERFACE_INCLUDE_DIRECTORIES "${rapidcheck_INCLUDE_DIR}")
  endif()
endif()

# Dear ImGui, as source: the library itself and its WebGL2 renderer. The platform side is our own (web/canvas/platform).
if(EMSCRIPTEN)
  set(_version 1.90.1)
  set(_imgui "${IMGUI_DIR}")
  if(NOT _imgui)
    set(_imgui "${CMAKE_SOURCE_DIR}/build/deps/imgui-${_version}")
    if(NOT EXISTS "${_imgui}/imgui.h")
      include(FetchContent)
      FetchContent_Declare(imgui_source
        URL "https://github.com/ocornut/imgui/archive/v${_version}.tar.gz"
        URL_HASH SHA256=21dcc985bb2ae8fe48047c86135dbc438d6980a8f2e08babbda5be820592f282)
      FetchContent_Populate(imgui_source)
      set(_imgui "${imgui_source_SOURCE_DIR}")
    endif()
  endif()
  file(STRINGS "${_imgui}/imgui.h" _found REGEX "^#define IMGUI_VERSION ")
  if(NOT _found MATCHES "\"${_version}\"")
    message(FATAL_ERROR "${_imgui} is not Dear ImGui ${_version}: ${_found}")
  endif()
  set(NTK_IMGUI_DIR "${_imgui}")

  # Its built-in font, which is never used here, cannot be configured away in this version: a fortieth of the page.
  file(READ "${_imgui}/imgui_draw.cpp" _draw)
  string(REGEX REPLACE "(proggy_clean_ttf_compressed_data_base85)\\[[^]]*\\] =(\n *\"[^\n]*\")+;" "\\1[] = \"\";"
         _draw_small "${_draw}")
  if(_draw_small STREQUAL _draw)
    message(FATAL_ERROR "the built-in font of ${_imgui}/imgui_draw.cpp was not found")
  endif()
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/imgui_draw.cpp" CONTENT "${_draw_small}")

  add_library(imgui STATIC
    "${_imgui}/imgui.cpp" "${CMAKE_BINARY_DIR}/imgui_draw.cpp" "${_imgui}/imgui_tables.cpp"
    "${_imgui}/imgui_widgets.cpp"
    "${_imgui}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui SYSTEM PUBLIC "${_imgui}" "${_imgui}/backends")
  target_include_directories(imgui PUBLIC "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="web/canvas/platform/imconfig.h")
  target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti -w)  # its warnings are not ours to act on
  # Before each frame the renderer asks for the state that it will put back, and waits for the graphics process with
  # each question. On a canvas of our own we know the answers (web/canvas/platform/surface.cpp).
  set_source_files_properties("${_imgui}/backends/imgui_impl_opengl3.cpp" PROPERTIES
    COMPILE_DEFINITIONS glGetIntegerv=ntk_known_gl_state)
endif()
