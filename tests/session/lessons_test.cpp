// The lessons that ship, taken by the keys of tests/keys: each is unsolved at the start, its keys reach every
// point, and each wrong attempt misses exactly the goals that it says it misses.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "sim/scenario/lint.h"
#include "sim/session/session.h"
#include "tests/source_files.h"

using namespace ntk;

namespace {

struct Lesson {
  std::string id;
  std::string file;  ///< below scenarios/
};
const Lesson lessons[] = {
    {"levels", "01-levels/scenario.json"},
    {"investigations", "02-investigations/scenario.json"},
    {"agreements", "03-agreements/scenario.json"},
    {"working-day", "04-a-day-at-work/scenario.json"},
    {"interfaces", "05-by-which-way/scenario.json"},
    {"lookouts", "06-the-life-of-a-lookout/scenario.json"},
    {"profiles", "07-the-profile-desk/scenario.json"},
    {"letters", "08-letters/scenario.json"},
    {"review", "09-the-reviewer/scenario.json"},
    {"before-arrival", "10-before-arrival/scenario.json"},
    {"disagreement", "11-when-checks-disagree/scenario.json"},
    {"incident", "12-what-the-trail-says/scenario.json"},
};

TEST_CASE("every scenario that is shipped is one of the lessons that are tested") {
  CHECK(std::size(lessons) == shipped_scenarios().size());
}

session::Session opened(const Lesson& lesson) {
  auto linted = scenario::lint_scenario(source_text("scenarios/" + lesson.file), lesson.file);
  for (const auto& each : linted.diagnostics) FAIL_CHECK(scenario::format_text(each, lesson.file));
  REQUIRE(linted.scenario);
  return session::Session(std::move(*linted.scenario));
}

using Paths = std::vector<std::filesystem::path>;

Paths wrong_attempts(const Lesson& lesson) {
  return source_files("tests/keys", lesson.id + "-wrong-", ".commands");
}

std::filesystem::path main_key(const Lesson& lesson) {
  return "tests/keys/" + lesson.id + ".commands";
}

/// The main key, and other right answers.
Paths right_answers(const Lesson& lesson) {
  const Paths wrong = wrong_attempts(lesson);
  Paths right{main_key(lesson)};
  for (const auto& each : source_files("tests/keys", lesson.id + "-", ".commands")) {
    if (std::find(wrong.begin(), wrong.end(), each) == wrong.end()) right.push_back(each);
  }
  return right;
}

session::Session taken(const Lesson& lesson, const std::filesystem::path& attempt) {
  auto session = opened(lesson);
  const auto result = session::replay(session, source_text(attempt));
  if (result.refusal) FAIL(attempt.string() << ':' << result.line << ": " << result.refusal->message);
  REQUIRE(result.applied > 0);
  return session;
}

/// What a newcomer sees who predicts what is required and runs all, with nothing assigned.
session::Session untouched(const Lesson& lesson) {
  auto session = opened(lesson);
  for (const auto& each : session.scenario().predictions) {
    if (!each.required) continue;
    const session::PredictCommand guess{session.scenario().requests[each.request].id, true, std::nullopt};
    REQUIRE_FALSE(session.apply(session::Command{guess}));
  }
  if (session.conceals()) return session;  // the day has been run
  REQUIRE_FALSE(session.apply(session::Command{session::RunAllCommand{}}));
  return session;
}

std::set<std::string> goals_missed(const session::Session& session) {
  std::set<std::string> missed;
  const auto& goals = session.scenario().goals;
  for (std::uint32_t i = 0; i < goals.size(); ++i) {
    if (session.goal_status(i).state != session::GoalState::met) missed.insert(goals[i].id);
  }
  return missed;
}

/// The words after "# KEY:" in a command file.
std::vector<std::string> stated(const std::filesystem::path& attempt, std::string_view key) {
  std::istringstream lines(source_text(attempt));
  const std::string head = "# " + std::string(key) + ":";
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(head)) continue;
    std::istringstream words(line.substr(head.size()));
    return {std::istream_iterator<std::string>(words), {}};
  }
  FAIL(attempt.string() << " has no line that begins with " << head);
  return {};
}

/// Every session that the keys and attempts of a lesson make, the untouched one first.
std::vector<session::Session> all_sessions(const Lesson& lesson) {
  std::vector<session::Session> sessions{untouched(lesson)};
  for (const auto& each : right_answers(lesson)) sessions.push_back(taken(lesson, each));
  for (const auto& each : wrong_attempts(lesson)) sessions.push_back(taken(lesson, each));
  return sessions;
}

}  // namespace

