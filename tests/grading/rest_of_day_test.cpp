#include "sim/grading/rest_of_day.h"

#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::grading {
namespace {

using session::Freshness;

TEST_CASE("what was not run is run in the end") {
  session::Session session = session::session_after({"predict foreign-file permit", "run own-file"});
  CHECK(run_the_rest(session).empty());
  for (std::uint32_t i = 0; i < session.requests().size(); ++i)
    CHECK(session.freshness(i) == Freshness::current);
  CHECK(session.runs().size() == session.requests().size());
}

TEST_CASE("where something was run before the last change, the day begins anew") {
  session::Session session = session::session_after(
      {"predict foreign-file permit", "run own-file", "assign record ring designation agency:fbi"});
  CHECK(run_the_rest(session).empty());
  CHECK(session.runs().size() == 1 + session.requests().size());
}

TEST_CASE("what is run in the end settles no first prediction of somebody who kept a journal") {
  session::Session session = session::session_after({"predict foreign-file deny DA-5"});
  run_the_rest(session);
  CHECK(session.first_predictions().empty());
}

}  // namespace
}  // namespace ntk::grading
