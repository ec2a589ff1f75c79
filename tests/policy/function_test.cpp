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

}  // namespace
}  // namespace ntk::policy
