#include "web/view/announcement.h"

#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/policy/phrases.h"

namespace ntk::web {
namespace {

using session::Session;

std::string request_name(const Session& session, std::string_view id) {
  const std::uint32_t at = session.find_request(id).value_or(0);
  return "Request " + std::to_string(at + 1) + ", " + session.requests()[at].title;
}

std::string result_of(const session::Run& run) {
  const policy::Decision& decision = run.decision;
  std::string text = decision.permitted() ? ": permitted." : ": denied, ";
  if (const auto primary = decision.primary()) {
    text += policy::check(*primary).code;
    text += '.';
  }
  return text + " " + policy::outcome_in_words(*run.world, run.asked, decision);
}

std::string prediction_result(session::PredictionResult result) {
  switch (result) {
    case session::PredictionResult::hit:
      return " As predicted.";
    case session::PredictionResult::wrong_reason:
      return " Denied as predicted, but for another reason.";
    case session::PredictionResult::miss:
      return " Not as predicted.";
    case session::PredictionResult::pending:
      break;
  }
  return "";
}

/// What each kind of command did. Called with the command.
struct Sentence {
  const Session& session;

  std::string operator()(const session::AssignCommand& command) const {
    const scenario::Assignable& field = session.scenario().assignables[command.assignable];
    return named(session::in_words(command, session.scenario())) + ": " +
           session::value_in_words(command.value, field, session.world()) + ".";
  }

  std::string operator()(const session::PredictCommand& command) const {
    std::string text = request_name(session, command.request) + ": predicted to be ";
    text += command.permitted ? "permitted" : "denied";
    if (command.reason) {
      text += " by ";
      text += policy::check(*command.reason).code;
    }
    return text + ".";
  }

  std::string operator()(const session::AskCommand& command) const {
    return request_name(session, command.id) + ": added. Run it to see how it ends.";
  }

  std::string operator()(const session::RunCommand& command) const {
    const std::uint32_t at = session.find_request(command.request).value_or(0);
    const session::Prediction* prediction = session.prediction(at);
    return request_name(session, command.request) + result_of(*session.latest_run(at)) +
           (prediction != nullptr ? prediction_result(prediction->result) : "");
  }

  std::string operator()(const session::RunAllCommand&) const {
    const std::span<const session::Run> latest = session.runs().last(session.requests().size());
    const auto permitted = std::count_if(latest.begin(), latest.end(),
                                         [](const session::Run& run) { return run.decision.permitted(); });
    return std::to_string(latest.size()) + " requests run: " + std::to_string(permitted) + " permitted, " +
           std::to_string(static_cast<std::ptrdiff_t>(latest.size()) - permitted) + " denied.";
  }

  std::string operator()(const session::VetCommand& command) const {
    return request_name(session, command.request) + ", one person" + result_of(session.runs().back());
  }

  std::string operator()(const session::AdvanceCommand& command) const {
    return "It is now " + policy::in_words(command.to) + ".";
  }

  std::string operator()(const session::HintCommand&) const {
    return "Hint: " + session.scenario().hints[session.hints_revealed() - 1].text;
  }

  std::string operator()(const session::MarkCommand& command) const {
    return request_name(session, command.request) +
           (command.marked ? ": marked for review." : ": no longer marked for review.");
  }

  std::string operator()(const session::FindCommand& command) const {
    std::string words = named(session::in_words(command, session.scenario())) + ".";
    if (!session.conceals()) words += " You found every fault. You can fix them now.";
    return words;
  }

  std::string operator()(const session::ResetCommand&) const {
    return "Back to the beginning of the lesson. Undo brings the work back.";
  }

 private:
  /// "assign level of X" begins the sentence without its verb: "Level of X".
  static std::string named(std::string words) {
    constexpr std::string_view verb = "assign ";
    if (words.starts_with(verb)) words.erase(0, verb.size());
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
      words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
  }
};

}  // namespace

std::string what_happened(const Session& session, const session::Command& command) {
  return std::visit(Sentence{session}, command);
}

std::string step_in_words(const session::Session& session, const session::Command& command) {
  std::string words = session::in_words(command, session.scenario());
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  if (const auto* assign = std::get_if<session::AssignCommand>(&command)) {
    words += ": " + session::value_in_words(assign->value, session.scenario().assignables[assign->assignable],
                                            session.world());
  }
  return words;
}

std::vector<bool> goals_met(const Session& session) {
  std::vector<bool> met;
  const std::size_t count = session.scenario().goals.size();
  met.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i)
    met.push_back(session.goal_status(i).state == session::GoalState::met);
  return met;
}

namespace {

/// "2 of 5 goals met."
std::string count_in_words(const std::vector<bool>& met) {
  return std::to_string(std::count(met.begin(), met.end(), true)) + " of " +
         policy::counted(met.size(), "goal", "goals") + " met.";
}

}  // namespace

std::string newly_met_in_words(const Session& session, const std::vector<bool>& before) {
  const std::vector<bool> now = goals_met(session);
  std::string titles;
  std::size_t count = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!now[i] || (i < before.size() && before[i])) continue;
    titles += (titles.empty() ? "" : "; ") + session.scenario().goals[i].title;
    ++count;
  }
  if (count == 0) return {};
  return as_sentence((count == 1 ? "Goal met: " : "Goals met: ") + titles) + " " + count_in_words(now);
}

std::string goals_change_in_words(const Session& session, const std::vector<bool>& before) {
  std::string words = newly_met_in_words(session, before);
  if (!words.empty()) return words;
  const std::vector<bool> now = goals_met(session);
  return now == before ? std::string() : count_in_words(now);
}

namespace {

std::string with_goals(std::string sentence, const Session& session, const std::vector<bool>& before) {
  const std::string goals = goals_change_in_words(session, before);
  return goals.empty() ? sentence : sentence + " " + goals;
}

}  // namespace

std::string said_of_command(const Session& session, const session::Command& command,
                            const std::vector<bool>& goals_before) {
  return with_goals(what_happened(session, command), session, goals_before);
}

std::string said_of_step(const Session& session, const session::Command& command, StepWay way,
                         const std::vector<bool>& goals_before) {
  const std::string words = session::in_words(command, session.scenario());
  return with_goals((way == StepWay::undone ? "Undone: " : "Redone: ") + words + ".", session, goals_before);
}

std::string as_sentence(std::string clause) {
  if (clause.empty()) return clause;
  if (clause[0] >= 'a' && clause[0] <= 'z') clause[0] = static_cast<char>(clause[0] - 'a' + 'A');
  if (clause.back() != '.' && clause.back() != '?' && clause.back() != '!') clause += '.';
  return clause;
}

}  // namespace ntk::web
