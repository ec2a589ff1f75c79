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
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  worked.user(agent).investigation = anaci("2014-05-06");
  const auto record = worked.add_record(worked.cbp, Category::subject, Level::level_1);
  const Decision decision = worked.decide(worked.display(agent, record));
  CHECK(failing(decision) == "none");
  CHECK(decision.verdicts[CheckId::DA_3] == Verdict::pass);
  CHECK(decision.verdicts[CheckId::DA_8] == Verdict::not_applicable);
}

TEST_CASE("case 2: a level 3 record designated to an agency is withheld from it without the owner's memo") {
  CHECK(DesignatedToFbi().answer() == "DA-7");
}

TEST_CASE("case 3: with the owner's memo for the category, the level and reading, it is shown") {
  DesignatedToFbi designated;
  designated.add_memo(designated.dea, designated.fbi);
  CHECK(designated.answer() == "none");
}

TEST_CASE("case 4: an ANACI holder is denied where the memo does not extend to ANACI holders") {
  DesignatedToFbi designated;
  OwnerMemo& memo = designated.add_memo(designated.dea, designated.fbi);
  designated.user(designated.agent).investigation = anaci("2014-05-06");
  CHECK(designated.answer() == "DA-8");
  memo.anaci = true;
  CHECK(designated.answer() == "none");
}

TEST_CASE("case 5: a memo for level 3 does not reach a level 4 record that names the user") {
  DesignatedToFbi designated;
  OwnerMemo& memo = designated.add_memo(designated.dea, designated.fbi);
  designated.record(designated.report).level = Level::level_4;
  designated.record(designated.report).designation = {{{}, {}, {designated.agent}}};
  CHECK(designated.answer() == "DA-7");
  memo.levels.insert(Level::level_4);
  CHECK(designated.answer() == "none");
}

TEST_CASE("case 6: the owner's own analyst needs designation too") {
  DesignatedToFbi designated;
  const auto analyst = designated.add_user(designated.dea);
  CHECK(failing(designated.decide(designated.display(analyst, designated.report))) == "DA-5");
}

TEST_CASE("case 7: the creator, still with the owner, is shown the record") {
  DesignatedToFbi designated;
  const auto analyst = designated.add_user(designated.dea);
  designated.record(designated.report).creator = analyst;
  CHECK(failing(designated.decide(designated.display(analyst, designated.report))) == "none");
}

TEST_CASE("case 8: the creator who moved to another agency needs its memo") {
  DesignatedToFbi designated;
  designated.record(designated.report).designation = {};
  designated.record(designated.report).creator = designated.agent;
  CHECK(designated.answer() == "DA-7");
}

TEST_CASE("cases 9 and 10: a BI is overdue from its fifth anniversary on") {
  DesignatedToFbi designated;
  designated.add_memo(designated.dea, designated.fbi);
  designated.user(designated.agent).investigation = bi("2011-08-12");
  CHECK(designated.answer() == "AC-3");
  designated.user(designated.agent).investigation = bi("2011-08-13");
  CHECK(designated.answer() == "none");
}

TEST_CASE("case 11: the course lapses on its first anniversary") {
  DesignatedToFbi designated;
  designated.add_memo(designated.dea, designated.fbi);
  designated.user(designated.agent).training_passed = day("2015-08-12");
  CHECK(designated.answer() == "AC-4");
  designated.user(designated.agent).training_passed = day("2015-08-13");
  CHECK(designated.answer() == "none");
}

TEST_CASE("case 12: an agreement is in force on its last day and not on the day after") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.cbp, Category::subject);
  worked.agreement_of(worked.fbi).term = term("2016-01-01", "2016-08-12");
  Request request = worked.display(agent, record);
  CHECK(failing(worked.decide(request)) == "none");
  request.moment.day = day("2016-08-13");
  CHECK(failing(worked.decide(request)) == "AG-1");
}

