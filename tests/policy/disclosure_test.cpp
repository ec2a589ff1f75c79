// What leaves the Department without an agreement, what is passed on, and what is handed in ahead of arrival.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("a disclosure without an agreement states need, use and authority, and its use is routine") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.ice);
  worked.user(officer).functions.insert(Function::disclosure);
  Request request = worked.display(officer, worked.add_record(worked.cbp, Category::subject));
  CHECK(worked.decide(request).verdicts[CheckId::DI_2] == Verdict::not_applicable);
  request.function = Function::disclosure;
  request.operation = Operation::disclose;
  CHECK(failing(worked.decide(request)) == "DI-2");
  const Disclosure complete{"County archive", {}, all<Statement>()};
  request.disclosure = complete;
  CHECK(failing(worked.decide(request)) == "none");
  for (const Word<Statement>& each : words<Statement>()) {
    request.disclosure = complete;
    request.disclosure->states.erase(each.value);
    CHECK(failing(worked.decide(request)) == "DI-2");
  }
}

TEST_CASE("an agency passes on its own records without approval, to whom it will") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto own = worked.add_record(worked.fbi, Category::subject, Level::level_4);
  Request request = worked.pass_on(agent, own, worked.ice);
  CHECK(worked.decide(request).verdicts[CheckId::DI_3] == Verdict::not_applicable);
  request.target = worked.add_record(worked.dea, Category::subject, Level::level_1);
  CHECK(worked.decide(request).verdicts[CheckId::DI_3] == Verdict::pass);
  request.disclosure.reset();
  CHECK(failing(worked.decide(request)) == "DI-3");
}

TEST_CASE("level 1 is passed on without approval only to an agency that has access to the platform itself") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.ice);
  const auto open = worked.add_record(worked.cbp, Category::subject, Level::level_1);
  CHECK(failing(worked.decide(worked.pass_on(officer, open, worked.dea))) == "none");
  worked.agreement_of(worked.dea).term = term("2016-01-01", "2016-08-11");
  CHECK(failing(worked.decide(worked.pass_on(officer, open, worked.dea))) == "DI-3");
  const auto history = worked.add_record(worked.cbp, Category::primary_query_history);
  CHECK(failing(worked.decide(worked.pass_on(officer, history, worked.fbi))) == "DI-3");
}

TEST_CASE("an approval to pass on counts from the later of the owner's day and the host's") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.record(record).designation = {{{worked.fbi}, {}, {}}};
  worked.add_memo(worked.dea, worked.fbi);
  worked.world.approvals.push_back(
      {"approval", record, worked.fbi, worked.ice, day("2016-08-11"), day("2016-08-12")});
  PassingApproval& approval = worked.world.approvals.front();
  Request request = worked.pass_on(agent, record, worked.ice);
  CHECK(failing(worked.decide(request)) == "none");
  request.moment.day = day("2016-08-11");
  CHECK(failing(worked.decide(request)) == "DI-3");
  request.moment.day = day("2016-08-13");
  CHECK(failing(worked.decide(request)) == "none");
  approval.owner_approved.reset();
  CHECK(failing(worked.decide(request)) == "DI-3");
  approval.owner_approved = approval.host_authorised;
  approval.to = worked.cbp;
  CHECK(failing(worked.decide(request)) == "DI-3");
}

TEST_CASE("what is passed on has to be open to the user who passes it on, as by a display") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto own = worked.add_record(worked.fbi, Category::subject);
  CHECK(failing(worked.decide(worked.pass_on(agent, own, worked.ice))) == "none");
  worked.user(agent).functions = {};
  worked.user(agent).duties = {};
  CHECK(failing(worked.decide(worked.pass_on(agent, own, worked.ice))) == "FN-1 DA-9");
  worked.user(agent).account = AccountState::suspended;
  worked.world.agreements.clear();
  CHECK(failing(worked.decide(worked.pass_on(agent, own, worked.ice))) == "AC-1 AG-1 FN-1 DA-9");
}

TEST_CASE("another function than subject query is asked where the passing on names it") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  const auto lookout = worked.add_record(worked.ice, Category::lookout);
  Request request = worked.pass_on(officer, lookout, worked.fbi);
  request.function = Function::inspection;
  request.place = worked.user(officer).duty_station;
  CHECK(failing(worked.decide(request)) == "FN-1");
  worked.user(officer).functions.insert(Function::inspection);
  CHECK(failing(worked.decide(request)) == "none");
  request.function = Function::printing;  // covers no display
  CHECK(failing(worked.decide(request)) == "FN-6");
}

