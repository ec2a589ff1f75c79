# ntk_embed(target SYMBOL file [DENSE_JSON]): compiles the bytes of a file into the target, as
#
#   namespace ntk::embedded { extern const unsigned char SYMBOL[]; extern const unsigned SYMBOL_size; }
#
# DENSE_JSON: without the line breaks and spaces that only people need.
function(ntk_embed target symbol file)
  cmake_parse_arguments(PARSE_ARGV 3 arg "DENSE_JSON" "" "")
  get_filename_component(input "${file}" ABSOLUTE)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DSYMBOL=${symbol}" "-DINPUT=${input}" "-DOUTPUT=${output}"
            "-DDENSE_JSON=${arg_DENSE_JSON}" -P "${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake"
    DEPENDS "${input}" "${CMAKE_SOURCE_DIR}/cmake/embed_file.cmake"
    COMMENT "Embedding ${symbol}")
  target_sources(${target} PRIVATE "${output}")
endfunction()