TEST_CASE("case 13: a search shows the hits that pass and withholds the others, with reasons for the trail") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto open = worked.add_record(worked.cbp, Category::subject, Level::level_1);
  const auto closed = worked.add_record(worked.dea, Category::subject, Level::level_3);
  const auto other = worked.add_record(worked.cbp, Category::subject, Level::level_1);
  worked.record(open).fields = {{"last_name", "Vale"}};
  worked.record(closed).fields = {{"last_name", "VALE"}};
  worked.record(other).fields = {{"last_name", "Valez"}};
  const Decision decision = worked.decide(worked.search(agent, {{}, {{"last_name", "vale"}}}));
  CHECK(decision.permitted());
  REQUIRE(decision.hits.size() == 2);
  CHECK(decision.hits[0].record == open);
  CHECK_FALSE(decision.hits[0].withheld());
  CHECK(decision.hits[1].record == closed);
  CHECK(failing(decision.hits[1].verdicts) == "DA-5 DA-7");
}

TEST_CASE("case 14: an agreement that lists the data but not the function does not open it") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto history = worked.add_record(worked.cbp, Category::primary_query_history);
  Request request = worked.display(agent, history);
  request.function = Function::primary_query_history;
  CHECK(failing(worked.decide(request)) == "FN-2");
}

TEST_CASE("case 15: a lapsed NCIC certification stops queries of external systems, and nothing else") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).functions.insert(Function::external_query);
  worked.user(officer).ncic_certified = day("2014-08-12");
  Request query = worked.search(officer, {{Category::ncic}, {}});
  query.function = Function::external_query;
  CHECK(failing(worked.decide(query)) == "FN-4");
  CHECK(failing(worked.decide(worked.search(officer, {{Category::subject}, {}}))) == "none");
  worked.user(officer).ncic_certified = day("2014-08-13");
  CHECK(failing(worked.decide(query)) == "none");
}

TEST_CASE("case 17: an enhanced document is closed to a component's inspector, on duty or not") {
  WorkedWorld worked;
  const auto inspector = worked.add_user(worked.ice);
  const auto officer = worked.add_user(worked.cbp);
  const auto card = worked.add_record(worked.cbp, Category::enhanced_document);
  for (const auto each : {inspector, officer}) worked.user(each).functions.insert(Function::inspection);
  CHECK(failing(worked.decide(worked.inspect(inspector, card))) == "DA-1");
  CHECK(failing(worked.decide(worked.inspect(officer, card))) == "none");
}

TEST_CASE("case 18: a system control officer does not give a function that is held but not assignable") {
  WorkedWorld worked;
  const auto officer = worked.add_officer(worked.cbp);
  const auto profile = worked.add_profile(worked.add_user(worked.cbp), officer);
  Request request = worked.administer(officer, Operation::assign, profile);
  request.change.functions = {Function::printing};
  worked.user(officer).functions = {Function::user_profile, Function::printing};
  CHECK(failing(worked.decide(request)) == "AD-3");
  worked.user(officer).may_assign = {Function::printing};
  CHECK(failing(worked.decide(request)) == "none");
}

TEST_CASE("case 19: level 1 is passed on freely, level 3 with approval, and only what the user may display") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto open = worked.add_record(worked.dea, Category::subject, Level::level_1);
  const auto closed = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.record(closed).designation = {{{worked.fbi}, {}, {}}};
  CHECK(failing(worked.decide(worked.pass_on(agent, open, worked.ice))) == "none");
  CHECK(failing(worked.decide(worked.pass_on(agent, closed, worked.ice))) == "DA-7 DI-3");
  worked.world.approvals.push_back({"", closed, worked.fbi, worked.ice, worked.today, worked.today});
  CHECK(failing(worked.decide(worked.pass_on(agent, closed, worked.ice))) == "DA-7");
  worked.add_memo(worked.dea, worked.fbi);
  CHECK(failing(worked.decide(worked.pass_on(agent, closed, worked.ice))) == "none");
  worked.world.approvals.clear();
  CHECK(failing(worked.decide(worked.pass_on(agent, closed, worked.ice))) == "DI-3");
}

TEST_CASE("case 20: Unified Secondary information is shown to an inspector of CBP from the referral on") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).functions.insert(Function::inspection);
  const auto sent_ahead = worked.add_record(worked.airline, Category::advance_information);
  worked.record(sent_ahead).referred = Moment{worked.today, 9 * 60 + 30};
  Request request = worked.inspect(officer, sent_ahead);
  CHECK(failing(worked.decide(request)) == "US-2");
  request.moment.minute = 9 * 60 + 30;
  CHECK(failing(worked.decide(request)) == "none");
}

}  // namespace
}  // namespace ntk::policy
