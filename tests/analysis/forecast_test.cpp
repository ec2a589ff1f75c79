// The forecast, held against what a session says that is moved to the day and run.
#include "sim/analysis/forecast.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/analysis/opened.h"

using namespace ntk;
using namespace ntk::analysis;

namespace {

/// What a lesson wants predicted before it is run; which decides nothing.
void predict_all(session::Session& session) {
  for (const auto& each : session.requests())
    session.apply(session::PredictCommand{each.id, true, std::nullopt});
}

Forecast filled(const session::Session& session) {
  Forecast forecast(assigned_setting(session));
  while (!forecast.done()) forecast.advance(1);
  return forecast;
}

/// The same requests, all at the clock, in a session of its own that is moved to the day.
std::vector<Outcome> by_a_session(const session::Session& lesson, policy::Date day) {
  std::vector<Outcome> outcomes;
  scenario::Scenario scenario = lesson.scenario();
  scenario.predictions.clear();
  scenario.goals.clear();
  scenario.clock.day = day;
  for (scenario::ScriptedRequest& each : scenario.requests) {
    if (each.at_clock) each.request.moment = lesson.clock();
    if (each.request.moment.day < day) each.request.moment.day = day;
    each.at_clock = false;
  }
  session::Session moved(std::move(scenario));
  REQUIRE_FALSE(moved.apply("run all"));
  for (std::uint32_t i = 0; i < moved.requests().size(); ++i) {
    const policy::Decision& decision = moved.latest_run(i)->decision;
    const auto withheld = std::count_if(decision.hits.begin(), decision.hits.end(),
                                        [](const policy::Hit& hit) { return hit.withheld(); });
    outcomes.push_back({decision.permitted(), static_cast<std::size_t>(withheld), decision.primary()});
  }
  return outcomes;
}

std::string in_lines(const Forecast& forecast) {
  std::string lines;
  for (const OutcomeFlip& each : forecast.flips()) {
    lines += policy::to_text(each.day) + ' ' + forecast.setting().requests[each.request].id + ": " +
             in_words(each.from) + " -> " + in_words(each.to) + '\n';
  }
  return lines;
}

session::Session lesson(const std::string& name) {
  return opened("scenarios/02-" + name + "/scenario.json");
}

}  // namespace

TEST_CASE("a forecast says of every lesson and day what a session says that is run on that day") {
  std::size_t compared = 0, flips = 0;
  for (const std::filesystem::path& file : some_of(shipped_with_assignments())) {
    const session::Session played = opened(file);
    const Forecast forecast = filled(played);
    flips += forecast.flips().size();
    for (std::size_t i = 0; i < forecast.days().size(); ++i) {
      const std::span<const Outcome> told = forecast.outcomes(i);
      const bool same =
          std::vector<Outcome>(told.begin(), told.end()) == by_a_session(played, forecast.days()[i]);
      CHECK_MESSAGE(same, played.scenario().id << ' ' << policy::to_text(forecast.days()[i]));
      compared += told.size();
    }
  }
  CHECK(compared > (tries_everything ? 500 : 150));
  CHECK(flips > (tries_everything ? 10 : 3));
}

policy::Date later(policy::Date day, int days) {
  while (days-- > 0) day = policy::next_day(day);
  return day;
}

/// Goes over 400 days; returns how many the forecast does not name, on each of which it was as on the last
/// named.
std::size_t days_as_the_last_named(const std::string& whose, const Setting& setting) {
  constexpr std::size_t days_ahead = 400;
  std::size_t compared = 0;
  const std::vector<policy::Date> named = days_of_change(setting);
  std::vector<Outcome> told = outcomes_on(setting, named.front());
  policy::Date day = named.front();
  for (std::size_t i = 0; i < days_ahead; ++i, day = policy::next_day(day)) {
    const bool is_named = std::binary_search(named.begin(), named.end(), day);
    if (!is_named && !is_tried(i, 20)) continue;
    std::vector<Outcome> outcomes = outcomes_on(setting, day);
    if (is_named) {
      told = std::move(outcomes);
    } else {
      CHECK_MESSAGE(outcomes == told, whose << ' ' << policy::to_text(day));
      ++compared;
    }
  }
  return compared;
}

TEST_CASE("on a day that a forecast does not name every request ends as on the last that it names") {
  std::size_t compared = 0;
  for (const std::filesystem::path& file : shipped_with_assignments()) {
    const session::Session start = opened(file);
    for (const session::Session& played : {start, taken(start, key_of(start))})
      compared += days_as_the_last_named(played.scenario().id, assigned_setting(played));
  }
  CHECK(compared > (tries_everything ? 5000 : 500));
}

TEST_CASE("a forecast names the days of what the script itself grants or enters") {
  const session::Session start = opened("scenarios/07-the-profile-desk/scenario.json");
  Setting setting = assigned_setting(taken(start, key_of(start)));
  policy::World desk = *setting.world;
  for (policy::User& each : desk.users) each.certified = setting.moment.day;
  setting.world = std::make_shared<const policy::World>(std::move(desk));
  // The loan of a function, with a term that no other day of the lesson falls on.
  std::uint32_t prints = 0;
  for (std::uint32_t i = 0; i < setting.requests.size(); ++i) {
    scenario::ScriptedRequest& each = setting.requests[i];
    if (each.request.change.term) each.request.change.term->last = later(*each.request.change.term->last, 3);
    if (each.id == "tran-prints") prints = i;
  }
  CHECK(days_as_the_last_named("the loan", setting) > 0);
  const policy::Date last = later(*policy::parse_date("2016-08-14"), 3);
  CHECK(in_words(outcomes_on(setting, last)[prints]) == "permit");
  CHECK_FALSE(outcomes_on(setting, policy::next_day(last))[prints].permitted);

  // A record that is entered, to be kept until a day of its own.
  Setting lookout = assigned_setting(opened("scenarios/06-the-life-of-a-lookout/scenario.json"));
  policy::World world = *lookout.world;
  for (policy::Record& each : world.records) {
    if (each.absent) each.retention.keep_until = later(lookout.moment.day, 57);
  }
  lookout.world = std::make_shared<const policy::World>(std::move(world));
  CHECK(days_as_the_last_named("the lookout", lookout) > 0);
}

