// The search for minimal sets of edits, tried on random lessons: against every set there is.
#include <doctest/doctest.h>

#include <algorithm>

#include "sim/analysis/why_not.h"
#include "tests/analysis/brute_force.h"
#include "tests/oracle/random_world.h"
#include "tests/property.h"

namespace ntk::analysis {
namespace {

using namespace property;
using scenario::Assignable;
using scenario::AssignableField;
using scenario::AssignedValue;

constexpr int lessons = 150;
constexpr std::size_t most_atoms = 9;  ///< so that all sets of them can be tried

/// A set of its own choices: of another random world's field, so that it can be put in whole or in part.
template <class E>
policy::EnumSet<E> some_of(policy::EnumSet<E> wide, std::size_t most) {
  policy::EnumSet<E> chosen;
  for (const policy::Word<E>& each : policy::words<E>()) {
    if (wide.contains(each.value) && static_cast<std::size_t>(chosen.size()) < most && either())
      chosen.insert(each.value);
  }
  return chosen;
}

template <class T>
std::uint32_t any_of(const std::vector<T>& list) {
  return static_cast<std::uint32_t>(below(list.size()));
}

/// A field of something that the world has, with the values of it that a second world has as further choices.
Assignable any_assignable(const policy::World& world, const policy::World& other,
                          const std::vector<scenario::ScriptedRequest>& requests) {
  Assignable field;
  const auto fields = scenario::assignable_fields();
  field.field = fields[below(fields.size() - 2)].field;  // without those of letters: there are none
  const policy::Request& asked = requests[below(requests.size())].request;
  const auto* record = std::get_if<policy::Ref<policy::Record>>(&asked.target);
  switch (field_word(field.field).kind) {
    case scenario::AssignableKind::record:
      field.at = record != nullptr ? record->at : any_of(world.records);
      break;
    case scenario::AssignableKind::user:
      field.at = asked.user.at;
      break;
    case scenario::AssignableKind::agreement:
      field.at = any_of(world.agreements);
      break;
    default:
      field.at = any_of(world.memos);
      break;
  }
  const AssignedValue mine = current_value(world, field), theirs = current_value(other, field);
  if (!field_word(field.field).is_set) {
    field.choices = {mine};
    if (mine != theirs) field.choices.push_back(theirs);
    return field;
  }
  if (const auto* classes = std::get_if<policy::Designation>(&mine)) {
    policy::Designation all = *classes;
    all.push_back({{}, {}, {asked.user}});
    field.choices = {all};
  } else if (const auto* functions = std::get_if<policy::FunctionSet>(&mine)) {
    policy::FunctionSet all = some_of(*functions, 3);
    all.insert(asked.function);
    field.choices = {all};
  } else if (std::holds_alternative<policy::CategorySet>(mine)) {
    policy::CategorySet all{policy::Category::subject, policy::Category::image};
    if (record != nullptr) all.insert(world[*record].category);
    field.choices = {all};
  } else {
    field.choices = {policy::LevelSet{policy::Level::level_3, policy::Level::level_4}};
  }
  return field;
}

/// A lesson whose world is random and in which a few fields can be assigned. What a set holds beyond its
/// choices has to go before it can be assigned at all.
scenario::Scenario any_lesson() {
  scenario::Scenario lesson;
  lesson.world = oracle::any_world();
  const policy::World other = oracle::any_world();
  lesson.world.parameters.denied_attempts = one_of<int>({3, 1, 2, 0});
  for (std::uint32_t at = 0; at < lesson.world.records.size(); ++at)
    lesson.world.records[at].id = "record-" + std::to_string(at);
  const std::size_t asked = 1 + below(5);
  const auto user = oracle::any_request().user;
  for (std::size_t n = 0; n < asked; ++n) {
    policy::Request request = oracle::any_request();
    if (either()) request.user = user;
    lesson.requests.push_back({"request-" + std::to_string(n), "", std::move(request), false});
  }
  lesson.clock = lesson.requests.back().request.moment;
  for (std::size_t n = 1 + below(4); n > 0; --n) {
    Assignable field = any_assignable(lesson.world, other, lesson.requests);
    const bool known =
        std::any_of(lesson.assignables.begin(), lesson.assignables.end(),
                    [&](const Assignable& each) { return each.field == field.field && each.at == field.at; });
    if (!known) lesson.assignables.push_back(std::move(field));
  }
  return lesson;
}

std::vector<Commands> sets_of(const Answer& answer) {
  std::vector<Commands> sets;
  for (const EditSet& each : answer.sets) {
    Commands& commands = sets.emplace_back();
    for (const Edit& edit : each.edits) commands.push_back(edit.command);
  }
  return sets;
}

bool same(const std::vector<Commands>& a, const std::vector<Commands>& b) {
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

}  // namespace

TEST_CASE("in random lessons all minimal sets of edits are found, and no others") {
  std::size_t found = 0, of_several = 0, of_records = 0;
  for_all(
      "why_not == brute force",
      [&] {
        const session::Session session(any_lesson());
        const std::size_t atoms = Edits(session, 0).atoms().size();
        discard_unless(atoms <= most_atoms);
        const BruteForce all(session, atoms);
        for (std::uint32_t request = 0; request < session.requests().size(); ++request) {
          const auto answer = why_not(session, {request, {}}, {atoms, 1000000});
          HOLDS(answer.exhaustive);
          HOLDS(same(sets_of(answer), all.minimal(request)));
          found += answer.sets.size();
          for (const EditSet& each : answer.sets) of_several += each.atoms > 1 ? 1 : 0;
          if (!policy::finds_records(session.requests()[request].request.operation)) continue;
          for (std::uint32_t at = 0; at < session.world().records.size(); ++at) {
            const auto shown = why_not(session, {request, policy::Ref<policy::Record>{at}}, {atoms, 1000000});
            HOLDS(shown.exhaustive);
            HOLDS(same(sets_of(shown), all.minimal(request, {at})));
            of_records += shown.sets.size();
          }
        }
      },
      lessons);
  MESSAGE(found << " sets, " << of_several << " of several edits, " << of_records << " about records");
  CHECK(found > 50);
  CHECK(of_several > 5);
  CHECK(of_records > 5);
}

}  // namespace ntk::analysis
