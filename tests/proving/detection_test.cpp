#include "sim/proving/detection.h"

#include <doctest/doctest.h>

#include "tests/proving/quay.h"

namespace ntk::proving {
namespace {

session::Session solved(scenario::Scenario lesson) {
  session::Session session(std::move(lesson));
  for (const char* each :
       {"predict late-display deny AC-3", "assign owner_memo memo term 2016-08-01 2016-12-31",
        "assign owner_memo memo levels 3", "run all"})
    REQUIRE_FALSE(session.apply(each));
  return session;
}

std::vector<std::string> commands(const Detection& found, Fate fate, const session::Session& right) {
  std::vector<std::string> texts;
  for (const Fault& each : found.faults) {
    if (each.fate == fate) texts.push_back(to_text(session::Command(each.edit), right.scenario()));
  }
  return texts;
}

TEST_CASE("each other value of a field, and each element put in or taken out, is a fault") {
  const session::Session right = solved(quay());
  const Detection found = detection(right);
  CHECK(found.faults.size() == 5);
  CHECK(commands(found, Fate::caught, right) ==
        std::vector<std::string>{"assign owner_memo memo term unsigned", "assign owner_memo memo levels none",
                                 "assign owner_memo memo levels 3 4",
                                 "assign record ring designation nobody"});
  CHECK(commands(found, Fate::without_effect, right) ==
        std::vector<std::string>{"assign record ring designation agency:fbi user:reyes"});
  CHECK(found.share() == 100);
  CHECK(found.counted() == 4);
}

TEST_CASE(
    "a fault that changes a request and loses no points survives, and is told of with what would catch it") {
  scenario::Scenario lesson = quay();
  lesson.goals.erase(lesson.goals.begin() + 2);  // on what the memo covers
  const session::Session right = solved(std::move(lesson));
  const Detection found = detection(right);
  REQUIRE(found.number_of(Fate::survives) == 1);
  CHECK(found.share() == 75);
  const Fault& fault = found.faults[2];
  CHECK(in_words(fault, right) == "`assign owner_memo memo levels 3 4`: `vale-search` ends differently");
  CHECK(what_would_catch(fault, right) == "a goal of `decision` on `vale-search` that states `failed`");
}

TEST_CASE("a fault that lets somebody read more survives where no goal is on excess") {
  scenario::Scenario lesson = quay();
  lesson.world.users[1].investigation->completed = *policy::parse_date("2014-05-02");
  lesson.goals.resize(2);
  lesson.predictions.clear();
  session::Session right(std::move(lesson));
  for (const char* each :
       {"assign owner_memo memo term 2016-08-01 2016-12-31", "assign owner_memo memo levels 3", "run all"})
    REQUIRE_FALSE(right.apply(each));
  const Detection found = detection(right);
  const Fault& fault = found.faults.back();
  CHECK(fault.fate == Fate::survives);
  CHECK(fault.gained == 1);
  CHECK(what_would_catch(fault, right) == "a goal of `excess` with the `permits` of the key");
}

TEST_CASE("where nothing that counts can go wrong all of it is caught") {
  CHECK(Detection().share() == 100);
}

}  // namespace
}  // namespace ntk::proving
