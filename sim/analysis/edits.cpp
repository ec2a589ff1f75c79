#include "sim/analysis/edits.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/analysis/edit_words.h"
#include "sim/analysis/witnesses.h"

namespace ntk::analysis {
namespace {

using policy::Designation;
using policy::DesignationClass;
using policy::EnumSet;
using scenario::Assignable;
using scenario::AssignedValue;

/// Adds the atoms of a field: for a set the elements of `wide` that are not in it are put in, and those that
/// are in it taken out.
class AtomsOfField {
 public:
  AtomsOfField(std::uint32_t assignable, const AssignedValue& base, std::vector<Atom>& atoms)
      : assignable_(assignable), base_(base), atoms_(atoms) {}

  void toggle(const AssignedValue& wide) {
    std::visit([&](const auto& base) { toggle(base, wide); }, base_);
  }
  void give(const AssignedValue& value) {
    const bool known = std::any_of(atoms_.begin(), atoms_.end(), [&](const Atom& each) {
      return each.assignable == assignable_ && each.value == value;
    });
    if (value != base_ && !known) atoms_.push_back({assignable_, value, false});
  }

 private:
  void toggle(const Designation& base, const AssignedValue& wide) {
    for (auto each = base.begin(); each != base.end(); ++each) {
      if (std::find(base.begin(), each, *each) == each)
        atoms_.push_back({assignable_, Designation{*each}, false});
    }
    for (const DesignationClass& each : std::get<Designation>(wide)) {
      const bool there = std::any_of(base.begin(), base.end(),
                                     [&](const DesignationClass& other) { return is_same(each, other); });
      if (!there) atoms_.push_back({assignable_, Designation{each}, true});
    }
  }
  /// Whether two classes admit the same users: whether the one is allowed where the other is the only choice.
  static bool is_same(const DesignationClass& choice, const DesignationClass& other) {
    const Assignable only{
        scenario::AssignableField::record_designation, 0, false, {AssignedValue(Designation{choice})}};
    return scenario::allows(only, Designation{other});
  }
  void toggle(const policy::Roles& base, const AssignedValue& wide) {
    policy::Roles both = base;
    for (const auto each : std::get<policy::Roles>(wide)) {
      if (std::find(both.begin(), both.end(), each) == both.end()) both.push_back(each);
    }
    std::sort(both.begin(), both.end());
    for (const auto each : both) {
      const bool puts_in = std::find(base.begin(), base.end(), each) == base.end();
      atoms_.push_back({assignable_, policy::Roles{each}, puts_in});
    }
  }
  template <class E>
  void toggle(EnumSet<E> base, const AssignedValue& wide) {
    const EnumSet<E> both = base | std::get<EnumSet<E>>(wide);
    for (const policy::Word<E>& each : policy::words<E>()) {
      if (both.contains(each.value))
        atoms_.push_back({assignable_, EnumSet<E>{each.value}, !base.contains(each.value)});
    }
  }
  void toggle(const auto&, const AssignedValue&) {}  // not a set

  std::uint32_t assignable_;
  const AssignedValue& base_;
  std::vector<Atom>& atoms_;
};

/// A set with one element more or less. Called with the alternatives of a value.
struct Changed {
  const Atom& atom;

