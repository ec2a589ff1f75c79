#include "web/view/inquiry_view.h"

#include <algorithm>
#include <utility>

#include "sim/policy/phrases.h"
#include "web/app/shared_words.h"

namespace ntk::web {
namespace {

using analysis::Answer;
using analysis::EditSet;
using analysis::Flip;
using session::Session;

std::string counted_sets(std::size_t count) {
  return policy::counted(count, "set", "sets");
}

std::string request_called(const Session& session, std::uint32_t request) {
  return "Request " + std::to_string(request + 1) + ", " + session.requests()[request].title;
}

void add_effects(InquirySet& shown, const EditSet& set, const Session& session) {
  using Kind = InquirySet::Effect::Kind;
  std::vector<InquirySet::Effect>& effects = shown.effects;
  const auto& goals = session.scenario().goals;
  // While the lesson is being solved nothing says which set solves it.
  const bool solved = session.progress().goals_met == session.progress().goals;
  for (const std::uint32_t each : solved ? set.goals_met : std::vector<std::uint32_t>())
    effects.push_back({Kind::goal_met, "Meets the goal: " + goals[each].title});
  for (const std::uint32_t each : solved ? set.goals_lost : std::vector<std::uint32_t>())
    effects.push_back({Kind::goal_lost, "Loses the goal: " + goals[each].title});
  for (const Flip& each : set.flips) {
    const bool better = each.was == each.becomes ? each.withheld.empty() : each.becomes;
    effects.push_back({better ? Kind::better : Kind::worse,
                       request_called(session, each.request) + ": " + in_words(each, session.world())});
  }
  if (effects.size() <= inquiry_effects_shown) return;
  const std::size_t more = effects.size() - inquiry_effects_shown;
  effects.resize(inquiry_effects_shown);
  effects.push_back({Kind::worse, "and " + std::to_string(more) + " more"});
}

InquirySet set_in_words(const Answer& answer, std::size_t at, const Session& session) {
  const EditSet& set = answer.sets[at];
  const std::string number = std::to_string(at + 1);
  InquirySet shown;
  shown.heading = "Set " + number + ": " + policy::in_sentence(side_effects_in_words(set));
  shown.apply = "Apply set " + number;
  for (const analysis::Edit& each : set.edits) shown.edits.push_back(each.words);
  shown.granted = granted_in_words(set, answer);
  add_effects(shown, set, session);
  return shown;
}

InquiryPower power_in_words(const analysis::Power& power) {
  return {"Who could change " + std::string(policy::check(power.rule).code) + ": " +
              (power.who.empty() ? "nobody" : power.who),
          power.why, "Source " + std::string(power.source)};
}

std::string cancelled_in_words(const Inquiry& inquiry) {
  return "The search was cancelled after " + counted_sets(inquiry.answer().tried) + ": " +
         std::to_string(inquiry.answer().sets.size()) + " found.";
}

std::string summary_of(const Inquiry& inquiry) {
  const Answer& answer = inquiry.answer();
  switch (inquiry.state()) {
    case Inquiry::State::searching:
      return progress_in_words(inquiry.progress());
    case Inquiry::State::cancelled:
      return cancelled_in_words(inquiry);
    case Inquiry::State::done:
      break;
  }
  return standing_in_words(answer) + ' ' + in_words(answer) + ' ' + counted_sets(answer.tried) + " tried.";
}

std::string caution_of(const Inquiry& inquiry, bool outdated) {
  if (outdated) return "You made a change after this search. Its answer may no longer be true.";
  if (inquiry.state() == Inquiry::State::cancelled) return "Not everything was tried.";
  return inquiry.state() == Inquiry::State::done ? limits_in_words(inquiry.answer()) : "";
}

}  // namespace

InquiryView view_inquiry(const Inquiry& inquiry, const Session& session) {
  const Answer& answer = inquiry.answer();
  const auto standing = inquiry.standing(session);
  const auto applied = inquiry.applied(session);
  InquiryView view;
  view.title = question_in_words(answer.question, session);
  view.summary = summary_of(inquiry);
  view.searching = inquiry.state() == Inquiry::State::searching;
  view.outdated = standing == Inquiry::Standing::outdated;
  view.caution = caution_of(inquiry, view.outdated);
  view.can_search_again =
      view.outdated || (inquiry.state() == Inquiry::State::cancelled && standing == Inquiry::Standing::fresh);
  view.can_apply = !view.searching && standing == Inquiry::Standing::fresh;
  view.can_take_back = inquiry.before_applied(session).has_value();
  if (view.searching) return view;
  for (std::size_t i = 0; i < std::min(answer.sets.size(), inquiry_sets_shown); ++i) {
    view.sets.push_back(set_in_words(answer, i, session));
    view.sets.back().applied = applied == i;
  }
  if (answer.sets.size() > inquiry_sets_shown)
    view.left_out = "These change least. " + counted_sets(answer.sets.size() - inquiry_sets_shown) + " more.";
  for (const analysis::Power& each : answer.who_could) view.powers.push_back(power_in_words(each));
  return view;
}

bool is_asked_about(const Desk& desk, const session::Run& run) {
  return desk.inquiry() != nullptr && desk.inquiry()->answer().question.request == run.request && !run.vets;
}

AskForRecord ask_for_record(const Desk& desk, const session::Run& run, policy::Ref<policy::Record> record) {
  if (run.vets || !shut_because(*desk.session()).empty() ||
      desk.session()->withheld(session::Help::what_would_change))
    return {};
  if (is_asked_about(desk, run) && desk.inquiry()->answer().question.record == record)
    return {{}, "The answer is above."};
  return {"What would show it?", {}};
}

std::string question_in_words(const analysis::Question& question, const Session& session) {
  if (!question.record) return std::string(ask_what_would_change);
  return "What would show " + policy::in_quotes(session.world()[*question.record].title) + "?";
}

std::string progress_in_words(const analysis::SearchProgress& progress) {
  return "Searching: " + counted_sets(progress.tried) + " tried, " + counted_sets(progress.waiting) + " of " +
         policy::counted(progress.atoms, "change", "changes") + " to go; " + std::to_string(progress.found) +
         " found so far.";
}

std::string set_applied_in_words(const Inquiry& inquiry, std::size_t set) {
  return policy::counted(inquiry.answer().sets[set].edits.size(), "edit", "edits") +
         " applied. Run the request again to see how it ends. You can take the set back in one step.";
}

std::string end_in_words(const Inquiry& inquiry) {
  if (inquiry.state() == Inquiry::State::cancelled) return cancelled_in_words(inquiry);
  const Answer& answer = inquiry.answer();
  std::string words = in_words(answer);
  if (!answer.exhaustive) words += " " + limits_in_words(answer);
  if (!answer.who_could.empty()) words += " See below who could.";
  return words;
}

}  // namespace ntk::web
