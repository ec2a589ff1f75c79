// Text within XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace ntk::grading {

/// The text as it stands in an element or in a quoted attribute: `&`, `<`, `>` and quotation marks are escaped, and
/// what may not stand there, or would turn the text around, is U+FFFD.
std::string escaped(std::string_view text);

}  // namespace ntk::grading
