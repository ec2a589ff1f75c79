// What an edit does, in words.
#pragma once

#include <span>
#include <string>

#include "sim/analysis/edits.h"

namespace ntk::analysis {

/// "“Ring of four”, access level": at the head of a line.
std::string field_in_words(const policy::World& world, const scenario::Assignable& field);

/// "“Ring of four”, access level: Level 1 instead of Level 3"; "Jess Reyes, functions: with Printing,
/// without Subject query". `base` is the value before; the atoms are all of this field.
std::string edit_in_words(const policy::World& world, const scenario::Assignable& field,
                          const scenario::AssignedValue& base, std::span<const Atom> atoms);

}  // namespace ntk::analysis
