// What inputs are damaged with: pieces that stand in some of them, put where they do not belong.
#pragma once

#include <string>
#include <vector>

namespace ntk {

inline const std::vector<std::string> damaging_pieces = {"\"",
                                                         "\\",
                                                         "{",
                                                         "}",
                                                         "[",
                                                         "]",
                                                         ",",
                                                         ":",
                                                         "\n",
                                                         "\r\n",
                                                         "\r",
                                                         "\t",
                                                         "//",
                                                         "#",
                                                         "0",
                                                         "-",
                                                         "1e999",
                                                         "null",
                                                         "true",
                                                         "99999999999999999999",
                                                         "\"id\"",
                                                         "\"level\": 9,",
                                                         "\"2015-02-29\"",
                                                         "\"0000-01-01\"",
                                                         "\xFF",
                                                         "\xC3",
                                                         "\xED\xA0\x80",
                                                         "\xEF\xBB\xBF",
                                                         "\xFF\xFE",
                                                         std::string(1, '\0'),
                                                         "\u202E",
                                                         "\u00A0",
                                                         "\u200B",
                                                         "\u0301\u0323",
                                                         "\U0001F512",
                                                         "\\ud800",
                                                         "\\u0000",
                                                         "\x1B[31m",
                                                         "=1+1",
                                                         "all",
                                                         "own-1",
                                                         "term:a=b",
                                                         std::string(3000, 'x'),
                                                         "[[[[[[[[[[",
                                                         "\u00E5"};

}  // namespace ntk
