#include "sim/analysis/edit_words.h"

#include "sim/policy/papers.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::World;
using scenario::Assignable;
using scenario::AssignableKind;

std::string capitalized(std::string words) {
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

/// The thing that a field belongs to, as it begins a line.
std::string thing(const World& world, const Assignable& field) {
  const std::uint32_t at = field.at;
  switch (field_word(field.field).kind) {
    case AssignableKind::record:
      return policy::in_quotes(world.records[at].title);
    case AssignableKind::user:
      return world.users[at].name;
    case AssignableKind::agreement:
      return capitalized(policy::paper_in_sentence(world, policy::Ref<policy::Agreement>{at}));
    case AssignableKind::memo:
      return capitalized(policy::paper_in_sentence(world, policy::Ref<policy::OwnerMemo>{at}));
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

std::string field_in_words(const World& world, const Assignable& field) {
  return thing(world, field) + ", " + policy::in_sentence(field_word(field.field).title);
}

std::string edit_in_words(const World& world, const Assignable& field, const scenario::AssignedValue& base,
                          std::span<const Atom> atoms) {
  const auto& row = field_word(field.field);
  const std::string subject = field_in_words(world, field) + ": ";
  if (!row.is_set) {
    return subject + session::value_in_words(atoms.front().value, field, world) + " instead of " +
           session::value_in_words(base, field, world);
  }
  const std::string in = elements(world, field, atoms, true), out = elements(world, field, atoms, false);
  return subject + (in.empty() ? "" : "with " + in) + (in.empty() || out.empty() ? "" : ", ") +
         (out.empty() ? "" : "without " + out);
}

}  // namespace ntk::analysis
