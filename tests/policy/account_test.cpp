// Gates 1 and 2: the account and the agency.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

/// A user of CBP who asks for a level 1 record of CBP: all that can fail is the account.
struct AtGateOne : WorkedWorld {
  Ref<User> officer = add_user(cbp);
  Ref<Record> open = add_record(cbp, Category::subject);
  std::string answer() const { return failing(decide(display(officer, open))); }
};

TEST_CASE("a suspended account is denied whatever else it holds") {
  AtGateOne of;
  CHECK(of.answer() == "none");
  of.user(of.officer).account = AccountState::suspended;
  CHECK(of.answer() == "AC-1");
}

TEST_CASE("a user without an investigation is denied, and its age does not arise") {
  AtGateOne of;
  of.user(of.officer).investigation.reset();
  const Decision decision = of.decide(of.display(of.officer, of.open));
  CHECK(failing(decision) == "AC-2");
  CHECK(decision.verdicts[CheckId::AC_3] == Verdict::not_applicable);
}

TEST_CASE("an investigation counts from the day that it is completed, if adjudicated favourably") {
  AtGateOne of;
  of.user(of.officer).investigation = bi("2016-08-12");
  CHECK(of.answer() == "none");
  of.user(of.officer).investigation = bi("2016-08-13");
  CHECK(of.answer() == "AC-2");
  for (Adjudication adjudication : {Adjudication::unfavorable, Adjudication::pending}) {
    of.user(of.officer).investigation = bi("2014-05-06");
    of.user(of.officer).investigation->adjudication = adjudication;
    CHECK(of.answer() == "AC-2");
  }
}

TEST_CASE("an ANACI is good for ten years, to the day before its anniversary") {
  AtGateOne of;
  of.user(of.officer).investigation = anaci("2006-08-13");
  CHECK(of.answer() == "none");
  of.user(of.officer).investigation = anaci("2006-08-12");
  CHECK(of.answer() == "AC-3");
}

TEST_CASE("a BI of 29 February is overdue from 28 February of the fifth year on") {
  AtGateOne of;
  of.user(of.officer).investigation = bi("2012-02-29");
  of.user(of.officer).training_passed = of.user(of.officer).certified = day("2017-01-01");
  Request request = of.display(of.officer, of.open);
  request.moment.day = day("2017-02-27");
  CHECK(failing(of.decide(request)) == "none");
  request.moment.day = day("2017-02-28");
  CHECK(failing(of.decide(request)) == "AC-3");
}

TEST_CASE("a course never passed, or passed only later, does not count") {
  AtGateOne of;
  of.user(of.officer).training_passed.reset();
  CHECK(of.answer() == "AC-4");
  of.user(of.officer).training_passed = day("2016-08-13");
  CHECK(of.answer() == "AC-4");
  of.user(of.officer).training_passed = day("2016-08-12");
  CHECK(of.answer() == "none");
}

TEST_CASE("all failing checks are told, in the order of the gates, and the first is the primary reason") {
  AtGateOne of;
  of.user(of.officer).account = AccountState::suspended;
  of.user(of.officer).training_passed.reset();
  of.user(of.officer).functions = {};
  of.user(of.officer).duties = {};
  const Decision decision = of.decide(of.display(of.officer, of.open));
  CHECK(failing(decision) == "AC-1 AC-4 FN-1 DA-9");
  CHECK(decision.primary() == CheckId::AC_1);
}

TEST_CASE("the periods are the scenario's parameters") {
  AtGateOne of;
  of.user(of.officer).investigation = bi("2011-08-12");
  of.world.parameters.bi_years = 6;
  CHECK(of.answer() == "none");
}

TEST_CASE("host and components need no agreement, and the check does not arise for them") {
  WorkedWorld of;
  of.world.agreements.clear();
  const auto record = of.add_record(of.cbp, Category::subject);
  for (Ref<Agency> agency : {of.cbp, of.ice}) {
    const Decision decision = of.decide(of.display(of.add_user(agency), record));
    CHECK(failing(decision) == "none");
    CHECK(decision.verdicts[CheckId::AG_1] == Verdict::not_applicable);
    CHECK(decision.verdicts[CheckId::FN_2] == Verdict::not_applicable);
    CHECK(decision.verdicts[CheckId::DA_2] == Verdict::not_applicable);
  }
}

