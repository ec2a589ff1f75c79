// Your work, as both views show it: attempts, history, and whether what is done is kept.
#include "web/view/work_view.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/source_files.h"
#include "web/view/announcement.h"

namespace ntk::web {
namespace {

struct WorkDesk {
  Desk desk;

  WorkDesk() { REQUIRE(desk.load("every-field.json", source_text("tests/web/every-field.json"))); }

  void apply(std::string_view command) { REQUIRE(desk.apply(command)); }
  WorkView view() const { return view_work(desk); }
  HistoryView history() const { return view_history(desk); }
};

Attempt kept_attempt(std::string id, Attempt::State state, std::size_t steps = 12) {
  return {id, "Attempt " + id, "levels", "Levels and designation", steps, "22 November 2026, 11:20", state};
}

std::vector<std::string_view> act_labels(const AttemptRow& row) {
  std::vector<std::string_view> labels;
  for (const AttemptAct& each : row.acts) labels.push_back(each.label);
  return labels;
}

TEST_CASE("an attempt says what it is, whether it is open, and what can be done with it") {
  WorkDesk work;
  work.desk.set_attempts(
      {kept_attempt("1", Attempt::State::at_hand), kept_attempt("2", Attempt::State::kept, 1),
       kept_attempt("3", Attempt::State::deleted)},
      Keeping::works);
  const WorkView view = work.view();
  REQUIRE(view.attempts.size() == 3);
  CHECK(view.attempts[0].heading == "Attempt 1 (open now)");
  CHECK(view.attempts[0].about == "Levels and designation · 12 steps · 22 November 2026, 11:20");
  CHECK(act_labels(view.attempts[0]) == std::vector<std::string_view>{"Copy", "Save commands", "Delete"});
  CHECK(view.attempts[1].heading == "Attempt 2");
  CHECK(view.attempts[1].about == "Levels and designation · 1 step · 22 November 2026, 11:20");
  CHECK(act_labels(view.attempts[1]).front() == "Open");
  CHECK(view.attempts[2].heading == "Attempt 3 (deleted)");
  CHECK(act_labels(view.attempts[2]) == std::vector<std::string_view>{"Bring back"});
}

TEST_CASE("whether work is kept is said, and what to do where it is not") {
  WorkDesk work;
  CHECK(work.view().keeping == "What you do is kept in this browser after every step.");
  work.desk.set_attempts({kept_attempt("1", Attempt::State::at_hand)}, Keeping::works);
  CHECK(work.view().keeping ==
        "Kept in this browser as “Attempt 1” after every step, last on 22 November 2026, 11:20.");
  CHECK(work.view().is_kept);
  for (const Keeping each : {Keeping::refused, Keeping::full}) {
    work.desk.set_attempts({}, each);
    const std::string keeping = work.view().keeping;
    CHECK(keeping.starts_with("Not kept: " + std::string(keeping_problem(each).message) + ". "));
    CHECK(keeping.back() == '.');
    CHECK_FALSE(work.view().is_kept);
  }
  CHECK(keeping_problem(Keeping::works).message.empty());
}

TEST_CASE("a new attempt can begin only at a lesson that is open") {
  CHECK(WorkDesk().view().can_begin);
  CHECK_FALSE(view_work(Desk()).can_begin);
}

TEST_CASE("the history names every step, where one is, and what is undone") {
  WorkDesk work;
  CHECK(work.history().steps.empty());
  CHECK(work.history().summary.empty());
  for (const char* each : {"run search-vale", "hint", "reset"}) work.apply(each);
  CHECK(work.history().summary == "3 steps");
  work.desk.undo();
  const HistoryView view = work.history();
  CHECK(view.summary == "3 steps, 1 of them undone");
  REQUIRE(view.steps.size() == 4);
  CHECK(view.steps[0].words == "The lesson as it began");
  CHECK(view.steps[1].words.starts_with("1. "));
  CHECK(view.steps[1].note.empty());
  CHECK(view.steps[2].note == "you are here");
  CHECK(view.steps[2].is_here);
  CHECK(view.steps[3].note == "undone");
  CHECK_FALSE(view.steps[3].is_applied);
  CHECK(view.before.empty());
  CHECK(view.after.empty());
}

TEST_CASE(
    "of a long history the steps around the one at hand are shown, and how many are left out on each side") {
  WorkDesk work;
  for (int i = 0; i < 260; ++i)
    work.apply(i % 2 == 0 ? "assign record harbour-report level 1" : "assign record harbour-report level 3");
  work.desk.go_to(110);
  const HistoryView view = work.history();
  CHECK(view.before == "10 earlier steps are not shown.");
  CHECK(view.after == "50 later steps are not shown.");
  CHECK(view.steps.size() == most_steps);
  CHECK(view.steps.front().number == 11);
  CHECK(view.steps.back().number == 210);
  work.desk.go_to(101);
  CHECK(work.history().before == "1 earlier step is not shown.");
  work.desk.go_to(100);
  CHECK(work.history().before.empty());
  CHECK(work.history().steps.front().number == 0);
}

TEST_CASE("after a jump in the history it is said where one is") {
  WorkDesk work;
  for (const char* each : {"run search-vale", "hint"}) work.apply(each);
  work.desk.go_to(1);
  CHECK(said_of_jump(work.desk, goals_met(*work.desk.session())) == "Now after step 1 of 2.");
  work.desk.go_to(0);
  CHECK(said_of_jump(work.desk, goals_met(*work.desk.session())) ==
        "Back at the beginning of the lesson: 2 steps undone.");
}

}  // namespace
}  // namespace ntk::web
