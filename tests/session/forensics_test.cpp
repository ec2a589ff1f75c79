// Lessons that give only the trail: what is concealed, how it is found, and what opens then.
#include <doctest/doctest.h>

#include "sim/session/report.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

constexpr std::uint32_t ring_level = 0, fbi_categories = 5, memo_term = 8;

scenario::Goal find_goal(std::string id, std::uint32_t assignable) {
  return {std::move(id), "One fault is named", 1, scenario::FindGoal{assignable}};
}

/// The example lesson with its trail given; two fields are wrong, the level of the ring and the memo's term.
scenario::Scenario incident() {
  scenario::Scenario lesson = example_lesson();
  lesson.forensics = true;
  lesson.predictions.clear();
  lesson.goals.push_back(find_goal("level-found", ring_level));
  lesson.goals.push_back(find_goal("term-found", memo_term));
  return lesson;
}

GoalState state_of(const Session& session, std::string_view goal) {
  const auto& goals = session.scenario().goals;
  for (std::uint32_t i = 0; i < goals.size(); ++i) {
    if (goals[i].id == goal) return session.goal_status(i).state;
  }
  FAIL("no goal " << goal);
  return GoalState::open;
}

TEST_CASE(
    "where only the trail is given, the day has been run when the lesson begins, and again after a reset") {
  Session session(incident());
  CHECK(session.conceals());
  CHECK(session.runs().size() == session.scenario().requests.size());
  CHECK(session.history().empty());
  const std::string head = session.trail().seal().hash;
  apply_all(session, {"find record ring level", "reset"});
  CHECK(session.trail().seal().hash == head);
  CHECK_FALSE(session.is_found(ring_level));
}

TEST_CASE("that the day is run again after each reset counts as work of a journal") {
  Session session(incident());
  session.set_bounds({100'000, 1000, 1000, 100});
  const std::vector<std::string> journal(100, "reset");
  const ReplayResult result = session.restore(journal);
  REQUIRE(result.refusal);
  CHECK(result.refusal->code == "attempt-full");
  CHECK(result.line < 100);
}

TEST_CASE("the trail is the same as if the student had run the day") {
  scenario::Scenario open = incident();
  open.forensics = false;
  Session usual(open);
  apply_all(usual, {"run all"});
  CHECK(Session(incident()).trail().seal().hash == usual.trail().seal().hash);
}

TEST_CASE(
    "where only the trail is given, nothing is assigned, run, asked or predicted, and the clock stands") {
  Session session(incident());
  for (const char* line : {"assign record ring level 1", "run own-file", "run all", "predict own-file permit",
                           "advance 2017-01-01T09:00", "ask own-1 like=own-file"}) {
    CAPTURE(line);
    CHECK(code_of(session.apply(line)) == "only-the-trail");
  }
  CHECK(session.history().empty());
}

TEST_CASE("what a field holds makes no difference to what is shown of it while it is concealed") {
  const auto shown = [](policy::Level level) {
    scenario::Scenario lesson = incident();
    lesson.world.records[1].level = level;
    const Session session(lesson);
    return current_value(session.world(), lesson.assignables[ring_level]);
  };
  CHECK(shown(policy::Level::level_1) == shown(policy::Level::level_4));
}

TEST_CASE("two worlds that leave the same trail make the same report while they are concealed") {
  // Nobody asks by the agreement's further category, so the trail cannot tell the two apart.
  scenario::Scenario other = incident();
  other.world.agreements[0].categories.insert(policy::Category::lookout);
  REQUIRE(Session(other).trail().seal().hash == Session(incident()).trail().seal().hash);
  CHECK(report_json(Session(other)) == report_json(Session(incident())));
}

TEST_CASE("an outcome is told by the rule alone while the case is concealed") {
  const Session session(incident());
  const Run& run = session.runs()[1];
  REQUIRE_FALSE(run.decision.permitted());
  CHECK(outcome_in_words(session, run) == policy::check(*run.decision.primary()).sentence);
}

TEST_CASE("what is wrong is judged when as many fields are named as are wrong, not one by one") {
  Session session(incident());
  CHECK(state_of(session, "level-found") == GoalState::open);
  apply_all(session, {"find record ring level"});
  CHECK(state_of(session, "level-found") == GoalState::open);
  apply_all(session, {"find agreement moa-fbi categories"});
  CHECK(state_of(session, "level-found") == GoalState::met);
  CHECK(state_of(session, "term-found") == GoalState::unmet);
  CHECK(session.conceals());
}

TEST_CASE("naming more fields than are wrong finds nothing") {
  Session session(incident());
  apply_all(session, {"find record ring level", "find agreement moa-fbi categories"});
  CHECK(session.is_found(fbi_categories));
  apply_all(session, {"unfind agreement moa-fbi categories", "find record ring designation",
                      "find agreement moa-fbi term"});
  CHECK(state_of(session, "level-found") == GoalState::unmet);
  CHECK(state_of(session, "term-found") == GoalState::unmet);
}

TEST_CASE("when all that is wrong is named, everything is shown and can be mended; undo conceals it again") {
  Session session(incident());
  apply_all(session, {"find record ring level", "find owner_memo memo-1 term"});
  CHECK_FALSE(session.conceals());
  CHECK(session.world() == session.scenario().world);
  CHECK(code_of(session.apply("unfind record ring level")) == "all-found");
  apply_all(session, {"assign record ring level 1", "run all"});
  CHECK(failing(session, "foreign-file") == "none");
  session.undo();
  session.undo();
  session.undo();
  CHECK(session.conceals());
}

TEST_CASE("in a lesson that hides nothing, nothing is to be found") {
  Session session(example_lesson());
  CHECK(code_of(session.apply("find record ring level")) == "nothing-to-find");
}

TEST_CASE("find and unfind are read back from their own text") {
  const scenario::Scenario lesson = incident();
  for (const char* line : {"find record ring level", "unfind owner_memo memo-1 term"}) {
    const auto parsed = parse_command(line, lesson);
    const auto* command = std::get_if<Command>(&parsed);
    REQUIRE(command != nullptr);
    CHECK(to_text(*command, lesson) == line);
  }
  CHECK(in_words(Command(FindCommand{ring_level, true}), lesson) ==
        "name access level of Ring of four as wrong");
}

}  // namespace
}  // namespace ntk::session