TEST_CASE("an external agency without a signed agreement is denied, and what it would list does not arise") {
  WorkedWorld of;
  of.agreement_of(of.fbi).term.reset();
  const auto record = of.add_record(of.cbp, Category::subject);
  const Decision decision = of.decide(of.display(of.add_user(of.fbi), record));
  CHECK(failing(decision) == "AG-1");
  CHECK(decision.verdicts[CheckId::FN_2] == Verdict::not_applicable);
  CHECK(decision.verdicts[CheckId::DA_2] == Verdict::not_applicable);
}

TEST_CASE("another agency's agreement is no help") {
  WorkedWorld of;
  of.agreement_of(of.fbi).term = term("2015-01-01", "2015-12-31");
  const auto record = of.add_record(of.cbp, Category::subject);
  CHECK(failing(of.decide(of.display(of.add_user(of.fbi), record))) == "AG-1");
  CHECK(failing(of.decide(of.display(of.add_user(of.dea), record))) == "none");
}

TEST_CASE("agreements in force on the same day add up, function from one and category from another") {
  WorkedWorld of;
  of.agreement_of(of.fbi).categories = {};
  Agreement second = of.agreement_of(of.fbi);
  second.id = "second";
  second.categories = {Category::subject};
  second.functions = {};
  of.world.agreements.push_back(second);
  const auto agent = of.add_user(of.fbi);
  const auto record = of.add_record(of.cbp, Category::subject);
  CHECK(failing(of.decide(of.display(agent, record))) == "none");
  of.world.agreements.back().term = term("2016-08-13", "2016-12-31");
  CHECK(failing(of.decide(of.display(agent, record))) == "DA-2");
}

TEST_CASE("an account's certification lapses on its first anniversary, of 29 February on the 28th") {
  AtGateOne of;
  const auto certified = [&](const char* date) {
    of.user(of.officer).certified = day(date);
    return of.answer();
  };
  CHECK(certified("2015-08-12") == "AC-6");
  CHECK(certified("2015-08-13") == "none");
  CHECK(certified("2016-08-12") == "none");
  CHECK(certified("2016-08-13") == "AC-6");
  of.user(of.officer).certified.reset();
  CHECK(of.answer() == "AC-6");

  of.user(of.officer).training_passed = day("2017-01-01");
  of.user(of.officer).certified = day("2016-02-29");
  Request request = of.display(of.officer, of.open);
  request.moment.day = day("2017-02-27");
  CHECK(failing(of.decide(request)) == "none");
  request.moment.day = day("2017-02-28");
  CHECK(failing(of.decide(request)) == "AC-6");
}

TEST_CASE("who is no U.S. national is denied, unless of the Foreign Service and exempted by name") {
  AtGateOne of;
  User& officer = of.user(of.officer);
  officer.nationality = Nationality::foreign_service_national;
  CHECK(of.answer() == "AC-5");
  officer.exempted = true;
  CHECK(of.answer() == "none");
  officer.nationality = Nationality::other;
  CHECK(of.answer() == "AC-5");
}

TEST_CASE("without the notice accepted at logon no request is answered") {
  AtGateOne of;
  for (const Logon logon : {Logon::none, Logon::notice_declined}) {
    of.user(of.officer).logon = logon;
    CHECK(of.answer() == "AC-7");
  }
}

TEST_CASE("a logon asks the account alone, and whether the notice is accepted now") {
  AtGateOne of;
  User& officer = of.user(of.officer);
  officer.logon = Logon::none;
  officer.functions = {};
  officer.duties = {};
  Request request = of.display(of.officer, of.open);
  request.operation = Operation::logon;
  request.target = NoTarget{};
  CHECK(failing(of.decide(request)) == "none");
  request.accepts_notice = false;
  CHECK(failing(of.decide(request)) == "AC-7");
  officer.account = AccountState::inactive;
  CHECK(failing(of.decide(request)) == "AC-1 AC-7");
}

