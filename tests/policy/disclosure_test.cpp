// What leaves the Department without an agreement, what is passed on, and what is handed in ahead of arrival.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("a disclosure without an agreement states need, use and authority, and its use is routine") {
  WorkedWorld of;
  const auto officer = of.add_user(of.ice);
  of.user(officer).functions.insert(Function::disclosure);
  Request request = of.display(officer, of.add_record(of.cbp, Category::subject));
  CHECK(of.decide(request).verdicts[CheckId::DI_2] == Verdict::not_applicable);
  request.function = Function::disclosure;
  request.operation = Operation::disclose;
  CHECK(failing(of.decide(request)) == "DI-2");
  const Disclosure complete{"County archive", {}, all<Statement>()};
  request.disclosure = complete;
  CHECK(failing(of.decide(request)) == "none");
  for (const Word<Statement>& each : words<Statement>()) {
    request.disclosure = complete;
    request.disclosure->states.erase(each.value);
    CHECK(failing(of.decide(request)) == "DI-2");
  }
}

TEST_CASE("an agency passes on its own records without approval, to whom it will") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto own = of.add_record(of.fbi, Category::subject, Level::level_4);
  Request request = of.pass_on(agent, own, of.ice);
  CHECK(of.decide(request).verdicts[CheckId::DI_3] == Verdict::not_applicable);
  request.target = of.add_record(of.dea, Category::subject, Level::level_1);
  CHECK(of.decide(request).verdicts[CheckId::DI_3] == Verdict::pass);
  request.disclosure.reset();
  CHECK(failing(of.decide(request)) == "DI-3");
}

TEST_CASE("level 1 is passed on without approval only to an agency that has access to the platform itself") {
  WorkedWorld of;
  const auto officer = of.add_user(of.ice);
  const auto open = of.add_record(of.cbp, Category::subject, Level::level_1);
  CHECK(failing(of.decide(of.pass_on(officer, open, of.dea))) == "none");
  of.agreement_of(of.dea).term = term("2016-01-01", "2016-08-11");
  CHECK(failing(of.decide(of.pass_on(officer, open, of.dea))) == "DI-3");
  const auto history = of.add_record(of.cbp, Category::primary_query_history);
  CHECK(failing(of.decide(of.pass_on(officer, history, of.fbi))) == "DI-3");
}

TEST_CASE("an approval to pass on counts from the later of the owner's day and the host's") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto record = of.add_record(of.dea, Category::subject, Level::level_3);
  of.world.approvals.push_back({"approval", record, of.fbi, of.ice, day("2016-08-11"), day("2016-08-12")});
  PassingApproval& approval = of.world.approvals.front();
  Request request = of.pass_on(agent, record, of.ice);
  CHECK(failing(of.decide(request)) == "none");
  request.moment.day = day("2016-08-11");
  CHECK(failing(of.decide(request)) == "DI-3");
  request.moment.day = day("2016-08-13");
  CHECK(failing(of.decide(request)) == "none");
  approval.owner_approved.reset();
  CHECK(failing(of.decide(request)) == "DI-3");
  approval.owner_approved = approval.host_authorised;
  approval.to = of.cbp;
  CHECK(failing(of.decide(request)) == "DI-3");
}

TEST_CASE("to pass on asks the account and the agency, but neither function nor purpose") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto own = of.add_record(of.fbi, Category::subject);
  of.user(agent).functions = {};
  of.user(agent).duties = {};
  CHECK(failing(of.decide(of.pass_on(agent, own, of.ice))) == "none");
  of.user(agent).account = AccountState::suspended;
  of.world.agreements.clear();
  CHECK(failing(of.decide(of.pass_on(agent, own, of.ice))) == "AC-1 AG-1");
}

TEST_CASE("a submitter creates advance information, reads nothing, and is asked nothing else") {
  WorkedWorld of;
  const auto clerk = of.add_user(of.airline);
  of.user(clerk) = User{};
  of.user(clerk).agency = of.airline;
  const Request handed_in = of.create(clerk, Function::inspection, Category::advance_information);
  const Decision decision = of.decide(handed_in);
  Verdicts expected;
  expected[CheckId::US_1] = Verdict::pass;
  CHECK(decision.verdicts == expected);
  CHECK(failing(of.decide(of.create(clerk, Function::inspection, Category::subject))) == "US-1");
  const auto sent = of.add_record(of.airline, Category::advance_information);
  CHECK(failing(of.decide(of.display(clerk, sent))) == "US-1");
  CHECK(failing(of.decide(of.search(clerk, {}))) == "US-1");
  const Decision of_user = of.decide(of.display(of.add_user(of.cbp), sent));
  CHECK(of_user.verdicts[CheckId::US_1] == Verdict::not_applicable);
}

TEST_CASE(
    "advance information is shown by inspection to the host alone, from the day and minute of referral") {
  WorkedWorld of;
  const auto sent = of.add_record(of.airline, Category::advance_information);
  const auto officer = of.add_user(of.cbp);
  const auto verdict = [&](const Request& request) { return of.decide(request).verdicts[CheckId::US_2]; };
  Request request = of.inspect(officer, sent);
  CHECK(verdict(request) == Verdict::fail);  // never referred
  of.record(sent).referred = Moment{of.today, 9 * 60};
  CHECK(verdict(request) == Verdict::pass);
  request.moment = {day("2016-08-11"), 1439};
  CHECK(verdict(request) == Verdict::fail);
  request.moment = {day("2016-08-13"), 0};
  CHECK(verdict(request) == Verdict::pass);
  CHECK(verdict(of.inspect(of.add_user(of.ice), sent)) == Verdict::fail);
  CHECK(verdict(of.display(officer, sent)) == Verdict::fail);
  of.record(sent).category = Category::inspection_result;
  CHECK(verdict(request) == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
