// Why as both pages show it: how a run ended, its path, both sides, and every check; and what is kept back while what is
// wrong is still to be found out.
#include "web/view/why_view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/policy/explain.h"
#include "sim/scenario/reader.h"
#include "tests/session/example_lesson.h"
#include "tests/source_files.h"
#include "tests/web/page.h"
#include "web/view/inquiry_view.h"

using nlohmann::json;
using namespace ntk;
using namespace ntk::web;

namespace {

using policy::Verdict;

/// The latest run of a request of the example lesson, once these commands were applied.
WhyView why_of(const session::Session& session, std::string_view request) {
  const session::Run* run = session.latest_run(session.find_request(request).value());
  REQUIRE(run != nullptr);
  return view_why(session, static_cast<std::size_t>(run - session.runs().data()));
}

session::Session opened(const std::string& file) {
  auto read = scenario::read_scenario(source_text(file), file);
  REQUIRE(read.scenario);
  return session::Session(*std::move(read.scenario));
}

/// Every request of the script, whatever was to be predicted of it.
void predict_and_run_all(session::Session& lesson) {
  for (const auto& each : lesson.scenario().predictions)
    lesson.apply(session::Command(session::PredictCommand{lesson.requests()[each.request].id, true, {}}));
  REQUIRE_FALSE(lesson.apply("run all"));
}

std::vector<WhyCheck> all_checks(const WhyView& view) {
  std::vector<WhyCheck> all;
  for (const WhyGate& gate : view.gates) all.insert(all.end(), gate.checks.begin(), gate.checks.end());
  for (const WhyHit& hit : view.hits) all.insert(all.end(), hit.checks.begin(), hit.checks.end());
  return all;
}

/// What the sealed file of another agency gives: denied by its level, and by the memo that is missing.
session::Session denied() {
  return session::session_after({"predict foreign-file deny DA-7", "run foreign-file"});
}

}  // namespace

TEST_CASE("a denial says its primary reason with the code, and every other check that fails") {
  const WhyView view = why_of(denied(), "foreign-file");
  CHECK(view.heading == "Why: request 2");
  CHECK(view.title == "Ortega opens the DEA’s file");
  CHECK(view.where == "Field Office, 12 August 2016, 09:00");
  CHECK(view.outcome.state == OutcomeState::denied);
  CHECK(view.outcome.word == "Denied");
  CHECK(view.reason.ends_with(" (DA-5)."));
  CHECK(view.failing == "All checks that fail: DA-5, DA-7. The first is the primary reason.");
  CHECK(view.outdated.empty());
}

TEST_CASE("of a denied request both sides are told, and no data") {
  const WhyView view = why_of(denied(), "foreign-file");
  CHECK(view.seen.heading == "What Ana Ortega sees");
  CHECK(view.seen.summary == "Access denied; no data is shown.");
  CHECK(view.seen.records.empty());
  CHECK(view.recorded.heading == "What the trail records");
  CHECK(view.recorded.event == "Event 1, 12 August 2016, 09:00: Denied");
  CHECK(view.recorded.summary == "Nothing returned. Failed checks: DA-5, DA-7.");
  CHECK(view.recorded.records.empty());
}

TEST_CASE("what was predicted stands beside how it ended") {
  const std::string prediction = why_of(denied(), "foreign-file").prediction;
  CHECK(prediction.starts_with("You predicted: denied, "));
  CHECK(prediction.find("(DA-7). Right outcome, different reason. It was denied") != std::string::npos);
  CHECK(prediction.ends_with(" (DA-5)."));
  CHECK(why_of(session::session_after({"run own-file"}), "own-file").prediction.empty());
}

TEST_CASE(
    "of a permitted request the user sees the record with its fields, and the trail that it was returned") {
  const WhyView view = why_of(session::session_after({"run own-file"}), "own-file");
  CHECK(view.outcome.word == "Permitted");
  CHECK(view.failing.empty());
  REQUIRE(view.seen.records.size() == 1);
  CHECK(view.seen.records[0].title == "Harbour report");
  CHECK(view.seen.records[0].words == "Subject records");
  REQUIRE(view.seen.records[0].fields.size() == 1);
  CHECK(view.seen.records[0].fields[0].label == "Last name");
  CHECK(view.seen.records[0].fields[0].value == "Vale");
  REQUIRE(view.recorded.records.size() == 1);
  CHECK(view.recorded.records[0].words == "returned");
}

