// Gate 3, and need to know.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("a function that the profile does not hold is denied") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).functions.erase(Function::subject_query);
  const auto record = of.add_record(of.cbp, Category::subject);
  CHECK(failing(of.decide(of.display(officer, record))) == "FN-1");
}

TEST_CASE("a transaction grants its function from its first to its last day") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).functions = {};
  of.user(officer).transactions = {{Function::subject_query, term("2016-08-10", "2016-08-12")},
                                   {Function::printing, term("2016-01-01", "2016-12-31")}};
  const auto record = of.add_record(of.cbp, Category::subject);
  Request request = of.display(officer, record);
  const auto on = [&](const char* date) {
    request.moment.day = day(date);
    return failing(of.decide(request));
  };
  CHECK(on("2016-08-09") == "FN-1");
  CHECK(on("2016-08-10") == "none");
  CHECK(on("2016-08-12") == "none");
  CHECK(on("2016-08-13") == "FN-1");
}

TEST_CASE("a function that the agency's agreement does not list is denied to an external user") {
  WorkedWorld of;
  const auto agent = of.add_user(of.fbi);
  const auto record = of.add_record(of.cbp, Category::subject);
  Request request = of.display(agent, record);
  request.function = Function::printing;
  request.operation = Operation::print;
  CHECK(failing(of.decide(request)) == "FN-2");
}

TEST_CASE("a function must fit the operation and the category that are asked") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  const auto subject = of.add_record(of.cbp, Category::subject);
  Request request = of.display(officer, subject);
  request.operation = Operation::print;
  CHECK(failing(of.decide(request)) == "FN-6");
  request.operation = Operation::display;
  request.function = Function::lookout_maintenance;
  CHECK(failing(of.decide(request)) == "FN-6");
  const auto lookout = of.add_record(of.cbp, Category::lookout);
  request.target = lookout;
  CHECK(failing(of.decide(request)) == "none");
}

TEST_CASE("a purpose that is none of the user's duties is no need to know") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).duties = {of.inspection};
  const auto record = of.add_record(of.cbp, Category::subject);
  CHECK(failing(of.decide(of.display(officer, record))) == "DA-9");
}

TEST_CASE("an NCIC certification lapses on its second anniversary, of 29 February on the 28th") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  User& user = of.user(officer);
  user.functions.insert(Function::external_query);
  Request query = of.search(officer, {});
  query.function = Function::external_query;
  const auto certified = [&](const char* date) {
    user.ncic_certified = day(date);
    return failing(of.decide(query));
  };
  CHECK(certified("2014-08-12") == "FN-4");
  CHECK(certified("2014-08-13") == "none");
  CHECK(certified("2016-08-12") == "none");
  CHECK(certified("2016-08-13") == "FN-4");
  user.ncic_certified.reset();
  CHECK(failing(of.decide(query)) == "FN-4");

  user.training_passed = user.certified = day("2018-01-01");
  query.moment.day = day("2018-02-27");
  CHECK(certified("2016-02-29") == "none");
  query.moment.day = day("2018-02-28");
  CHECK(certified("2016-02-29") == "FN-4");
  query.function = Function::subject_query;
  CHECK(of.decide(query).verdicts[CheckId::FN_4] == Verdict::not_applicable);
}

TEST_CASE("inspection is done at the duty station, and a user without one does none") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).functions.insert(Function::inspection);
  const auto lookout = of.add_record(of.cbp, Category::lookout);
  Request request = of.inspect(officer, lookout);
  CHECK(failing(of.decide(request)) == "none");
  request.place = "Port of Bexley";
  CHECK(failing(of.decide(request)) == "FN-5");
  request.place = of.user(officer).duty_station = "";
  CHECK(failing(of.decide(request)) == "FN-5");
  CHECK(of.decide(of.display(officer, lookout)).verdicts[CheckId::FN_5] == Verdict::not_applicable);
}

TEST_CASE(
    "approval is for supervisors, profiles for system control officers, review for security administrators") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).functions = all<Function>();
  Request request = of.display(officer, of.add_record(of.cbp, Category::subject));
  const auto open_to = [&](Function function) {
    UserCategorySet categories;
    request.function = function;
    for (const auto& each : words<UserCategory>()) {
      of.user(officer).category = each.value;
      if (of.decide(request).verdicts[CheckId::FN_3] == Verdict::pass) categories.insert(each.value);
    }
    return categories;
  };
  CHECK(open_to(Function::lookout_approval) == UserCategorySet{UserCategory::supervisor});
  CHECK(open_to(Function::user_profile) == UserCategorySet{UserCategory::system_control_officer});
  CHECK(open_to(Function::audit_review) == UserCategorySet{UserCategory::security_administrator});
  CHECK(open_to(Function::reference_library) == all<UserCategory>());
  CHECK(open_to(Function::system_support) == all<UserCategory>());
  CHECK(open_to(Function::subject_query) == UserCategorySet{UserCategory::general_user,
                                                            UserCategory::supervisor,
                                                            UserCategory::system_control_officer});
}

TEST_CASE("case-by-case disclosure is open to users within the Department alone") {
  WorkedWorld of;
  const auto record = of.add_record(of.cbp, Category::subject);
  const auto verdict = [&](Ref<Agency> agency) {
    Request request = of.display(of.add_user(agency), record);
    request.function = Function::disclosure;
    return of.decide(request).verdicts[CheckId::FN_3];
  };
  CHECK(verdict(of.cbp) == Verdict::pass);
  CHECK(verdict(of.ice) == Verdict::pass);
  CHECK(verdict(of.fbi) == Verdict::fail);
}

TEST_CASE("the reference library asks for no record") {
  WorkedWorld of;
  const auto officer = of.add_user(of.cbp);
  of.user(officer).functions.insert(Function::reference_library);
  Request request = of.display(officer, {});
  request.function = Function::reference_library;
  request.operation = Operation::use;
  request.target = NoTarget{};
  CHECK(failing(of.decide(request)) == "none");
  request.operation = Operation::search;
  CHECK(failing(of.decide(request)) == "FN-6");
}

}  // namespace
}  // namespace ntk::policy
