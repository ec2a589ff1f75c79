#include "sim/analysis/edit_words.h"

#include <algorithm>

#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::World;
using scenario::Assignable;
using scenario::AssignableKind;

/// The thing that a field belongs to. Papers between the same agencies are told apart by their ids.
std::string thing(const World& world, const Assignable& field) {
  const std::uint32_t at = field.at;
  const auto with_id = [&](bool several) {
    return several ? " (" + std::string(owner_id(world, field)) + ")" : std::string();
  };
  switch (field_word(field.field).kind) {
    case AssignableKind::record:
      return policy::in_quotes(world.records[at].title);
    case AssignableKind::user:
      return world.users[at].name;
    case AssignableKind::agreement: {
      const policy::Agreement& paper = world.agreements[at];
      const auto count = std::count_if(world.agreements.begin(), world.agreements.end(),
                                       [&](const auto& each) { return each.agency == paper.agency; });
      return "Agreement with " + policy::called(world[paper.agency]) + with_id(count > 1);
    }
    case AssignableKind::memo: {
      const policy::OwnerMemo& paper = world.memos[at];
      const auto count = std::count_if(world.memos.begin(), world.memos.end(), [&](const auto& each) {
        return each.owner == paper.owner && each.to == paper.to;
      });
      return "Memo of " + policy::called(world[paper.owner]) + " to " + policy::called(world[paper.to]) +
             with_id(count > 1);
    }
    case AssignableKind::letter:
      break;
  }
  return policy::in_quotes(world.letters[at].title);
}

/// The elements that the atoms put in, or take out, in words.
std::string elements(const World& world, const Assignable& field, std::span<const Atom> atoms, bool put_in) {
  std::vector<std::string> words;
  for (const Atom& each : atoms) {
    if (each.puts_in == put_in) words.push_back(session::value_in_words(each.value, field, world));
  }
  return policy::listed(words, "and");
}

}  // namespace

std::string edit_in_words(const World& world, const Assignable& field, const scenario::AssignedValue& base,
                          std::span<const Atom> atoms) {
  const auto& row = field_word(field.field);
  const std::string subject = thing(world, field) + ", " + policy::in_sentence(row.title) + ": ";
  if (!row.is_set) {
    return subject + session::value_in_words(atoms.front().value, field, world) + " instead of " +
           session::value_in_words(base, field, world);
  }
  const std::string in = elements(world, field, atoms, true), out = elements(world, field, atoms, false);
  return subject + (in.empty() ? "" : "with " + in) + (in.empty() || out.empty() ? "" : ", ") +
         (out.empty() ? "" : "without " + out);
}

}  // namespace ntk::analysis
