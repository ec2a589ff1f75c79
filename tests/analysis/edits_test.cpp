#include "sim/analysis/edits.h"

#include <doctest/doctest.h>

#include "tests/session/example_lesson.h"

namespace ntk::analysis {
namespace {

using policy::Level;
using scenario::Assignable;
using scenario::AssignableField;

/// The example lesson with these fields open and no others.
session::Session lesson_with(std::vector<Assignable> fields) {
  scenario::Scenario lesson = session::example_lesson();
  lesson.assignables = std::move(fields);
  return session::Session(std::move(lesson));
}

/// All atoms alone, as commands, a line each.
std::string all_edits(const session::Session& session) {
  const Edits edits(session, 1);
  std::string text;
  for (std::uint32_t at = 0; at < edits.atoms().size(); ++at)
    text += to_text(session::Command(edits.commands({at}).front()), session.scenario()) + '\n';
  return text;
}

constexpr std::uint32_t ring = 1, ortega = 0;

}  // namespace

TEST_CASE("a field of one value is edited to each of its other choices") {
  const auto session =
      lesson_with({{AssignableField::record_level, ring, false, {Level::level_1, Level::level_3}}});
  CHECK(all_edits(session) == "assign record ring level 1\n");
}

TEST_CASE("an element of a set is put in where it is missing and taken out where it is there") {
  using policy::Function;
  const auto session = lesson_with({{AssignableField::user_functions,
                                     ortega,
                                     false,
                                     {policy::FunctionSet{Function::subject_query, Function::printing}}}});
  CHECK(all_edits(session) ==
        "assign user ortega functions none\nassign user ortega functions subject_query printing\n");
}

TEST_CASE("edits of one field make one command, and its words tell all of them") {
  const session::Session session(session::example_lesson());
  const Edits edits(session, 1);
  AtomSet both;
  for (std::uint32_t at = 0; at < edits.atoms().size() && both.size() < 2; ++at) {
    if (edits.field(edits.atoms()[at]).field == AssignableField::record_designation) both.push_back(at);
  }
  const auto commands = edits.commands(both);
  REQUIRE(commands.size() == 1);
  CHECK(to_text(session::Command(commands[0]), session.scenario()) ==
        "assign record ring designation agency:fbi agency:fbi+category:supervisor");
  CHECK(edits.in_words(commands[0].assignable, both) ==
        "“Ring of four”, designation: with users of FBI and supervisors of FBI");
}

TEST_CASE("two values of one field are no set of edits; two elements of a set are") {
  const session::Session session(session::example_lesson());
  const Edits edits(session, 1);
  CHECK_FALSE(edits.agree(edits.of_field(0)));  // level 1 and level 4
  CHECK(edits.agree(edits.of_field(1)));        // the classes of a designation
}

TEST_CASE("an open field is edited to what the day's requests can tell apart") {
  const auto open = [](AssignableField field, std::uint32_t at) {
    return all_edits(lesson_with({Assignable{field, at, true, {}}}));
  };
  CHECK(open(AssignableField::memo_term, 0) == "assign owner_memo memo-1 term 2016-08-12 open\n");
  CHECK(open(AssignableField::user_functions, ortega) == "assign user ortega functions none\n");
  CHECK(open(AssignableField::memo_access, 0) == "assign owner_memo memo-1 access update\n");
  CHECK(open(AssignableField::memo_categories, 0) == "assign owner_memo memo-1 categories none\n");
  CHECK(open(AssignableField::record_level, ring) ==
        "assign record ring level 1\nassign record ring level 2\nassign record ring level 4\n");
  CHECK(open(AssignableField::record_designation, ring) ==
        "assign record ring designation user:ortega\nassign record ring designation user:reyes\n"
        "assign record ring designation agency:fbi\nassign record ring designation agency:dea\n");
  CHECK(open(AssignableField::user_investigation, ortega) ==
        "assign user ortega investigation none\n"
        "assign user ortega investigation anaci 2016-08-12 favorable\n"
        "assign user ortega investigation bi 2016-08-12 favorable\n");
}

TEST_CASE("edits are put into a world and taken back without a trace") {
  const session::Session session(session::example_lesson());
  const Edits edits(session, 1);
  policy::World world = session.world();
  for (std::uint32_t at = 0; at < edits.atoms().size(); ++at) {
    edits.put(world, {at});
    CHECK_FALSE(world == session.world());
    edits.take_back(world, {at});
    CHECK(world == session.world());
  }
}

TEST_CASE("what a set holds beyond its choices has to go with any edit of it") {
  using policy::Function;
  const auto session = lesson_with(
      {{AssignableField::user_functions, ortega, false, {policy::FunctionSet{Function::printing}}}});
  const Edits edits(session, 1);
  REQUIRE(edits.atoms().size() == 2);  // subject_query out, printing in
  CHECK(edits.missing_for_allowed({1}) == 0);
  CHECK_FALSE(edits.missing_for_allowed({0}));
  CHECK_FALSE(edits.missing_for_allowed({0, 1}));
}

}  // namespace ntk::analysis
