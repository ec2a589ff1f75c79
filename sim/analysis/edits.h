// The edits that a student may make, in their smallest parts.
//
// An *atom* gives a field of one value another one, or puts one element into a set (a function, a category, a
// level, a class of a designation, a statement) or takes it out. A set of atoms is a set of assignments:
// atoms of the same field make one command, with the field's whole new value.
//
// A field with choices has an atom for each of them. An open field takes endlessly many values; tried are
// those that can make a difference to some decision of the day:
//   a level, an access, yes or no      each other one
//   functions                          those that are asked for or given in the day
//   categories                         those of some record, as far as the field can hold them
//   levels, statements                 each
//   a designation's classes            those in it; each asker of the day by name; the agency of each asker
//   an investigation                   none; an ANACI and a BI, approved, completed on each of the two days
//   a term                             not signed; from each of those two days until further notice
// The two days are the earliest of any request, and that of the request in question. A field that no decision
// depends on (how a person's letter is answered) has no atoms.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/session/session.h"

namespace ntk::analysis {

/// The smallest edit.
struct Atom {
  std::uint32_t assignable = 0;   ///< position in Scenario::assignables
  scenario::AssignedValue value;  ///< of a set: the one element
  bool puts_in = false;           ///< of a set: else the element is taken out
};

/// Positions in Edits::atoms(), ascending.
using AtomSet = std::vector<std::uint32_t>;

/// Whether all of `part` is in `whole`.
bool is_subset(const AtomSet& part, const AtomSet& whole);
AtomSet united(const AtomSet& a, const AtomSet& b);

/// All that a student may edit, from the world as it is assigned.
class Edits {
 public:
  /// `fresh` is a session in which nothing has been run; `request` the one in question.
  Edits(const session::Session& fresh, std::uint32_t request);

  std::span<const Atom> atoms() const { return atoms_; }
  /// The atoms of one assignable field.
  const AtomSet& of_field(std::uint32_t assignable) const { return of_field_[assignable]; }
  const scenario::Assignable& field(const Atom& atom) const;

  /// Whether the atoms can be together: no field of one value is given two.
  bool agree(const AtomSet& set) const;
  /// Whether the scenario allows the values that the atoms make. It may not where a set holds more than its
  /// choices before anything is edited; then this names an atom that takes such an element out.
  std::optional<std::uint32_t> missing_for_allowed(const AtomSet& set) const;

  /// The assignments that the atoms are, one for each field, in the order of the fields.
  std::vector<session::AssignCommand> commands(const AtomSet& set) const;
  /// Puts the values into a world that has none of the edits, and back.
  void put(policy::World& world, const AtomSet& set) const;
  void take_back(policy::World& world, const AtomSet& set) const;
  /// What the atoms of one field do, in words: "“Ring of four”, access level: Level 1 instead of Level 3".
  std::string in_words(std::uint32_t assignable, const AtomSet& set) const;

  const policy::World& world() const { return *world_; }

 private:
  scenario::AssignedValue merged(std::uint32_t assignable, const AtomSet& set) const;
  template <class Use>
  void for_each_field(const AtomSet& set, Use use) const;

  std::shared_ptr<const policy::World> world_;
  std::shared_ptr<const std::vector<scenario::Assignable>> assignables_;
  std::vector<scenario::AssignedValue> base_;  ///< of each field
  std::vector<Atom> atoms_;
  std::vector<AtomSet> of_field_;
};

}  // namespace ntk::analysis