TEST_CASE("what shows no data is a confirmation") {
  session::Session lesson = opened("scenarios/04-a-day-at-work/scenario.json");
  predict_and_run_all(lesson);
  std::size_t confirmations = 0;
  for (std::size_t at = 0; at < lesson.runs().size(); ++at) {
    const session::Run& run = lesson.runs()[at];
    if (!run.decision.permitted() || !policy::has_no_target(run.asked.operation)) continue;
    ++confirmations;
    CHECK(view_why(lesson, at).seen.summary == "A confirmation only.");
  }
  CHECK(confirmations > 0);
}

TEST_CASE(
    "a search shows what the user may see, records what was withheld, and tells the user of none of it") {
  const WhyView view = why_of(session::session_after({"run look-up"}), "look-up");
  CHECK(view.outcome.state == OutcomeState::partial);
  const auto withheld = static_cast<std::size_t>(
      std::count_if(view.hits.begin(), view.hits.end(), [](const WhyHit& each) { return each.withheld; }));
  REQUIRE(withheld > 0);
  REQUIRE(withheld < view.hits.size());
  CHECK(view.outcome.word == "Permitted, " + std::to_string(withheld) + " withheld");
  CHECK(view.seen.records.size() == view.hits.size() - withheld);
  CHECK(view.seen.note == "Nothing shows that other records matched.");
  CHECK(view.recorded.summary == std::to_string(view.hits.size() - withheld) + " returned, " +
                                     std::to_string(withheld) + " withheld.");
  CHECK(view.recorded.records.size() == view.hits.size());
  for (const WhyHit& hit : view.hits) {
    CAPTURE(hit.heading);
    const bool seen = std::any_of(view.seen.records.begin(), view.seen.records.end(),
                                  [&](const WhyRecord& each) { return each.title == hit.title; });
    CHECK(seen == !hit.withheld);
    CHECK(hit.heading.starts_with(hit.title + (hit.withheld ? ": withheld, DA-" : ": shown")));
    const auto fails = std::count_if(hit.checks.begin(), hit.checks.end(),
                                     [](const WhyCheck& each) { return each.verdict == Verdict::fail; });
    CHECK((fails > 0) == hit.withheld);
  }
}

TEST_CASE("a search that finds nothing, or is denied, says why no record was checked") {
  scenario::Scenario lesson = session::example_lesson();
  std::get<policy::Search>(lesson.requests[2].request.target).terms[0].value = "nobody";
  session::Session found_none(lesson);
  session::apply_all(found_none, {"run look-up"});
  const WhyView none = why_of(found_none, "look-up");
  CHECK(none.seen.summary == "No record found.");
  CHECK(none.seen.note.empty());
  CHECK(none.recorded.summary == "No record found.");
  CHECK(none.gates.back().note == "The search found no record, so no check on a record applies.");

  lesson.world.users[0].account = policy::AccountState::inactive;
  session::Session refused(lesson);
  session::apply_all(refused, {"run look-up"});
  CHECK(why_of(refused, "look-up").gates.back().note ==
        "A denied search is not run, so no record was checked.");
}

TEST_CASE("every check stands once, at its gate, with its verdict, rule and page; a gate counts its own") {
  const WhyView view = why_of(denied(), "foreign-file");
  REQUIRE(view.gates.size() == 4);
  CHECK(view.checks_heading == "Check by check");
  CHECK(view.gates[0].heading == "1. The account");
  CHECK(view.gates[0].tally == "7 passed");
  CHECK_FALSE(view.gates[0].fails);
  CHECK(view.gates[3].tally.starts_with("2 failed, "));
  CHECK(view.gates[3].fails);
  const std::vector<WhyCheck> checks = all_checks(view);
  REQUIRE(checks.size() == policy::check_count);
  for (std::size_t at = 0; at < checks.size(); ++at) {
    const policy::Check& check = policy::check(static_cast<policy::CheckId>(at));
    CAPTURE(check.code);
    CHECK(checks[at].code == check.code);
    CHECK(checks[at].verdict_words == verdict_word(checks[at].verdict));
    CHECK(checks[at].rule == check.sentence);
    CHECK(checks[at].source == "Source " + std::string(check.source));
    CHECK_FALSE(checks[at].words.empty());
    CHECK(checks[at].reading.empty() == check.reading.empty());
    CHECK((checks[at].reading.empty() || checks[at].reading.starts_with(checks[at].reading_title)));
  }
}

