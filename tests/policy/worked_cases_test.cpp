// The worked cases that fix the edges of the rules, under their sentences.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

/// FBI's user asks for a DEA record at level 3 that DEA designated to the agency FBI (case 2).
struct DesignatedToFbi : WorkedWorld {
  Ref<User> agent = add_user(fbi);
  Ref<Record> report = add_record(dea, Category::subject, Level::level_3);

  DesignatedToFbi() { record(report).designation = {{{fbi}, {}, {}}}; }
  std::string answer() const { return failing(decide(display(agent, report))); }
};

TEST_CASE("case 1: an FBI user with an ANACI displays CBP's level 1 subject record") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  of.user(agent).investigation = anaci("2014-05-06");
  const auto record = of.add_record(of.cbp, Category::subject, Level::level_1);
  const Decision decision = of.decide(of.display(agent, record));
  CHECK(failing(decision) == "none");
  CHECK(decision.verdicts[CheckId::DA_3] == Verdict::pass);
  CHECK(decision.verdicts[CheckId::DA_8] == Verdict::not_applicable);
}

TEST_CASE("case 2: a level 3 record designated to an agency is withheld from it without the owner's memo") {
  CHECK(DesignatedToFbi().answer() == "DA-7");
}

TEST_CASE("case 3: with the owner's memo for the category, the level and reading, it is shown") {
  DesignatedToFbi of;
  of.add_memo(of.dea, of.fbi);
  CHECK(of.answer() == "none");
}

TEST_CASE("case 4: an ANACI holder is denied where the memo does not extend to ANACI holders") {
  DesignatedToFbi of;
  OwnerMemo& memo = of.add_memo(of.dea, of.fbi);
  of.user(of.agent).investigation = anaci("2014-05-06");
  CHECK(of.answer() == "DA-8");
  memo.anaci = true;
  CHECK(of.answer() == "none");
}

TEST_CASE("case 5: a memo for level 3 does not reach a level 4 record that names the user") {
  DesignatedToFbi of;
  OwnerMemo& memo = of.add_memo(of.dea, of.fbi);
  of.record(of.report).level = Level::level_4;
  of.record(of.report).designation = {{{}, {}, {of.agent}}};
  CHECK(of.answer() == "DA-7");
  memo.levels.insert(Level::level_4);
  CHECK(of.answer() == "none");
}

TEST_CASE("case 6: the owner's own analyst needs designation too") {
  DesignatedToFbi of;
  const auto analyst = of.add_user(of.dea);
  CHECK(failing(of.decide(of.display(analyst, of.report))) == "DA-5");
}

TEST_CASE("case 7: the creator, still with the owner, is shown the record") {
  DesignatedToFbi of;
  const auto analyst = of.add_user(of.dea);
  of.record(of.report).creator = analyst;
  CHECK(failing(of.decide(of.display(analyst, of.report))) == "none");
}

TEST_CASE("case 8: the creator who moved to another agency needs its memo") {
  DesignatedToFbi of;
  of.record(of.report).designation = {};
  of.record(of.report).creator = of.agent;
  CHECK(of.answer() == "DA-7");
}

TEST_CASE("cases 9 and 10: a BI is overdue from its fifth anniversary on") {
  DesignatedToFbi of;
  of.add_memo(of.dea, of.fbi);
  of.user(of.agent).investigation = bi("2011-08-12");
  CHECK(of.answer() == "AC-3");
  of.user(of.agent).investigation = bi("2011-08-13");
  CHECK(of.answer() == "none");
}

TEST_CASE("case 11: the course lapses on its first anniversary") {
  DesignatedToFbi of;
  of.add_memo(of.dea, of.fbi);
  of.user(of.agent).training_passed = day("2015-08-12");
  CHECK(of.answer() == "AC-4");
  of.user(of.agent).training_passed = day("2015-08-13");
  CHECK(of.answer() == "none");
}

TEST_CASE("case 12: an agreement is in force on its last day and not on the day after") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto record = of.add_record(of.cbp, Category::subject);
  of.agreement_of(of.fbi).term = term("2016-01-01", "2016-08-12");
  Request request = of.display(agent, record);
  CHECK(failing(of.decide(request)) == "none");
  request.moment.day = day("2016-08-13");
  CHECK(failing(of.decide(request)) == "AG-1");
}

