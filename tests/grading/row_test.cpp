#include "sim/grading/row.h"

#include <doctest/doctest.h>

namespace ntk::grading {
namespace {

TEST_CASE("a file of commands is its author's by its name, wherever it lies") {
  CHECK(stem("quill.commands") == "quill");
  CHECK(stem("class.zip/section 2/r. quill.commands") == "r. quill");
  CHECK(stem("quill") == "quill");
  CHECK(stem("class/.commands") == ".commands");
  CHECK(stem(standard_input).empty());
}

TEST_CASE("a fault is told with its place, where it has one") {
  CHECK(in_words(Fault{"empty", "the file is empty", ""}) == "the file is empty");
  CHECK(in_words(Fault{"json-syntax", "a comma is missing", "", 3, 14, 2}) ==
        "line 3, column 14: a comma is missing; 2 more errors");
}

TEST_CASE("first predictions are counted by their result, and those that were not made apart") {
  Row row;
  session::FirstPrediction first;
  row.first_predictions.push_back({"a", first});
  first.made = true;
  first.result = session::PredictionResult::hit;
  row.first_predictions.push_back({"b", first});
  CHECK(row.predictions(session::PredictionResult::hit) == 1);
  CHECK(row.predictions(session::PredictionResult::miss) == 0);
  CHECK(row.predictions_not_made() == 1);
}

}  // namespace
}  // namespace ntk::grading
