// What bots earn, and which faults nobody would be told of.
#include <algorithm>
#include <map>
#include <set>

#include "sim/policy/phrases.h"
#include "sim/proving/parts.h"

namespace ntk::proving {

void check_bots(Proof& proof) {
  if (proof.figures.points == 0) return;
  proof.figures.bots = bot_scores(proof.scenario());
  for (const BotScore& each : proof.figures.bots) {
    if (each.share() <= most_for_bots) continue;
    proof.add(Code::bot_earns_too_much, "/goals",
              "a bot that " + std::string(title(each.bot)) + " earns " + std::to_string(each.points) +
                  " of " + std::to_string(each.of) + " points",
              "at most half: add goals that it misses, on predictions, on excess, on what is assigned");
  }
}

namespace {

constexpr std::size_t most_told = 5;

/// The choice, or the field, that a fault stands for.
void add_without_effect(Proof& proof, const Detection& found) {
  const auto& fields = proof.scenario().assignables;
  std::map<std::uint32_t, std::vector<const Fault*>> of_field;
  std::set<std::uint32_t> has_effect;
  for (const Fault& each : found.faults) {
    if (each.fate == Fate::without_effect) {
      of_field[each.edit.assignable].push_back(&each);
    } else {
      has_effect.insert(each.edit.assignable);
    }
  }
  for (const auto& [at, faults] : of_field) {
    const std::string what = in_backticks(field_word(fields[at].field).word) + " of " +
                             in_backticks(owner_id(proof.world(), fields[at]));
    const auto& outlooks = proof.solved.fields;
    const bool is_read =
        !outlooks.empty() && outlooks[at].read;  // it may be what a right answer doesn't need
    if (!has_effect.contains(at) && !is_read) {
      proof.add(Code::field_without_effect, item_pointer("assignable", at),
                "nothing depends on " + what + ": no request, no permit and no point",
                "leave it out of `assignable`, or add a request or a goal that it matters to");
      continue;
    }
    if (fields[at].open) continue;  // nobody chose these values
    std::vector<std::string> values;
    for (const Fault* each : faults)
      values.push_back(in_backticks(session::value_text(each->edit.value, fields[at], proof.world())));
    proof.add(Code::choice_without_effect, item_pointer("assignable", at, "choices"),
              "beside the right answer, " + policy::listed(values, "and") + " changes nothing for " + what,
              "no request ends differently, nobody can read more or less, and no point is lost");
  }
}

void add_survivors(Proof& proof, const Detection& found) {
  if (found.share() >= least_detection) return;
  std::string help;
  std::size_t told = 0;
  for (const Fault& each : found.faults) {
    if (each.fate != Fate::survives || told == most_told) continue;
    help += (help.empty() ? "" : "; ") + in_words(each, *proof.right) + " (" +
            what_would_catch(each, *proof.right) + " would catch it)";
    ++told;
  }
  proof.add(Code::faults_undetected, "/goals",
            "of " + std::to_string(found.counted()) + " single faults in the right answer, " +
                std::to_string(found.number_of(Fate::survives)) +
                " lose no points: " + std::to_string(found.share()) + " % are caught",
            help);
}

}  // namespace

void check_detection(Proof& proof) {
  if (!proof.right || proof.scenario().assignables.empty() || proof.figures.points == 0) return;
  proof.figures.detection = detection(*proof.right);
  add_without_effect(proof, *proof.figures.detection);
  add_survivors(proof, *proof.figures.detection);
}

}  // namespace ntk::proving