TEST_CASE("of a search, the checks on records are asked of each hit and not of the request") {
  const WhyView view = why_of(session::session_after({"run look-up"}), "look-up");
  std::size_t asked = 0;
  for (const WhyGate& gate : view.gates) {
    asked += gate.checks.size();
    for (const WhyCheck& each : gate.checks) CHECK(policy::check(each.id).scope == policy::Scope::request);
  }
  CHECK(asked == static_cast<std::size_t>(std::count_if(
                     policy::checks().begin(), policy::checks().end(),
                     [](const policy::Check& each) { return each.scope == policy::Scope::request; })));
  for (const WhyHit& hit : view.hits) {
    for (const WhyCheck& each : hit.checks) CHECK(policy::check(each.id).scope == policy::Scope::record);
  }
}

TEST_CASE("the path breaks first at the primary reason, in words") {
  const WhyView view = why_of(denied(), "foreign-file");
  REQUIRE(view.path.size() == 6);
  CHECK(view.path[0].words == "Holds");
  const auto first = std::find_if(view.path.begin(), view.path.end(),
                                  [](const PathStation& each) { return each.is_broken(); });
  REQUIRE(first != view.path.end());
  CHECK(first->primary);
  CHECK(first->title == "Level");
  CHECK(first->words == "Broken: DA-5");
  CHECK(first->codes == "DA-5");
  CHECK((first + 1)->title == "Owner’s memo");
  CHECK((first + 1)->words == "Broken: DA-7");
  CHECK_FALSE((first + 1)->primary);
}

TEST_CASE("a run from before a change is called outdated, and is told in its own world") {
  session::Session session = session::session_after({"run own-file"});
  const WhyView before = view_why(session, 0);
  session::apply_all(session, {"assign user ortega investigation none"});
  const WhyView after = view_why(session, 0);
  CHECK(before.outdated.empty());
  CHECK(after.outdated == outdated_words);
  CHECK(after.reason == before.reason);
  CHECK(all_checks(after)[1].words == all_checks(before)[1].words);
}

TEST_CASE("where there is no run to explain it is said what to do") {
  const session::Session fresh(session::example_lesson());
  const WhyView none = view_why(fresh, std::nullopt);
  CHECK(none.heading == "Why");
  REQUIRE(none.empty);
  CHECK(none.empty->what == "Nothing has been run yet.");
  const WhyView unselected = view_why(session::session_after({"run own-file"}), std::nullopt);
  REQUIRE(unselected.empty);
  CHECK(unselected.empty->what == "Nothing is selected.");
  CHECK_FALSE(unselected.empty->what_to_do.empty());
}

TEST_CASE("in a review of the trail an event is marked, and the mark is taken back") {
  CHECK_FALSE(why_of(denied(), "foreign-file").mark);
  session::Session review = opened("scenarios/09-the-reviewer/scenario.json");
  predict_and_run_all(review);
  const WhyView view = view_why(review, 0);
  REQUIRE(view.mark);
  CHECK(view.mark->label == "Not for its purpose");
  CHECK_FALSE(view.mark->marked);
  REQUIRE_FALSE(review.apply(session::Command(view.mark->toggle)));
  const WhyView marked = view_why(review, 0);
  CHECK(marked.mark->marked);
  REQUIRE_FALSE(review.apply(session::Command(marked.mark->toggle)));
  CHECK_FALSE(view_why(review, 0).mark->marked);
}

TEST_CASE(
    "while what is wrong is to be found out, only the rules that failed are shown, and nothing of the case") {
  const std::string file = "scenarios/12-what-the-trail-says/scenario.json";
  Desk desk;
  REQUIRE(desk.load("lesson.json", source_text(file)));
  Bridge bridge(desk);
  const session::Session& session = *desk.session();
  REQUIRE(session.conceals());
  REQUIRE_FALSE(session.runs().empty());
  std::size_t failing = 0;
  for (std::size_t at = 0; at < session.runs().size(); ++at) {
    CAPTURE(at);
    const WhyView view = view_why(session, at);
    CHECK(view.path.empty());
    CHECK_FALSE(view.can_ask);
    CHECK(view.checks_heading == "Which rules failed");
    CHECK_FALSE(view.concealed.empty());
    for (const WhyCheck& each : all_checks(view)) {
      ++failing;
      CHECK(each.verdict == Verdict::fail);
      CHECK(each.words == policy::check(each.id).sentence);
      CHECK(each.rule.empty());
    }
    for (const WhyGate& gate : view.gates) CHECK(gate.fails);
    for (const WhyHit& hit : view.hits) CHECK(hit.withheld);

    // Nor does the text page get any of it.
    desk.select_run(at);
    const json why = call(bridge, "model")["value"]["why"];
    const std::string all = why.dump();
    const session::Run& run = session.runs()[at];
    const auto* record = std::get_if<policy::Ref<policy::Record>>(&run.asked.target);
    for (const policy::Check& check : policy::checks()) {
      CAPTURE(check.code);
      const std::string about_the_case =
          policy::explain(*run.world, run.asked, check.id, run.decision.verdicts[check.id],
                          record != nullptr ? std::optional(*record) : std::nullopt);
      CHECK(all.find(json(about_the_case).dump().substr(1, about_the_case.size())) == std::string::npos);
    }
  }
  CHECK(failing > 0);
}

