// Levels and designations given, profiles administered, lookouts approved.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

/// An officer of CBP who created a level 3 record, and updates it.
struct Giving : WorkedWorld {
  Ref<User> creator = add_user(cbp);
  Ref<Record> given = add_record(cbp, Category::subject, Level::level_3);
  Request request = display(creator, given);

  Giving() {
    user(creator).functions.insert(Function::subject_maintenance);
    record(given).creator = creator;
    request.function = Function::subject_maintenance;
    request.operation = Operation::update;
  }
  std::string answer() const { return failing(decide(request)); }
  Verdict verdict(CheckId id) const { return decide(request).verdicts[id]; }
};

TEST_CASE("a level given is 1, 3 or 4: the legacy level 2 is given to no record any more") {
  Giving of;
  CHECK(of.verdict(CheckId::AD_1) == Verdict::not_applicable);
  for (const Level level : {Level::level_1, Level::level_3, Level::level_4}) {
    of.request.change.level = level;
    CHECK(of.answer() == "none");
    CHECK(of.verdict(CheckId::AD_1) == Verdict::pass);
  }
  of.request.change.level = Level::level_2;
  CHECK(of.answer() == "AD-1");
  of.record(of.given).category = Category::image;
  CHECK(of.verdict(CheckId::AD_1) == Verdict::not_applicable);
}

TEST_CASE("only the creator changes a record's level; others of the owner change the rest") {
  Giving of;
  const auto colleague = of.add_user(of.cbp);
  of.user(colleague).functions.insert(Function::subject_maintenance);
  of.record(of.given).designation = {{{of.cbp}, {}, {}}};
  of.request.user = colleague;
  CHECK(of.answer() == "none");
  of.request.change.level = Level::level_1;
  CHECK(of.answer() == "AD-1");
}

TEST_CASE("a record is created at level 1, 3 or 4, by a user who is its creator whatever it says") {
  Giving of;
  of.request = of.create(of.creator, Function::subject_maintenance, Category::subject);
  CHECK(of.answer() == "none");
  CHECK(of.verdict(CheckId::AD_1) == Verdict::pass);
  Record& created = std::get<Record>(of.request.target);
  created.owner = of.dea;
  created.creator = Ref<User>{1};
  created.level = Level::level_4;
  CHECK(of.answer() == "none");
  created.level = Level::level_2;
  CHECK(of.answer() == "AD-1");
}

TEST_CASE("a level 4 designation names individuals only") {
  Giving of;
  CHECK(of.verdict(CheckId::AD_2) == Verdict::not_applicable);
  of.request.change.level = Level::level_4;
  CHECK(of.verdict(CheckId::AD_2) == Verdict::pass);
  of.request.change.designation = {{{{of.cbp}, {}, {}}}};
  CHECK(of.answer() == "AD-2");
  of.request.change.designation = {{{{}, {UserCategory::supervisor}, {of.creator}}}};
  CHECK(of.answer() == "AD-2");
  of.request.change.designation = {{{{}, {}, {of.creator}}}};
  CHECK(of.answer() == "none");
  of.request.change.level = Level::level_3;
  CHECK(of.verdict(CheckId::AD_2) == Verdict::not_applicable);
}

TEST_CASE(
    "a level 4 given to a record takes over a designation that names more than individuals, and fails") {
  Giving of;
  of.record(of.given).designation = {{{of.cbp}, {}, {}}};
  CHECK(of.answer() == "none");
  of.request.change.level = Level::level_4;
  CHECK(of.answer() == "AD-2");
}

TEST_CASE("a system control officer acts on the profiles of the users assigned to that officer alone") {
  WorkedWorld of;
  const auto officer = of.add_officer(of.cbp);
  const auto another = of.add_officer(of.cbp);
  const auto profile = of.add_profile(of.add_user(of.cbp), officer);
  for (const Operation operation : {Operation::display, Operation::certify, Operation::reinstate}) {
    CHECK(failing(of.decide(of.administer(officer, operation, profile))) == "none");
    CHECK(failing(of.decide(of.administer(another, operation, profile))) == "AD-3");
  }
  const auto record = of.add_record(of.cbp, Category::subject);
  CHECK(of.decide(of.display(officer, record)).verdicts[CheckId::AD_3] == Verdict::not_applicable);
}

TEST_CASE("a new profile is its officer's, and gets only functions that the officer holds and may assign") {
  WorkedWorld of;
  const auto officer = of.add_officer(of.cbp);
  Request request = of.create(officer, Function::user_profile, Category::user_profile);
  CHECK(failing(of.decide(request)) == "none");
  request.change.functions = {Function::mi_reports};
  CHECK(failing(of.decide(request)) == "AD-3");
  of.user(officer).may_assign = {Function::mi_reports};
  CHECK(failing(of.decide(request)) == "AD-3");
  of.user(officer).transactions = {{Function::mi_reports, term("2016-08-12", "2016-08-12")}};
  CHECK(failing(of.decide(request)) == "none");
  of.user(officer).transactions = {{Function::mi_reports, term("2016-08-11", "2016-08-11")}};
  CHECK(failing(of.decide(request)) == "AD-3");
}

TEST_CASE("an account is activated only while its holder's investigation and course hold") {
  WorkedWorld of;
  const auto officer = of.add_officer(of.cbp);
  const auto holder = of.add_user(of.cbp);
  const auto profile = of.add_profile(holder, officer);
  of.user(holder).account = AccountState::inactive;
  const Request request = of.administer(officer, Operation::activate, profile);
  const auto answer = [&] { return failing(of.decide(request)); };
  CHECK(answer() == "none");
  of.user(holder).training_passed = day("2015-08-12");
  CHECK(answer() == "AD-4");
  of.user(holder).training_passed = day("2015-08-13");
  of.user(holder).investigation = bi("2011-08-12");
  CHECK(answer() == "AD-4");
  of.user(holder).investigation = bi("2011-08-13");
  CHECK(answer() == "none");
  of.user(holder).investigation->adjudication = Adjudication::pending;
  CHECK(answer() == "AD-4");
  const Decision certified = of.decide(of.administer(officer, Operation::certify, profile));
  CHECK(certified.verdicts[CheckId::AD_4] == Verdict::not_applicable);
}

TEST_CASE("a lookout is approved by a supervisor who did not create it") {
  WorkedWorld of;
  const auto creator = of.add_user(of.cbp);
  const auto supervisor = of.add_user(of.cbp);
  const auto lookout = of.add_record(of.cbp, Category::lookout);
  of.record(lookout).creator = creator;
  for (const auto each : {creator, supervisor}) of.user(each).functions.insert(Function::lookout_approval);
  of.user(supervisor).category = UserCategory::supervisor;
  const auto approved_by = [&](Ref<User> user) {
    Request request = of.display(user, lookout);
    request.function = Function::lookout_approval;
    request.operation = Operation::approve;
    return failing(of.decide(request));
  };
  CHECK(approved_by(supervisor) == "none");
  CHECK(approved_by(creator) == "FN-3 LO-4");
  of.user(creator).category = UserCategory::supervisor;
  CHECK(approved_by(creator) == "LO-4");
  CHECK(of.decide(of.display(creator, lookout)).verdicts[CheckId::LO_4] == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
