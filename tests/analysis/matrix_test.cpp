#include "sim/analysis/matrix.h"

#include <doctest/doctest.h>

#include "sim/analysis/coverage.h"
#include "sim/analysis/forecast.h"
#include "sim/policy/decide.h"
#include "tests/analysis/opened.h"
#include "tests/oracle/compiled_comparison.h"

namespace ntk::analysis {
namespace {

using policy::CheckId;
using policy::Ref;
using session::Session;

/// A line for each user: "permit DA-7 absent".
std::string text_of(const Matrix& matrix) {
  std::string text;
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    for (std::uint32_t column = 0; column < matrix.columns(); ++column)
      text += (column > 0 ? ", " : "") + std::string(word(matrix.at({user}, column)));
    text += '\n';
  }
  return text;
}

/// What deciding the question of a cell gives. Of a search for one record, whether it is returned.
std::string answer(const Matrix& matrix, Ref<policy::User> user, std::uint32_t column) {
  const policy::World& world = *matrix.setting().world;
  if (matrix.axis() == Axis::records && world.records[column].absent) return "absent";
  const auto question = matrix.question(user, column);
  if (!question) return "not asked";
  const policy::Decision decision = policy::decide(world, *question);
  if (!decision.permitted()) return std::string(policy::check(*decision.primary()).code);
  const auto* one = std::get_if<Ref<policy::Record>>(&question->target);
  if (one != nullptr && world[*one].absent) return "absent";
  for (const policy::Hit& each : decision.hits) {
    if (!each.withheld()) continue;
    if (matrix.axis() == Axis::requests) return "in part";
    if (matrix.axis() == Axis::records && each.record.at == column)
      return std::string(policy::check(*each.verdicts.first_failed()).code);
  }
  return "permit";
}

/// The first cell that is not what deciding its question gives; empty: all are.
std::string first_wrong_cell(const Matrix& matrix) {
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    for (std::uint32_t column = 0; column < matrix.columns(); ++column) {
      const std::string expected = answer(matrix, {user}, column);
      if (word(matrix.at({user}, column)) != expected)
        return std::string(word(matrix.axis())) + " of user " + std::to_string(user) + ", column " +
               std::to_string(column) + ": " + std::string(word(matrix.at({user}, column))) + ", decided " +
               expected;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a matrix has at most as many cells as can be held, and says what it would have had") {
  const analysis::Setting setting = setting_of(opened(harbour));
  CHECK(too_many_cells(setting, Axis::records, 6).empty());
  CHECK(too_many_cells(setting, Axis::records, 5)
            .starts_with("2 users by 3 records are more than the 5 cells"));
}

TEST_CASE("users by records: permit, or the first rule that denies it") {
  const Session session = opened(harbour);
  CHECK(text_of(filled(setting_of(session), Axis::records)) ==
        "permit, DA-7, DA-6\n"
        "AC-3, AC-3, AC-3\n");
}

TEST_CASE("users by requests: would this user succeed with it, in whole or in part") {
  const Session session = opened(harbour);
  CHECK(text_of(filled(setting_of(session), Axis::requests)) ==
        "DA-7, in part, permit\n"
        "AC-3, AC-3, AC-3\n");
}

TEST_CASE("users by functions: may the function be used at all") {
  const Session session = opened(harbour);
  const Matrix matrix = filled(setting_of(session), Axis::functions);
  REQUIRE(matrix.columns() == policy::words<policy::Function>().size());
  for (std::uint32_t column = 0; column < matrix.columns(); ++column) {
    const bool held = policy::words<policy::Function>()[column].value == policy::Function::subject_query;
    CHECK(word(matrix.at({0}, column)) == (held ? "permit" : "FN-1"));
    CHECK(word(matrix.at({1}, column)) == "AC-3");
  }
}

TEST_CASE("every cell of every lesson is what deciding its question gives, before and after its key") {
  std::size_t cells = 0;
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    Session played = opened(file);
    run_everything(played);
    for (const Session& session : {opened(file), taken(opened(file), key_of(played)), played}) {
      for (const Axis axis : {Axis::records, Axis::requests, Axis::functions}) {
        const Matrix matrix = filled(setting_of(session), axis);
        CHECK(first_wrong_cell(matrix) == "");
        cells += matrix.size();
      }
      oracle::CompiledComparison compared;
      CHECK(compared.compare(session.world(), session.clock(), policy::reading_ways(),
                             {Ref<policy::Purpose>{0}, session.scenario().places.front()}) == "");
      CHECK(compared.cases() == session.world().users.size() * session.world().records.size());
    }
  }
  MESSAGE(cells << " cells");
  CHECK(cells > (tries_everything ? 3000 : 1000));
}

TEST_CASE("the matrix of a later day is the one that there will be once the clock has come to it") {
  std::size_t flipped = 0;
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    Session session = opened(file);
    const Setting now = setting_of(session);
    const auto days = days_of_change(now);
    for (std::size_t at = 1; at < std::min<std::size_t>(days.size(), 6); ++at) {
      const policy::Moment then{days[at], now.moment.minute};
      REQUIRE_FALSE(session.apply("advance " + policy::to_text(then)));
      for (const Axis axis : {Axis::records, Axis::functions}) {
        const Matrix foreseen = filled(on_day(now, then.day), axis);
        CHECK(text_of(foreseen) == text_of(filled(setting_of(session), axis)));
        flipped += flips(filled(now, axis), foreseen).size();
      }
    }
  }
  CHECK(flipped > 100);
}

