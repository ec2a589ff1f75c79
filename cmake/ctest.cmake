# Every test as CTest knows it: `ctest --preset native -L policy` runs a folder, `-L date_test` a file, and
# `ctest --preset cases -R 'a piece of its name'` one case alone. (To start the program with the sanitizers takes longer than
# most cases, so that `native` starts it once for each file.) What tries every case there is is in the preset `exhaustive`,
# and what was built by Emscripten in `wasm`. scripts/test builds all of it and runs the three.

find_program(NTK_NODE node)

# The files and cases of a program of unit tests: the program lists them when it has been built.
function(ntk_test_cases program)
  set(list "${CMAKE_CURRENT_BINARY_DIR}/${program}-cases.cmake")
  add_custom_command(TARGET ${program} POST_BUILD VERBATIM
    COMMAND "${CMAKE_COMMAND}" -E env "NTK_PROGRAM=$<TARGET_FILE:${program}>"
            "$<TARGET_FILE:${program}>" --list-test-cases --reporters=ctest "--out=${list}")
  set(include "${CMAKE_CURRENT_BINARY_DIR}/${program}-include.cmake")
  file(WRITE "${include}" "if(EXISTS [==[${list}]==])
  include([==[${list}]==])
else()
  add_test(${program}-is-not-built false)
endif()
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${include}")
endfunction()

# ntk_node_test(NAME LABEL COMMAND-OF-NODE... [ENVIRONMENT NAME=VALUE...] [COST SECONDS]): a test in JavaScript. Of the long
# ones CTest starts those of the greatest cost first, so that no processor waits for the other at the end.
function(ntk_node_test name label)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "COST" "ENVIRONMENT")
  add_test(NAME "${name}" COMMAND "${NTK_NODE}" ${arg_UNPARSED_ARGUMENTS} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  set_tests_properties("${name}" PROPERTIES LABELS "${label}" FAIL_REGULAR_EXPRESSION "(ℹ|#) tests 0"
    ENVIRONMENT "${arg_ENVIRONMENT}")
  if(arg_COST)
    set_tests_properties("${name}" PROPERTIES COST ${arg_COST})
  endif()
endfunction()

# The unit tests again as WebAssembly, a file at a time: to start the program takes longer than most of its cases.
function(ntk_wasm_tests program)
  set(node "${NTK_NODE}")
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.40)  # which takes Node's own `fetch` for a browser's
    list(APPEND node --no-experimental-fetch)
  endif()
  get_target_property(sources ${program} SOURCES)
  foreach(source ${sources})
    if(source MATCHES "tests/([a-z]+)/([a-z0-9_]+_test)\\.cpp$")
      set(name "wasm/${CMAKE_MATCH_1}/${CMAKE_MATCH_2}")
      set(labels "wasm;${CMAKE_MATCH_1};${CMAKE_MATCH_2}")
      add_test(NAME ${name} COMMAND ${node} "$<TARGET_FILE:${program}>" "--source-file=*${CMAKE_MATCH_1}/${CMAKE_MATCH_2}.cpp")
      set_tests_properties(${name} PROPERTIES LABELS "${labels}" FAIL_REGULAR_EXPRESSION "test cases: +0 ")
    endif()
  endforeach()
endfunction()

# Those of a folder, without the endings of their names; files that come or go are noticed at the next build.
function(_ntk_names variable pattern)
  file(GLOB found CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${pattern}")
  set(names "")
  foreach(file ${found})
    get_filename_component(name "${file}" NAME_WE)
    list(APPEND names ${name})
  endforeach()
  if(NOT names)
    message(FATAL_ERROR "there is no ${pattern}")
  endif()
  set(${variable} ${names} PARENT_SCOPE)
endfunction()

if(EMSCRIPTEN)
  ntk_wasm_tests(ntk_tests)
  _ntk_names(files "tests/browser/*.mjs")
  foreach(name ${files})
    if(NOT name MATCHES "^(before|chromium|first_load|harness|lesson|reader|reading|run|screens)$")
      file(SIZE "${CMAKE_SOURCE_DIR}/tests/browser/${name}.mjs" size)  # long files take long
      ntk_node_test(browser/${name} browser tests/browser/run.mjs ${name} COST ${size})
    endif()
  endforeach()
elseif(NTK_EXHAUSTIVE)
  ntk_test_cases(ntk_exhaustive)
  # What runs the program a thousand times over is for the optimized one.
  set(program "NTK=$<TARGET_FILE:ntk>")
  ntk_node_test(schema schema --test tests/schema/run.mjs ENVIRONMENT "${program}" COST 30)
  ntk_node_test(class class --test tests/cli/grade_class.test.mjs ENVIRONMENT "${program}" COST 20)
  ntk_node_test(proving/seeded proving --test tests/proving/seeded.test.mjs ENVIRONMENT "${program}" COST 25)
  _ntk_names(files "tests/docs/*.test.mjs")
  foreach(name ${files})
    ntk_node_test(docs/${name} docs tests/docs/${name}.test.mjs ENVIRONMENT "${program}")
  endforeach()
else()
  ntk_test_cases(ntk_tests)
  set(program "NTK=$<TARGET_FILE:ntk>")
  _ntk_names(transcripts "tests/cli/transcripts/*.txt")
  foreach(name ${transcripts})
    ntk_node_test(cli/${name} cli tests/cli/transcripts.test.mjs ${name} ENVIRONMENT "${program}")
  endforeach()
  ntk_node_test(cli/grade_hostile cli tests/cli/grade_hostile.test.mjs ENVIRONMENT "${program}" COST 20)
  ntk_node_test(install install tests/install/install.test.mjs)
  _ntk_names(files "tests/page/*.test.mjs")
  foreach(name ${files})
    ntk_node_test(page/${name} page tests/page/${name}.test.mjs)
  endforeach()
endif()
