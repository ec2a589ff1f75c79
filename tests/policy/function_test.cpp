// Gate 3, and need to know.
#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::policy {
namespace {

TEST_CASE("a function that the profile does not hold is denied") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).functions.erase(Function::subject_query);
  const auto record = worked.add_record(worked.cbp, Category::subject);
  CHECK(failing(worked.decide(worked.display(officer, record))) == "FN-1");
}

TEST_CASE("a transaction grants its function from its first to its last day") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).functions = {};
  worked.user(officer).transactions = {{Function::subject_query, term("2016-08-10", "2016-08-12")},
                                       {Function::printing, term("2016-01-01", "2016-12-31")}};
  const auto record = worked.add_record(worked.cbp, Category::subject);
  Request request = worked.display(officer, record);
  const auto on = [&](const char* date) {
    request.moment.day = day(date);
    return failing(worked.decide(request));
  };
  CHECK(on("2016-08-09") == "FN-1");
  CHECK(on("2016-08-10") == "none");
  CHECK(on("2016-08-12") == "none");
  CHECK(on("2016-08-13") == "FN-1");
}

TEST_CASE("a function that the agency's agreement does not list is denied to an external user") {
  WorkedWorld worked;
  const auto agent = worked.add_user(worked.fbi);
  const auto record = worked.add_record(worked.cbp, Category::subject);
  Request request = worked.display(agent, record);
  request.function = Function::printing;
  request.operation = Operation::print;
  CHECK(failing(worked.decide(request)) == "FN-2");
}

TEST_CASE("a function must fit the operation and the category that are asked") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  const auto subject = worked.add_record(worked.cbp, Category::subject);
  Request request = worked.display(officer, subject);
  request.operation = Operation::print;
  CHECK(failing(worked.decide(request)) == "FN-6");
  request.operation = Operation::display;
  request.function = Function::lookout_maintenance;
  CHECK(failing(worked.decide(request)) == "FN-6");
  const auto lookout = worked.add_record(worked.cbp, Category::lookout);
  request.target = lookout;
  CHECK(failing(worked.decide(request)) == "none");
}

TEST_CASE("a purpose that is none of the user's duties is no need to know") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).duties = {worked.inspection};
  const auto record = worked.add_record(worked.cbp, Category::subject);
  CHECK(failing(worked.decide(worked.display(officer, record))) == "DA-9");
}

TEST_CASE("an NCIC certification lapses on its second anniversary, of 29 February on the 28th") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  User& user = worked.user(officer);
  user.functions.insert(Function::external_query);
  Request query = worked.search(officer, {});
  query.function = Function::external_query;
  const auto certified = [&](const char* date) {
    user.ncic_certified = day(date);
    return failing(worked.decide(query));
  };
  CHECK(certified("2014-08-12") == "FN-4");
  CHECK(certified("2014-08-13") == "none");
  CHECK(certified("2016-08-12") == "none");
  CHECK(certified("2016-08-13") == "FN-4");
  user.ncic_certified.reset();
  CHECK(failing(worked.decide(query)) == "FN-4");

  user.training_passed = user.certified = day("2018-01-01");
  query.moment.day = day("2018-02-27");
  CHECK(certified("2016-02-29") == "none");
  query.moment.day = day("2018-02-28");
  CHECK(certified("2016-02-29") == "FN-4");
  query.function = Function::subject_query;
  CHECK(worked.decide(query).verdicts[CheckId::FN_4] == Verdict::not_applicable);
}

TEST_CASE("inspection is done at the duty station, and a user without one does none") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).functions.insert(Function::inspection);
  const auto lookout = worked.add_record(worked.cbp, Category::lookout);
  Request request = worked.inspect(officer, lookout);
  CHECK(failing(worked.decide(request)) == "none");
  request.place = "Port of Bexley";
  CHECK(failing(worked.decide(request)) == "FN-5");
  request.place = worked.user(officer).duty_station = "";
  CHECK(failing(worked.decide(request)) == "FN-5");
  CHECK(worked.decide(worked.display(officer, lookout)).verdicts[CheckId::FN_5] == Verdict::not_applicable);
}

TEST_CASE(
    "approval is for supervisors, profiles for system control officers, review for security administrators") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).functions = all<Function>();
  Request request = worked.display(officer, worked.add_record(worked.cbp, Category::subject));
  const auto open_to = [&](Function function) {
    UserCategorySet categories;
    request.function = function;
    for (const auto& each : words<UserCategory>()) {
      worked.user(officer).category = each.value;
      if (worked.decide(request).verdicts[CheckId::FN_3] == Verdict::pass) categories.insert(each.value);
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
  WorkedWorld worked;
  const auto record = worked.add_record(worked.cbp, Category::subject);
  const auto verdict = [&](Ref<Agency> agency) {
    Request request = worked.display(worked.add_user(agency), record);
    request.function = Function::disclosure;
    return worked.decide(request).verdicts[CheckId::FN_3];
  };
  CHECK(verdict(worked.cbp) == Verdict::pass);
  CHECK(verdict(worked.ice) == Verdict::pass);
  CHECK(verdict(worked.fbi) == Verdict::fail);
}

TEST_CASE("case-by-case disclosure is open neither to systems maintenance nor to security administrators") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  Request request = worked.display(officer, worked.add_record(worked.cbp, Category::subject));
  request.function = Function::disclosure;
  for (const auto& each : words<UserCategory>()) {
    worked.user(officer).category = each.value;
    const bool is_closed =
        each.value == UserCategory::systems_maintenance || each.value == UserCategory::security_administrator;
    CHECK((worked.decide(request).verdicts[CheckId::FN_3] == Verdict::fail) == is_closed);
  }
}

TEST_CASE("the reference library asks for no record") {
  WorkedWorld worked;
  const auto officer = worked.add_user(worked.cbp);
  worked.user(officer).functions.insert(Function::reference_library);
  Request request = worked.display(officer, {});
  request.function = Function::reference_library;
  request.operation = Operation::use;
  request.target = NoTarget{};
  CHECK(failing(worked.decide(request)) == "none");
  request.operation = Operation::search;
  CHECK(failing(worked.decide(request)) == "FN-6");
}

}  // namespace
}  // namespace ntk::policy