TEST_CASE("a lesson is unsolved at the start, though everything has been run") {
  for (const Lesson& lesson : lessons) {
    CAPTURE(lesson.id);
    const auto progress = untouched(lesson).progress();
    CHECK((progress.points == 10 || progress.points == 20));
    CHECK(10 * progress.points_met <= 3 * progress.points);
  }
}

TEST_CASE("every key of a lesson reaches all its points, and every prediction of its main key comes true") {
  for (const Lesson& lesson : lessons) {
    const auto keys = right_answers(lesson);
    REQUIRE(keys.size() >= 2);
    for (const auto& key : keys) {
      CAPTURE(key.string());
      auto session = taken(lesson, key);
      CHECK(goals_missed(session) == std::set<std::string>{});
      REQUIRE_FALSE(session.apply("run all"));  // once more, as students do
      CHECK(goals_missed(session) == std::set<std::string>{});
    }
    const auto session = taken(lesson, main_key(lesson));
    CHECK(session.predictions().empty() == session.scenario().forensics);
    for (const auto& each : session.predictions()) {
      CAPTURE(session.requests()[each.request].id);
      CHECK(each.result == session::PredictionResult::hit);
    }
  }
}

TEST_CASE("a wrong attempt at a lesson misses exactly the goals that its misunderstanding costs") {
  for (const Lesson& lesson : lessons) {
    const auto wrong = wrong_attempts(lesson);
    REQUIRE(wrong.size() >= 2);
    for (const auto& attempt : wrong) {
      CAPTURE(attempt.string());
      const auto session = taken(lesson, attempt);
      const auto misses = stated(attempt, "misses");
      CHECK(goals_missed(session) == std::set<std::string>(misses.begin(), misses.end()));
      CHECK(std::vector{std::to_string(session.progress().points_met)} == stated(attempt, "points"));
    }
  }
}

TEST_CASE("the trail of every attempt at a lesson is intact: the simulator writes what it takes for events") {
  for (const Lesson& lesson : lessons) {
    CAPTURE(lesson.id);
    for (const auto& each : all_sessions(lesson)) {
      const std::string lines = session::to_json_lines(each.trail(), each.world());
      for (const auto& fault : session::verify(lines, each.trail().seal())) FAIL_CHECK(fault.message);
    }
  }
}

TEST_CASE("every command file among the keys is an attempt at one of the lessons") {
  std::size_t taken = 0;
  for (const Lesson& lesson : lessons) taken += right_answers(lesson).size() + wrong_attempts(lesson).size();
  CHECK(taken == source_files("tests/keys", "", ".commands").size());
}

TEST_CASE("every goal of a lesson can be missed: none is a gift to whoever runs all") {
  for (const Lesson& lesson : lessons) {
    std::set<std::string> missed_by_somebody;
    const auto sessions = all_sessions(lesson);
    for (const auto& session : sessions) missed_by_somebody.merge(goals_missed(session));
    for (const auto& goal : sessions.front().scenario().goals) {
      CAPTURE(goal.id);
      CHECK(missed_by_somebody.contains(goal.id));
    }
  }
}

TEST_CASE("a student of the lessons meets every check passing and failing") {
  std::set<std::pair<policy::CheckId, policy::Verdict>> met;
  const auto meet = [&](const policy::Verdicts& verdicts) {
    for (const auto& each : policy::checks()) met.emplace(each.id, verdicts[each.id]);
  };
  for (const Lesson& lesson : lessons) {
    for (const auto& session : all_sessions(lesson)) {
      for (const auto& run : session.runs()) {
        meet(run.decision.verdicts);
        for (const auto& hit : run.decision.hits) meet(hit.verdicts);
      }
    }
  }
  for (const auto& each : policy::checks()) {
    CAPTURE(std::string(each.code));
    CHECK(met.contains({each.id, policy::Verdict::pass}));
    const bool never_fails = each.id == policy::CheckId::DA_3;
    CHECK(met.contains({each.id, policy::Verdict::fail}) != never_fails);
  }
}

TEST_CASE("the list of lessons names each one by the id, title and file that it has") {
  const std::string index = source_text("scenarios/index.json");
  const auto lists = [&](std::string_view key, const std::string& value) {
    return index.find('"' + std::string(key) + "\": \"" + value + '"') != index.npos;
  };
  std::size_t listed = 0;
  for (std::size_t at = index.find("\"id\""); at != index.npos; at = index.find("\"id\"", at + 1)) ++listed;
  CHECK(listed == std::size(lessons));
  for (const Lesson& lesson : lessons) {
    CAPTURE(lesson.id);
    const auto session = opened(lesson);
    CHECK(session.scenario().id == lesson.id);
    CHECK(lists("id", lesson.id));
    CHECK(lists("title", session.scenario().title));
    CHECK(lists("file", lesson.file));
  }
}
