// Roles: what their holders may do and enter (FN-7), and who gives them (AD-3).
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

/// Two roles, and an officer of CBP whose profile holds subject maintenance and subject query.
struct RoleWorld : WorkedWorld {
  Ref<Role> reader, clerk;
  Ref<User> officer = add_user(cbp);

  RoleWorld() {
    world.roles = {{"reader", "Reader", {Function::subject_query}, {}},
                   {"clerk", "Records clerk", {Function::subject_maintenance}, {Category::subject}}};
    reader = {0};
    clerk = {1};
    user(officer).functions = {Function::subject_query, Function::subject_maintenance};
  }
  Verdict fn_7(const Request& request) const { return decide(request).verdicts[CheckId::FN_7]; }
};

TEST_CASE("a user without roles is not asked whether a role includes the function") {
  RoleWorld roles;
  CHECK(roles.fn_7(roles.create(roles.officer, Function::subject_maintenance, Category::subject)) ==
        Verdict::not_applicable);
}

TEST_CASE("a function outside all of a user's roles is denied, and inside one of them is open") {
  RoleWorld roles;
  const auto open = roles.add_record(roles.cbp, Category::subject);
  roles.user(roles.officer).roles = {roles.clerk};
  CHECK(failing(roles.decide(roles.display(roles.officer, open))) == "FN-7");
  roles.user(roles.officer).roles = {roles.reader, roles.clerk};
  CHECK(failing(roles.decide(roles.display(roles.officer, open))) == "none");
  CHECK(roles.fn_7(roles.display(roles.officer, open)) == Verdict::pass);
}

TEST_CASE("a record is entered only in a category that the role of that function adds") {
  RoleWorld roles;
  roles.user(roles.officer).roles = {roles.clerk};
  CHECK(failing(roles.decide(
            roles.create(roles.officer, Function::subject_maintenance, Category::subject))) == "none");
  const Request memorandum = roles.create(roles.officer, Function::subject_maintenance, Category::moir);
  CHECK(failing(roles.decide(memorandum)) == "FN-7");
  roles.user(roles.officer).roles = {roles.reader, roles.clerk};
  roles.world.roles[roles.reader.at].adds = {Category::moir};  // by another function than the one asked
  CHECK(failing(roles.decide(memorandum)) == "FN-7");
}

TEST_CASE("a function that a transaction lends is used beyond the roles; one that the profile holds is not") {
  RoleWorld roles;
  const auto open = roles.add_record(roles.cbp, Category::subject);
  User& officer = roles.user(roles.officer);
  officer.roles = {roles.clerk};
  officer.functions = {Function::subject_maintenance};
  officer.transactions = {{Function::subject_query, {roles.today, roles.today}}};
  CHECK(roles.fn_7(roles.display(roles.officer, open)) == Verdict::not_applicable);
  CHECK(failing(roles.decide(roles.display(roles.officer, open))) == "none");
  officer.functions.insert(Function::subject_query);
  CHECK(failing(roles.decide(roles.display(roles.officer, open))) == "FN-7");
  officer.functions.erase(Function::subject_query);
  officer.transactions.clear();
  CHECK(failing(roles.decide(roles.display(roles.officer, open))) == "FN-1 FN-7");
}

// ---- Who gives them ----------------------------------------------------------------------------

/// A system control officer who has both roles, and a user assigned to that officer.
struct Giving : RoleWorld {
  Ref<User> sco = add_officer(cbp);
  Ref<User> holder = add_user(cbp);
  Ref<Record> profile = add_profile(holder, sco);
  Request request = administer(sco, Operation::assign, profile);

  Giving() {
    user(sco).roles = {reader, clerk};
    world.roles[reader.at].functions.insert(Function::user_profile);
    user(sco).may_assign_roles = {clerk};
    user(sco).may_assign = {Function::subject_maintenance, Function::subject_query};
    user(sco).functions = {Function::user_profile, Function::subject_maintenance, Function::subject_query};
    user(holder).functions = {};
  }
  std::string answer() const { return failing(decide(request)); }
};

TEST_CASE("a system control officer gives a role that is held and may be assigned, and no other") {
  Giving giving;
  giving.request.change.roles = {giving.clerk};
  CHECK(giving.answer() == "none");
  giving.request.change.roles = {giving.reader};
  CHECK(giving.answer() == "AD-3");
  giving.user(giving.sco).may_assign_roles = {giving.reader, giving.clerk};
  CHECK(giving.answer() == "none");
  giving.user(giving.sco).roles = {giving.reader};
  giving.request.change.roles = {giving.clerk};
  CHECK(giving.answer() == "AD-3");
}

TEST_CASE("functions given for good lie within the user's roles, those of the same request included") {
  Giving giving;
  giving.request.change.functions = {Function::subject_query};
  CHECK(giving.answer() == "none");  // the user has no role
  giving.user(giving.holder).roles = {giving.clerk};
  CHECK(giving.answer() == "AD-3");
  giving.user(giving.sco).may_assign_roles = {giving.reader, giving.clerk};
  giving.request.change.roles = {giving.reader};
  CHECK(giving.answer() == "none");
  giving.user(giving.holder).roles = {};
  giving.request.change.roles = {giving.clerk};
  CHECK(giving.answer() == "AD-3");
}

TEST_CASE("a function is lent beyond the user's roles") {
  Giving giving;
  giving.user(giving.holder).roles = {giving.clerk};
  giving.request.change.functions = {Function::subject_query};
  giving.request.change.term = Term{giving.today, giving.today};
  CHECK(giving.answer() == "none");
}

TEST_CASE("what a transaction lends a system control officer is not the officer's to give") {
  Giving giving;
  giving.user(giving.sco).functions.erase(Function::subject_query);
  giving.user(giving.sco).transactions = {{Function::subject_query, {giving.today, giving.today}}};
  giving.request.change.functions = {Function::subject_query};
  CHECK(giving.answer() == "AD-3");
}

TEST_CASE("a new profile is for a user whom nobody else has charge of, and says for whom") {
  Giving giving;
  giving.request = giving.create(giving.sco, Function::user_profile, Category::user_profile);
  giving.world.roles[giving.reader.at].adds = {Category::user_profile};
  Record& created = std::get<Record>(giving.request.target);
  CHECK(giving.answer() == "AD-3");
  created.profile_of = giving.holder;
  CHECK(giving.answer() == "none");
  giving.user(giving.holder).sco.reset();
  CHECK(giving.answer() == "none");
  giving.user(giving.holder).sco = giving.add_officer(giving.cbp);
  CHECK(giving.answer() == "AD-3");
}

}  // namespace
}  // namespace ntk::policy
