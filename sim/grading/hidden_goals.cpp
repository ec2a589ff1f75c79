#include "sim/grading/hidden_goals.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/scenario/reader.h"

namespace ntk::grading {
namespace {

using scenario::Code;
using scenario::Diagnostics;
using scenario::JsonKind;
using scenario::JsonMember;
using scenario::JsonValue;

constexpr std::array<std::string_view, 5> may_differ = {"$schema", "goals", "hints", "id", "title"};
constexpr std::string_view help =
    "the file with hidden goals is a copy of the lesson: only its `goals`, `hints`, `id` and `title` may "
    "differ";

const JsonMember* member(const JsonValue& object, std::string_view key) {
  const auto found = std::find_if(object.members.begin(), object.members.end(),
                                  [&](const JsonMember& each) { return each.key == key; });
  return found == object.members.end() ? nullptr : &*found;
}

/// Finds the first value of the copy that the lesson has otherwise.
class Comparison {
 public:
  explicit Comparison(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void compare_top(const JsonValue& lesson, const JsonValue& copy) {
    const auto counts = [](const JsonMember& each) {
      return std::find(may_differ.begin(), may_differ.end(), each.key) == may_differ.end();
    };
    compare_members(lesson, copy, "", counts);
  }

 private:
  template <class Counts>
  void compare_members(const JsonValue& lesson, const JsonValue& copy, const std::string& pointer,
                       Counts counts) {
    for (const JsonMember& each : copy.members) {
      if (!counts(each)) continue;
      const std::string below = scenario::pointer_to(pointer, each.key);
      if (const JsonMember* same = member(lesson, each.key)) {
        compare(same->value, each.value, below);
      } else {
        report(Code::unknown_key, each.key_span, below,
               "the lesson has no key " + scenario::in_backticks(each.key) + " here");
      }
    }
    for (const JsonMember& each : lesson.members) {
      if (counts(each) && member(copy, each.key) == nullptr) {
        report(Code::missing_key, copy.span, pointer,
               "the key " + scenario::in_backticks(each.key) + " of the lesson is missing here");
      }
    }
  }

  void compare(const JsonValue& lesson, const JsonValue& copy, const std::string& pointer) {
    if (same_json(lesson, copy)) return;
    if (lesson.kind == JsonKind::object && copy.kind == JsonKind::object)
      return compare_members(lesson, copy, pointer, [](const JsonMember&) { return true; });
    if (lesson.kind != JsonKind::array || copy.kind != JsonKind::array)
      return report(Code::out_of_range, copy.span, pointer, "this is not what the lesson has here");
    const std::size_t both = std::min(lesson.items.size(), copy.items.size());
    for (std::size_t i = 0; i < both; ++i)
      compare(lesson.items[i], copy.items[i], scenario::pointer_to(pointer, i));
    if (lesson.items.size() == copy.items.size()) return;
    report(Code::out_of_range, copy.span, pointer,
           "the list has " + std::to_string(copy.items.size()) + " items, and that of the lesson " +
               std::to_string(lesson.items.size()));
  }

  void report(Code code, scenario::Span span, const std::string& pointer, std::string message) {
    diagnostics_.add(code, span, pointer, std::move(message), std::string(help));
  }

  Diagnostics& diagnostics_;
};

scenario::Span place_of(const JsonValue& document, std::size_t goal) {
  return span_at(document, scenario::pointer_to("/goals", goal));
}

/// Appends the goals that the lesson doesn't have. Says which can't be.
std::size_t append(std::vector<scenario::Goal>& goals, const std::vector<scenario::Goal>& others,
                   Diagnostics& diagnostics, const JsonValue& document) {
  const std::size_t own = goals.size();
  for (std::size_t i = 0; i < others.size(); ++i) {
    const auto same = std::find_if(goals.begin(), goals.begin() + static_cast<std::ptrdiff_t>(own),
                                   [&](const scenario::Goal& each) { return each.id == others[i].id; });
    const bool is_new = same == goals.begin() + static_cast<std::ptrdiff_t>(own);
    if (!is_new && *same == others[i]) continue;
    const auto refuse = [&](Code code, std::string message, std::string advice) {
      diagnostics.add(code, place_of(document, i), scenario::pointer_to("/goals", i), std::move(message),
                      std::move(advice));
    };
    if (!is_new) {
      refuse(Code::duplicate_id,
             "the lesson has another goal with the id " + scenario::in_backticks(others[i].id),
             "give the hidden goal an id of its own");
    } else if (std::holds_alternative<scenario::FindGoal>(others[i].assertion)) {
      refuse(Code::misplaced_key, "a goal on a field to find can't be hidden",
             "what is wrong in the lesson, and how much of it, is the same for all who look for it");
    } else {
      goals.push_back(others[i]);
    }
  }
  return goals.size() - own;
}

}  // namespace

HiddenGoals with_hidden_goals(std::string_view lesson, std::string_view hidden,
                              std::string_view hidden_name) {
  HiddenGoals result;
  Diagnostics of_lesson(lesson), diagnostics(hidden);
  std::optional<JsonValue> lesson_document, document;
  auto scenario = read_text_of_scenario(of_lesson, lesson_document);
  const auto copy = read_text_of_scenario(diagnostics, document);
  if (scenario && copy) {
    Comparison(diagnostics).compare_top(*lesson_document, *document);
    result.hidden = append(scenario->goals, copy->goals, diagnostics, *document);
    if (result.hidden == 0 && !diagnostics.has_errors()) {
      diagnostics.add(Code::empty_list, span_at(*document, "/goals"), "/goals",
                      scenario::in_backticks(hidden_name) + " has no goal that the lesson doesn't have",
                      "add the goals that only the grader is to have");
    }
    if (!diagnostics.has_errors()) result.scenario = std::move(scenario);
  }
  result.diagnostics = diagnostics.take_sorted();
  return result;
}

}  // namespace ntk::grading
