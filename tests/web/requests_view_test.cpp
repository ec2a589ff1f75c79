// Requests as both pages show them: the clock, Run all, how each request ended, and what was predicted of it.
#include "web/view/requests_view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "sim/scenario/reader.h"
#include "tests/source_files.h"
#include "tests/web/page.h"
#include "web/bridge/model.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;
using session::Freshness;
using session::PredictionResult;

namespace {

const char* const four_levels = "scenarios/01-levels/scenario.json";
const char* const trail_alone = "scenarios/12-what-the-trail-says/scenario.json";
const char* const harbour_lesson = "tests/web/every-field.json";
const char* const office_day = "tests/session/office.json";

session::Session lesson_after(const std::string& file, std::initializer_list<const char*> commands = {}) {
  auto read = scenario::read_scenario(source_text(file), file);
  REQUIRE(read.scenario);
  session::Session session(*std::move(read.scenario));
  for (const char* each : commands) {
    CAPTURE(each);
    REQUIRE_FALSE(session.apply(each));
  }
  return session;
}

RequestView seen(const session::Session& session, std::string_view id) {
  return view_request(session, session.find_request(id).value());
}

PredictionView predicted(const session::Session& session, std::string_view id) {
  const RequestView view = seen(session, id);
  REQUIRE(view.prediction);
  return *view.prediction;
}

/// Of what the text page is handed.
json as_json(const session::Session& session) {
  return sections_of([&](ModelWriter& model) { write_requests(model, session); });
}

}  // namespace

TEST_CASE("a request says who asks what, where and when, and that it was not run") {
  const RequestView view = seen(lesson_after(harbour_lesson), "display-report");
  CHECK(view.number == "Request 1");
  CHECK(view.title == "Ortega opens the harbour report");
  CHECK(view.detail.find("Ana Ortega (FBI) asks to display “Harbour report” by “Subject query”, for ") == 0);
  CHECK(view.where == "Field office, Port Ellery, " + policy::in_words(lesson_after(harbour_lesson).clock()));
  CHECK(view.outcome.state == OutcomeState::not_run);
  CHECK(view.outcome.word == "Not run");
  CHECK(view.freshness == Freshness::not_run);
  CHECK_FALSE(view.run);
  CHECK(view.reason.empty());
  CHECK_FALSE(view.own);
}

TEST_CASE("an outcome is a state with its word, and a denial’s reason ends with the code of its rule") {
  const session::Session denied =
      lesson_after(harbour_lesson, {"predict display-report deny AC-3", "run all"});
  const RequestView report = seen(denied, "display-report");
  CHECK(report.outcome.state == OutcomeState::denied);
  CHECK(report.outcome.word == "Denied");
  CHECK(word(report.outcome.state) == "deny");
  CHECK(report.reason.find("Ana Ortega") == 0);
  CHECK(report.reason.ends_with(" (AC-3)."));
  CHECK(report.run == 0);

  const session::Session permitted =
      lesson_after(harbour_lesson, {"assign user ortega investigation bi 2015-03-02 favorable",
                                    "assign agreement moa-fbi term 2016-01-01 open", "run search-vale"});
  const RequestView search = seen(permitted, "search-vale");
  CHECK(search.outcome.state == OutcomeState::partial);
  CHECK(search.outcome.word == "Permitted, 2 withheld");
  CHECK(search.reason.find("(") == std::string::npos);
}

TEST_CASE("every verdict of a check has its word") {
  CHECK(verdict_word(policy::Verdict::pass) == "Passes");
  CHECK(verdict_word(policy::Verdict::fail) == "Fails");
  CHECK(verdict_word(policy::Verdict::not_applicable) == "Not applicable");
}

TEST_CASE("what is assigned after a run leaves its outcome, and makes it outdated") {
  session::Session session = lesson_after(harbour_lesson, {"run search-vale"});
  CHECK(seen(session, "search-vale").freshness == Freshness::current);
  REQUIRE_FALSE(session.apply("assign record harbour-report level 1"));
  const RequestView view = seen(session, "search-vale");
  CHECK(view.freshness == Freshness::outdated);
  CHECK(view.outcome.word == "Denied");
}

