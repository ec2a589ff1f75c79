#include "web/view/work_view.h"

#include <algorithm>
#include <array>

#include "sim/policy/phrases.h"
#include "web/view/announcement.h"

namespace ntk::web {
namespace {

constexpr std::array acts_on_any = {
    AttemptAct{"open", "Open", ""},
    AttemptAct{"copy", "Copy", ""},
    AttemptAct{"commands", "Save commands", "Saves its steps as a file of commands"},
    AttemptAct{"remove", "Delete", "You can bring it back until you leave this page."},
};
constexpr std::array acts_on_deleted = {AttemptAct{"bringBack", "Bring back", ""}};

std::span<const AttemptAct> acts_on(Attempt::State state) {
  switch (state) {
    case Attempt::State::kept:
      return acts_on_any;
    case Attempt::State::at_hand:
      return std::span<const AttemptAct>(acts_on_any).subspan(1);  // it is open
    case Attempt::State::deleted:
      break;
  }
  return acts_on_deleted;
}

std::string_view note_on(Attempt::State state) {
  switch (state) {
    case Attempt::State::kept:
      return "";
    case Attempt::State::at_hand:
      return " (open now)";
    case Attempt::State::deleted:
      break;
  }
  return " (deleted)";
}

AttemptRow attempt_row(const Attempt& attempt) {
  return {attempt.id,
          attempt.name,
          attempt.name + std::string(note_on(attempt.state)),
          about_attempt(attempt),
          attempt.state,
          acts_on(attempt.state)};
}

std::string as_two_sentences(const KeepingProblem& problem) {
  return std::string(problem.message) + ". " + as_sentence(std::string(problem.help));
}

std::string keeping_in_words(const Desk& desk) {
  if (desk.keeping() != Keeping::works)
    return "Not kept: " + as_two_sentences(keeping_problem(desk.keeping()));
  for (const Attempt& each : desk.attempts()) {
    if (each.state != Attempt::State::at_hand) continue;
    return "Kept in this browser as “" + each.name + "” after every step, last on " + each.changed + ".";
  }
  return "What you do is kept in this browser after every step.";
}

/// "40 earlier steps are not shown."
std::string not_shown(std::size_t count, std::string_view which) {
  if (count == 0) return {};
  return std::to_string(count) + ' ' + std::string(which) +
         (count == 1 ? " step is not shown." : " steps are not shown.");
}

HistoryRow history_row(const Desk& desk, std::size_t number) {
  HistoryRow row;
  row.number = number;
  row.words = number == 0
                  ? "The lesson as it began"
                  : std::to_string(number) + ". " + step_in_words(*desk.session(), desk.steps()[number - 1]);
  row.is_applied = number <= desk.position();
  row.is_here = number == desk.position();
  row.note = row.is_here ? "you are here" : row.is_applied ? "" : "undone";
  return row;
}

}  // namespace

KeepingProblem keeping_problem(Keeping keeping) {
  switch (keeping) {
    case Keeping::works:
      return {};
    case Keeping::refused:
      return {
          "this browser keeps nothing for this page",
          "you can go on, but your work is lost when you close the tab; under Your work you can save it as "
          "a file"};
    case Keeping::full:
      break;
  }
  return {"this browser has no more room for this page, so the last steps are not kept",
          "you can go on; under Your work, save the attempt as a file, or delete attempts"};
}

HistoryView view_history(const Desk& desk) {
  HistoryView view;
  const std::size_t count = desk.steps().size(), position = desk.position();
  if (count == 0) return view;
  view.summary = steps_in_words(count);
  if (position < count) view.summary += ", " + std::to_string(count - position) + " of them undone";
  const std::size_t first = position > most_steps / 2 ? position - most_steps / 2 : 0;
  const std::size_t end = std::min(count, first + most_steps);
  // Row 0 is the beginning; what is left out before the others begins with step 1.
  for (std::size_t number = first == 0 ? 0 : first + 1; number <= end; ++number)
    view.steps.push_back(history_row(desk, number));
  view.before = not_shown(first, "earlier");
  view.after = not_shown(count - end, "later");
  return view;
}

WorkView view_work(const Desk& desk) {
  WorkView view;
  view.keeping = keeping_in_words(desk);
  view.is_kept = desk.keeping() == Keeping::works;
  for (const Attempt& each : desk.attempts()) view.attempts.push_back(attempt_row(each));
  view.can_begin = desk.session() != nullptr;
  return view;
}

std::string about_attempt(const Attempt& attempt) {
  return attempt.lesson + " · " + steps_in_words(attempt.steps) + " · " + attempt.changed;
}

std::string steps_in_words(std::size_t count) {
  return policy::counted(count, "step", "steps");
}

std::string said_of_jump(const Desk& desk, const std::vector<bool>& goals_before) {
  const std::size_t count = desk.steps().size();
  const std::string place =
      desk.position() == 0
          ? "Back at the beginning of the lesson: " + steps_in_words(count) + " undone."
          : "Now after step " + std::to_string(desk.position()) + " of " + std::to_string(count) + ".";
  const std::string goals = goals_change_in_words(*desk.session(), goals_before);
  return goals.empty() ? place : place + " " + goals;
}

}  // namespace ntk::web
