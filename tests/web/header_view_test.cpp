// The names of screens, and what the header shows.
#include "web/view/header_view.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/source_files.h"
#include "web/view/home_view.h"

namespace ntk::web {
namespace {

struct HeaderDesk {
  Desk desk;

  explicit HeaderDesk(const char* file) { REQUIRE(desk.load("scenario.json", source_text(file))); }

  HeaderView view() const { return view_header(desk); }
  /// What is counted beside a section; "absent" where it is not in the list.
  std::string count(Screen screen) const {
    const HeaderView now = view();
    for (const SectionRow& each : now.sections) {
      if (each.screen == screen) return each.count;
    }
    return "absent";
  }
};

const char* const levels_file = "scenarios/01-levels/scenario.json";
const char* const all_fields_file = "tests/web/every-field.json";
const char* const lab_file = "scenarios/11-when-checks-disagree/scenario.json";
const char* const incident_file = "scenarios/12-what-the-trail-says/scenario.json";

TEST_CASE("every screen stands in the table once, at its place, under a name of its own") {
  std::set<std::string_view> words, titles;
  for (std::size_t i = 0; i < screens().size(); ++i) {
    const ScreenRow& each = screens()[i];
    CHECK(static_cast<std::size_t>(each.screen) == i);
    CHECK(words.insert(each.word).second);
    CHECK(titles.insert(each.title).second);
    CHECK_FALSE(each.about.empty());
  }
  CHECK(screens().back().screen == Screen::catalogue);
  CHECK(title(Screen::trail) == "Audit trail");
}

TEST_CASE("before a lesson is open the header says what the page is about, and lists no sections") {
  const HeaderView view = view_header(Desk());
  CHECK(view.title == home_title);
  CHECK(view.about == home_about);
  CHECK(view.sections.empty());
  CHECK_FALSE(view.can_start_again);
  CHECK(view.undo.words == "Undo");
}

TEST_CASE("beside each section it is counted how far the student is") {
  HeaderDesk head(all_fields_file);
  CHECK(head.view().title == "Every field");
  CHECK(head.view().about.empty());
  CHECK(head.count(Screen::goals) == "0 of 2");
  CHECK(head.count(Screen::assign) == "13 open");
  CHECK(head.count(Screen::requests) == "0 of 2 run");
  CHECK(head.count(Screen::trail).empty());
  REQUIRE(head.desk.apply("run search-vale"));
  CHECK(head.count(Screen::requests) == "1 of 2 run");
  CHECK(head.count(Screen::trail) == "1");
}

TEST_CASE("undo and redo say which step they are about, by the words of the history") {
  HeaderDesk head(all_fields_file);
  REQUIRE(head.desk.apply("assign record harbour-report level 3"));
  CHECK(head.view().undo.step == "Assign access level of Harbour report: Level 3");
  CHECK(head.view().undo.words == "Undo: Assign access level of Harbour report: Level 3");
  CHECK(head.view().redo.step.empty());
  CHECK(head.view().can_start_again);
  head.desk.undo();
  CHECK(head.view().undo.step.empty());
  CHECK(head.view().redo.label == "Redo");
  CHECK(head.view().redo.step == "Assign access level of Harbour report: Level 3");
}

TEST_CASE("the conflict lab is offered only where the lesson opens it") {
  CHECK(HeaderDesk(levels_file).count(Screen::lab) == "absent");
  CHECK(HeaderDesk(lab_file).count(Screen::lab).empty());
}

TEST_CASE("a lesson of one's own can be checked, one that ships cannot") {
  const std::string text = source_text(levels_file);
  Desk own;
  REQUIRE(own.load("mine.json", text, Origin::own));
  CHECK(is_available(row(Screen::check), own));
  CHECK_FALSE(is_available(row(Screen::check), HeaderDesk(levels_file).desk));
  CHECK(HeaderDesk(levels_file).count(Screen::check) == "absent");
}

TEST_CASE("what shows the assignment is not available while it is concealed, nor without a lesson") {
  const HeaderDesk concealed(incident_file), open(levels_file);
  for (const Screen each : {Screen::matrix, Screen::compare, Screen::excess}) {
    CHECK(is_available(row(each), open.desk));
    CHECK_FALSE(is_available(row(each), concealed.desk));
    CHECK_FALSE(is_available(row(each), Desk()));
  }
  CHECK(is_available(row(Screen::calendar), concealed.desk));
  CHECK_FALSE(is_available(row(Screen::calendar), Desk()));
  CHECK(is_available(row(Screen::work), Desk()));
  CHECK(is_available(row(Screen::catalogue), Desk()));
}

}  // namespace
}  // namespace ntk::web
