# Script mode: writes the bytes of INPUT as the C++ array SYMBOL to OUTPUT; with DENSE_JSON those of a shorter text that
# means the same.
if(DENSE_JSON)
  file(READ "${INPUT}" text)
  string(FIND "${text}" "\\\"" quoted)
  if(NOT quoted EQUAL -1)  # a quotation mark within a text would be taken for its end
    message(FATAL_ERROR "${INPUT}: cannot be made dense, since it has \\\" in it")
  endif()
  string(REGEX REPLACE "\n *" "" text "${text}")
  string(REPLACE "\": " "\":" text "${text}")
  string(REPLACE "\", \"" "\",\"" text "${text}")
  set(INPUT "${OUTPUT}.json")
  file(WRITE "${INPUT}" "${text}")
endif()
file(READ "${INPUT}" bytes HEX)
string(LENGTH "${bytes}" length)
math(EXPR size "${length} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE "${OUTPUT}"
"namespace ntk::embedded {
extern const unsigned char ${SYMBOL}[];
extern const unsigned ${SYMBOL}_size;
const unsigned char ${SYMBOL}[] = {${bytes}};
const unsigned ${SYMBOL}_size = ${size};
}  // namespace ntk::embedded
")
