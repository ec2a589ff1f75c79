#include "sim/scenario/assignable.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/session/example_lesson.h"

namespace ntk::scenario {
namespace {

using namespace policy;
using session::example_lesson;

Assignable assignable_of(const Scenario& lesson, AssignableField field) {
  for (const Assignable& each : lesson.assignables) {
    if (each.field == field) return each;
  }
  FAIL("the lesson does not open the field");
  return {};
}

TEST_CASE("every field that can be opened has a row, at its own place, with words of its own") {
  std::set<std::string> seen;
  std::size_t position = 0;
  for (const AssignableFieldWord& each : assignable_fields()) {
    CHECK(static_cast<std::size_t>(each.field) == position++);
    CHECK(&field_word(each.field) == &each);
    CHECK(seen.insert(std::string(each.kind_word) + ' ' + std::string(each.word)).second);
    CHECK_FALSE(each.title.empty());
  }
  CHECK(position == static_cast<std::size_t>(AssignableField::letter_route) + 1);
}

TEST_CASE("a value that was assigned is the field's value, and nothing else has changed") {
  const Scenario lesson = example_lesson();
  for (const Assignable& each : lesson.assignables) {
    CAPTURE(field_word(each.field).word);
    World world = lesson.world;
    const AssignedValue before = current_value(world, each);
    const AssignedValue other = each.open ? before : each.choices.back();
    assign(world, each, other);
    CHECK(current_value(world, each) == other);
    assign(world, each, before);
    CHECK(world == lesson.world);
  }
}

TEST_CASE("a value of another field's type is neither allowed nor assigned") {
  const Scenario lesson = example_lesson();
  const std::vector<AssignedValue> one_of_each = {
      Level::level_1, Designation{},         std::optional<Investigation>(),
      FunctionSet{},  std::optional<Term>(), CategorySet{},
      LevelSet{},     Access::update,        true};
  for (const Assignable& each : lesson.assignables) {
    for (const AssignedValue& value : one_of_each) {
      if (value.index() == current_value(lesson.world, each).index()) continue;
      World world = lesson.world;
      CHECK_FALSE(allows(each, value));
      assign(world, each, value);
      CHECK(world == lesson.world);
    }
  }
}

TEST_CASE("a field of one value takes its choices and no other") {
  const Assignable level = assignable_of(example_lesson(), AssignableField::record_level);
  CHECK(allows(level, Level::level_1));
  CHECK(allows(level, Level::level_4));
  CHECK_FALSE(allows(level, Level::level_2));
}

TEST_CASE("a field that is a set takes any of its choices together, none included") {
  const Assignable categories = assignable_of(example_lesson(), AssignableField::agreement_categories);
  CHECK(allows(categories, CategorySet{}));
  CHECK(allows(categories, CategorySet{Category::lookout}));
  CHECK(allows(categories, CategorySet{Category::subject, Category::lookout}));
  CHECK_FALSE(allows(categories, CategorySet{Category::subject, Category::esta}));
}

TEST_CASE("a designation takes the classes offered, in any order, but no class that only resembles one") {
  const Assignable field = assignable_of(example_lesson(), AssignableField::record_designation);
  const Ref<Agency> fbi{1}, dea{2};
  const DesignationClass supervisors{{fbi}, {UserCategory::supervisor}, {}}, ana{{}, {}, {Ref<User>{0}}};
  CHECK(allows(field, Designation{}));
  CHECK(allows(field, Designation{ana, supervisors}));
  CHECK_FALSE(allows(field, Designation{ana, {{dea}, {}, {}}}));
  CHECK_FALSE(allows(field, Designation{{{}, {UserCategory::supervisor}, {}}}));
  CHECK_FALSE(allows(field, Designation{DesignationClass{}}));
}

TEST_CASE("the order in which a class names its agencies says nothing") {
  const Ref<Agency> cbp{0}, fbi{1};
  const Assignable field{AssignableField::record_designation, 0, false, {Designation{{{cbp, fbi}, {}, {}}}}};
  CHECK(allows(field, Designation{{{fbi, cbp}, {}, {}}}));
  CHECK_FALSE(allows(field, Designation{{{fbi}, {}, {}}}));
}

TEST_CASE("an open field takes all that means something there") {
  const Scenario lesson = example_lesson();
  CHECK(
      allows(assignable_of(lesson, AssignableField::memo_levels), LevelSet{Level::level_3, Level::level_4}));
  CHECK(allows(assignable_of(lesson, AssignableField::memo_levels), LevelSet{Level::level_1}));
  CHECK(allows(assignable_of(lesson, AssignableField::memo_categories), CategorySet{Category::seizure}));
  CHECK_FALSE(allows(assignable_of(lesson, AssignableField::memo_categories), CategorySet{Category::esta}));
  CHECK(allows(assignable_of(lesson, AssignableField::agreement_anaci_categories),
               CategorySet{Category::esta}));
  CHECK_FALSE(allows(assignable_of(lesson, AssignableField::agreement_anaci_categories),
                     CategorySet{Category::subject}));
}

TEST_CASE("a term may be of one day, but not end before it begins") {
  const Assignable term = assignable_of(example_lesson(), AssignableField::memo_term);
  const Date first = *parse_date("2016-05-02"), before = *parse_date("2016-05-01");
  CHECK(allows(term, std::optional<Term>()));
  CHECK(allows(term, std::optional(Term{first, std::nullopt})));
  CHECK(allows(term, std::optional(Term{first, first})));
  CHECK_FALSE(allows(term, std::optional(Term{first, before})));
}

TEST_CASE("a field is called by the id of the thing it belongs to") {
  const Scenario lesson = example_lesson();
  CHECK(owner_id(lesson.world, assignable_of(lesson, AssignableField::record_level)) == "ring");
  CHECK(owner_id(lesson.world, assignable_of(lesson, AssignableField::user_investigation)) == "ortega");
  CHECK(owner_id(lesson.world, assignable_of(lesson, AssignableField::agreement_term)) == "moa-fbi");
  CHECK(owner_id(lesson.world, assignable_of(lesson, AssignableField::memo_term)) == "memo-1");
}

TEST_CASE("each outcome of an event is read back from its word") {
  for (const AuditOutcome each :
       {AuditOutcome::permitted, AuditOutcome::denied, AuditOutcome::permitted_with_withheld}) {
    CHECK(audit_outcome_from_word(word(each)) == each);
    CHECK_FALSE(title(each).empty());
  }
  CHECK_FALSE(audit_outcome_from_word("refused").has_value());
}

}  // namespace
}  // namespace ntk::scenario
