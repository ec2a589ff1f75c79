// Warnings before a place on Primary ends (LO-5), and the order of notices.
#include "sim/session/notices.h"

#include <doctest/doctest.h>

#include "tests/policy/worked_world.h"

namespace ntk::session {
namespace {

using policy::Operation;
using policy::PrimaryDesignation;
using policy::Record;
using policy::Ref;
using policy::World;

/// A lookout with a place on Primary, before a request and after it.
struct Placed : policy::WorkedWorld {
  Ref<policy::User> supervisor = add_user(cbp);
  Ref<Record> lookout = add_record(cbp, policy::Category::lookout);
  World after;
  policy::Request request = display(supervisor, lookout);

  /// The request makes the place approved, through this last day.
  std::optional<Notice> warning(Operation operation, std::string_view last, std::string_view before_last,
                                bool approved_before) {
    request.operation = operation;
    record(lookout).primary = PrimaryDesignation{{}, policy::day(before_last), approved_before, {}};
    after = world;
    after.records[lookout.at].primary = PrimaryDesignation{{}, policy::day(last), true, {}};
    return warning_at_once(world, after, request);
  }
};

TEST_CASE("an approval within the days of the warning is warned of at once, and one before them is not") {
  Placed placed;
  CHECK(placed.warning(Operation::approve, "2016-09-11", "2016-09-11", false));
  CHECK(placed.warning(Operation::approve, "2016-08-12", "2016-08-12", false));
  CHECK_FALSE(placed.warning(Operation::approve, "2016-09-12", "2016-09-12", false));
  CHECK_FALSE(placed.warning(Operation::approve, "2016-08-11", "2016-08-11", false));  // over already
}

TEST_CASE("a recertification to another day within the days of the warning is warned of at once") {
  Placed placed;
  const auto warning = placed.warning(Operation::recertify, "2016-09-01", "2016-08-20", true);
  REQUIRE(warning);
  CHECK(warning->kind == NoticeKind::ends_soon);
  CHECK(warning->to == placed.cbp);
  CHECK(warning->moment == placed.request.moment);
}

TEST_CASE("a place that stood so before is not warned of again") {
  Placed placed;
  CHECK_FALSE(placed.warning(Operation::recertify, "2016-09-01", "2016-09-01", true));
  CHECK_FALSE(placed.warning(Operation::approve, "2016-09-01", "2016-09-01", true));
}

TEST_CASE("notices that fall due together come in the order of their days") {
  Placed placed;
  placed.record(placed.lookout).primary = PrimaryDesignation{{}, policy::day("2016-12-24"), true, {}};
  const auto other = placed.add_record(placed.cbp, policy::Category::lookout);
  placed.record(other).primary = PrimaryDesignation{{}, policy::day("2016-10-01"), true, {}};
  const std::vector<Notice> due =
      notices_due(placed.world, policy::day("2016-08-12"), policy::day("2017-01-01"));
  REQUIRE(due.size() == 4);
  for (std::size_t at = 1; at < due.size(); ++at) CHECK_FALSE(due[at].moment < due[at - 1].moment);
  CHECK(due.front().lookout == other);
}

}  // namespace
}  // namespace ntk::session
