# Toolchain of the build with the sanitizers: Clang, where it is there and has them, since it takes half as long as GCC.
# Else the machine's own compiler, which builds everything else.

find_program(NTK_CLANG NAMES clang++ clang++-14)
if(NTK_CLANG AND NOT DEFINED CACHE{NTK_CLANG_SANITIZES})
  file(WRITE "${CMAKE_BINARY_DIR}/sanitized.cpp" "#include <string>\nint main() { return std::string().size(); }\n")
  execute_process(
    COMMAND "${NTK_CLANG}" -std=c++20 -fsanitize=address,undefined sanitized.cpp -o sanitized
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}" RESULT_VARIABLE _status OUTPUT_QUIET ERROR_QUIET)
  if(_status EQUAL 0)
    set(NTK_CLANG_SANITIZES ON CACHE INTERNAL "clang++ builds with the sanitizers")
  else()
    set(NTK_CLANG_SANITIZES OFF CACHE INTERNAL "clang++ builds with the sanitizers")
  endif()
endif()
if(NTK_CLANG_SANITIZES)
  set(CMAKE_CXX_COMPILER "${NTK_CLANG}")
endif()
