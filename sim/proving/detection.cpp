#include "sim/proving/detection.h"

#include <algorithm>
#include <utility>

#include "sim/analysis/edit_words.h"
#include "sim/analysis/grouped_matrix.h"
#include "sim/analysis/solution_space.h"
#include "sim/policy/phrases.h"
#include "sim/scenario/diagnostic.h"

namespace ntk::proving {
namespace {

using scenario::Assignable;
using scenario::AssignedValue;
using session::AssignCommand;
using session::Command;
using session::Session;

/// The single edits of a right assignment, within what the student may assign.
class Faults {
 public:
  explicit Faults(const Session& right)
      : right_(right), fresh_(without_what_hinders(right.scenario())), space_(fresh_) {}

  std::vector<AssignCommand> take() {
    for (std::uint32_t at = 0; at < space_.fields(); ++at) {
      held_ = current_value(right_.assigned(), space_.field(at));
      for (const std::uint32_t each : space_.of_field(at)) add(at, space_.choices()[each]);
    }
    return std::move(faults_);
  }

 private:
  static scenario::Scenario without_what_hinders(scenario::Scenario scenario) {
    scenario.forensics = false;
    return scenario;
  }
  void add(std::uint32_t assignable, const analysis::Choice& choice) {
    if (choice.kind == analysis::Choice::Kind::value) {
      for (const AssignedValue& each : choice.values) add_value(assignable, each);
    } else if (choice.kind == analysis::Choice::Kind::element) {
      AssignedValue toggled = held_;
      std::visit(Toggle{choice.values.front()}, toggled);
      add_value(assignable, toggled);
    }
  }
  void add_value(std::uint32_t assignable, const AssignedValue& value) {
    const Assignable& field = space_.field(assignable);
    if (!scenario::same_value(value, held_) && allows(field, value)) faults_.push_back({assignable, value});
  }

  /// Puts the element into the set, or takes it out. Called with the set.
  struct Toggle {
    const AssignedValue& element;

    template <class E>
    void operator()(policy::EnumSet<E>& set) const {
      for (const auto& each : policy::words<E>()) {
        if (!std::get<policy::EnumSet<E>>(element).contains(each.value)) continue;
        if (set.contains(each.value)) {
          set.erase(each.value);
        } else {
          set |= policy::EnumSet<E>{each.value};
        }
      }
    }
    void operator()(policy::Designation& set) const {
      const Assignable only{scenario::AssignableField::record_designation, 0, false, {element}};
      const auto is_it = [&](const policy::DesignationClass& each) {
        return allows(only, AssignedValue(policy::Designation{each}));
      };
      if (std::erase_if(set, is_it) == 0) set.push_back(std::get<policy::Designation>(element).front());
    }
    void operator()(policy::Roles& set) const {
      const auto role = std::get<policy::Roles>(element).front();
      const auto found = std::find(set.begin(), set.end(), role);
      if (found != set.end()) {
        set.erase(found);
      } else {
        set.insert(std::lower_bound(set.begin(), set.end(), role), role);
      }
    }
    void operator()(auto&) const {}  // not a set
  };

  const Session& right_;
  Session fresh_;
  analysis::SolutionSpace space_;
  AssignedValue held_;
  std::vector<AssignCommand> faults_;
};

/// Whether the latest runs of a request are alike in all that the trail records of them.
bool comes_out_alike(const Session& a, const Session& b, std::uint32_t request) {
  const session::Run *first = a.latest_run(request), *second = b.latest_run(request);
  if (first == nullptr || second == nullptr) return first == second;
  const auto event = [](const Session& session, const session::Run& run) -> const session::AuditEvent& {
    return session.trail().events()[static_cast<std::size_t>(run.event - 1)];
  };
  const session::AuditEvent &one = event(a, *first), &other = event(b, *second);
  return one.outcome == other.outcome && one.failed == other.failed && one.returned == other.returned &&
         one.withheld == other.withheld;
}

Fault tried(const Session& right, analysis::GroupedMatrix& matrix, int points, AssignCommand edit) {
  Fault fault{std::move(edit)};
  Session session = right;
  session.apply(Command(fault.edit));
  session.apply(Command(session::RunAllCommand{}));
  fault.lost = points - session.progress().points_met;
  for (std::uint32_t at = 0; at < right.scenario().requests.size(); ++at) {
    if (!comes_out_alike(right, session, at)) fault.requests.push_back(at);
  }
  const Assignable& field = right.scenario().assignables[fault.edit.assignable];
  if (scenario::decides(field.field)) {
    analysis::GroupedMatrix after(matrix, edited(matrix.setting(), field, fault.edit.value), {field});
    const analysis::MatrixCounts counts = compared(matrix, after);
    fault.gained = counts.gained;
    fault.removed = counts.lost;
  }
  const bool changes = !fault.requests.empty() || fault.gained > 0 || fault.removed > 0;
  fault.fate = fault.lost > 0 ? Fate::caught : changes ? Fate::survives : Fate::without_effect;
  return fault;
}

}  // namespace

std::size_t Detection::number_of(Fate fate) const {
  return static_cast<std::size_t>(
      std::count_if(faults.begin(), faults.end(), [&](const Fault& each) { return each.fate == fate; }));
}

int Detection::share() const {
  return counted() == 0 ? 100 : static_cast<int>(100 * number_of(Fate::caught) / counted());
}

Detection detection(const Session& right) {
  Detection found;
  if (right.conceals()) return found;
  Session base = right;
  base.apply(Command(session::RunAllCommand{}));
  const int points = base.progress().points_met;
  analysis::GroupedMatrix matrix(analysis::without_requests(base));
  for (AssignCommand& each : Faults(base).take())
    found.faults.push_back(tried(base, matrix, points, std::move(each)));
  return found;
}

std::string in_words(const Fault& fault, const Session& right) {
  std::vector<std::string> effects;
  if (!fault.requests.empty()) {
    std::vector<std::string> ids;
    for (const std::uint32_t each : fault.requests)
      ids.push_back(scenario::in_backticks(right.scenario().requests[each].id));
    effects.push_back(policy::listed(ids, "and") + (ids.size() == 1 ? " ends" : " end") + " differently");
  }
  if (fault.gained > 0)
    effects.push_back(policy::counted(static_cast<std::size_t>(fault.gained), "permit", "permits") +
                      " to read a record more");
  if (fault.removed > 0)
    effects.push_back(policy::counted(static_cast<std::size_t>(fault.removed), "permit", "permits") +
                      " to read a record fewer");
  const std::string does = to_text(Command(fault.edit), right.scenario());
  return scenario::in_backticks(does) + ": " +
         (effects.empty() ? "changes nothing" : policy::listed(effects, "and"));
}

std::string what_would_catch(const Fault& fault, const Session& right) {
  const Assignable& field = right.scenario().assignables[fault.edit.assignable];
  if (fault.gained > 0) return "a goal of `excess` with the `permits` of the key";
  if (!fault.requests.empty())
    return "a goal of `decision` on " +
           scenario::in_backticks(right.scenario().requests[fault.requests.front()].id) +
           " that states `failed`";
  return "a goal of `assigned` on " + scenario::in_backticks(field_word(field.field).word) + " of " +
         scenario::in_backticks(owner_id(right.scenario().world, field));
}

}  // namespace ntk::proving
