#include "web/app/inquiry.h"

#include <algorithm>
#include <chrono>

#include "sim/policy/phrases.h"

namespace ntk::web {
namespace {

using analysis::Answer;
using analysis::EditSet;
using analysis::Flip;
using session::Command;
using session::Session;

/// Whether a command changes what the day is: the same ones that the search plays (why_not.cpp).
bool counts(const Command& command) {
  return std::holds_alternative<session::AssignCommand>(command) ||
         std::holds_alternative<session::AskCommand>(command) ||
         std::holds_alternative<session::AdvanceCommand>(command) ||
         std::holds_alternative<session::ResetCommand>(command);
}

bool is_run(const Command& command) {
  return std::holds_alternative<session::RunCommand>(command) ||
         std::holds_alternative<session::RunAllCommand>(command);
}

std::vector<Command> those_that_count(std::span<const Command> history) {
  std::vector<Command> kept;
  std::copy_if(history.begin(), history.end(), std::back_inserter(kept), counts);
  return kept;
}

/// Whether the commands of the set stand in the history from that position on.
bool stands_at(std::span<const Command> history, const EditSet& set, std::size_t position) {
  if (position + set.edits.size() > history.size()) return false;
  return std::equal(
      set.edits.begin(), set.edits.end(), history.begin() + static_cast<std::ptrdiff_t>(position),
      [](const analysis::Edit& edit, const Command& command) { return Command(edit.command) == command; });
}

std::string counted_sets(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " set" : " sets");
}

}  // namespace

Inquiry::Inquiry(const Session& session, analysis::Question question)
    : search_(session, question), premises_(those_that_count(session.history())) {
  if (search_.done()) state_ = State::done;
}

void Inquiry::go_on(double milliseconds) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::duration<double, std::milli>(milliseconds);
  while (state_ == State::searching) {
    search_.step(1);
    if (search_.done()) state_ = State::done;
    if (Clock::now() >= end) break;
  }
}

void Inquiry::cancel() {
  if (state_ == State::searching) state_ = State::cancelled;
}

Inquiry::Standing Inquiry::standing(const Session& session) const {
  if (applied(session)) return Standing::applied;
  return those_that_count(session.history()) == premises_ ? Standing::fresh : Standing::outdated;
}

std::optional<std::size_t> Inquiry::applied(const Session& session) const {
  if (!applied_) return std::nullopt;
  const EditSet& set = answer().sets[applied_->set];
  std::vector<Command> expected = premises_;
  for (const analysis::Edit& each : set.edits) expected.push_back(each.command);
  const bool stands = stands_at(session.history(), set, applied_->position);
  return stands && those_that_count(session.history()) == expected ? std::optional(applied_->set)
                                                                   : std::nullopt;
}

std::optional<std::size_t> Inquiry::before_applied(const Session& session) const {
  const auto set = applied(session);
  if (!set) return std::nullopt;
  const auto after = session.history().subspan(applied_->position + answer().sets[*set].edits.size());
  return std::all_of(after.begin(), after.end(), is_run) ? std::optional(applied_->position) : std::nullopt;
}

void Inquiry::note_applied(std::size_t set, std::size_t position) {
  applied_ = Applied{set, position};
}

// ---- What is shown of it -----------------------------------------------------------------------

namespace {

std::string request_called(const Session& session, std::uint32_t request) {
  return "Request " + std::to_string(request + 1) + ", " + session.requests()[request].title;
}

void add_effects(InquirySet& shown, const EditSet& set, const Session& session) {
  using Kind = InquirySet::Effect::Kind;
  std::vector<InquirySet::Effect>& effects = shown.effects;
  const auto& goals = session.scenario().goals;
  for (const std::uint32_t each : set.goals_met)
    effects.push_back({Kind::goal_met, "Meets the goal: " + goals[each].title});
  for (const std::uint32_t each : set.goals_lost)
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
  if (outdated) return "Something was changed since: this need not hold any more.";
  if (inquiry.state() == Inquiry::State::cancelled) return "Not all was tried.";
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
    InquirySet shown;
    shown.heading = side_effects_in_words(answer.sets[i]);
    for (const analysis::Edit& each : answer.sets[i].edits) shown.edits.push_back(each.words);
    shown.granted = granted_in_words(answer.sets[i], answer);
    add_effects(shown, answer.sets[i], session);
    shown.applied = applied == i;
    view.sets.push_back(std::move(shown));
  }
  if (answer.sets.size() > inquiry_sets_shown)
    view.left_out = "These change least. " + counted_sets(answer.sets.size() - inquiry_sets_shown) + " more.";
  for (const analysis::Power& each : answer.who_could) {
    view.powers.push_back({std::string(policy::check(each.rule).code), std::string(each.source),
                           each.who.empty() ? "nobody" : each.who, each.why});
  }
  return view;
}

std::string question_in_words(const analysis::Question& question, const Session& session) {
  if (!question.record) return "What would change it?";
  return "What would show " + policy::in_quotes(session.world()[*question.record].title) + "?";
}

std::string progress_in_words(const analysis::SearchProgress& progress) {
  return "Searching: " + counted_sets(progress.tried) + " tried, " + std::to_string(progress.waiting) +
         " of " + std::to_string(progress.atoms) + (progress.atoms == 1 ? " change" : " changes each") +
         " to go; " + std::to_string(progress.found) + " found so far.";
}

std::string end_in_words(const Inquiry& inquiry) {
  if (inquiry.state() == Inquiry::State::cancelled) return cancelled_in_words(inquiry);
  const Answer& answer = inquiry.answer();
  std::string words = in_words(answer);
  if (!answer.exhaustive) words += " " + limits_in_words(answer);
  if (!answer.who_could.empty()) words += " It is said below who could.";
  return words;
}

}  // namespace ntk::web
