// Hints that give the answer away or come twice, titles that name the rule, and how hard the brief is to read.
#include <algorithm>

#include "sim/proving/parts.h"

namespace ntk::proving {
namespace {

/// The hardest brief that is no finding, as a U.S. school grade.
constexpr int hardest = 12;

bool has(std::string_view text, std::string_view part) {
  return !part.empty() && text.find(part) != text.npos;
}

/// The rule that a title names; none where it names none.
const policy::Check* rule_in(std::string_view text) {
  for (const policy::Check& each : policy::checks()) {
    const std::size_t at = text.find(each.code);
    if (at == text.npos) continue;
    const std::size_t end = at + each.code.size();
    if (end < text.size() && text[end] >= '0' && text[end] <= '9') continue;
    return &each;
  }
  return nullptr;
}

void check_title(Proof& proof, std::string_view list, std::size_t at, std::string_view title) {
  const policy::Check* rule = rule_in(title);
  if (rule == nullptr) return;
  proof.add(Code::title_names_rule, item_pointer(list, at, "title"),
            "the title names rule " + in_backticks(rule->code),
            "say what happens: the rule is what is to be found");
}

/// An assignment of the right answer that a hint spells out: as a command, or the value and whose it is.
const session::AssignCommand* given_away(const Proof& proof, std::string_view hint) {
  if (!proof.solved.least) return nullptr;
  const auto& scenario = proof.scenario();
  for (const session::AssignCommand& each : proof.solved.least->solution.edits) {
    const scenario::Assignable& field = scenario.assignables[each.assignable];
    constexpr std::size_t shortest = 5;  // "No" and "None" stand in any hint
    const std::string text = to_text(session::Command(each), scenario);
    const std::string value = session::value_in_words(each.value, field, scenario.world);
    const std::string thing = session::thing_in_words(field, scenario.world);
    const std::string_view family = std::string_view(thing).substr(thing.rfind(' ') + 1);
    if (has(hint, text) ||
        (value.size() >= shortest && has(hint, value) && (has(hint, thing) || has(hint, family))))
      return &each;
  }
  return nullptr;
}

void check_hints(Proof& proof) {
  const auto& hints = proof.scenario().hints;
  for (std::size_t at = 0; at < hints.size(); ++at) {
    const bool is_second = std::any_of(hints.begin(), hints.begin() + static_cast<std::ptrdiff_t>(at),
                                       [&](const auto& each) { return each.text == hints[at].text; });
    if (is_second) {
      proof.add(Code::hint_repeated, item_pointer("hints", at, "text"), "this hint was given before",
                "say something that helps further, or leave it out");
    }
    if (const auto* edit = given_away(proof, hints[at].text)) {
      proof.add(Code::hint_gives_answer, item_pointer("hints", at, "text"),
                "the hint gives the answer away: " +
                    in_backticks(to_text(session::Command(*edit), proof.scenario())),
                "say where to look, not what to choose");
    }
  }
}

}  // namespace

void check_texts(Proof& proof) {
  const auto& scenario = proof.scenario();
  for (std::size_t at = 0; at < scenario.requests.size(); ++at)
    check_title(proof, "requests", at, scenario.requests[at].title);
  for (std::size_t at = 0; at < scenario.goals.size(); ++at)
    check_title(proof, "goals", at, scenario.goals[at].title);
  check_hints(proof);
  proof.figures.reading = reading_of(scenario);
  if (proof.figures.reading.grade <= hardest) return;
  proof.add(Code::hard_to_read, "/brief",
            "the brief is hard to read: U.S. school grade " + std::to_string(proof.figures.reading.grade),
            "shorter sentences and plainer words; grade 9 is the aim");
}

}  // namespace ntk::proving
