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
  AtGateOne at_gate_one;
  CHECK(at_gate_one.answer() == "none");
  at_gate_one.user(at_gate_one.officer).account = AccountState::suspended;
  CHECK(at_gate_one.answer() == "AC-1");
}

TEST_CASE("a user without an investigation is denied, and its age does not arise") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).investigation.reset();
  const Decision decision = at_gate_one.decide(at_gate_one.display(at_gate_one.officer, at_gate_one.open));
  CHECK(failing(decision) == "AC-2");
  CHECK(decision.verdicts[CheckId::AC_3] == Verdict::not_applicable);
}

TEST_CASE("an investigation counts from the day that it is completed, if adjudicated favorably") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).investigation = bi("2016-08-12");
  CHECK(at_gate_one.answer() == "none");
  at_gate_one.user(at_gate_one.officer).investigation = bi("2016-08-13");
  CHECK(at_gate_one.answer() == "AC-2");
  for (Adjudication adjudication : {Adjudication::unfavorable, Adjudication::pending}) {
    at_gate_one.user(at_gate_one.officer).investigation = bi("2014-05-06");
    at_gate_one.user(at_gate_one.officer).investigation->adjudication = adjudication;
    CHECK(at_gate_one.answer() == "AC-2");
  }
}

TEST_CASE("an ANACI is good for ten years, to the day before its anniversary") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).investigation = anaci("2006-08-13");
  CHECK(at_gate_one.answer() == "none");
  at_gate_one.user(at_gate_one.officer).investigation = anaci("2006-08-12");
  CHECK(at_gate_one.answer() == "AC-3");
}

TEST_CASE("a BI of 29 February is overdue from 28 February of the fifth year on") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).investigation = bi("2012-02-29");
  at_gate_one.user(at_gate_one.officer).training_passed = at_gate_one.user(at_gate_one.officer).certified =
      day("2017-01-01");
  Request request = at_gate_one.display(at_gate_one.officer, at_gate_one.open);
  request.moment.day = day("2017-02-27");
  CHECK(failing(at_gate_one.decide(request)) == "none");
  request.moment.day = day("2017-02-28");
  CHECK(failing(at_gate_one.decide(request)) == "AC-3");
}

TEST_CASE("a course never passed, or passed only later, does not count") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).training_passed.reset();
  CHECK(at_gate_one.answer() == "AC-4");
  at_gate_one.user(at_gate_one.officer).training_passed = day("2016-08-13");
  CHECK(at_gate_one.answer() == "AC-4");
  at_gate_one.user(at_gate_one.officer).training_passed = day("2016-08-12");
  CHECK(at_gate_one.answer() == "none");
}

TEST_CASE("all failing checks are told, in the order of the gates, and the first is the primary reason") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).account = AccountState::suspended;
  at_gate_one.user(at_gate_one.officer).training_passed.reset();
  at_gate_one.user(at_gate_one.officer).functions = {};
  at_gate_one.user(at_gate_one.officer).duties = {};
  const Decision decision = at_gate_one.decide(at_gate_one.display(at_gate_one.officer, at_gate_one.open));
  CHECK(failing(decision) == "AC-1 AC-4 FN-1 DA-9");
  CHECK(decision.primary() == CheckId::AC_1);
}

TEST_CASE("the periods are the scenario's parameters") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).investigation = bi("2011-08-12");
  at_gate_one.world.parameters.bi_years = 6;
  CHECK(at_gate_one.answer() == "none");
}

TEST_CASE("host and components need no agreement, and the check does not arise for them") {
  WorkedWorld worked;
  worked.world.agreements.clear();
  const auto record = worked.add_record(worked.cbp, Category::subject);
  for (Ref<Agency> agency : {worked.cbp, worked.ice}) {
    const Decision decision = worked.decide(worked.display(worked.add_user(agency), record));
    CHECK(failing(decision) == "none");
    CHECK(decision.verdicts[CheckId::AG_1] == Verdict::not_applicable);
    CHECK(decision.verdicts[CheckId::FN_2] == Verdict::not_applicable);
    CHECK(decision.verdicts[CheckId::DA_2] == Verdict::not_applicable);
  }
}