TEST_CASE("what a request ends in today is what its run says, also where it states a day to come") {
  for (const std::filesystem::path& file : shipped_with_assignments()) {
    session::Session played = opened(file);
    const std::vector<Outcome> told = outcomes_on(assigned_setting(played), played.clock().day);
    predict_all(played);
    REQUIRE_FALSE(played.apply("run all"));
    for (std::uint32_t i = 0; i < told.size(); ++i) {
      const policy::Decision& decision = played.latest_run(i)->decision;
      CHECK_MESSAGE(told[i].permitted == decision.permitted(), played.requests()[i].id);
      CHECK_MESSAGE(told[i].primary == decision.primary(), played.requests()[i].id);
    }
  }
}

TEST_CASE(
    "a forecast names the day of a referral to secondary, and the next for who asks earlier in the day") {
  session::Session played = opened("scenarios/10-before-arrival/scenario.json");
  Setting setting = assigned_setting(played);
  policy::World world = *setting.world;
  const policy::Date tomorrow = policy::next_day(setting.moment.day);
  world.records[0].referred = policy::Moment{tomorrow, 600};
  setting.world = std::make_shared<const policy::World>(world);
  const std::vector<policy::Date> days = days_of_change(setting);
  CHECK(std::binary_search(days.begin(), days.end(), tomorrow));
  CHECK(std::binary_search(days.begin(), days.end(), policy::next_day(tomorrow)));
}

TEST_CASE("a forecast is of the world as it is assigned, and of no day that was run") {
  session::Session played = lesson("investigations");
  const std::string before = in_lines(filled(played));
  CHECK_FALSE(before.empty());
  predict_all(played);
  REQUIRE_FALSE(played.apply("run all"));
  CHECK(in_lines(filled(played)) == before);
}

TEST_CASE("a forecast moves no clock and leaves the session as it was") {
  const session::Session played = lesson("investigations");
  const policy::Moment clock = played.clock();
  const std::uint64_t revision = played.revision();
  CHECK(filled(played).done());
  CHECK(played.clock() == clock);
  CHECK(played.revision() == revision);
  CHECK(played.runs().empty());
}

TEST_CASE("computed in steps, a forecast is the same, and days that are not computed flip nothing") {
  const session::Session played = lesson("investigations");
  Forecast slow(assigned_setting(played));
  CHECK(slow.flips().empty());
  slow.advance(1);
  CHECK(slow.computed() == 1);
  CHECK(slow.flips().empty());
  while (!slow.done()) slow.advance(1);
  Forecast fast(assigned_setting(played));
  fast.advance(1000000);
  CHECK(fast.done());
  CHECK(fast.flips() == slow.flips());
}

TEST_CASE("an outcome flips where it is permitted, in part or denied otherwise than the day before") {
  using policy::CheckId;
  const policy::Date day = *policy::parse_date("2016-09-01");
  const std::vector<Outcome> before = {{true, 0, {}}, {true, 0, {}}, {false, 0, CheckId::AC_3}};
  const std::vector<Outcome> after = {{true, 2, {}}, {true, 0, {}}, {false, 0, CheckId::AC_4}};
  const std::vector<OutcomeFlip> flips = flips_between(before, after, day);
  REQUIRE(flips.size() == 1);
  CHECK(flips[0].request == 0);
  CHECK(in_words(flips[0].to) == "permit, 2 withheld");
  CHECK(in_words(after[2]) == "deny by AC-4");
}

TEST_CASE(
    "the first day of a forecast is that of the clock, and the others are those on which anything changes") {
  session::Session played = lesson("investigations");
  const std::vector<policy::Date> days = days_of_change(assigned_setting(played));
  REQUIRE(days.size() > 1);
  CHECK(days[0] == played.clock().day);
  CHECK(std::is_sorted(days.begin(), days.end()));
  REQUIRE_FALSE(played.apply(session::AdvanceCommand{{days[1], 480}}));
  CHECK(days_of_change(assigned_setting(played)).front() == days[1]);
}

TEST_CASE("a forecast says which requests it asks on another day than they state") {
  session::Session session = opened("scenarios/07-the-profile-desk/scenario.json");
  const Setting setting = assigned_setting(session);
  const policy::Date sunday = *policy::parse_date("2016-08-14"), today = setting.moment.day;
  CHECK(moved_to(setting, today).empty());
  CHECK(moved_in_words(setting, today).empty());
  const auto moved = moved_to(setting, sunday);
  CHECK(moved.size() + 1 == setting.requests.size());  // all but Monday's
  const std::string words = moved_in_words(setting, sunday);
  CHECK(words.find("activate-tran (from 12 August 2016)") != std::string::npos);
  CHECK(words.find(std::to_string(moved.size() - 5) + " more") != std::string::npos);
}
