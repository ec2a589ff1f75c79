// The brief, as both views show it.
#include "web/view/brief_view.h"

#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"

namespace ntk::web {
namespace {

using Paragraphs = std::vector<std::string>;

TEST_CASE("empty lines separate paragraphs, however many there are, and single line breaks do not") {
  CHECK(paragraphs_of("") == Paragraphs{});
  CHECK(paragraphs_of("one") == Paragraphs{"one"});
  CHECK(paragraphs_of("one\ntwo") == Paragraphs{"one\ntwo"});
  CHECK(paragraphs_of("one\n\ntwo\n\n\n\nthree\n") == Paragraphs{"one", "two", "three\n"});
  CHECK(paragraphs_of("\n\none") == Paragraphs{"one"});
}

TEST_CASE("the brief says what the lesson is about, what it teaches, and what day it is in it") {
  auto read = scenario::read_scenario(source_text("tests/web/every-field.json"), "every-field.json");
  REQUIRE(read.scenario);
  const BriefView view = view_brief(session::Session(*std::move(read.scenario)));
  CHECK(view.lesson == "Every field");
  CHECK(view.paragraphs == Paragraphs{"Every kind of field is open once, with any value.",
                                      "The same kinds are locked elsewhere."});
  CHECK(view.objectives_title == "After this lesson you can");
  CHECK(view.objectives == Paragraphs{"Reach every control."});
  CHECK(view.clock == "In this lesson it is " + policy::in_words(view.moment) + ".");
  CHECK(policy::to_text(view.moment) == "2016-08-12T09:00");
}

TEST_CASE("a lesson without objectives has no heading for them") {
  auto read = scenario::read_scenario(source_text("tests/web/every-field.json"), "every-field.json");
  REQUIRE(read.scenario);
  read.scenario->objectives.clear();
  CHECK(view_brief(session::Session(*std::move(read.scenario))).objectives_title.empty());
}

}  // namespace
}  // namespace ntk::web
