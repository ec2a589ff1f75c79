// Permits counted by groups, held against the access matrix cell by cell.
#include "sim/analysis/grouped_matrix.h"

#include <doctest/doctest.h>

#include "sim/analysis/excess.h"
#include "tests/analysis/opened.h"
#include "tests/oracle/random_world.h"
#include "tests/oracle/small_world.h"
#include "tests/property.h"

namespace ntk::analysis {
namespace {

using policy::Ref;

/// All permits of a matrix, cell by cell.
std::vector<Permit> by_cells(const Setting& setting) {
  const Matrix matrix = filled(setting);
  std::vector<Permit> found;
  for (std::uint32_t user = 0; user < matrix.users(); ++user) {
    for (std::uint32_t record = 0; record < matrix.columns(); ++record) {
      if (matrix.at({user}, record).grants()) found.push_back({{user}, {record}});
    }
  }
  return found;
}

std::vector<Permit> without(const std::vector<Permit>& these, const std::vector<Permit>& those) {
  std::vector<Permit> rest;
  std::set_difference(these.begin(), these.end(), those.begin(), those.end(), std::back_inserter(rest));
  return rest;
}

/// What two tables say against what their matrices say; empty where it is the same.
std::string difference(GroupedMatrix& before, GroupedMatrix& after) {
  const auto were = by_cells(before.setting()), are = by_cells(after.setting());
  const MatrixCounts counts = compared(before, after);
  const auto gone = without(were, are);
  if (permits(before, SIZE_MAX) != were) return "the permits listed before differ";
  if (number_of_permits(after) != are.size()) return "the number of permits afterwards differs";
  if (lost(before, after, SIZE_MAX) != gone) return "the permits listed as lost differ";
  if (counts.lost != gone.size()) return "the number of those lost differs";
  if (counts.kept != were.size() - gone.size()) return "the number of those kept differs";
  if (counts.gained != without(are, were).size()) return "the number of those gained differs";
  return {};
}

TEST_CASE("permits counted by groups are those of the matrix, in any world") {
  std::size_t counted = 0;
  property::for_all(
      "permits by groups and by cells agree",
      [&] {
        const auto drawn = [] {
          return Setting{std::make_shared<const policy::World>(oracle::any_world()),
                         {oracle::today, 540},
                         {},
                         "Averton"};
        };
        // Two worlds of the same things: the second is the first with its levels, designations and profiles changed.
        Setting first = drawn();
        policy::World changed = *first.world;
        const policy::World other = oracle::any_world();
        for (std::size_t at = 0; at < changed.records.size() && at < other.records.size(); ++at) {
          changed.records[at].level = other.records[at].level;
          changed.records[at].designation = other.records[at].designation;
        }
        for (std::size_t at = 0; at < changed.users.size() && at < other.users.size(); ++at)
          changed.users[at].functions = other.users[at].functions;
        Setting second = first;
        second.world = std::make_shared<const policy::World>(std::move(changed));
        GroupedMatrix before(first), after(second);
        counted += number_of_permits(before);
        const std::string differs = difference(before, after);
        if (!differs.empty()) property::fail(differs);
      },
      200);
  CHECK(counted > 500);
}

TEST_CASE("after any single edit of a lesson the permits are those of the matrix after it") {
  std::size_t edits = 0, fewer = 0;
  for (const auto& file : some_of(shipped_with_assignments())) {
    CAPTURE(file.string());
    const session::Session key = taken(opened(file), key_of(opened(file)));
    const Setting setting = assigned_setting(key);
    GroupedMatrix before(setting);
    for (const scenario::Assignable& field : key.scenario().assignables) {
      for (const scenario::AssignedValue& value : single_edits(field, current_value(*setting.world, field))) {
        GroupedMatrix after(before, edited(setting, field, value), {field});
        CHECK(difference(before, after) == "");
        ++edits;
        fewer += compared(before, after).lost > 0 ? 1 : 0;
      }
    }
  }
  CHECK(edits > 20);
  CHECK(fewer > 5);
}

TEST_CASE("of many permits only so many are listed as are asked for, and all are counted") {
  const session::Session session = opened(harbour);
  GroupedMatrix table(setting_of(session));
  const auto all = permits(table, SIZE_MAX);
  REQUIRE_FALSE(all.empty());
  CHECK(permits(table, 1) == std::vector<Permit>{all.front()});
  CHECK(number_of_permits(table) == all.size());
}

TEST_CASE("where nothing can be asked nobody has a permit") {
  Setting setting = setting_of(opened(harbour));
  policy::World silent = *setting.world;
  silent.purposes.clear();
  setting.world = std::make_shared<const policy::World>(std::move(silent));
  GroupedMatrix table(setting);
  CHECK(number_of_permits(table) == 0);
}

}  // namespace
}  // namespace ntk::analysis
