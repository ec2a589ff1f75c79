// The space that is searched for solutions: all that the student may assign, as choices that are made one by one.
//
// A field of one value is one choice among its values. A set is a choice for each of its elements: in it or not. Where a set
// holds more, as given, than the student may put there, one choice more is whether it stays as given; then the other
// choices have to be those of the given set (`constraint`). A field of one value stays as given though its choices leave
// that value out.
//
// Open fields have endless values. Those that no decision tells apart are one: terms that cover the same days of the
// script, investigations that are as good on each of them. Of a designation each user who asks for something can be
// named, and each of their agencies.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/analysis/edits.h"
#include "sim/analysis/natural.h"

namespace ntk::analysis {

/// A value for each choice: its position among Choice::values; of an element 1 where it is in the set.
using Picks = std::vector<std::uint32_t>;

struct Choice {
  enum class Kind : std::uint8_t { value, element, as_given };

  std::uint32_t assignable = 0;  ///< position in Scenario::assignables
  Kind kind = Kind::value;
  /// Of a field of one value its values, the given one first; of an element the set of it alone; else none.
  std::vector<scenario::AssignedValue> values;

  std::uint32_t size() const { return kind == Kind::value ? static_cast<std::uint32_t>(values.size()) : 2; }
};

class SolutionSpace {
 public:
  /// Of a session in which nothing has been done.
  explicit SolutionSpace(const session::Session& fresh);

  std::span<const Choice> choices() const { return choices_; }
  std::size_t fields() const { return fields_.size(); }
  const scenario::Assignable& field(std::uint32_t assignable) const { return fields_[assignable].field; }
  /// The choices of a field: positions.
  const std::vector<std::uint32_t>& of_field(std::uint32_t assignable) const {
    return fields_[assignable].choices;
  }
  /// Whether values that no decision tells apart count as one.
  bool is_of_classes(std::uint32_t assignable) const { return fields_[assignable].of_classes; }
  /// Whether a field has a choice to stay as given: then `agrees` says which picks of it can be together.
  bool is_constrained(std::uint32_t assignable) const { return fields_[assignable].as_given.has_value(); }
  bool agrees(std::uint32_t assignable, const Picks& picks) const;

  /// Whether a pick of a choice is that of the field's value; or brings in something that the value has too.
  bool agrees_with(std::uint32_t choice, std::uint32_t pick, const scenario::AssignedValue& value) const;
  bool shares_with(std::uint32_t choice, std::uint32_t pick, const scenario::AssignedValue& value) const;
  /// Whether some picks of a field make the value.
  bool can_hold(std::uint32_t assignable, const scenario::AssignedValue& value) const;

  /// The picks of the scenario as given.
  const Picks& given() const { return given_; }
  scenario::AssignedValue value(std::uint32_t assignable, const Picks& picks) const;
  const scenario::AssignedValue& given_value(std::uint32_t assignable) const {
    return fields_[assignable].given;
  }
  /// What the student has to assign to get there: fields that differ from what is given.
  std::vector<session::AssignCommand> commands(const Picks& picks) const;
  /// The atoms that stand for a choice, as Dependence::reads takes them: it is read where one of them is.
  std::vector<Atom> atoms(std::uint32_t choice) const;
  /// How many assignments there are.
  Natural size() const;
  /// How many there are of a field.
  Natural size_of(std::uint32_t assignable) const;

  /// For each value of a choice, the first one that a request on the day cannot tell from it.
  std::vector<std::uint32_t> alike_on(std::uint32_t choice, policy::Date day,
                                      const policy::Parameters& parameters) const;

 private:
  struct Field {
    scenario::Assignable field;
    scenario::AssignedValue given;
    std::vector<std::uint32_t> choices;
    bool of_classes = false;
    std::optional<std::uint32_t> as_given;  ///< the choice to leave it
    std::vector<Atom> beyond;               ///< elements given that the student can't put there
  };

  void add(std::uint32_t assignable, Field& field, const std::vector<scenario::AssignedValue>& values);
  void add_elements(std::uint32_t assignable, Field& field, const scenario::AssignedValue& largest);

  std::vector<Field> fields_;
  std::vector<Choice> choices_;
  Picks given_;
};

}  // namespace ntk::analysis