TEST_CASE("an external agency without a signed agreement is denied, and what it would list does not arise") {
  WorkedWorld worked;
  worked.agreement_of(worked.fbi).term.reset();
  const auto record = worked.add_record(worked.cbp, Category::subject);
  const Decision decision = worked.decide(worked.display(worked.add_user(worked.fbi), record));
  CHECK(failing(decision) == "AG-1");
  CHECK(decision.verdicts[CheckId::FN_2] == Verdict::not_applicable);
  CHECK(decision.verdicts[CheckId::DA_2] == Verdict::not_applicable);
}

TEST_CASE("another agency's agreement is no help") {
  WorkedWorld worked;
  worked.agreement_of(worked.fbi).term = term("2015-01-01", "2015-12-31");
  const auto record = worked.add_record(worked.cbp, Category::subject);
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.fbi), record))) == "AG-1");
  CHECK(failing(worked.decide(worked.display(worked.add_user(worked.dea), record))) == "none");
}

TEST_CASE("agreements in force on the same day add up, function from one and category from another") {
  WorkedWorld worked;
  worked.agreement_of(worked.fbi).categories = {};
  Agreement second = worked.agreement_of(worked.fbi);
  second.id = "second";
  second.categories = {Category::subject};
  second.functions = {};
  worked.world.agreements.push_back(second);
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.cbp, Category::subject);
  CHECK(failing(worked.decide(worked.display(agent, record))) == "none");
  worked.world.agreements.back().term = term("2016-08-13", "2016-12-31");
  CHECK(failing(worked.decide(worked.display(agent, record))) == "DA-2");
}

TEST_CASE("an account's certification lapses on its first anniversary, of 29 February on the 28th") {
  AtGateOne at_gate_one;
  const auto certified = [&](const char* date) {
    at_gate_one.user(at_gate_one.officer).certified = day(date);
    return at_gate_one.answer();
  };
  CHECK(certified("2015-08-12") == "AC-6");
  CHECK(certified("2015-08-13") == "none");
  CHECK(certified("2016-08-12") == "none");
  CHECK(certified("2016-08-13") == "AC-6");
  at_gate_one.user(at_gate_one.officer).certified.reset();
  CHECK(at_gate_one.answer() == "AC-6");

  at_gate_one.user(at_gate_one.officer).training_passed = day("2017-01-01");
  at_gate_one.user(at_gate_one.officer).certified = day("2016-02-29");
  Request request = at_gate_one.display(at_gate_one.officer, at_gate_one.open);
  request.moment.day = day("2017-02-27");
  CHECK(failing(at_gate_one.decide(request)) == "none");
  request.moment.day = day("2017-02-28");
  CHECK(failing(at_gate_one.decide(request)) == "AC-6");
}

TEST_CASE("who is no U.S. national is denied, unless of the Foreign Service and exempted by name") {
  AtGateOne at_gate_one;
  User& officer = at_gate_one.user(at_gate_one.officer);
  officer.nationality = Nationality::foreign_service_national;
  CHECK(at_gate_one.answer() == "AC-5");
  officer.exempted = true;
  CHECK(at_gate_one.answer() == "none");
  officer.nationality = Nationality::other;
  CHECK(at_gate_one.answer() == "AC-5");
}

TEST_CASE("without the notice accepted at logon no request is answered") {
  AtGateOne at_gate_one;
  for (const Logon logon : {Logon::none, Logon::notice_declined}) {
    at_gate_one.user(at_gate_one.officer).logon = logon;
    CHECK(at_gate_one.answer() == "AC-7");
  }
}

