// What is said after a step: which goals it met, by name.
#include "web/view/announcement.h"

#include <doctest/doctest.h>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"

namespace ntk::web {
namespace {

/// The lesson in which every kind of field is open; it has two goals.
struct GoalSteps {
  session::Session session = [] {
    auto read = scenario::read_scenario(source_text("tests/web/every-field.json"), "every-field.json");
    REQUIRE(read.scenario);
    return session::Session(*std::move(read.scenario));
  }();

  void apply(std::string_view command) { REQUIRE_FALSE(session.apply(command)); }
  /// What a command changes of the goals, in words.
  std::string change_by(std::string_view command) {
    const std::vector<bool> before = goals_met(session);
    apply(command);
    return goals_change_in_words(session, before);
  }
};

TEST_CASE("a command that meets a goal names it") {
  GoalSteps lesson;
  lesson.apply("predict display-report permit");
  lesson.apply("assign user ortega investigation bi 2015-03-02 favorable");
  lesson.apply("assign record harbour-report level 1");
  CHECK(lesson.change_by("assign agreement moa-fbi term 2016-01-01 open").empty());
  CHECK(lesson.change_by("run display-report") ==
        "Goal met: Ortega can read the harbour report. 1 of 2 goals met.");
}

TEST_CASE("goals that one command meets are named together, in the order of the lesson") {
  GoalSteps lesson;
  lesson.apply("predict display-report permit");
  lesson.apply("assign user ortega investigation bi 2015-03-02 favorable");
  lesson.apply("assign record harbour-report level 1");
  lesson.apply("assign agreement moa-fbi term 2016-01-01 open");
  CHECK(lesson.change_by("run all") ==
        "Goals met: Ortega can read the harbour report; The trail keeps a withheld hit. 2 of 2 goals met.");
}

TEST_CASE("where goals are no longer met, only their number is said, and nothing where none changes") {
  GoalSteps lesson;
  lesson.apply("predict display-report permit");
  lesson.apply("assign user ortega investigation bi 2015-03-02 favorable");
  lesson.apply("assign record harbour-report level 1");
  lesson.apply("assign agreement moa-fbi term 2016-01-01 open");
  lesson.apply("run display-report");
  const std::vector<bool> before = goals_met(lesson.session);
  CHECK(before == std::vector<bool>{true, false});
  lesson.session.undo();
  CHECK(newly_met_in_words(lesson.session, before).empty());
  CHECK(goals_change_in_words(lesson.session, before) == "0 of 2 goals met.");
  CHECK(goals_change_in_words(lesson.session, goals_met(lesson.session)).empty());
}

TEST_CASE("a clause becomes a sentence, and a sentence stays one") {
  CHECK(as_sentence("no lesson is open") == "No lesson is open.");
  CHECK(as_sentence("`a.json` is a report") == "`a.json` is a report.");
  CHECK(as_sentence("Is it?") == "Is it?");
  CHECK(as_sentence("").empty());
}

TEST_CASE("what is said of a command, and of a step undone or redone, ends with what became of the goals") {
  GoalSteps lesson;
  lesson.apply("predict display-report permit");
  lesson.apply("assign user ortega investigation bi 2015-03-02 favorable");
  lesson.apply("assign record harbour-report level 1");
  lesson.apply("assign agreement moa-fbi term 2016-01-01 open");
  std::vector<bool> before = goals_met(lesson.session);
  lesson.apply("run display-report");
  const session::Command run = *lesson.session.next_undo();
  const std::string what = what_happened(lesson.session, run);
  CHECK(said_of_command(lesson.session, run, before) ==
        what + " Goal met: Ortega can read the harbour report. 1 of 2 goals met.");
  before = goals_met(lesson.session);
  CHECK(said_of_command(lesson.session, run, before) == what);
  lesson.session.undo();
  CHECK(said_of_step(lesson.session, run, StepWay::undone, before).starts_with("Undone: "));
  CHECK(said_of_step(lesson.session, run, StepWay::undone, before).ends_with(". 0 of 2 goals met."));
  before = goals_met(lesson.session);
  lesson.session.redo();
  CHECK(said_of_step(lesson.session, run, StepWay::redone, before).starts_with("Redone: "));
}

}  // namespace
}  // namespace ntk::web
