#include "sim/analysis/why_not.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/session/report.h"
#include "tests/analysis/opened.h"
#include "tests/session/example_lesson.h"

namespace ntk::analysis {
namespace {

using session::example_lesson;
using session::Session;
using session::session_after;

constexpr std::uint32_t own_file = 0, foreign_file = 1, look_up = 2, at_noon = 3;

/// The commands of a set, parted by "; ".
std::string commands(const EditSet& set) {
  std::string text;
  for (const Edit& each : set.edits) text += (text.empty() ? "" : "; ") + each.text;
  return text;
}

const EditSet* find_set(const Answer& answer, const std::string& text) {
  const auto found = std::find_if(answer.sets.begin(), answer.sets.end(),
                                  [&](const EditSet& each) { return commands(each) == text; });
  return found == answer.sets.end() ? nullptr : &*found;
}

/// Whether the request is permitted when everything is run.
bool permitted(Session session, std::uint32_t request) {
  for (const char* each : {"predict foreign-file permit", "predict look-up permit"}) session.apply(each);
  const auto refused = session.apply("run all");
  REQUIRE_FALSE(refused);
  return session.latest_run(request)->decision.permitted();
}

}  // namespace

TEST_CASE("a denial is turned by each minimal set of edits, and by nothing less") {
  const Session session(example_lesson());
  const Answer answer = why_not(session, {foreign_file, {}});
  CHECK_FALSE(answer.was);
  CHECK(answer.primary == policy::CheckId::DA_5);
  CHECK(answer.exhaustive);
  CHECK(find_set(answer, "assign record ring level 1") != nullptr);
  CHECK(
      find_set(answer,
               "assign record ring designation agency:fbi; assign owner_memo memo-1 term 2016-08-12 open") !=
      nullptr);
  CHECK(find_set(answer, "assign record ring designation agency:fbi") == nullptr);
  CHECK(answer.who_could.empty());
  for (const EditSet& set : answer.sets) {
    CAPTURE(commands(set));
    Session whole = session;
    const auto refused = apply_set(whole, set);
    REQUIRE_FALSE(refused);
    CHECK(permitted(whole, foreign_file));
    for (std::size_t left_out = 0; left_out < set.edits.size(); ++left_out) {
      Session part = session;
      for (std::size_t at = 0; at < set.edits.size(); ++at) {
        if (at != left_out) part.apply(session::Command(set.edits[at].command));
      }
      CHECK_FALSE(permitted(part, foreign_file));
    }
  }
}

TEST_CASE("a permit is turned into a denial") {
  const Answer answer = why_not(Session(example_lesson()), {own_file, {}});
  CHECK(answer.was);
  CHECK_FALSE(answer.primary);
  CHECK(find_set(answer, "assign user ortega investigation none") != nullptr);
  CHECK(find_set(answer, "assign agreement moa-fbi term unsigned") != nullptr);
  CHECK(find_set(answer, "assign record ring level 1") == nullptr);
}

TEST_CASE("sets are ranked by how few other decisions they change, then by how few edits they are") {
  const Answer answer = why_not(Session(example_lesson()), {foreign_file, {}});
  REQUIRE(answer.sets.size() > 2);
  for (std::size_t at = 1; at < answer.sets.size(); ++at) {
    const EditSet &before = answer.sets[at - 1], &after = answer.sets[at];
    CHECK(before.others_changed() <= after.others_changed());
    if (before.others_changed() != after.others_changed()) continue;
    CHECK(before.atoms <= after.atoms);
  }
}

TEST_CASE("a set to a permit says what it grants, and which set is as little as it gets") {
  const Answer answer = why_not(Session(example_lesson()), {foreign_file, {}});
  REQUIRE(answer.exhaustive);
  std::size_t least = 0;
  for (const EditSet& each : answer.sets) {
    const std::string words = granted_in_words(each, answer);
    CHECK(words.starts_with("Grants "));
    CHECK((words.find("This is as little as it gets.") != words.npos) == grants_least(each, answer));
    least += grants_least(each, answer) ? 1 : 0;
  }
  CHECK(least >= 1);
  REQUIRE(find_set(answer, "assign record ring level 1") != nullptr);
  CHECK(find_set(answer, "assign record ring level 1")->granted.opened == 1);
}

TEST_CASE("a set grants least where no other grants no more of anything and less of something") {
  Answer answer;
  answer.sets.resize(3);
  EditSet &paper = answer.sets[0], &more = answer.sets[1], &level = answer.sets[2];
  paper.granted.permits = more.granted.permits = level.granted.permits = 1;
  const auto term = static_cast<std::size_t>(Privilege::term),
             function = static_cast<std::size_t>(Privilege::function);
  paper.granted.privileges[term] = more.granted.privileges[term] = 1;
  more.granted.privileges[function] = 2;
  level.granted.opened = 1;
  CHECK(grants_least(paper, answer));
  CHECK_FALSE(grants_least(more, answer));
  CHECK(grants_least(level, answer));
  CHECK(granted_in_words(more, answer) == "Grants 1 permit to read a record, 2 functions and 1 signed term.");
  CHECK(granted_in_words(level, answer) ==
        "Grants 1 permit to read a record. Puts 1 record at a lower level. This is as little as it gets.");
  answer.exhaustive = false;
  CHECK_FALSE(grants_least(paper, answer));
}

TEST_CASE("a set to a denial grants nothing, and says nothing of it") {
  const Session session(example_lesson());
  for (std::uint32_t at = 0; at < session.requests().size(); ++at) {
    const Answer answer = why_not(session, {at, {}});
    for (const EditSet& each : answer.sets) CHECK(granted_in_words(each, answer).empty() == answer.was);
  }
}

TEST_CASE("a set shows what else it changes: outcomes with their rule, hits, and goals") {
  const Session session(example_lesson());
  const Answer answer = why_not(session, {own_file, {}});
  const EditSet* set = find_set(answer, "assign agreement moa-fbi term unsigned");
  REQUIRE(set != nullptr);
  REQUIRE(set->flips.size() == 1);
  CHECK(set->flips[0].request == look_up);
  CHECK(set->flips[0].was);
  CHECK_FALSE(set->flips[0].becomes);
  CHECK(set->flips[0].rule == policy::CheckId::AG_1);
  CHECK(in_words(set->flips[0], session.world()) == "denied, by AG-1");
  CHECK(set->goals_met.empty());

  const Answer opened = why_not(session, {foreign_file, {}});
  const EditSet* level = find_set(opened, "assign record ring level 1");
  REQUIRE(level != nullptr);
  REQUIRE(level->flips.size() == 1);
  CHECK(level->flips[0].request == look_up);
  CHECK(in_words(level->flips[0], session.world()) == "shows “Ring of four” too");
  CHECK(level->others_changed() == 1);
  CHECK(level->goals_met == std::vector<std::uint32_t>{0, 2, 3, 4});  // opened, found, seen, few
  CHECK(level->goals_lost.empty());
}

TEST_CASE("who may open a record that an edit lets enter is told as a decision that the edit changes") {
  const Session session = opened("scenarios/06-the-life-of-a-lookout/scenario.json");
  const auto request = [&](const char* id) { return *session.find_request(id); };
  const Answer answer = why_not(session, {request("hale-enters"), {}});
  const EditSet* set = find_set(answer, "assign record ledger level 1");
  REQUIRE(set != nullptr);
  REQUIRE(set->flips.size() == 2);
  CHECK(set->flips[0].request == request("brandt-opens"));
  CHECK(set->flips[0].was);
  CHECK(set->flips[0].becomes);
  CHECK(in_words(set->flips[0], session.world()) == "returns “Ledger of the paint yard” now");
  CHECK(set->flips[1].request == request("castell-opens"));
  CHECK(set->others_changed() == 2);

  Session entered = session;
  REQUIRE_FALSE(entered.apply("assign record ledger level 1"));
  const Answer back = why_not(entered, {request("hale-enters"), {}});
  const EditSet* barred = find_set(back, "assign record ledger level 4");
  REQUIRE(barred != nullptr);
  REQUIRE(barred->flips.size() == 2);
  CHECK(in_words(barred->flips[0], session.world()) == "no longer returns “Ledger of the paint yard”");
}

TEST_CASE("of a search one can ask what would show a record that it withholds") {
  const Session session(example_lesson());
  const Question shows_the_file{look_up, policy::Ref<policy::Record>{2}};
  const Answer answer = why_not(session, shows_the_file);
  CHECK_FALSE(answer.was);
  CHECK(answer.primary == policy::CheckId::DA_6);
  REQUIRE_FALSE(answer.sets.empty());
  for (const EditSet& each : answer.sets) {
    Session with = session;
    const auto refused = apply_set(with, each);
    REQUIRE_FALSE(refused);
    for (const char* line : {"predict look-up permit", "run look-up"}) with.apply(line);
    const auto& hits = with.latest_run(look_up)->decision.hits;
    CHECK(std::any_of(hits.begin(), hits.end(),
                      [](const policy::Hit& hit) { return hit.record.at == 2 && !hit.withheld(); }));
  }
}

TEST_CASE("a record that no search term fits is found by no edit") {
  scenario::Scenario lesson = example_lesson();
  lesson.world.records[2].fields.clear();
  const Answer answer = why_not(Session(lesson), {look_up, policy::Ref<policy::Record>{2}});
  CHECK_FALSE(answer.was);
  CHECK(answer.sets.empty());
  CHECK(answer.exhaustive);
}

TEST_CASE("where the student can do nothing it is said who could") {
  scenario::Scenario lesson = example_lesson();
  lesson.assignables.clear();
  const Answer answer = why_not(Session(lesson), {foreign_file, {}});
  CHECK(answer.sets.empty());
  CHECK(answer.exhaustive);
  REQUIRE(answer.who_could.size() == 2);
  CHECK(answer.who_could[0].who == "DEA, the owner");
}

TEST_CASE("a search that is cut short says so") {
  const Session session(example_lesson());
  CHECK(why_not(session, {foreign_file, {}}, {4, 20000}).exhaustive);
  const Answer few = why_not(session, {foreign_file, {}}, {1, 20000});
  CHECK_FALSE(few.exhaustive);
  CHECK(few.sets.size() == 1);
  CHECK(limits_in_words(few) ==
        "Not all was tried: sets of more than 1 change, or more than 20000 sets, are given up.");
  const Answer short_of_time = why_not(session, {foreign_file, {}}, {.evaluations = 3});
  CHECK_FALSE(short_of_time.exhaustive);
  CHECK(short_of_time.tried == 3);
  CHECK(limits_in_words(short_of_time) == "Not all was tried: after 3 sets the search is given up.");
}

TEST_CASE("no more sets wait to be tried than are tried at most") {
  const Session session = opened("scenarios/06-the-life-of-a-lookout/scenario.json");
  const auto request = session.find_request("nilsen-meets");
  REQUIRE(request);
  constexpr std::size_t most = 40;
  WhyNot search(session, {*request, {}}, {.evaluations = most});
  std::size_t most_waiting = 0;
  for (; !search.done(); search.step(1)) most_waiting = std::max(most_waiting, search.progress().waiting);
  CHECK(most_waiting > 10);
  CHECK(most_waiting <= most);
  CHECK_FALSE(search.answer().exhaustive);
}

TEST_CASE("a search goes on to sets of any size, so that what it does not find is not there") {
  const Session session = opened("scenarios/07-the-profile-desk/scenario.json");
  const auto request = session.find_request("activate-bello");
  REQUIRE(request);
  const Answer answer = why_not(session, {*request, {}});
  CHECK_FALSE(answer.was);
  CHECK(answer.sets.empty());
  CHECK(answer.exhaustive);
  CHECK_FALSE(answer.who_could.empty());
}

TEST_CASE("a search goes on where it stopped, and finds the same in any steps") {
  const Session session(example_lesson());
  const Answer whole = why_not(session, {foreign_file, {}});
  WhyNot search(session, {foreign_file, {}});
  std::size_t tried = 0;
  while (!search.done()) {
    search.step(1);
    CHECK(search.progress().tried <= tried + 1);
    tried = search.progress().tried;
    CHECK(search.progress().found == search.answer().sets.size());
  }
  CHECK(search.answer().tried == whole.tried);
  REQUIRE(search.answer().sets.size() == whole.sets.size());
  for (std::size_t at = 0; at < whole.sets.size(); ++at)
    CHECK(commands(search.answer().sets[at]) == commands(whole.sets[at]));
}

TEST_CASE("a set is applied whole and taken back whole") {
  Session session(example_lesson());
  const std::string before = report_json(session);
  const Answer answer = why_not(session, {foreign_file, {}});
  const EditSet* set = find_set(
      answer, "assign record ring designation agency:fbi; assign owner_memo memo-1 term 2016-08-12 open");
  REQUIRE(set != nullptr);
  CHECK_FALSE(can_take_back(session, *set));
  const auto refused = apply_set(session, *set);
  CHECK_FALSE(refused);
  CHECK(session.history().size() == 2);
  REQUIRE(can_take_back(session, *set));
  take_back(session, *set);
  CHECK(report_json(session) == before);
  session.apply("hint");
  take_back(session, *set);
  CHECK(session.history().size() == 1);
}

TEST_CASE("what was run before does not change the answer, and asking changes nothing in the session") {
  const Session fresh(example_lesson());
  const Session worked = session_after({"predict foreign-file deny DA-5", "predict look-up permit", "run all",
                                        "run own-file", "run foreign-file", "run foreign-file"});
  const std::string before = report_json(worked);
  const Answer a = why_not(fresh, {foreign_file, {}}), b = why_not(worked, {foreign_file, {}});
  CHECK(report_json(worked) == before);
  REQUIRE(a.sets.size() == b.sets.size());
  for (std::size_t at = 0; at < a.sets.size(); ++at) {
    CHECK(commands(a.sets[at]) == commands(b.sets[at]));
    CHECK(a.sets[at].goals_met == b.sets[at].goals_met);
  }
}

TEST_CASE("in a lesson that gave only its trail it is asked of what was found, as in any other") {
  constexpr std::uint32_t ring_display = 0;
  Session found = opened("tests/cli/fixtures/incident.json");
  REQUIRE_FALSE(found.apply("find owner_memo memo term"));
  const Answer answer = why_not(found, {ring_display, {}});
  const Answer as_ever = why_not(opened(harbour), {ring_display, {}});
  CHECK_FALSE(answer.was);
  REQUIRE(answer.sets.size() == as_ever.sets.size());
  for (std::size_t at = 0; at < answer.sets.size(); ++at)
    CHECK(commands(answer.sets[at]) == commands(as_ever.sets[at]));
}

TEST_CASE("it is asked of the world as it is assigned now") {
  const Session session = session_after({"assign record ring level 1"});
  const Answer answer = why_not(session, {foreign_file, {}});
  CHECK(answer.was);
  CHECK(find_set(answer, "assign record ring level 4") != nullptr);
  CHECK(find_set(answer, "assign record ring level 3") != nullptr);
  CHECK(find_set(answer, "assign record ring level 1") == nullptr);
}

TEST_CASE("an edit can work by way of an earlier request of the day") {
  scenario::Scenario lesson = example_lesson();
  lesson.world.parameters.denied_attempts = 2;
  const auto opens = lesson.requests[foreign_file];
  lesson.requests = {opens, opens, lesson.requests[own_file]};
  for (std::size_t at = 0; at < 3; ++at) lesson.requests[at].id = "request-" + std::to_string(at);
  lesson.predictions.clear();
  lesson.goals.clear();
  const Answer answer = why_not(Session(lesson), {2, {}});
  CHECK_FALSE(answer.was);  // two denied attempts suspend the account
  CHECK(answer.primary == policy::CheckId::AC_1);
  const EditSet* set = find_set(answer, "assign record ring level 1");
  REQUIRE(set != nullptr);
  CHECK(set->flips.size() == 2);
}

TEST_CASE("level 4 is opened by name: a class of the whole agency does not do") {
  const Answer answer = why_not(Session(example_lesson()), {at_noon, {}});
  CHECK_FALSE(answer.was);
  CHECK(answer.primary == policy::CheckId::DA_6);
  CHECK(find_set(answer, "assign record source-file designation user:reyes") != nullptr);
  CHECK(find_set(answer, "assign record source-file designation agency:dea") == nullptr);
}

}  // namespace ntk::analysis
