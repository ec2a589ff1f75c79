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
  Giving giving;
  CHECK(giving.verdict(CheckId::AD_1) == Verdict::not_applicable);
  for (const Level level : {Level::level_1, Level::level_3, Level::level_4}) {
    giving.request.change.level = level;
    CHECK(giving.answer() == "none");
    CHECK(giving.verdict(CheckId::AD_1) == Verdict::pass);
  }
  giving.request.change.level = Level::level_2;
  CHECK(giving.answer() == "AD-1");
  giving.record(giving.given).category = Category::image;
  CHECK(giving.verdict(CheckId::AD_1) == Verdict::not_applicable);
}

TEST_CASE("only the creator changes a record's level; others of the owner change the rest") {
  Giving giving;
  const auto colleague = giving.add_user(giving.cbp);
  giving.user(colleague).functions.insert(Function::subject_maintenance);
  giving.record(giving.given).designation = {{{giving.cbp}, {}, {}}};
  giving.request.user = colleague;
  CHECK(giving.answer() == "none");
  giving.request.change.level = Level::level_1;
  CHECK(giving.answer() == "AD-1");
}

TEST_CASE("a record is created at level 1, 3 or 4, by a user who is its creator whatever it says") {
  Giving giving;
  giving.request = giving.create(giving.creator, Function::subject_maintenance, Category::subject);
  CHECK(giving.answer() == "none");
  CHECK(giving.verdict(CheckId::AD_1) == Verdict::pass);
  Record& created = std::get<Record>(giving.request.target);
  created.owner = giving.dea;
  created.creator = Ref<User>{1};
  created.level = Level::level_4;
  CHECK(giving.answer() == "none");
  created.level = Level::level_2;
  CHECK(giving.answer() == "AD-1");
}

TEST_CASE("a level 4 designation names individuals only") {
  Giving giving;
  CHECK(giving.verdict(CheckId::AD_2) == Verdict::not_applicable);
  giving.request.change.level = Level::level_4;
  CHECK(giving.verdict(CheckId::AD_2) == Verdict::pass);
  giving.request.change.designation = {{{{giving.cbp}, {}, {}}}};
  CHECK(giving.answer() == "AD-2");
  giving.request.change.designation = {{{{}, {UserCategory::supervisor}, {giving.creator}}}};
  CHECK(giving.answer() == "AD-2");
  giving.request.change.designation = {{{{}, {}, {giving.creator}}}};
  CHECK(giving.answer() == "none");
  giving.request.change.level = Level::level_3;
  CHECK(giving.verdict(CheckId::AD_2) == Verdict::not_applicable);
}

TEST_CASE(
    "a level 4 given to a record takes over a designation that names more than individuals, and fails") {
  Giving giving;
  giving.record(giving.given).designation = {{{giving.cbp}, {}, {}}};
  CHECK(giving.answer() == "none");
  giving.request.change.level = Level::level_4;
  CHECK(giving.answer() == "AD-2");
}

TEST_CASE("a system control officer acts on the profiles of the users assigned to that officer alone") {
  WorkedWorld worked;
  const auto officer = worked.add_officer(worked.cbp);
  const auto another = worked.add_officer(worked.cbp);
  const auto profile = worked.add_profile(worked.add_user(worked.cbp), officer);
  for (const Operation operation : {Operation::display, Operation::certify, Operation::reinstate}) {
    CHECK(failing(worked.decide(worked.administer(officer, operation, profile))) == "none");
    CHECK(failing(worked.decide(worked.administer(another, operation, profile))) == "AD-3");
  }
  const auto record = worked.add_record(worked.cbp, Category::subject);
  CHECK(worked.decide(worked.display(officer, record)).verdicts[CheckId::AD_3] == Verdict::not_applicable);
}

TEST_CASE(
    "with a new profile go only functions that the officer's own profile holds and the officer may assign") {
  WorkedWorld worked;
  const auto officer = worked.add_officer(worked.cbp);
  Request request = worked.create(officer, Function::user_profile, Category::user_profile);
  std::get<Record>(request.target).profile_of = worked.add_user(worked.cbp);
  CHECK(failing(worked.decide(request)) == "none");
  request.change.functions = {Function::mi_reports};
  CHECK(failing(worked.decide(request)) == "AD-3");
  worked.user(officer).may_assign = {Function::mi_reports};
  CHECK(failing(worked.decide(request)) == "AD-3");
  worked.user(officer).transactions = {{Function::mi_reports, term("2016-08-12", "2016-08-12")}};
  CHECK(failing(worked.decide(request)) == "AD-3");
  worked.user(officer).functions.insert(Function::mi_reports);
  CHECK(failing(worked.decide(request)) == "none");
}

TEST_CASE("an account is activated only while its holder's investigation and course hold") {
  WorkedWorld worked;
  const auto officer = worked.add_officer(worked.cbp);
  const auto holder = worked.add_user(worked.cbp);
  const auto profile = worked.add_profile(holder, officer);
  worked.user(holder).account = AccountState::inactive;
  const Request request = worked.administer(officer, Operation::activate, profile);
  const auto answer = [&] { return failing(worked.decide(request)); };
  CHECK(answer() == "none");
  worked.user(holder).training_passed = day("2015-08-12");
  CHECK(answer() == "AD-4");
  worked.user(holder).training_passed = day("2015-08-13");
  worked.user(holder).investigation = bi("2011-08-12");
  CHECK(answer() == "AD-4");
  worked.user(holder).investigation = bi("2011-08-13");
  CHECK(answer() == "none");
  worked.user(holder).investigation->adjudication = Adjudication::pending;
  CHECK(answer() == "AD-4");
  const Decision certified = worked.decide(worked.administer(officer, Operation::certify, profile));
  CHECK(certified.verdicts[CheckId::AD_4] == Verdict::not_applicable);
}

TEST_CASE("a lookout is approved by a supervisor who did not create it") {
  WorkedWorld worked;
  const auto creator = worked.add_user(worked.cbp);
  const auto supervisor = worked.add_user(worked.cbp);
  const auto lookout = worked.add_record(worked.cbp, Category::lookout);
  worked.record(lookout).creator = creator;
  for (const auto each : {creator, supervisor})
    worked.user(each).functions.insert(Function::lookout_approval);
  worked.user(supervisor).category = UserCategory::supervisor;
  const auto approved_by = [&](Ref<User> user) {
    Request request = worked.display(user, lookout);
    request.function = Function::lookout_approval;
    request.operation = Operation::approve;
    return failing(worked.decide(request));
  };
  CHECK(approved_by(supervisor) == "none");
  CHECK(approved_by(creator) == "FN-3 LO-4");
  worked.user(creator).category = UserCategory::supervisor;
  CHECK(approved_by(creator) == "LO-4");
  CHECK(worked.decide(worked.display(creator, lookout)).verdicts[CheckId::LO_4] == Verdict::not_applicable);
}

}  // namespace
}  // namespace ntk::policy