TEST_CASE("on a later day a script's request is asked on that day, whenever the script asks it") {
  const Setting now = setting_of(opened(harbour));
  const policy::Date lapsed = *policy::parse_date("2017-03-02");
  const Matrix then = filled(on_day(now, lapsed), Axis::requests);
  for (std::uint32_t column = 0; column < then.columns(); ++column)
    CHECK(then.question({0}, column)->moment.day == lapsed);
  CHECK(word(then.at({0}, 2)) == "AC-4");
}

TEST_CASE("a matrix is computed in steps, and tells how far it is") {
  Matrix matrix(setting_of(opened(harbour)), Axis::functions);
  CHECK(matrix.filled() == 0);
  CHECK_FALSE(matrix.done());
  CHECK(word(matrix.at({0}, 0)) == "pending");
  CHECK_FALSE(matrix.step(5));
  CHECK(matrix.filled() == 5);
  CHECK(matrix.at({0}, 4).is_decided());
  CHECK_FALSE(matrix.at({0}, 5).is_decided());
  while (!matrix.step(7)) CHECK(matrix.filled() < matrix.size());
  CHECK(matrix.filled() == matrix.size());
  CHECK(text_of(matrix) == text_of(filled(setting_of(opened(harbour)), Axis::functions)));
  Matrix by_rows(setting_of(opened(harbour)), Axis::records);
  CHECK_FALSE(by_rows.step(0));
  CHECK(by_rows.filled() == 3);
  CHECK(by_rows.step(1));
}

TEST_CASE("a matrix keeps the world that it is of, whatever becomes of the session") {
  Session session = opened(harbour);
  Matrix matrix(setting_of(session), Axis::records);
  matrix.step(1);
  REQUIRE_FALSE(session.apply("assign record ring level 1"));
  matrix.finish();
  CHECK(text_of(matrix) == text_of(filled(setting_of(opened(harbour)), Axis::records)));
}

TEST_CASE("the cells that an edit flips are known before it is applied, and are those flipped after") {
  Session session = opened(harbour);
  const Matrix now = filled(setting_of(session), Axis::records);
  const auto& level = session.scenario().assignables[1];
  const Matrix preview = filled(edited(now.setting(), level, policy::Level::level_1), Axis::records);
  const auto flipped = flips(now, preview);
  REQUIRE(flipped.size() == 1);
  CHECK(flipped[0].gained());
  CHECK_FALSE(flipped[0].lost());
  CHECK(flipped[0].user.at == 0);
  CHECK(flipped[0].column == 1);
  CHECK(flipped[0].before.primary() == CheckId::DA_7);
  REQUIRE_FALSE(session.apply("assign record ring level 1"));
  const Matrix after = filled(setting_of(session), Axis::records);
  CHECK(flips(preview, after).empty());
  const auto back = flips(after, now);
  REQUIRE(back.size() == 1);
  CHECK(back[0].lost());
}

TEST_CASE("a denial for another reason is a flip only where reasons count") {
  const Setting setting = setting_of(opened(harbour));
  auto suspended = std::make_shared<policy::World>(*setting.world);
  suspended->users[1].account = policy::AccountState::suspended;
  Setting other = setting;
  other.world = suspended;
  const Matrix before = filled(setting, Axis::records), after = filled(other, Axis::records);
  CHECK(flips(before, after).empty());
  CHECK(flips(before, after, Difference::reason).size() == 3);
}