TEST_CASE("a logon asks the account alone, and whether the notice is accepted now") {
  AtGateOne at_gate_one;
  User& officer = at_gate_one.user(at_gate_one.officer);
  officer.logon = Logon::none;
  officer.functions = {};
  officer.duties = {};
  Request request = at_gate_one.display(at_gate_one.officer, at_gate_one.open);
  request.operation = Operation::logon;
  request.target = NoTarget{};
  CHECK(failing(at_gate_one.decide(request)) == "none");
  request.accepts_notice = false;
  CHECK(failing(at_gate_one.decide(request)) == "AC-7");
  officer.account = AccountState::inactive;
  CHECK(failing(at_gate_one.decide(request)) == "AC-1 AC-7");
}

TEST_CASE("a logoff asks nothing, not even an active account") {
  AtGateOne at_gate_one;
  at_gate_one.user(at_gate_one.officer).account = AccountState::suspended;
  Request request = at_gate_one.display(at_gate_one.officer, at_gate_one.open);
  request.operation = Operation::logoff;
  request.target = NoTarget{};
  const Decision decision = at_gate_one.decide(request);
  CHECK(decision.verdicts == Verdicts{});
}

TEST_CASE("an external agency's certification lapses on its first anniversary, of 29 February on the 28th") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  Request request = worked.display(agent, worked.add_record(worked.cbp, Category::subject));
  auto& certified = worked.world.agencies[worked.fbi.at].certified;
  const auto answer = [&](const char* date) {
    certified = day(date);
    return failing(worked.decide(request));
  };
  CHECK(answer("2015-08-12") == "AG-3");
  CHECK(answer("2015-08-13") == "none");
  CHECK(answer("2016-08-12") == "none");
  CHECK(answer("2016-08-13") == "AG-3");
  certified.reset();
  CHECK(failing(worked.decide(request)) == "AG-3");

  worked.user(agent).training_passed = worked.user(agent).certified = day("2017-01-01");
  worked.agreement_of(worked.fbi).term->last.reset();
  request.moment.day = day("2017-02-27");
  CHECK(answer("2016-02-29") == "none");
  request.moment.day = day("2017-02-28");
  CHECK(answer("2016-02-29") == "AG-3");
}

TEST_CASE("an agency within the Department certifies nothing to the host, and is not asked") {
  WorkedWorld worked;
  const auto record = worked.add_record(worked.cbp, Category::subject);
  for (const auto agency : {worked.cbp, worked.ice}) {
    const Decision decision = worked.decide(worked.display(worked.add_user(agency), record));
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
  ByInterface by_interface;
  CHECK(by_interface.answer() == "none");
  by_interface.request.moment.day = day("2016-08-13");
  CHECK(by_interface.answer() == "AG-2");
  by_interface.world.interfaces[0].isa = Term{day("2016-08-13"), {}};
  CHECK(by_interface.answer() == "none");
  by_interface.request.moment.day = day("2016-08-12");
  CHECK(by_interface.answer() == "AG-2");
  by_interface.world.interfaces[0].isa.reset();
  CHECK(by_interface.answer() == "AG-2");
}

TEST_CASE("an interface serves its own agencies, outbound for what is read, with the data it carries") {
  ByInterface by_interface;
  Interface& link = by_interface.world.interfaces[0];
  link.direction = Direction::inbound;
  CHECK(by_interface.answer() == "AG-2");
  link.direction = Direction::outbound;
  link.categories = {Category::i94};
  CHECK(by_interface.answer() == "AG-2");
  link.categories = {Category::subject, Category::i94};
  CHECK(by_interface.answer() == "none");
  link.agencies = {by_interface.dea, by_interface.cbp};
  CHECK(by_interface.answer() == "AG-2");
}

TEST_CASE("a component's interface needs no security agreement, and a user at a terminal no interface") {
  ByInterface by_interface;
  by_interface.world.interfaces[0].agencies = {by_interface.ice};
  by_interface.world.interfaces[0].isa.reset();
  by_interface.request.user = by_interface.add_user(by_interface.ice);
  CHECK(by_interface.answer() == "none");
  by_interface.request.interface.reset();
  CHECK(by_interface.decide(by_interface.request).verdicts[CheckId::AG_2] == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