TEST_CASE("case 13: a search shows the hits that pass and withholds the others, with reasons for the trail") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto open = of.add_record(of.cbp, Category::subject, Level::level_1);
  const auto closed = of.add_record(of.dea, Category::subject, Level::level_3);
  const auto other = of.add_record(of.cbp, Category::subject, Level::level_1);
  of.record(open).fields = {{"last_name", "Vale"}};
  of.record(closed).fields = {{"last_name", "VALE"}};
  of.record(other).fields = {{"last_name", "Valez"}};
  const Decision decision = of.decide(of.search(agent, {{}, {{"last_name", "vale"}}}));
  CHECK(decision.permitted());
  REQUIRE(decision.hits.size() == 2);
  CHECK(decision.hits[0].record == open);
  CHECK_FALSE(decision.hits[0].withheld());
  CHECK(decision.hits[1].record == closed);
  CHECK(failing(decision.hits[1].verdicts) == "DA-5 DA-7");
}

TEST_CASE("case 14: an agreement that lists the data but not the function does not open it") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto history = of.add_record(of.cbp, Category::primary_query_history);
  Request request = of.display(agent, history);
  request.function = Function::primary_query_history;
  CHECK(failing(of.decide(request)) == "FN-2");
}

TEST_CASE("case 15: a lapsed NCIC certification stops queries of external systems, and nothing else") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).functions.insert(Function::external_query);
  of.user(officer).ncic_certified = day("2014-08-12");
  Request query = of.search(officer, {{Category::ncic}, {}});
  query.function = Function::external_query;
  CHECK(failing(of.decide(query)) == "FN-4");
  CHECK(failing(of.decide(of.search(officer, {{Category::subject}, {}}))) == "none");
  of.user(officer).ncic_certified = day("2014-08-13");
  CHECK(failing(of.decide(query)) == "none");
}

TEST_CASE("case 17: an enhanced document is closed to a component's inspector, on duty or not") {
  WorkedWorld of;
  const auto inspector = of.add_user(of.ice);
  const auto officer = of.add_user(of.cbp);
  const auto card = of.add_record(of.cbp, Category::enhanced_document);
  for (const auto each : {inspector, officer}) of.user(each).functions.insert(Function::inspection);
  CHECK(failing(of.decide(of.inspect(inspector, card))) == "DA-1");
  CHECK(failing(of.decide(of.inspect(officer, card))) == "none");
}

TEST_CASE("case 18: a system control officer does not give a function that is held but not assignable") {
  WorkedWorld of;
  const auto officer = of.add_officer(of.cbp);
  const auto profile = of.add_profile(of.add_user(of.cbp), officer);
  Request request = of.administer(officer, Operation::assign, profile);
  request.change.functions = {Function::printing};
  of.user(officer).functions = {Function::user_profile, Function::printing};
  CHECK(failing(of.decide(request)) == "AD-3");
  of.user(officer).may_assign = {Function::printing};
  CHECK(failing(of.decide(request)) == "none");
}

TEST_CASE(
    "case 19: level 1 is passed on freely among the platform's agencies, level 3 not without approval") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto open = of.add_record(of.dea, Category::subject, Level::level_1);
  const auto closed = of.add_record(of.dea, Category::subject, Level::level_3);
  CHECK(failing(of.decide(of.pass_on(agent, open, of.ice))) == "none");
  CHECK(failing(of.decide(of.pass_on(agent, closed, of.ice))) == "DI-3");
}

TEST_CASE("case 20: Unified Secondary information is shown to an inspector of CBP from the referral on") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).functions.insert(Function::inspection);
  const auto sent_ahead = of.add_record(of.airline, Category::advance_information);
  of.record(sent_ahead).referred = Moment{of.today, 9 * 60 + 30};
  Request request = of.inspect(officer, sent_ahead);
  CHECK(failing(of.decide(request)) == "US-2");
  request.moment.minute = 9 * 60 + 30;
  CHECK(failing(of.decide(request)) == "none");
}

}  // namespace
}  // namespace ntk::policy
