# The house's own commands for targets, so that each folder's CMakeLists.txt is a list of sources.
#
#   ntk_library(name SOURCES ... LINK ...)       a static library of sim/: neither exceptions nor RTTI
#   ntk_executable(name SOURCES ... LINK ...)
#
# Sources are relative to the folder; headers are included from the repository's root:
# #include "sim/policy/world.h".

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
if(EMSCRIPTEN)
  # What gave the smallest page. LTO is on the compile and the link line alike. For -Oz Emscripten tells Clang to inline
  # nothing at all. To inline what is shorter than its call makes the page smaller still, and decisions three times as fast.
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -flto -DNDEBUG -finline-functions")
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
endif()

# A compiler's cache, where there is one, makes a second clone on the same machine build in seconds. Paths are taken
# relative to the checkout, so that clones share what is in it. Emscripten starts its Clang itself, by the wrapper that is
# named in its environment.
find_program(NTK_CCACHE ccache)
if(NTK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(_settings "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
    "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime")
  if(EMSCRIPTEN)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env ${_settings} "EM_COMPILER_WRAPPER=${NTK_CCACHE}")
  else()
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env ${_settings} "${NTK_CCACHE}")
  endif()
endif()

function(_ntk_options name)
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_compile_options(${name} PRIVATE -Wall -Wextra -Wconversion -Wswitch-enum)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # When optimising, GCC 12 takes `"a" + string` for an overlap, and a std::optional that is copied for one that is read.
    target_compile_options(${name} PRIVATE -Wno-restrict $<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
  endif()
  if(NTK_WERROR)
    target_compile_options(${name} PRIVATE -Werror)
  endif()
  if(NTK_SANITIZE)
    # vptr needs RTTI, which sim/ is built without. A null or foreign object is what the address sanitizer finds
    # too, and to check for it at every access took a third of the compiler's time.
    set(flags -fsanitize=address,undefined -fno-sanitize=vptr,null,alignment,object-size
              -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(${name} PRIVATE ${flags})
    target_link_options(${name} PUBLIC ${flags})
  endif()
endfunction()

function(ntk_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;LINK_PRIVATE")
  if(NOT arg_SOURCES)  # headers alone, as a folder is when it begins
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} INTERFACE ${arg_LINK})
    return()
  endif()
  add_library(${name} STATIC ${arg_SOURCES})
  _ntk_options(${name})
  target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti)
  target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE ${arg_LINK_PRIVATE})
endfunction()

function(ntk_executable name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(${name} ${arg_SOURCES})
  _ntk_options(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
endfunction()
