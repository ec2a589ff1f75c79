// The calendar as the pages show it: what is to come, the notices, the disclosures, and the clock moved from
// there.
#include "web/view/calendar_view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

using Lines = std::vector<std::string>;

/// The day of tests/session/office.json, which begins on 12 August 2016 at eight.
struct Office {
  session::Session session = [] {
    auto read = scenario::read_scenario(source_text("tests/session/office.json"), "office.json");
    REQUIRE(read.scenario);
    return session::Session(*std::move(read.scenario));
  }();

  void apply(std::string_view command) { REQUIRE_FALSE(session.apply(command)); }
  CalendarView view() const { return view_calendar(session); }
  /// What a day says; nothing where it is not in the calendar.
  std::optional<CalendarDay> day(std::string_view text) const {
    const CalendarView now = view();
    for (const CalendarDay& each : now.days) {
      if (policy::to_text(each.day) == text) return each;
    }
    return std::nullopt;
  }
};

policy::Moment moment(std::string_view text) {
  return *policy::parse_moment(text);
}

/// A calendar of so many of each part, as far as it is said how many there are.
CalendarView with(std::size_t count) {
  CalendarView view;
  view.clock = moment("2016-08-12T09:00");
  view.all = {count, count, count};
  return view;
}

}  // namespace

TEST_CASE("a day says what lapses on it, by which rule, and how soon that is") {
  const Office office;
  const auto primary = office.day("2016-10-01");
  REQUIRE(primary);
  CHECK(primary->words == "1 October 2016, in 50 days");
  REQUIRE(primary->changes.size() == 1);
  CHECK(word(primary->changes[0]) == "Lapses");
  CHECK(primary->changes[0].code == "LO-5");
  CHECK(primary->changes[0].what.find("“Lookout of ICE” is no longer on Primary") == 0);

  const auto courses = office.day("2017-03-01");
  REQUIRE(courses);
  const auto is_course = [](const CalendarChange& each) { return each.code == "AC-4" && !each.begins; };
  CHECK(std::count_if(courses->changes.begin(), courses->changes.end(), is_course) == 6);
}

TEST_CASE("the days are those after the clock’s, in their order, each once") {
  const CalendarView view = Office().view();
  CHECK(clock_in_words(view) == "It is 12 August 2016, 08:00.");
  REQUIRE_FALSE(view.days.empty());
  policy::Date before = view.clock.day;
  std::size_t changes = 0;
  for (const CalendarDay& each : view.days) {
    CHECK(before < each.day);
    CHECK_FALSE(each.changes.empty());
    before = each.day;
    changes += each.changes.size();
  }
  CHECK(changes == view.count(CalendarPart::changes));
}

TEST_CASE("what a transaction lends for some days lapses on the day after; the next day is called tomorrow") {
  Office office;
  for (const char* each : {"run certify", "run activate", "run assign", "run lend"}) office.apply(each);
  const auto ends = office.day("2016-08-14");  // printing, lent from the 12th through the 13th
  REQUIRE(ends);
  CHECK(ends->words == "14 August 2016, in 2 days");
  CHECK(word(ends->changes[0]) == "Lapses");
  CHECK(word(CalendarChange{true, "AG-1", ""}) == "Begins");
  office.apply("advance 2016-08-13T10:00");
  CHECK(office.day("2016-08-14")->words == "14 August 2016, tomorrow");
}

TEST_CASE("the clock is moved to the morning of a later day, and to no other") {
  const policy::Moment clock = moment("2016-08-12T09:30");
  const auto later = move_to(moment("2016-08-13T00:00").day, clock);
  REQUIRE(later);
  CHECK(policy::to_text(later->to) == "2016-08-13T08:00");
  CHECK_FALSE(move_to(clock.day, clock));
  CHECK_FALSE(move_to(moment("2016-08-11T00:00").day, clock));
}

TEST_CASE("a day that the clock was moved to is to come no more, until that is undone") {
  Office office;
  const auto day = office.day("2016-10-01");
  REQUIRE(day);
  REQUIRE(day->move);
  REQUIRE_FALSE(office.session.apply(*day->move));
  CHECK(clock_in_words(office.view()) == "It is 1 October 2016, 08:00.");
  CHECK_FALSE(office.day("2016-10-01"));
  office.session.undo();
  CHECK(office.day("2016-10-01"));
}