TEST_CASE("a logoff asks nothing, not even an active account") {
  AtGateOne of;
  of.user(of.officer).account = AccountState::suspended;
  Request request = of.display(of.officer, of.open);
  request.operation = Operation::logoff;
  request.target = NoTarget{};
  const Decision decision = of.decide(request);
  CHECK(decision.verdicts == Verdicts{});
}

TEST_CASE("an external agency's certification lapses on its first anniversary, of 29 February on the 28th") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  Request request = of.display(agent, of.add_record(of.cbp, Category::subject));
  auto& certified = of.world.agencies[of.fbi.at].certified;
  const auto answer = [&](const char* date) {
    certified = day(date);
    return failing(of.decide(request));
  };
  CHECK(answer("2015-08-12") == "AG-3");
  CHECK(answer("2015-08-13") == "none");
  CHECK(answer("2016-08-12") == "none");
  CHECK(answer("2016-08-13") == "AG-3");
  certified.reset();
  CHECK(failing(of.decide(request)) == "AG-3");

  of.user(agent).training_passed = of.user(agent).certified = day("2017-01-01");
  of.agreement_of(of.fbi).term->last.reset();
  request.moment.day = day("2017-02-27");
  CHECK(answer("2016-02-29") == "none");
  request.moment.day = day("2017-02-28");
  CHECK(answer("2016-02-29") == "AG-3");
}

TEST_CASE("an agency within the Department certifies nothing to the host, and is not asked") {
  WorkedWorld of;
  const auto record = of.add_record(of.cbp, Category::subject);
  for (const auto agency : {of.cbp, of.ice}) {
    const Decision decision = of.decide(of.display(of.add_user(agency), record));
    CHECK(decision.verdicts[CheckId::AG_3] == Verdict::not_applicable);
  }
}

/// An FBI user whose requests come by an interface of FBI for subject records, outbound.
struct ByInterface : WorkedWorld {
  Ref<User> agent = add_user(fbi);
  Request request = display(agent, add_record(cbp, Category::subject));

  ByInterface() {
    world.interfaces.push_back(
        {"link", "Link", {fbi}, Direction::outbound, {Category::subject}, term("2016-01-01", "2016-08-12")});
    request.interface = Ref<Interface>{0};
  }
  std::string answer() const { return failing(decide(request)); }
};

TEST_CASE("a security agreement is in force from its first to its last day") {
  ByInterface of;
  CHECK(of.answer() == "none");
  of.request.moment.day = day("2016-08-13");
  CHECK(of.answer() == "AG-2");
  of.world.interfaces[0].isa = Term{day("2016-08-13"), {}};
  CHECK(of.answer() == "none");
  of.request.moment.day = day("2016-08-12");
  CHECK(of.answer() == "AG-2");
  of.world.interfaces[0].isa.reset();
  CHECK(of.answer() == "AG-2");
}

TEST_CASE("an interface serves its own agencies, outbound for what is read, with the data it carries") {
  ByInterface of;
  Interface& link = of.world.interfaces[0];
  link.direction = Direction::inbound;
  CHECK(of.answer() == "AG-2");
  link.direction = Direction::outbound;
  link.categories = {Category::i94};
  CHECK(of.answer() == "AG-2");
  link.categories = {Category::subject, Category::i94};
  CHECK(of.answer() == "none");
  link.agencies = {of.dea, of.cbp};
  CHECK(of.answer() == "AG-2");
}

TEST_CASE("a component's interface needs no security agreement, and a user at a terminal no interface") {
  ByInterface of;
  of.world.interfaces[0].agencies = {of.ice};
  of.world.interfaces[0].isa.reset();
  of.request.user = of.add_user(of.ice);
  CHECK(of.answer() == "none");
  of.request.interface.reset();
  CHECK(of.decide(of.request).verdicts[CheckId::AG_2] == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