TEST_CASE("what is not computed yet has not flipped") {
  Matrix before(setting_of(opened(harbour)), Axis::records),
      after(setting_of(opened(harbour)), Axis::records);
  before.step(1);
  after.finish();
  CHECK(flips(before, after, Difference::reason).empty());
}

TEST_CASE("a record that is not on the platform is absent, to everybody") {
  Setting setting = setting_of(opened(harbour));
  auto world = std::make_shared<policy::World>(*setting.world);
  world->records[0].absent = true;
  setting.world = world;
  CHECK(text_of(filled(setting, Axis::records)) == "absent, DA-7, DA-6\nabsent, AC-3, AC-3\n");
}

TEST_CASE("who has no duties fails the need to know, and without purposes nothing is asked") {
  Setting setting = setting_of(opened(harbour));
  auto world = std::make_shared<policy::World>(*setting.world);
  world->users[0].duties.clear();
  setting.world = world;
  CHECK(text_of(filled(setting, Axis::records)).starts_with("DA-9, DA-7, DA-6"));
  auto aimless = std::make_shared<policy::World>(*world);
  aimless->purposes.clear();
  setting.world = aimless;
  CHECK(word(filled(setting, Axis::records).at({0}, 0)) == "not asked");
  CHECK(word(filled(setting, Axis::functions).at({0}, 0)) == "not asked");
}

TEST_CASE("a cell leads to a request that the student can ask, with the same outcome") {
  Session session = opened(harbour);
  const Matrix matrix = filled(setting_of(session), Axis::records);
  for (std::uint32_t column = 0; column < matrix.columns(); ++column) {
    const auto question = matrix.question({0}, column);
    REQUIRE(question);
    CHECK(can_be_asked(*question));
    const std::string id = next_own_id(session);
    REQUIRE_FALSE(session.apply(session::Command(session::AskCommand{id, *question, true})));
    REQUIRE_FALSE(session.apply("run " + id));
    const auto& decision = session.latest_run(*session.find_request(id))->decision;
    CHECK(decision.primary() == matrix.at({0}, column).primary());
  }
  const Matrix functions = filled(setting_of(session), Axis::functions);
  const auto by = [&](policy::Function function) {
    return *functions.question({0}, static_cast<std::uint32_t>(function));
  };
  CHECK(can_be_asked(by(policy::Function::subject_query)));
  CHECK(can_be_asked(by(policy::Function::system_support)));
  CHECK_FALSE(can_be_asked(by(policy::Function::disclosure)));
}

TEST_CASE("from afar: of each agency and category, how many cells are permitted of those decided") {
  const Matrix matrix = filled(setting_of(opened(harbour)), Axis::records);
  const Summary sum = summary(matrix);
  REQUIRE(sum.agencies.size() == 2);
  CHECK(sum.agencies[0].at == 1);
  REQUIRE(sum.categories.size() == 1);
  CHECK(sum.at(0, 0) == Share{1, 0, 3});
  CHECK(sum.at(1, 0) == Share{0, 0, 3});
  const Summary requests = summary(filled(setting_of(opened(harbour)), Axis::requests));
  CHECK(requests.groups == 3);
  CHECK(requests.at(0, 1) == Share{1, 1, 1});
}

TEST_CASE("the shares of a summary add up to the cells, in every lesson") {
  for (const auto& file : shipped_with_assignments()) {
    const Matrix matrix = filled(setting_of(opened(file)), Axis::records);
    const Summary sum = summary(matrix);
    std::size_t decided = 0, permitted = 0, cells_decided = 0, cells_permitted = 0;
    for (const Share& each : sum.shares) {
      decided += each.decided;
      permitted += each.permitted;
    }
    for (std::uint32_t user = 0; user < matrix.users(); ++user) {
      for (std::uint32_t column = 0; column < matrix.columns(); ++column) {
        cells_decided += matrix.at({user}, column).is_decided();
        cells_permitted += matrix.at({user}, column).grants();
      }
    }
    CAPTURE(file.string());
    CHECK(decided == cells_decided);
    CHECK(permitted == cells_permitted);
  }
}

}  // namespace ntk::analysis