TEST_CASE("a request without a moment of its own is asked at the lesson’s clock") {
  session::Session session = lesson_after(harbour_lesson);
  const ClockView clock = view_requests(session).clock;
  CHECK(policy::to_text(clock.now) == "2016-08-12T09:00");
  CHECK(clock.words == policy::in_words(clock.now));
  CHECK_FALSE(clock.locked);
  CHECK(policy::to_text(clock.day_later.to) == "2016-08-13T09:00");
  CHECK(policy::to_text(clock.year_later.to) == "2017-08-12T09:00");
  REQUIRE_FALSE(session.apply(clock.day_later));
  CHECK(seen(session, "display-report").where.ends_with(policy::in_words(clock.day_later.to)));
  const session::Session stated = lesson_after(four_levels);
  CHECK(view_request(stated, 0).where.ends_with(policy::in_words(*policy::parse_moment("2016-08-12T09:05"))));
}

TEST_CASE("Run all says how many requests it waits for, and else how many were run") {
  session::Session one = lesson_after(harbour_lesson);
  CHECK(view_requests(one).waits_for == "Predict 1 request before you run it.");
  CHECK(view_requests(one).note == view_requests(one).waits_for);
  REQUIRE_FALSE(one.apply("predict display-report permit"));
  CHECK(view_requests(one).waits_for.empty());
  CHECK(view_requests(one).note == "0 of 2 run");
  REQUIRE_FALSE(one.apply("run display-report"));
  CHECK(view_requests(one).summary == "1 of 2 run");
  CHECK(view_requests(lesson_after(four_levels)).waits_for == "Predict 5 requests before you run them.");
}

TEST_CASE(
    "a request waits for its prediction, and one’s own for that of the request that it would give away") {
  const session::Session session = lesson_after(
      harbour_lesson, {"ask own-1 user=ortega function=subject_query operation=display record=harbour-report "
                       "purpose=smuggling place=Desk"});
  const RequestView asked = seen(session, "display-report");
  CHECK(asked.waits_for == "Predict how it will end before you run it.");
  CHECK(asked.note.empty());
  const RequestView own = seen(session, "own-1");
  CHECK(own.own);
  CHECK(own.waits_for ==
        "This would show how another request ends. Predict that one before you run this one.");
  CHECK(own.note == own.waits_for);
  CHECK(own.predicting == Predicting::offered);
}

TEST_CASE("every request offers the same reasons: each check once, by gate, in words before its code") {
  const std::vector<ReasonGroup>& groups = prediction_reasons();
  REQUIRE(groups.size() == 4);
  std::size_t count = 0;
  for (const ReasonGroup& group : groups) {
    CHECK_FALSE(group.gate.empty());
    for (const PredictionReason& each : group.reasons) {
      CHECK(policy::gate_title(policy::check(each.check).gate) == group.gate);
      CHECK(each.words.ends_with(" (" + std::string(policy::check(each.check).code) + ")."));
      ++count;
    }
  }
  CHECK(count == policy::check_count);
  CHECK(reason_words(policy::CheckId::AC_1) == "The account is active, not suspended (AC-1).");
}

TEST_CASE("whether a prediction is asked for, offered, made or over decides how it can be made") {
  session::Session session = lesson_after(harbour_lesson);
  const auto predicting = [&](std::string_view id) { return seen(session, id).predicting; };
  CHECK(predicting("display-report") == Predicting::asked);
  CHECK(seen(session, "display-report").takes_reason);
  CHECK(seen(session, "display-report").prompt == "Predict how it will end. Then run it.");
  CHECK(predicting("search-vale") == Predicting::offered);
  CHECK(seen(session, "search-vale").prompt == "How will it end? Predict before you run it.");
  CHECK_FALSE(seen(session, "search-vale").takes_reason);
  REQUIRE_FALSE(session.apply("predict display-report deny"));
  CHECK(predicting("display-report") == Predicting::asked);  // its reason is asked too
  REQUIRE_FALSE(session.apply("predict display-report deny AC-3"));
  CHECK(predicting("display-report") == Predicting::made);
  REQUIRE_FALSE(session.apply("run all"));
  CHECK(predicting("display-report") == Predicting::closed);
  CHECK(predicting("search-vale") == Predicting::closed);
}

TEST_CASE("what was predicted is told in words, with how sure the student was") {
  session::Session session = lesson_after(harbour_lesson, {"predict search-vale permit"});
  CHECK(predicted(session, "search-vale").predicted == "You predicted: permitted.");
  REQUIRE_FALSE(session.apply("predict search-vale permit guess"));
  CHECK(predicted(session, "search-vale").predicted == "You predicted: permitted (a guess).");
  CHECK(predicted(session, "search-vale").turned_out == "Run it to see how it ends.");
  CHECK(predicted(session, "search-vale").was.empty());
  REQUIRE_FALSE(session.apply("predict display-report deny AC-1 sure"));
  CHECK(predicted(session, "display-report").predicted ==
        "You predicted: denied (sure), by the check “The account is active, not suspended” (AC-1).");
}

