// Home: the lessons on offer, and what was done in each.
#include "web/view/home_view.h"

#include <doctest/doctest.h>

#include "tests/source_files.h"

namespace ntk::web {
namespace {

struct HomeDesk {
  Desk desk;

  HomeDesk() {
    desk.set_lessons({{"levels", "Levels", "Who may read what."}, {"every-field", "Every field", ""}});
  }

  void keep(std::string lesson_id, Attempt::State state, std::size_t steps) {
    attempts.push_back({"a", "Attempt 1", std::move(lesson_id), "Levels", steps, "1 May 2026, 08:00", state});
    desk.set_attempts(attempts, Keeping::works);
  }
  HomeLesson levels() const { return view_home(desk).lessons.at(0); }

  std::vector<Attempt> attempts;
};

TEST_CASE("a lesson in which nothing was done is opened; one with work is continued, and says since when") {
  HomeDesk home;
  CHECK(home.levels().act == "Open");
  CHECK(home.levels().work.empty());
  home.keep("levels", Attempt::State::kept, 3);
  home.keep("levels", Attempt::State::kept, 90);  // an earlier one
  CHECK(home.levels().act == "Continue");
  CHECK(home.levels().work == "Your work from 1 May 2026, 08:00: 3 steps.");
}

TEST_CASE("deleted attempts, and those at a file of the student's own, are no work at a lesson") {
  HomeDesk home;
  home.keep("levels", Attempt::State::deleted, 3);
  home.keep("", Attempt::State::kept, 3);
  CHECK(home.levels().act == "Open");
}

TEST_CASE("the lesson at hand offers a new attempt") {
  HomeDesk home;
  REQUIRE(home.desk.load("every-field.json", source_text("tests/web/every-field.json")));
  CHECK(view_home(home.desk).lessons.at(1).act == "New attempt");
  CHECK(view_home(home.desk).lessons.at(1).is_open);
  CHECK_FALSE(home.levels().is_open);
}

TEST_CASE("a page without lessons says so") {
  CHECK(view_home(Desk()).empty == "No lessons came with this page. Open a file.");
  CHECK(view_home(HomeDesk().desk).empty.empty());
}

}  // namespace
}  // namespace ntk::web