TEST_CASE("in every lesson that ships every run is explained in whole sentences") {
  for (const auto& file : shipped_scenarios()) {
    session::Session lesson = opened(file.string());
    if (!lesson.conceals()) predict_and_run_all(lesson);
    REQUIRE_FALSE(lesson.runs().empty());
    for (std::size_t at = 0; at < lesson.runs().size(); ++at) {
      CAPTURE(file.string());
      CAPTURE(at);
      const WhyView view = view_why(lesson, at);
      CHECK_FALSE(view.empty);
      CHECK(view.reason.ends_with("."));
      CHECK((view.reason.find("(") != std::string::npos || view.outcome.state != OutcomeState::denied));
      CHECK_FALSE(view.recorded.event.empty());
      CHECK((view.seen.records.empty() == !view.seen.summary.empty()));
      CHECK(view.path.empty() == lesson.conceals());
      for (const WhyCheck& each : all_checks(view)) CHECK_FALSE(each.words.empty());
    }
  }
}

// ---- The text page, and what would change it -----------------------------------------------------

namespace {

/// The first lesson in which all was run.
struct Page {
  Desk desk;
  Bridge bridge{desk};

  Page() {
    REQUIRE(desk.load("lesson.json", source_text("scenarios/01-levels/scenario.json")));
    for (const auto& each : desk.session()->scenario().predictions)
      desk.apply(
          session::Command(session::PredictCommand{desk.session()->requests()[each.request].id, true, {}}));
    REQUIRE(desk.apply("run all"));
  }

  json why() { return call(bridge, "model")["value"]["why"]; }
};

}  // namespace

TEST_CASE("the text page is handed the same strings: sides, path and checks of a denied request") {
  Page page;
  const auto at = page.desk.selected_run();
  REQUIRE(at);
  const WhyView view = view_why(*page.desk.session(), *at);
  REQUIRE(view.outcome.state == OutcomeState::denied);
  const json why = page.why();
  CHECK(why["heading"] == view.heading);
  CHECK(why["outcome"] == view.reason);
  CHECK(why["mark_word"] == "deny");
  CHECK(why["seen"]["summary"] == view.seen.summary);
  CHECK(why["recorded"]["summary"] == view.recorded.summary);
  CHECK(why["recorded"]["event"] == view.recorded.event);
  CHECK(why["prediction"] == view.prediction);
  REQUIRE(why["path"].size() == view.path.size());
  for (std::size_t i = 0; i < view.path.size(); ++i) CHECK(why["path"][i]["words"] == view.path[i].words);
  CHECK(why["gates"][3]["tally"] == view.gates[3].tally);
  CHECK(why["gates"][3]["checks"][4]["words"] == view.gates[3].checks[4].words);
  page.desk.select_run(std::nullopt);
  CHECK(page.why()["empty"]["what"] == "Nothing is selected.");
}

TEST_CASE("a withheld record can be asked about, and once it was, the answer is above") {
  Page page;
  const session::Session& session = *page.desk.session();
  for (const session::Run& run : session.runs()) {
    for (const policy::Hit& hit : run.decision.hits) {
      if (!hit.withheld()) continue;
      CHECK(ask_for_record(page.desk, run, hit.record).button == "What would show it?");
      CHECK(ask_for_record(page.desk, run, hit.record).instead.empty());
      REQUIRE(page.desk.inquire({run.request, hit.record}));
      CHECK(is_asked_about(page.desk, run));
      CHECK(ask_for_record(page.desk, run, hit.record).button.empty());
      CHECK(ask_for_record(page.desk, run, hit.record).instead == "The answer is above.");
      return;
    }
  }
  FAIL("no record is withheld");
}
