# Script mode: writes the bytes of INPUT as the C++ array SYMBOL to OUTPUT.
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
