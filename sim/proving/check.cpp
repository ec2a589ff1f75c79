#include "sim/proving/check.h"

#include <algorithm>
#include <utility>

#include "sim/proving/parts.h"
#include "sim/scenario/lint.h"

namespace ntk::proving {
namespace {

struct Explanation {
  Code code;
  std::string_view why, what;
};
constexpr Explanation explanations[] = {
#define EXPLANATION(name, why, what) {Code::name, why, what},
#include "sim/proving/explanations.def"
#undef EXPLANATION
};

}  // namespace

bool Proof::is_about(std::uint32_t request) const {
  const auto& predictions = scenario().predictions;
  const bool predicted =
      std::any_of(predictions.begin(), predictions.end(),
                  [&](const scenario::AskedPrediction& each) { return each.request == request; });
  return predicted ||
         std::any_of(scenario().goals.begin(), scenario().goals.end(), [&](const scenario::Goal& each) {
           const auto* decision = std::get_if<scenario::DecisionGoal>(&each.assertion);
           const auto* prediction = std::get_if<scenario::PredictionGoal>(&each.assertion);
           return (decision && decision->request == request) ||
                  (prediction && prediction->request == request);
         });
}

Checked check_lesson(std::string_view text, std::string_view file_name, const std::vector<KeyFile>& keys) {
  Checked checked;
  checked.read = scenario::lint_scenario(text, file_name, [&](scenario::LintedScenario& lesson) {
    Proof proof{lesson, keys};
    for (const scenario::Goal& each : proof.scenario().goals) proof.figures.points += each.points;
    check_solvable(proof);
    check_keys(proof);
    check_requests(proof);
    check_people(proof);
    check_texts(proof);
    check_bots(proof);
    check_detection(proof);
    checked.figures = std::move(proof.figures);
  });
  return checked;
}

std::string explain(std::string_view code) {
  for (const scenario::CodeRow& row : scenario::code_rows()) {
    if (row.word != code) continue;
    std::string text = std::string(row.word) + " (" + std::string(to_text(row.severity)) +
                       "): " + std::string(row.meaning) + ".\n";
    for (const Explanation& each : explanations) {
      if (each.code == row.code)
        text += "\n" + std::string(each.why) + "\n\n" + std::string(each.what) + "\n";
    }
    return text;
  }
  return {};
}

}  // namespace ntk::proving
