#include "sim/session/first_predictions.h"

#include <doctest/doctest.h>

#include "sim/session/report.h"
#include "sim/session/submission.h"
#include "tests/policy/worked_world.h"
#include "tests/session/example_lesson.h"

namespace ntk::session {
namespace {

/// The first prediction of a request as a journal tells it; "none" where there's none.
std::string first(const Session& session, std::string_view request) {
  for (const FirstPrediction& each : session.first_predictions()) {
    const std::string& id = session.scenario().requests[each.request].id;
    if (id != request) continue;
    const std::string line = earlier_line(each, session.scenario());
    return line.substr(line.find(id) + id.size() + 1);
  }
  return "none";
}

TEST_CASE(
    "a prediction can be changed freely until its outcome is shown, and the last one before that is the "
    "first") {
  const Session session = session_after({"predict at-noon permit guess", "predict at-noon deny DA-6 sure",
                                         "predict foreign-file permit", "run at-noon"});
  CHECK(first(session, "at-noon") == "deny DA-6 sure hit retries=0 hints=0 runs=0");
  CHECK(first(session, "foreign-file") == "none");  // nothing has shown it yet
}

TEST_CASE("the first prediction stays on record through undo, and what is predicted after it is a retry") {
  Session session = session_after({"predict at-noon permit", "hint", "run at-noon"});
  const std::string before = "permit miss retries=";
  session.undo();
  session.undo();
  session.undo();
  apply_all(session, {"predict at-noon deny DA-6", "run at-noon"});
  CHECK(first(session, "at-noon") == before + "1 hints=1 runs=0");
  CHECK(session.predictions()[0].result == PredictionResult::hit);
}

TEST_CASE("reset does not launder what was predicted before") {
  const Session session = session_after({"predict foreign-file permit sure", "hint", "run own-file",
                                         "run all", "reset", "predict foreign-file deny DA-5", "run all"});
  CHECK(first(session, "foreign-file") == "permit sure miss retries=1 hints=1 runs=1");
  const std::string report = report_json(session);
  CHECK(has(report, "\"certainty\": \"sure\""));
  CHECK(has(report, "\"retries\": 1"));
}

TEST_CASE("a request that was run before it was predicted has no first prediction, and the report says so") {
  const Session session = session_after({"run look-up", "reset", "predict look-up permit"});
  CHECK(first(session, "look-up") == "none retries=1 hints=0 runs=0");
  CHECK(has(report_json(session), "\"result\": \"none\""));
}

TEST_CASE("what stands predicted is settled when a view that tells outcomes is opened") {
  Session session = session_after({"predict foreign-file permit"});
  session.look();
  apply_all(session, {"predict foreign-file deny DA-5", "run all"});
  CHECK(first(session, "foreign-file") == "permit miss retries=1 hints=0 runs=0");
  CHECK(session.journal()[1] == "look");
  const std::size_t lines = session.journal().size();
  session.look();
  CHECK(session.journal().size() == lines);  // nothing is left to settle
}

TEST_CASE("a request of one's own that would reveal a required prediction waits for it") {
  Session session(example_lesson());
  const std::string rest = " function=subject_query operation=display ";
  apply_all(
      session,
      {"ask own-place like=foreign-file place=Elsewhere",
       "ask own-time like=foreign-file moment=2016-09-01T08:00", "ask own-user like=foreign-file user=reyes",
       "ask own-purpose like=foreign-file purpose=audits",
       "ask own-both like=foreign-file user=reyes place=Elsewhere",
       "ask own-print user=ortega function=printing operation=print record=ring purpose=fugitives place=P",
       "ask own-other user=ortega function=subject_query operation=display record=harbour purpose=fugitives "
       "place=P",
       "ask own-search user=reyes function=subject_query operation=search categories=lookout,subject "
       "term:a=b "
       "purpose=fugitives place=P"});
  for (const char* each : {"own-place", "own-time", "own-user", "own-purpose", "own-both", "own-print",
                           "own-other", "own-search"}) {
    CAPTURE(each);
    CHECK(code_of(session.apply("run " + std::string(each))) == "prediction-required");
  }
  CHECK(session.runs().empty());
  apply_all(session, {"predict foreign-file deny DA-5", "run own-place", "run own-search"});
  CHECK(first(session, "foreign-file") == "deny DA-5 hit retries=0 hints=0 runs=0");
}

TEST_CASE(
    "a record is revealed by its image, by what its links lead to it from, and by another image of it") {
  policy::WorkedWorld worked;
  const auto asker = worked.add_user(worked.cbp), other = worked.add_user(worked.cbp);
  const auto sought = worked.add_record(worked.cbp, policy::Category::subject);
  const auto image = worked.add_record(worked.cbp, policy::Category::image);
  const auto hub = worked.add_record(worked.cbp, policy::Category::subject);
  worked.record(image).parent = sought;
  worked.record(hub).links = {sought};
  const policy::Request predicted = worked.display(asker, sought);
  policy::Request own = worked.display(other, image);
  CHECK(reveals(worked.world, own, predicted));
  CHECK(reveals(worked.world, predicted, own));
  own = worked.display(other, hub);
  CHECK_FALSE(reveals(worked.world, own, predicted));
  own.operation = policy::Operation::show_linked;
  CHECK(reveals(worked.world, own, predicted));
}

TEST_CASE("what reveals a request that may be predicted settles it, though nothing was predicted yet") {
  scenario::Scenario lesson = example_lesson();
  for (scenario::AskedPrediction& each : lesson.predictions) each.required = false;
  Session session(std::move(lesson));
  apply_all(session,
            {"ask own-1 user=ortega function=printing operation=print record=ring purpose=fugitives place=P",
             "run own-1", "predict foreign-file permit", "run foreign-file"});
  CHECK(first(session, "foreign-file").starts_with("none "));
}

TEST_CASE("a request of one's own by another user of another record tells nothing, and is run") {
  const Session session =
      session_after({"ask own-1 user=reyes function=subject_query operation=display record=harbour "
                     "purpose=fugitives place=P",
                     "run own-1"});
  CHECK(session.runs().size() == 1);
}

TEST_CASE("a hint that reveals a request waits for its prediction, and settles it") {
  scenario::Scenario lesson = example_lesson();
  lesson.hints[0].reveals = {1};
  Session session(std::move(lesson));
  const auto refusal = session.apply("hint");
  CHECK(code_of(refusal) == "prediction-required");
  CHECK(has(refusal->message, "`foreign-file`"));
  CHECK(session.hints_revealed() == 0);
  apply_all(session, {"predict foreign-file permit", "hint", "predict foreign-file deny DA-5", "run all"});
  CHECK(first(session, "foreign-file") == "permit miss retries=1 hints=0 runs=0");
}

TEST_CASE("first predictions of earlier attempts in the same browser count before those of this one") {
  Session once = session_after({"predict at-noon permit guess", "run at-noon"});
  Session again(example_lesson());
  again.recall(once.first_predictions());
  apply_all(again, {"predict at-noon deny DA-6", "run at-noon"});
  CHECK(first(again, "at-noon") == "permit guess miss retries=1 hints=0 runs=0");
  CHECK(has(report_json(again), "\"earlier_attempt\": true"));
  Session restored(example_lesson());
  CHECK_FALSE(restored.restore(again.journal()).refusal);
  CHECK(report_json(restored) == report_json(again));
}

TEST_CASE("without a journal first predictions follow from the commands, and the report says so") {
  Session session = session_after({"predict at-noon permit", "run at-noon"});
  CHECK(has(report_json(session), "\"first_predictions_from\": \"journal\""));
  Submission submission = submission_of(session, {});
  submission.journal.reset();
  Session graded(example_lesson());
  replay(graded, submission);
  CHECK(has(report_json(graded), "\"first_predictions_from\": \"commands\""));
  CHECK(first(graded, "at-noon") == "permit miss retries=0 hints=0 runs=0");
}

TEST_CASE("a reason counts only where it is asked, and can be given with every denial") {
  Session session(example_lesson());
  apply_all(session, {"predict at-noon deny AC-1 likely", "run at-noon"});
  CHECK(session.predictions()[0].result == PredictionResult::hit);
  CHECK(session.predictions()[0].certainty == Certainty::likely);
}

}  // namespace
}  // namespace ntk::session
