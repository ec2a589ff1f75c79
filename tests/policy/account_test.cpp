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
  of.user(of.officer).training_passed = day("2017-01-01");
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

}  // namespace
}  // namespace ntk::policy
