#include "sim/session/misconceptions.h"

#include <algorithm>
#include <array>

#include "sim/policy/phrases.h"

namespace ntk::session {
namespace {

std::string times(int number) {
  if (number == 1) return "once";
  if (number == 2) return "twice";
  return std::to_string(number) + " times";
}

std::optional<policy::CheckId> true_reason(const Session& session, const Prediction& judged) {
  return session.runs()[*judged.run].decision.primary();
}

}  // namespace

std::vector<Misconception> misconceptions(const Session& session) {
  std::array<Misconception, policy::check_count> log{};
  const auto entry = [&](policy::CheckId rule) -> Misconception& {
    return log[static_cast<std::size_t>(rule)];
  };
  for (const policy::Check& each : policy::checks()) entry(each.id).rule = each.id;
  for (const Prediction& each : session.predictions()) {
    if (!each.run) continue;
    const auto reason = true_reason(session, each);
    if (each.result == PredictionResult::hit) {
      if (reason && each.reason == reason) ++entry(*reason).right;
      continue;
    }
    if (reason) ++entry(*reason).missed;
    if (each.reason) ++entry(*each.reason).imagined;
  }
  std::vector<Misconception> wrong;
  for (const Misconception& each : log) {
    if (each.wrong() > 0) wrong.push_back(each);
  }
  std::stable_sort(wrong.begin(), wrong.end(),
                   [](const Misconception& a, const Misconception& b) { return a.wrong() > b.wrong(); });
  return wrong;
}

int judged_predictions(const Session& session) {
  const auto all = session.predictions();
  return static_cast<int>(
      std::count_if(all.begin(), all.end(), [](const Prediction& each) { return each.run.has_value(); }));
}

std::string in_words(const Misconception& misconception) {
  std::vector<std::string> parts;
  if (misconception.missed > 0) parts.push_back("missed " + times(misconception.missed));
  if (misconception.imagined > 0) parts.push_back("expected " + times(misconception.imagined) + " in vain");
  std::string words = "Wrong " + times(misconception.wrong()) + ": " + policy::listed(parts, "and");
  if (misconception.right > 0) words += "; right " + times(misconception.right);
  return words + ".";
}

std::string no_misconceptions(const Session& session) {
  const int judged = judged_predictions(session);
  const auto all = session.predictions();
  const auto hits = std::count_if(
      all.begin(), all.end(), [](const Prediction& each) { return each.result == PredictionResult::hit; });
  if (judged > 0 && hits == judged) return "Nothing predicted has turned out wrong so far.";
  if (judged > 0) return "What turned out wrong named no rule: predict the rule of a denial too.";
  return session.predictions().empty()
             ? "Nothing has been predicted yet. Predict how a request ends, then run it."
             : "No prediction has been judged yet: run what you predicted.";
}

std::string what_it_was(const Session& session, const Prediction& prediction) {
  if (!prediction.run) return {};
  const auto reason = true_reason(session, prediction);
  if (!reason) return "It was permitted: no check failed.";
  return "It was denied by the check " + policy::in_words(*reason) + ".";
}

}  // namespace ntk::session
