#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

PredictionResult result_of(const Session& session, std::string_view request) {
  const Prediction* made = session.prediction(session.find_request(request).value());
  REQUIRE(made != nullptr);
  return made->result;
}

TEST_CASE("a request with a required prediction is not run before it is predicted, alone or with all") {
  Session session(example_lesson());
  for (const char* line : {"run foreign-file", "run all"}) {
    const auto refusal = session.apply(line);
    REQUIRE(refusal);
    CHECK(refusal->code == "prediction-required");
    CHECK(refusal->message.find("`foreign-file`") != std::string::npos);
    CHECK(refusal->help.find("predict foreign-file permit") != std::string::npos);
  }
  CHECK(session.runs().empty());
  apply_all(session, {"predict foreign-file permit", "run all"});
  CHECK(session.runs().size() == 4);
}

TEST_CASE("it is told which requests await a prediction, and how many") {
  Session session(example_lesson());
  CHECK(session.predictions_awaited() == 1);
  CHECK(session.awaits_prediction(1));
  CHECK_FALSE(session.awaits_prediction(0));
  apply_all(session, {"predict foreign-file deny"});
  CHECK(session.predictions_awaited() == 1);  // the reason is asked too
  apply_all(session, {"predict foreign-file deny DA-7"});
  CHECK(session.predictions_awaited() == 0);
}

TEST_CASE("what the script asks and wants predicted is not run beforehand as a request of one's own") {
  Session session(example_lesson());
  const std::string user = session.world()[session.requests()[1].request.user].id;
  apply_all(session, {"ask own-1 like=foreign-file user=" + user});
  CHECK(code_of(session.apply("run own-1")) == "prediction-required");
  CHECK(session.awaits_prediction(static_cast<std::uint32_t>(session.requests().size() - 1)));
  CHECK(session.predictions_awaited() == 1);
  apply_all(session, {"predict foreign-file deny DA-7", "run own-1"});
}

TEST_CASE("what has been run awaits no prediction: it can no longer be made") {
  scenario::Scenario scenario = example_lesson();
  scenario.forensics = true;
  const Session session(std::move(scenario));
  REQUIRE(session.latest_run(1) != nullptr);
  CHECK(session.predictions_awaited() == 0);
  CHECK_FALSE(session.awaits_prediction(1));
}

TEST_CASE("where the reason is asked, a required prediction of a denial is incomplete without it") {
  Session session = session_after({"predict foreign-file deny"});
  CHECK(code_of(session.apply("run foreign-file")) == "prediction-required");
  apply_all(session, {"predict foreign-file deny DA-7", "run foreign-file"});
}

TEST_CASE("a prediction that is not required keeps nothing from being run") {
  const Session session = session_after({"run look-up"});
  CHECK(session.prediction(2) == nullptr);
}

TEST_CASE("a prediction is pending until the request is run") {
  CHECK(result_of(session_after({"predict look-up permit"}), "look-up") == PredictionResult::pending);
}

TEST_CASE("a prediction hits when outcome and first reason are right") {
  CHECK(result_of(session_after({"predict look-up permit", "run look-up"}), "look-up") ==
        PredictionResult::hit);
  CHECK(result_of(session_after({"predict foreign-file deny DA-5", "run foreign-file"}), "foreign-file") ==
        PredictionResult::hit);
}

TEST_CASE("a denial predicted for another reason than the first is told so") {
  CHECK(result_of(session_after({"predict foreign-file deny DA-7", "run foreign-file"}), "foreign-file") ==
        PredictionResult::wrong_reason);
}

TEST_CASE("a denial predicted without a reason hits where none is asked") {
  CHECK(result_of(session_after({"predict at-noon deny", "run at-noon"}), "at-noon") ==
        PredictionResult::hit);
}

TEST_CASE("a denial predicted without the reason that is asked is no full hit") {
  scenario::Scenario lesson = example_lesson();
  lesson.predictions = {{3, true, false}};
  Session session(std::move(lesson));
  apply_all(session, {"predict at-noon deny", "run at-noon"});
  CHECK(result_of(session, "at-noon") == PredictionResult::wrong_reason);
}

TEST_CASE("a prediction of the other outcome misses") {
  CHECK(result_of(session_after({"predict at-noon permit", "run at-noon"}), "at-noon") ==
        PredictionResult::miss);
  CHECK(result_of(session_after({"predict look-up deny", "run look-up"}), "look-up") ==
        PredictionResult::miss);
}

TEST_CASE("a prediction is judged at the first run and stays as it was judged") {
  const Session session = session_after({"predict foreign-file deny DA-5", "run foreign-file",
                                         "assign record ring level 1", "run foreign-file"});
  CHECK(failing(session, "foreign-file") == "none");
  CHECK(result_of(session, "foreign-file") == PredictionResult::hit);
}

TEST_CASE("a prediction can be changed before the run, and not after") {
  Session session = session_after({"predict at-noon permit", "predict at-noon deny DA-6", "run at-noon"});
  CHECK(session.predictions().size() == 1);
  CHECK(result_of(session, "at-noon") == PredictionResult::hit);
  CHECK(code_of(session.apply("predict at-noon permit")) == "already-run");
  apply_all(session, {"reset", "predict at-noon permit"});
  CHECK(result_of(session, "at-noon") == PredictionResult::pending);
}

TEST_CASE("a permit has no reason") {
  Session session(example_lesson());
  CHECK(code_of(session.apply("predict at-noon permit DA-6")) == "too-many-words");
  CHECK(code_of(session.apply(Command(PredictCommand{"at-noon", true, policy::CheckId::DA_6}))) ==
        "reason-of-permit");
}

TEST_CASE("a request that nobody has cannot be predicted") {
  Session session(example_lesson());
  const auto refusal = session.apply("predict at-non deny");
  REQUIRE(refusal);
  CHECK(refusal->code == "unknown-request");
  CHECK(refusal->help == "did you mean `at-noon`?");
}

}  // namespace
}  // namespace ntk::session
