#include "sim/grading/markup.h"

#include <doctest/doctest.h>

namespace ntk::grading {
namespace {

TEST_CASE("a text can't begin or end an element or an attribute, nor turn the text around") {
  CHECK(escaped("<b title=\"x\">&amp;</b>") == "&lt;b title=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;");
  CHECK(escaped("a\x01\xFF b\xE2\x80\xAE") == "a\xEF\xBF\xBD\xEF\xBF\xBD b\xEF\xBF\xBD");
  CHECK(escaped("Kealoha’s ✓") == "Kealoha’s ✓");
}

}  // namespace
}  // namespace ntk::grading
