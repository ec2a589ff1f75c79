# Toolchain: the Emscripten that is there. An emsdk (EMSDK set, or its emcc on the path) goes before Debian's.
#
# Two things that Debian's 3.1.6 needs are done here, so that a bare `cmake --build` works: NODE_PATH, without
# which the optimiser of -O2 and above does not find `acorn`, and Node without its own `fetch`, which that
# Emscripten takes for a browser's.

find_program(NTK_EMCC emcc PATHS "$ENV{EMSDK}/upstream/emscripten" ENV PATH NO_DEFAULT_PATH)
if(NOT NTK_EMCC)
  message(FATAL_ERROR "emcc was not found: run scripts/install, or install emsdk and source its emsdk_env.sh")
endif()
get_filename_component(_folder "${NTK_EMCC}" DIRECTORY)
execute_process(COMMAND "${_folder}/em-config" EMSCRIPTEN_ROOT
                OUTPUT_VARIABLE _root OUTPUT_STRIP_TRAILING_WHITESPACE)
set(ENV{PATH} "${_folder}:$ENV{PATH}")
include("${_root}/cmake/Modules/Platform/Emscripten.cmake")

if(EXISTS /usr/share/nodejs/acorn)
  set(ENV{NODE_PATH} /usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")
endif()