TEST_CASE("notices say to whom, when and by which event; the calendar’s have none") {
  Office office;
  CHECK(office.view().notices.empty());
  office.apply("run look");
  const CalendarView met = office.view();
  REQUIRE(met.notices.size() == 1);
  CHECK(caption(met, CalendarPart::notices) == "1 notice");
  CHECK(met.notices[0].name == "Query hit");
  CHECK(met.notices[0].note == "12 August 2016, 08:00, event 1");
  REQUIRE(met.notices[0].cells.size() + 1 == row(CalendarPart::notices).columns.size());
  CHECK(met.notices[0].cells[0] == Lines{"U.S. Immigration and Customs Enforcement"});
  CHECK(met.notices[0].cells[1] == Lines{office.session.notices()[0].text});

  office.apply("advance 2016-10-01T08:00");
  const CalendarView after = office.view();
  REQUIRE(after.notices.size() == 3);
  CHECK(caption(after, CalendarPart::notices) == "3 notices, the latest first");
  CHECK(after.notices[0].name == "Ended");
  CHECK(after.notices[0].note == "1 October 2016, by the calendar");
  CHECK(after.notices[2].name == "Query hit");
}

TEST_CASE("a form says who saw what, for which purpose, within the Department or outside it") {
  Office office;
  office.apply("run open-person");
  office.apply("run print-person");
  const CalendarView view = office.view();
  REQUIRE(view.disclosures.size() == 2);
  CHECK(caption(view, CalendarPart::disclosures) == "2 forms, the latest first");
  const CalendarRow& outside = view.disclosures[1];
  CHECK(outside.name == "Person report");
  CHECK(outside.note == "12 August 2016, event 1");
  REQUIRE(outside.cells.size() + 1 == row(CalendarPart::disclosures).columns.size());
  CHECK(outside.cells[0] ==
        Lines{"Noor Haddad", "Federal Bureau of Investigation", "Office", "Outside the Department"});
  CHECK(outside.cells[1] == Lines{"The platform", "Recorded by the platform"});
  CHECK(outside.cells[2] == Lines{"The case", "Inquiry: on the platform"});
  CHECK(outside.cells[3].front() == "DHS/CBP-011, TECS");
  CHECK(view.disclosures[0].cells[0].back() == "Within the Department");
}

TEST_CASE("a letter’s answer is recorded by hand") {
  Office office;
  office.apply("assign letter archive states need use authority routine_use");
  office.apply("run answer");
  const CalendarView view = office.view();
  REQUIRE(view.disclosures.size() == 1);
  CHECK(view.disclosures[0].cells[0] ==
        Lines{"The archivist", "County Archive", "1 Mill Lane", "Outside the Department"});
  CHECK(view.disclosures[0].cells[1] == Lines{"Ana Ortega", "Recorded by hand"});
}

TEST_CASE("no part is longer than its limit, and what is left out is counted") {
  CHECK(caption(with(1), CalendarPart::changes) == "1 change after 12 August 2016");
  CHECK(caption(with(312), CalendarPart::changes) == "200 of 312 changes after 12 August 2016");
  CHECK(left_out_in_words(with(200), CalendarPart::changes).empty());
  CHECK(left_out_in_words(with(201), CalendarPart::changes) == "1 more, later than these, is not shown.");
  CHECK(left_out_in_words(with(312), CalendarPart::notices) ==
        "112 more, earlier than these, are not shown.");

  Office office;
  for (std::size_t i = 0; i < calendar_most + 5; ++i) office.apply("run open-person");
  const CalendarView view = office.view();
  CHECK(view.disclosures.size() == calendar_most);
  CHECK(view.disclosures[0].note == "12 August 2016, event 205");
  CHECK(caption(view, CalendarPart::disclosures) == "200 of 205 forms, the latest first");
}

TEST_CASE("a part without rows says what would fill it") {
  for (const CalendarPartRow& each : calendar_parts()) {
    CHECK(row(each.part).word == each.word);
    const CalendarEmpty empty = empty_part(with(0), each.part);
    CHECK_FALSE(empty.what.empty());
    CHECK_FALSE(empty.what_to_do.empty());
  }
  CHECK(empty_part(with(0), CalendarPart::changes).what == "Nothing begins or lapses after 12 August 2016.");
}

TEST_CASE("the text page is handed the calendar with the command that moves the clock") {
  BridgedPage page;
  REQUIRE(page.call(
      "load", {{"file_name", "office.json"}, {"scenario", source_text("tests/session/office.json")}})["ok"]);
  const auto parts = [&] { return page.call("model")["value"]["calendar"]["parts"]; };
  const json before = parts();
  REQUIRE(before.size() == 3);
  CHECK(before[0]["empty"].is_null());
  CHECK(before[1]["empty"]["what"] == "No notice has been sent.");
  const json first = before[0]["days"][0];
  CHECK(first["changes"][0].contains("what"));
  const std::string command = first["command"].get<std::string>();
  CHECK(command == "advance " + first["day"].get<std::string>() + "T08:00");
  REQUIRE(page.call("command", {{"command", command}})["ok"]);
  CHECK_FALSE(parts()[0]["days"][0] == first);
  CHECK(page.call("command", {{"command", "run open-person"}})["ok"]);
  CHECK(parts()[2]["rows"][0]["cells"].size() + 1 == parts()[2]["columns"].size());
}
