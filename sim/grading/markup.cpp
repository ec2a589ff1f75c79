#include "sim/grading/markup.h"

#include "sim/scenario/utf8.h"

namespace ntk::grading {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char each : scenario::safe_on_terminal(text)) {
    switch (each) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += each;
    }
  }
  return out;
}

}  // namespace ntk::grading
