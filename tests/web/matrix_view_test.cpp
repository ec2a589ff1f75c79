// The access matrix as the pages show it: blocks, cells, what an assignment flips before and after, and that
// it is computed a little at a time.
#include "web/app/matrix_view.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"
#include "tests/web/page.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

/// The first lesson: 6 users of 4 agencies, 5 subject records; the notice is at level 3, open to CBP alone.
struct Lesson1 {
  session::Session session;
  MatrixView view;

  explicit Lesson1(const char* file = "scenarios/01-levels/scenario.json") : session(opened(file)) {
    compute();
  }
  static session::Session opened(const char* file) {
    auto read = scenario::read_scenario(source_text(file), "lesson.json");
    REQUIRE(read.scenario);
    return session::Session(*std::move(read.scenario));
  }
  void compute() {
    view.follow(session, 1);
    while (view.step(1)) {
    }
  }
  void apply(std::string_view command) {
    REQUIRE_FALSE(session.apply(command));
    compute();
  }
  session::AssignCommand edit(std::string_view command) const {
    return std::get<session::AssignCommand>(
        std::get<session::Command>(session::parse_command(command, session.scenario())));
  }
};

constexpr const char* open_notice = "assign record container-notice level 1";

struct MatrixPage : BridgedPage {
  MatrixPage() {
    REQUIRE(call(
        "load",
        {{"file_name", "levels.json"},
         {"scenario", requiring_no_prediction(source_text("scenarios/01-levels/scenario.json"))}})["ok"]);
  }
  json show(const json& how = json::object()) { return call("matrix_show", how)["value"]; }
};

}  // namespace

/// The first lesson with its first user and its first record so many times more.
std::string crowded_lesson(int copies) {
  json lesson = json::parse(source_text("scenarios/01-levels/scenario.json"));
  for (const char* list : {"users", "records"}) {
    json one = lesson[list][0];
    for (int at = 0; at < copies; ++at) {
      one["id"] = "copy-" + std::to_string(at);
      lesson[list].push_back(one);
    }
  }
  return lesson.dump();
}

