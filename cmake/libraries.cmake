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

  # ZIP archives, for `ntk grade`. The static program needs the static library, with zlib's below it.
  find_package(Threads REQUIRED)
  find_path(minizip_INCLUDE_DIR minizip/unzip.h PATHS /opt/homebrew/include)
  find_library(minizip_LIBRARY minizip PATHS /opt/homebrew/lib)
  find_library(zlib_LIBRARY z)
  if(NOT minizip_INCLUDE_DIR OR NOT minizip_LIBRARY OR NOT zlib_LIBRARY)
    message(FATAL_ERROR "minizip/unzip.h was not found: install libminizip-dev (minizip 1.1), or set minizip_INCLUDE_DIR, "
      "minizip_LIBRARY and zlib_LIBRARY")
  endif()
  find_library(minizip_STATIC libminizip.a)
  find_library(zlib_STATIC libz.a)
  foreach(target minizip minizip_static)
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} SYSTEM INTERFACE "${minizip_INCLUDE_DIR}")
  endforeach()
  target_link_libraries(minizip INTERFACE "${minizip_LIBRARY}" "${zlib_LIBRARY}")
  target_link_libraries(minizip_static INTERFACE "${minizip_STATIC}" "${zlib_STATIC}")
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
  set(_version 1.92.2b)
  # What is compiled, and the hash over the hashes of these files: GitHub makes its archives anew, so theirs may change.
  set(_files imgui.cpp imgui.h imgui_demo.cpp imgui_draw.cpp imgui_internal.h imgui_tables.cpp imgui_widgets.cpp
    imstb_rectpack.h imstb_textedit.h misc/freetype/imgui_freetype.h
    backends/imgui_impl_opengl3.cpp backends/imgui_impl_opengl3.h)
  set(_hash e2b50e8df8c3277406910960aca80b9af04469a582f13d78bd97868244691cac)

  set(_imgui "${IMGUI_DIR}")
  if(NOT _imgui)
    set(_imgui "${CMAKE_SOURCE_DIR}/build/deps/imgui-${_version}")
    if(NOT EXISTS "${_imgui}/imgui.h")
      include(FetchContent)
      FetchContent_Declare(imgui_source URL "https://github.com/ocornut/imgui/archive/v${_version}.tar.gz")
      FetchContent_Populate(imgui_source)
      set(_imgui "${imgui_source_SOURCE_DIR}")
    endif()
    set(_hashes "")
    foreach(_file ${_files})
      file(SHA256 "${_imgui}/${_file}" _each)
      string(APPEND _hashes "${_each}")
    endforeach()
    string(SHA256 _found "${_hashes}")
    if(NOT _found STREQUAL _hash)
      message(FATAL_ERROR "${_imgui} is not Dear ImGui ${_version} as published: the hash of its files is ${_found}")
    endif()
  endif()
  file(STRINGS "${_imgui}/imgui.h" _found REGEX "^#define IMGUI_VERSION ")
  if(NOT _found MATCHES "\"${_version}\"")
    message(FATAL_ERROR "${_imgui} is not Dear ImGui ${_version}: ${_found}")
  endif()
  set(NTK_IMGUI_DIR "${_imgui}")

  add_library(imgui STATIC
    "${_imgui}/imgui.cpp" "${_imgui}/imgui_draw.cpp" "${_imgui}/imgui_tables.cpp" "${_imgui}/imgui_widgets.cpp"
    "${_imgui}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui SYSTEM PUBLIC "${_imgui}" "${_imgui}/backends")
  target_include_directories(imgui PUBLIC "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="web/canvas/platform/imconfig.h")
  target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti -w)  # its warnings are not ours to act on
  # Before each frame the renderer asks for the state that it will put back, and waits for the graphics process with
  # each question. On a canvas of our own we know the answers (web/canvas/platform/surface.cpp).
  set_source_files_properties("${_imgui}/backends/imgui_impl_opengl3.cpp" PROPERTIES
    COMPILE_DEFINITIONS glGetIntegerv=ntk_known_gl_state)
  # Dear ImGui scans texts, such as settings files, that it is never given here (surface.cpp).
  target_compile_definitions(imgui PRIVATE sscanf=ntk_scan)
endif()
