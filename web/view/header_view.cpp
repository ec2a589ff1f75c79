#include "web/view/header_view.h"

#include <array>

#include "web/view/announcement.h"
#include "web/view/home_view.h"
#include "web/view/lab_view.h"

namespace ntk::web {
namespace {

using session::Session;

constexpr std::array rows = {
    ScreenRow{Screen::desk, "desk", "Desk",
              "The lesson: brief, assignments, requests, decisions, audit trail", Needs::nothing},
    ScreenRow{Screen::brief, "brief", "Brief", "What the lesson is about", Needs::a_lesson},
    ScreenRow{Screen::goals, "goals", "Goals", "What to reach, how far you are, hints", Needs::a_lesson},
    ScreenRow{Screen::assign, "assign", "Assign", "Access levels, investigations, agreements, owners’ memos",
              Needs::a_lesson},
    ScreenRow{Screen::requests, "requests", "Requests", "Predict how each request ends, and run it",
              Needs::a_lesson},
    ScreenRow{Screen::ask, "ask", "Ask your own", "A request that the script does not make", Needs::a_lesson},
    ScreenRow{Screen::why, "why", "Why", "Every check of one decision", Needs::a_lesson},
    ScreenRow{Screen::trail, "trail", "Audit trail", "Every request that was run, as recorded",
              Needs::a_lesson},
    ScreenRow{Screen::matrix, "matrix", "Access matrix",
              "Who may do what, at a glance, and what each edit changes", Needs::what_is_assigned},
    ScreenRow{Screen::compare, "compare", "Compare", "This assignment against an earlier one, or another’s",
              Needs::what_is_assigned},
    ScreenRow{Screen::excess, "excess", "Least privilege", "What is granted beyond what the goals need",
              Needs::what_is_assigned},
    ScreenRow{Screen::check, "check", "Check this lesson",
              "Whether a lesson of your own can be solved and notices mistakes", Needs::an_own_lesson},
    ScreenRow{Screen::lab, "lab", "Conflict lab", "Which decisions change under another combining algorithm",
              Needs::a_lab},
    ScreenRow{Screen::calendar, "calendar", "Calendar",
              "What begins and expires on which day, notices, disclosures, forecast", Needs::a_lesson},
    ScreenRow{Screen::work, "work", "Your work", "Attempts in this browser, their steps, links and files",
              Needs::nothing},
    ScreenRow{Screen::catalogue, "catalogue", "Catalog",
              "The agencies, systems and interfaces of the real platform", Needs::nothing},
};

constexpr std::array themes = {
    ThemeRow{"", "Use the system theme"},
    ThemeRow{"light", "Light"},
    ThemeRow{"dark", "Dark"},
    ThemeRow{"contrast", "High contrast"},
};

StepButton step_button(std::string_view label, const session::Command* next, const Session* session) {
  StepButton button{label, {}, std::string(label)};
  if (next == nullptr || session == nullptr) return button;
  button.step = step_in_words(*session, *next);
  button.words += ": " + button.step;
  return button;
}

std::string requests_run(const Session& session) {
  std::size_t run = 0;
  for (std::uint32_t i = 0; i < session.requests().size(); ++i)
    run += session.latest_run(i) != nullptr ? 1 : 0;
  return std::to_string(run) + " of " + std::to_string(session.requests().size()) + " run";
}

std::string goals_reached(const Session& session) {
  const session::Progress progress = session.progress();
  if (progress.goals == 0) return {};
  return std::to_string(progress.goals_met) + " of " + std::to_string(progress.goals);
}

/// What is counted beside a section's name.
std::string count_of(Screen screen, const Session& session) {
  const auto where_any = [](std::size_t count, const char* after) {
    return count == 0 ? std::string() : std::to_string(count) + after;
  };
  if (screen == Screen::goals) return goals_reached(session);
  if (screen == Screen::assign) return where_any(session.scenario().assignables.size(), " open");
  if (screen == Screen::requests) return requests_run(session);
  if (screen == Screen::trail) return where_any(session.trail().events().size(), "");
  return {};
}

}  // namespace

std::span<const ScreenRow> screens() {
  return rows;
}

const ScreenRow& row(Screen screen) {
  return rows[static_cast<std::size_t>(screen)];
}

std::string_view title(Screen screen) {
  return row(screen).title;
}

bool is_offered(const ScreenRow& row, const Desk& desk) {
  const Session* session = desk.session();
  if (row.needs == Needs::an_own_lesson) return desk.has_own_lesson();
  return row.needs != Needs::a_lab || (session != nullptr && has_lab(*session));
}

bool is_available(const ScreenRow& row, const Desk& desk) {
  const Session* session = desk.session();
  switch (row.needs) {
    case Needs::nothing:
      return true;
    case Needs::a_lesson:
      return session != nullptr;
    case Needs::what_is_assigned:
      return session != nullptr && !session->conceals();
    case Needs::an_own_lesson:
      return desk.has_own_lesson();
    case Needs::a_lab:
      break;
  }
  return session != nullptr && has_lab(*session) && !session->conceals();
}

std::span<const ThemeRow> theme_rows() {
  return themes;
}

StepButton undo_button(const Desk& desk) {
  return step_button(named::undo, desk.next_undo(), desk.session());
}

StepButton redo_button(const Desk& desk) {
  return step_button(named::redo, desk.next_redo(), desk.session());
}

HeaderView view_header(const Desk& desk) {
  const Session* session = desk.session();
  HeaderView view;
  view.undo = undo_button(desk);
  view.redo = redo_button(desk);
  if (session == nullptr) {
    view.title = home_title;
    view.about = home_about;
    return view;
  }
  view.title = session->scenario().title;
  view.can_start_again = !session->history().empty();
  for (const ScreenRow& each : rows) {
    if (each.screen == Screen::desk || !is_offered(each, desk)) continue;
    view.sections.push_back({each.screen, count_of(each.screen, *session)});
  }
  return view;
}

}  // namespace ntk::web