TEST_CASE("the host passes on freely a lookout that anybody entered: it owns every lookout") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  const auto lookout = worked.add_record(worked.ice, Category::lookout, Level::level_3);
  CHECK(failing(worked.decide(worked.pass_on(officer, lookout, worked.fbi))) == "none");
  const auto agent = worked.add_user(worked.ice);
  worked.record(lookout).designation = {{{worked.ice}, {}, {}}};
  CHECK(failing(worked.decide(worked.pass_on(agent, lookout, worked.fbi))) == "none");
}

TEST_CASE("of what is not on the platform nothing is passed on, and nobody's approval is asked") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto gone = worked.add_record(worked.dea, Category::subject, Level::level_4);
  worked.record(gone).absent = true;
  const Decision decision = worked.decide(worked.pass_on(agent, gone, worked.ice));
  CHECK(failing(decision) == "none");
  CHECK(decision.verdicts[CheckId::DI_3] == Verdict::not_applicable);
}

TEST_CASE(
    "of several approvals for the same passing on, one that holds both days is enough, wherever it stands") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.dea, Category::subject, Level::level_3);
  worked.record(record).designation = {{{worked.fbi}, {}, {}}};
  worked.add_memo(worked.dea, worked.fbi);
  const PassingApproval half{"half", record, worked.fbi, worked.ice, worked.today, std::nullopt},
      other_half{"other", record, worked.fbi, worked.ice, std::nullopt, worked.today},
      whole{"whole", record, worked.fbi, worked.ice, worked.today, worked.today};
  const Request request = worked.pass_on(agent, record, worked.ice);
  worked.world.approvals = {half, other_half};
  CHECK(failing(worked.decide(request)) == "DI-3");
  worked.world.approvals = {half, whole};
  CHECK(failing(worked.decide(request)) == "none");
  worked.world.approvals = {whole, half};
  CHECK(failing(worked.decide(request)) == "none");
}

TEST_CASE("a submitter creates advance information, reads nothing, and is asked nothing else") {
  WorkedWorld worked;
  const auto clerk = worked.add_user(worked.airline);
  worked.user(clerk) = User{};
  worked.user(clerk).agency = worked.airline;
  const Request handed_in = worked.create(clerk, Function::inspection, Category::advance_information);
  const Decision decision = worked.decide(handed_in);
  Verdicts expected;
  expected[CheckId::US_1] = Verdict::pass;
  CHECK(decision.verdicts == expected);
  CHECK(failing(worked.decide(worked.create(clerk, Function::inspection, Category::subject))) == "US-1");
  const auto sent = worked.add_record(worked.airline, Category::advance_information);
  CHECK(failing(worked.decide(worked.display(clerk, sent))) == "US-1");
  CHECK(failing(worked.decide(worked.search(clerk, {}))) == "US-1");
  const Decision of_user = worked.decide(worked.display(worked.add_user(worked.cbp), sent));
  CHECK(of_user.verdicts[CheckId::US_1] == Verdict::not_applicable);
}

TEST_CASE(
    "advance information is shown by inspection to the host alone, from the day and minute of referral") {
  WorkedWorld worked;
  const auto sent = worked.add_record(worked.airline, Category::advance_information);
  const auto officer = worked.add_user(worked.cbp);
  const auto verdict = [&](const Request& request) { return worked.decide(request).verdicts[CheckId::US_2]; };
  Request request = worked.inspect(officer, sent);
  CHECK(verdict(request) == Verdict::fail);  // never referred
  worked.record(sent).referred = Moment{worked.today, 9 * 60};
  CHECK(verdict(request) == Verdict::pass);
  request.moment = {day("2016-08-11"), 1439};
  CHECK(verdict(request) == Verdict::fail);
  request.moment = {day("2016-08-13"), 0};
  CHECK(verdict(request) == Verdict::pass);
  CHECK(verdict(worked.inspect(worked.add_user(worked.ice), sent)) == Verdict::fail);
  CHECK(verdict(worked.display(officer, sent)) == Verdict::fail);
  worked.record(sent).category = Category::inspection_result;
  CHECK(verdict(request) == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