TEST_CASE(
    "a matrix with more cells than can be held is not begun, and both views say why and what can be asked "
    "instead") {
  auto read = scenario::read_scenario(crowded_lesson(4'500), "lesson.json");
  REQUIRE(read.scenario);
  const session::Session session(*std::move(read.scenario));
  MatrixView view;
  view.follow(session, 1);
  CHECK_FALSE(view.is_working());
  CHECK(
      view.nothing_because().starts_with("4,506 users by 4,505 records are more than the 20,000,000 cells"));
  CHECK(view.flips_in_words().empty());
  view.choose(analysis::Axis::functions);
  view.follow(session, 1);
  CHECK(view.nothing_because().empty());
  CHECK(view.is_working());
}

TEST_CASE("the matrix shows from afar how much of each category an agency can read") {
  const Lesson1 lesson;
  REQUIRE(lesson.view.done());
  REQUIRE(lesson.view.agencies().size() == 4);
  REQUIRE(lesson.view.groups().size() == 1);
  CHECK(lesson.view.block_title(3, 0) == "DEA, 2 users; Subject records, 5 records");
  CHECK(share_in_words(lesson.view.share(0, 0)) == "3 of 5 permitted");
  CHECK(share_in_words(lesson.view.share(3, 0)) == "7 of 10 permitted");
  CHECK(lesson.view.head(0).note == "Level 3");
  CHECK(lesson.view.flips_in_words() == "Nothing has been assigned yet.");
}

TEST_CASE("what an assignment would flip is shown before it is made, and the session stays as it is") {
  Lesson1 lesson;
  lesson.view.try_out(lesson.edit(open_notice));
  lesson.compute();
  CHECK(lesson.view.flips_in_words() == "5 cells would be gained, 0 lost if this were assigned.");
  CHECK(signs(lesson.view.flips(3, 0)) == "+2");
  const CellFlip* flip = lesson.view.flip(1, 0);
  REQUIRE(flip != nullptr);
  CHECK(sign(*flip) == std::string("+"));
  CHECK(flip_in_words(*flip, true) == "would be gained to permit");
  CHECK(lesson.view.flip(0, 0) == nullptr);
  CHECK(cell_in_words(lesson.view.matrix().at({1}, 0)) == "deny DA-5");
  CHECK(lesson.session.history().empty());
}

TEST_CASE("what the last assignment flipped is shown after it, and goes when it is undone") {
  Lesson1 lesson;
  lesson.view.try_out(lesson.edit(open_notice));
  lesson.apply(open_notice);
  CHECK_FALSE(lesson.view.tried());
  CHECK(lesson.view.flips_in_words() == "5 cells gained, 0 lost since the last assignment.");
  CHECK(flip_in_words(*lesson.view.flip(1, 0), false) == "gained: was deny DA-5");
  lesson.apply("run supervisor-inquiry");
  CHECK(lesson.view.flips_in_words() == "5 cells gained, 0 lost since the last assignment.");
  lesson.apply("assign record container-notice level 4");
  CHECK(lesson.view.flips_in_words() == "0 cells gained, 6 lost since the last assignment.");
  lesson.session.undo();
  lesson.session.undo();
  lesson.session.undo();
  lesson.compute();
  CHECK(lesson.view.flips_in_words() == "Nothing has been assigned yet.");
}

TEST_CASE(
    "everything that can be tried out is an assignment that the scenario allows, and named for people") {
  const Lesson1 lesson;
  REQUIRE(lesson.view.trials().size() == lesson.session.scenario().assignables.size());
  std::size_t values = 0;
  for (const Trial& each : lesson.view.trials()) {
    CHECK_FALSE(each.field.empty());
    for (const TrialValue& value : each.values) {
      session::Session copy = lesson.session;
      CHECK_FALSE(copy.apply(session::Command(value.edit)));
      ++values;
    }
  }
  CHECK(values >= lesson.view.trials().size());
  CHECK(lesson.view.trials()[0].field == "Access level of Notice: wrong label on container MBLU 204417");
}

TEST_CASE("a cell says why, and leads to a request that says it with every check") {
  Lesson1 lesson;
  const CellStory story = lesson.view.story(lesson.session, 1, 0);
  CHECK(story.title == "Leilani Kealoha (ICE), “Notice: wrong label on container MBLU 204417”");
  CHECK(story.rule.starts_with("DA-5: "));
  REQUIRE(story.asking.size() == 2);
  REQUIRE_FALSE(lesson.session.apply("predict ice-notice deny DA-5"));  // before it is asked in any way
  for (const session::Command& each : story.asking) REQUIRE_FALSE(lesson.session.apply(each));
  REQUIRE(lesson.session.runs().size() == 1);
  CHECK(lesson.session.runs().back().decision.primary() == policy::check_from_code("DA-5"));
}

TEST_CASE("by requests, the one who asks in the script is led to the script's request") {
  Lesson1 lesson;
  lesson.view.choose(analysis::Axis::requests);
  lesson.compute();
  CHECK(lesson.view.block_title(3, 0) == "DEA, 2 users; 9 requests");
  const policy::Request& scripted = lesson.session.requests()[0].request;
  const CellStory story = lesson.view.story(lesson.session, scripted.user.at, 0);
  REQUIRE(story.asking.size() == 1);
  CHECK(story.asking.front() == session::Command(session::RunCommand{lesson.session.requests()[0].id}));
}

TEST_CASE("the matrix of a later day shows what will have lapsed by then, against today") {
  Lesson1 lesson("scenarios/03-agreements/scenario.json");
  REQUIRE(lesson.view.days().size() > 2);
  CHECK_FALSE(lesson.view.is_of_a_later_day());
  const policy::Date day = lesson.view.days()[1];
  lesson.view.show_on(day);
  lesson.compute();
  CHECK(lesson.view.day() == day);
  CHECK(lesson.view.flips_in_words().ends_with(" lost from today to then, if nothing else changes."));
  REQUIRE_FALSE(lesson.view.flips_in_words().starts_with("0 cells would be gained, 0 lost"));
  std::size_t lost = 0;
  for (std::uint32_t user = 0; user < lesson.view.matrix().users(); ++user) {
    for (std::uint32_t column = 0; column < lesson.view.matrix().columns(); ++column) {
      const CellFlip* flip = lesson.view.flip(user, column);
      if (flip == nullptr) continue;
      CHECK(flip->lost());
      CHECK(word(flip->after) == "AG-1");
      CHECK(lesson.view.story(lesson.session, user, column).asking.empty());
      ++lost;
    }
  }
  CHECK(lost > 0);
  lesson.view.show_on(lesson.view.days().front());
  lesson.compute();
  CHECK(lesson.view.flips_in_words() == "Nothing has been assigned yet.");
}

TEST_CASE("once the clock has come to the day, the matrix is of today again") {
  Lesson1 lesson("scenarios/03-agreements/scenario.json");
  const policy::Date day = lesson.view.days()[1];
  lesson.view.show_on(day);
  lesson.compute();
  lesson.apply("advance " + policy::to_text(policy::Moment{day, 600}));
  CHECK_FALSE(lesson.view.is_of_a_later_day());
  CHECK(lesson.view.day() == day);
}

TEST_CASE("the matrix can be stopped, keeps what it has, and goes on from there") {
  Lesson1 lesson;
  lesson.view.choose(analysis::Axis::functions);
  lesson.view.follow(lesson.session, 1);
  lesson.view.stop();
  CHECK(lesson.view.stopped());
  CHECK_FALSE(lesson.view.step(1000));
  CHECK_FALSE(lesson.view.done());
  CHECK(cell_in_words(lesson.view.matrix().at({0}, 0)) == "not computed yet");
  CHECK(lesson.view.flips_in_words() == "What flips is known when all of it is computed.");
  lesson.view.go_on();
  lesson.compute();
  CHECK(lesson.view.done());
  CHECK(lesson.view.progress() == 100);
}

TEST_CASE("the page hands out a block with its cells in words, and the story of one") {
  MatrixPage page;
  REQUIRE(page.call("matrix_try", {{"edit", open_notice}})["ok"]);
  const json shown = page.show({{"block", {3, 0}}, {"from", {0, 0}}, {"cell", {4, 0}}});
  CHECK(shown["working"] == false);
  CHECK(shown["tried"] == open_notice);
  CHECK(shown["agencies"][3]["blocks"][0]["signs"] == "+2");
  const json& cell = shown["block"]["rows"][0]["cells"][0];
  CHECK(cell["words"] == "deny DA-5");
  CHECK(cell["flip"] == "would be gained to permit");
  CHECK(shown["cell"]["can_be_asked"] == true);
  const json asked = page.call("matrix_ask", {{"cell", {4, 0}}});
  CHECK(asked["ok"]);
  CHECK(page.desk.session()->runs().back().decision.primary() == policy::check_from_code("DA-5"));
}

TEST_CASE("what the matrix cannot do is refused in words") {
  MatrixPage page;
  CHECK(page.call("matrix_on", {{"day", "2016-08-11"}})["message"] ==
        "nothing begins or lapses on `2016-08-11`");
  page.show();
  CHECK(page.call("matrix_ask", {{"cell", {99, 0}}})["message"] == "there is no such cell");
  CHECK(page.call("matrix_by", {{"axis", "colour"}})["message"] == "no such columns: `colour`");
  CHECK(page.call("matrix_try", {{"edit", "run all"}})["message"] ==
        "only an assignment can be tried out: `run all`");
  CHECK_FALSE(page.call("matrix_try", {{"edit", "assign record nothing level 1"}})["ok"]);
  CHECK(page.call("matrix_ask", {{"cell", {1, 2, 3}}})["misuse"]);
  CHECK(page.show({{"block", {9, 9}}, {"from", {0, 0}}})["block"].is_null());
}
