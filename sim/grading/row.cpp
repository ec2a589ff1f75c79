#include "sim/grading/row.h"

#include <algorithm>
#include <utility>

#include "sim/policy/phrases.h"

namespace ntk::grading {

std::string_view word(RowState state) {
  switch (state) {
    case RowState::graded:
      return "graded";
    case RowState::not_graded:
      return "not graded";
    case RowState::missing:
      return "missing";
  }
  return {};
}

std::string in_words(const Fault& fault) {
  std::string words;
  if (fault.line > 0) {
    words = "line " + std::to_string(fault.line) + ", column " + std::to_string(fault.column) + ": ";
  }
  words += fault.message;
  if (fault.further > 0) words += "; " + policy::counted(fault.further, "more error", "more errors");
  return words;
}

std::size_t Row::predictions(session::PredictionResult result) const {
  return static_cast<std::size_t>(
      std::count_if(first_predictions.begin(), first_predictions.end(),
                    [&](const auto& each) { return each.first.made && each.first.result == result; }));
}

std::size_t Row::predictions_not_made() const {
  return static_cast<std::size_t>(std::count_if(first_predictions.begin(), first_predictions.end(),
                                                [](const auto& each) { return !each.first.made; }));
}

Row not_graded(std::string file, Fault fault) {
  Row row;
  row.file = std::move(file);
  row.state = RowState::not_graded;
  row.fault = std::move(fault);
  return row;
}

std::string stem(std::string_view file) {
  if (file == standard_input) return {};
  if (const std::size_t slash = file.rfind('/'); slash != file.npos) file.remove_prefix(slash + 1);
  if (const std::size_t dot = file.rfind('.'); dot != file.npos && dot > 0) file = file.substr(0, dot);
  return std::string(file);
}

}  // namespace ntk::grading