TEST_CASE("a prediction that was judged says how it turned out, and of a wrong one what it was") {
  const session::Session other = lesson_after(
      harbour_lesson, {"predict display-report deny AC-1", "predict search-vale permit", "run all"});
  const PredictionView reason = predicted(other, "display-report");
  CHECK(reason.result == PredictionResult::wrong_reason);
  CHECK(reason.turned_out == "Right outcome, different reason");
  CHECK(reason.was.find("It was denied by the check “The reinvestigation") == 0);
  CHECK(reason.was.ends_with(" (AC-3)."));
  CHECK(predicted(other, "search-vale").turned_out == "It ended differently");

  session::Session right =
      lesson_after(harbour_lesson, {"predict display-report deny AC-3", "run display-report"});
  CHECK(predicted(right, "display-report").turned_out == "Right");
  CHECK(predicted(right, "display-report").was.empty());
  REQUIRE_FALSE(right.apply("run display-report"));
  const PredictionView again = predicted(right, "display-report");
  CHECK(again.turned_out == "Right when you first ran it");
  CHECK(again.run == 0);
  CHECK(seen(right, "display-report").run == 1);
}

TEST_CASE("before they are predicted and run, requests look the same however they would end") {
  const session::Session before = lesson_after(four_levels);
  const session::Session changed = lesson_after(
      four_levels, {"assign record container-notice level 1", "assign record jury-transcript level 4"});
  CHECK(as_json(before) == as_json(changed));
  const session::Session played = lesson_after(four_levels, {"predict ice-notice permit", "run ice-notice"});
  CHECK_FALSE(as_json(before) == as_json(played));
}

TEST_CASE("a request that vets takes a list of people, and no other does") {
  const session::Session session = lesson_after(office_day);
  CHECK(seen(session, "vet").vets);
  CHECK_FALSE(seen(session, "look").vets);
}

TEST_CASE(
    "while only the trail is given nothing can be run, asked or predicted, and the clock stands still") {
  const session::Session session = lesson_after(trail_alone);
  const RequestsView view = view_requests(session);
  CHECK(view.clock.locked);
  CHECK_FALSE(view.waits_for.empty());
  CHECK_FALSE(view.ask_waits_for.empty());
  REQUIRE(view.count > 0);
  for (std::uint32_t i = 0; i < view.count; ++i) {
    const RequestView each = view_request(session, i);
    CHECK_FALSE(each.waits_for.empty());
    CHECK(each.note.empty());
    CHECK(each.predicting == Predicting::closed);
    if (const auto primary = session.latest_run(i)->decision.primary()) {
      // The rule, and nothing of the case.
      const std::string_view rule = policy::check(*primary).sentence;
      CHECK(each.reason.find(rule.substr(0, rule.size() - 1)) == 0);
    }
  }
}

TEST_CASE("the text page is handed the same words, with the commands that the controls give") {
  const session::Session session = lesson_after(
      harbour_lesson,
      {"predict display-report deny AC-4 likely", "run all", "assign record harbour-report level 1"});
  const json model = as_json(session);
  const json screen = model["requests_screen"];
  CHECK(screen["note"] == "2 of 2 run");
  CHECK(screen["waits_for"].is_null());
  CHECK(screen["clock"]["day_later"]["command"] == "advance 2016-08-13T09:00");
  CHECK(model["predicting"]["gates"].size() == 4);
  CHECK(model["predicting"]["certainties"][1] == json({{"word", "likely"}, {"title", "Likely"}}));
  const json request = model["requests"][0];
  const RequestView view = seen(session, "display-report");
  CHECK(request["heading"] == view.number);
  CHECK(request["words"] == view.detail);
  CHECK(request["where"] == view.where);
  CHECK(request["freshness"] == "outdated");
  CHECK(request["outcome"] == json({{"state", "deny"}, {"word", "Denied"}}));
  CHECK(request["result"] == json({{"run", 0}, {"permitted", false}, {"words", view.reason}}));
  CHECK(request["waits_for"].is_null());
  CHECK(request["predicting"] == "closed");
  const json prediction = request["prediction"];
  CHECK(prediction["reason"] == "AC-4");
  CHECK(prediction["certainty"] == "likely");
  CHECK(prediction["result"] == "wrong-reason");
  CHECK(prediction["predicted"] == view.prediction->predicted);
  CHECK(prediction["was"] == view.prediction->was);
  CHECK(model["requests"][1]["prediction"].is_null());
}
