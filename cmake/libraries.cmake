# The libraries from outside, each an imported interface target.
#
# The header-only ones come from the system (Debian: nlohmann-json3-dev, doctest-dev, libcli11-dev) and are
# linked into an include folder of their own: /usr/include itself must never be on a wasm compiler's path, and
# a target that does not link a library cannot include it by accident.

function(_ntk_header_library name folder header package)
  find_path(${name}_INCLUDE_DIR "${folder}/${header}"
            PATHS /usr/include /usr/local/include /opt/homebrew/include NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ${name}_INCLUDE_DIR)
    message(FATAL_ERROR "${folder}/${header} was not found: install ${package}, or set ${name}_INCLUDE_DIR")
  endif()
  set(private "${CMAKE_BINARY_DIR}/headers/${name}")
  file(MAKE_DIRECTORY "${private}")
  file(CREATE_LINK "${${name}_INCLUDE_DIR}/${folder}" "${private}/${folder}" SYMBOLIC)
  add_library(${name} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${name} SYSTEM INTERFACE "${private}")
endfunction()

_ntk_header_library(nlohmann_json nlohmann json.hpp "nlohmann-json3-dev (nlohmann/json 3.11)")
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)

_ntk_header_library(doctest doctest doctest.h "doctest-dev (doctest 2.4)")

if(NOT EMSCRIPTEN)
  _ntk_header_library(cli11 CLI CLI.hpp "libcli11-dev (CLI11 2)")
endif()