  AssignedValue operator()(Designation base) const {
    const Designation& element = std::get<Designation>(atom.value);
    if (atom.puts_in) {
      base.push_back(element.front());
    } else {
      std::erase(base, element.front());
    }
    return base;
  }
  AssignedValue operator()(policy::Roles base) const {
    const policy::Ref<policy::Role> element = std::get<policy::Roles>(atom.value).front();
    if (atom.puts_in) {
      base.insert(std::lower_bound(base.begin(), base.end(), element), element);
    } else {
      std::erase(base, element);
    }
    return base;
  }
  template <class E>
  AssignedValue operator()(EnumSet<E> base) const {
    const EnumSet<E> element = std::get<EnumSet<E>>(atom.value);
    for (const policy::Word<E>& each : policy::words<E>()) {
      if (!element.contains(each.value)) continue;
      if (atom.puts_in) {
        base.insert(each.value);
      } else {
        base.erase(each.value);
      }
    }
    return base;
  }
  AssignedValue operator()(const auto&) const { return atom.value; }
};

}  // namespace

bool is_subset(const AtomSet& part, const AtomSet& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

AtomSet united(const AtomSet& a, const AtomSet& b) {
  AtomSet all;
  all.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

Edits::Edits(const session::Session& fresh, std::uint32_t request)
    : world_(std::make_shared<const policy::World>(fresh.world())),
      assignables_(std::make_shared<const std::vector<Assignable>>(fresh.scenario().assignables)) {
  const Witnesses witnesses(fresh, request);
  for (std::uint32_t at = 0; at < assignables_->size(); ++at) {
    const Assignable& field = (*assignables_)[at];
    base_.push_back(current_value(*world_, field));
    AtomSet& own = of_field_.emplace_back();
    if (!scenario::decides(field.field)) continue;
    const std::size_t before = atoms_.size();
    AtomsOfField adding(at, base_.back(), atoms_);
    const std::vector<AssignedValue> values = field.open ? witnesses.of(field) : field.choices;
    for (const AssignedValue& each : values) {
      if (field_word(field.field).is_set) {
        adding.toggle(each);
      } else {
        adding.give(each);
      }
    }
    for (std::size_t n = before; n < atoms_.size(); ++n) own.push_back(static_cast<std::uint32_t>(n));
  }
}

const Assignable& Edits::field(const Atom& atom) const {
  return (*assignables_)[atom.assignable];
}

bool Edits::agree(const AtomSet& set) const {
  for (std::size_t n = 1; n < set.size(); ++n) {
    const Atom& one = atoms_[set[n - 1]];
    if (one.assignable == atoms_[set[n]].assignable && !field_word(field(one).field).is_set) return false;
  }
  return true;
}

AssignedValue Edits::merged(std::uint32_t assignable, const AtomSet& set) const {
  AssignedValue value = base_[assignable];
  for (const std::uint32_t each : set) {
    if (atoms_[each].assignable == assignable) value = std::visit(Changed{atoms_[each]}, value);
  }
  return value;
}

template <class Use>
void Edits::for_each_field(const AtomSet& set, Use use) const {
  for (std::size_t n = 0; n < set.size(); ++n) {
    const std::uint32_t at = atoms_[set[n]].assignable;
    if (n == 0 || atoms_[set[n - 1]].assignable != at) use(at);
  }
}

std::optional<std::uint32_t> Edits::missing_for_allowed(const AtomSet& set) const {
  std::optional<std::uint32_t> missing;
  for_each_field(set, [&](std::uint32_t at) {
    if (missing || allows((*assignables_)[at], merged(at, set))) return;
    for (const std::uint32_t each : of_field_[at]) {
      const bool is_in = std::binary_search(set.begin(), set.end(), each);
      if (!missing && !is_in && !allows((*assignables_)[at], atoms_[each].value)) missing = each;
    }
  });
  return missing;
}

std::vector<session::AssignCommand> Edits::commands(const AtomSet& set) const {
  std::vector<session::AssignCommand> commands;
  for_each_field(set, [&](std::uint32_t at) { commands.push_back({at, merged(at, set)}); });
  return commands;
}

void Edits::put(policy::World& world, const AtomSet& set) const {
  for_each_field(set, [&](std::uint32_t at) { assign(world, (*assignables_)[at], merged(at, set)); });
}

void Edits::take_back(policy::World& world, const AtomSet& set) const {
  for_each_field(set, [&](std::uint32_t at) { assign(world, (*assignables_)[at], base_[at]); });
}

std::string Edits::in_words(std::uint32_t assignable, const AtomSet& set) const {
  std::vector<Atom> own;
  for (const std::uint32_t each : set) {
    if (atoms_[each].assignable == assignable) own.push_back(atoms_[each]);
  }
  return edit_in_words(*world_, (*assignables_)[assignable], base_[assignable], own);
}

}  // namespace ntk::analysis
