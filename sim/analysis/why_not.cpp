#include "sim/analysis/why_not.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "sim/analysis/grouped_matrix.h"
#include "sim/analysis/returned.h"
#include "sim/analysis/revealed.h"
#include "sim/policy/phrases.h"

namespace ntk::analysis {
namespace {

using policy::Decision;
using policy::Record;
using policy::Ref;
using session::AssignCommand;
using session::Command;
using session::Session;

/// The same lesson with the same assignments, requests and clock, in which nothing has been run yet. What has
/// to be predicted is: that decides nothing.
Session before_the_day(const Session& session) {
  Session fresh(revealed(session.scenario()));
  for (const Command& each : session.history()) {
    const bool is_kept = std::holds_alternative<AssignCommand>(each) ||
                         std::holds_alternative<session::AskCommand>(each) ||
                         std::holds_alternative<session::AdvanceCommand>(each) ||
                         std::holds_alternative<session::ResetCommand>(each);
    if (is_kept) fresh.apply(each);
  }
  for (const scenario::AskedPrediction& each : session.scenario().predictions) {
    fresh.apply(Command(session::PredictCommand{fresh.requests()[each.request].id, true, std::nullopt}));
  }
  return fresh;
}

/// Everything run, with these assignments and the marks of `marked`. Nothing where a command is refused.
std::optional<Session> played(Session fresh, const std::vector<AssignCommand>& commands,
                              const Session& marked) {
  for (const AssignCommand& each : commands) {
    if (fresh.apply(Command(each))) return std::nullopt;
  }
  if (fresh.apply(Command(session::RunAllCommand{}))) return std::nullopt;
  for (std::uint32_t at = 0; at < marked.requests().size(); ++at) {
    if (marked.is_marked(at)) fresh.apply(Command(session::MarkCommand{marked.requests()[at].id, true}));
  }
  return fresh;
}

const Decision& decision_of(const Session& session, std::uint32_t request) {
  return session.latest_run(request)->decision;
}

std::vector<Ref<Record>> without(const std::vector<Ref<Record>>& from,
                                 const std::vector<Ref<Record>>& these) {
  std::vector<Ref<Record>> rest;
  std::set_difference(from.begin(), from.end(), these.begin(), these.end(), std::back_inserter(rest));
  return rest;
}

/// How a decision differs; nothing where its outcome and what it returns are the same.
std::optional<Flip> flip_of(std::uint32_t request, const Session& before, const Session& after) {
  const session::Run &then = *before.latest_run(request), &now = *after.latest_run(request);
  Flip flip;
  flip.request = request;
  flip.search = policy::finds_records(now.asked.operation);
  flip.was = then.decision.permitted();
  flip.becomes = now.decision.permitted();
  flip.rule = flip.was ? now.decision.primary() : then.decision.primary();
  if (flip.was && flip.becomes) {
    const auto returned_before = returned_by(before, then), returned_after = returned_by(after, now);
    flip.shown = without(returned_after, returned_before);
    flip.withheld = without(returned_before, returned_after);
  }
  const bool differs = flip.was != flip.becomes || !flip.shown.empty() || !flip.withheld.empty();
  return differs ? std::optional(std::move(flip)) : std::nullopt;
}

void compare_goals(EditSet& set, const Session& before, const Session& after) {
  const auto count = static_cast<std::uint32_t>(before.scenario().goals.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    const bool was = before.goal_status(at).state == session::GoalState::met;
    const bool is = after.goal_status(at).state == session::GoalState::met;
    if (is && !was) set.goals_met.push_back(at);
    if (was && !is) set.goals_lost.push_back(at);
  }
}

/// Whether the one grants no more of anything than the other, and less of something. Of most pairs neither does.
bool is_less(const Granted& one, const Granted& than) {
  if (one == than || one.permits > than.permits || one.opened > than.opened) return false;
  return std::equal(one.privileges.begin(), one.privileges.end(), than.privileges.begin(),
                    std::less_equal<>());
}

}  // namespace

std::size_t EditSet::others_changed() const {
  std::size_t count = 0;
  for (const Flip& each : flips)
    count += each.was != each.becomes ? 1 : each.shown.size() + each.withheld.size();
  return count;
}

struct WhyNot::Work {
  Work(const Session& session, Question question, Limits limits)
      : fresh(before_the_day(session)),
        baseline(played(fresh, {}, session).value_or(fresh)),
        edits(fresh, question.request),
        search(fresh, edits, question, limits) {
    answer.question = question;
    answer.limits = limits;
    const Decision& decision = search.baseline();
    answer.was = permits(decision, question);
    answer.primary = decision.primary();
    for (const policy::Hit& each : decision.hits) {
      if (!answer.primary && question.record == each.record) answer.primary = each.verdicts.first_failed();
    }
  }

  std::optional<EditSet> prove(const AtomSet& atoms);
  Granted granted_by_all(const std::vector<AssignCommand>& commands);
  void add(EditSet set);
  void finish();

  Session fresh;
  Session baseline;
  Edits edits;
  EditSearch search;
  std::optional<GroupedMatrix> permits_before;  ///< counted where a set to a permit is found
  Answer answer;
};

Granted WhyNot::Work::granted_by_all(const std::vector<AssignCommand>& commands) {
  Granted granted;
  if (!permits_before) permits_before.emplace(without_requests(fresh));
  Setting setting = permits_before->setting();
  std::vector<scenario::Assignable> fields;
  for (const AssignCommand& each : commands) {
    const scenario::Assignable& field = fields.emplace_back(fresh.scenario().assignables[each.assignable]);
    const scenario::AssignedValue held = current_value(*setting.world, field);
    const std::size_t before = grants(held), after = grants(each.value);
    if (const auto* level = std::get_if<policy::Level>(&each.value);
        level && *level < std::get<policy::Level>(held))
      ++granted.opened;
    if (const auto kind = granted_by(field.field); kind && after > before)
      granted.privileges[static_cast<std::size_t>(*kind)] += after - before;
    setting = edited(setting, field, each.value);
  }
  GroupedMatrix after(*permits_before, std::move(setting), fields);
  granted.permits = compared(*permits_before, after).gained;
  return granted;
}

std::optional<EditSet> WhyNot::Work::prove(const AtomSet& atoms) {
  const auto commands = edits.commands(atoms);
  const auto after = played(fresh, commands, baseline);
  const std::uint32_t request = answer.question.request;
  if (!after || permits(decision_of(*after, request), answer.question) == answer.was) return std::nullopt;
  EditSet set;
  set.atoms = atoms.size();
  for (const AssignCommand& each : commands) {
    set.edits.push_back(
        {each, to_text(Command(each), fresh.scenario()), edits.in_words(each.assignable, atoms)});
  }
  for (std::uint32_t at = 0; at < fresh.requests().size(); ++at) {
    auto flip = flip_of(at, baseline, *after);
    if (!flip) continue;
    if (at == request) {
      if (!answer.question.record) continue;
      std::erase(flip->shown, *answer.question.record);
      std::erase(flip->withheld, *answer.question.record);
      if (flip->was == flip->becomes && flip->shown.empty() && flip->withheld.empty()) continue;
    }
    set.flips.push_back(*std::move(flip));
  }
  compare_goals(set, baseline, *after);
  if (!answer.was) set.granted = granted_by_all(commands);
  return set;
}

void WhyNot::Work::add(EditSet set) {
  const auto is_before = [](const EditSet& a, const EditSet& b) {
    if (a.others_changed() != b.others_changed()) return a.others_changed() < b.others_changed();
    return a.atoms < b.atoms;
  };
  const auto at = std::upper_bound(answer.sets.begin(), answer.sets.end(), set, is_before);
  answer.sets.insert(at, std::move(set));
}

void WhyNot::Work::finish() {
  if (!search.done() || !answer.sets.empty()) return;
  const session::Run& run = *baseline.latest_run(answer.question.request);
  answer.who_could = powers(*run.world, run.asked, run.decision, answer.question.record);
}

WhyNot::WhyNot(const Session& session, Question question, Limits limits)
    : work_(std::make_unique<Work>(session, question, limits)) {
  work_->finish();
}

WhyNot::WhyNot(WhyNot&&) noexcept = default;
WhyNot& WhyNot::operator=(WhyNot&&) noexcept = default;
WhyNot::~WhyNot() = default;

bool WhyNot::done() const {
  return work_->search.done();
}

void WhyNot::step(std::size_t candidates) {
  const bool was_done = done();
  for (std::size_t n = 0; n < candidates && !done(); ++n) {
    const auto found = work_->search.step();
    if (!found) continue;
    auto set = work_->prove(*found);
    if (set) {
      work_->add(*std::move(set));
    } else {
      work_->answer.exhaustive = false;  // the engine disagrees with itself: say that something is missing
    }
  }
  work_->answer.tried = work_->search.tried();
  work_->answer.exhaustive = work_->answer.exhaustive && work_->search.exhaustive();
  if (!was_done) work_->finish();
}

SearchProgress WhyNot::progress() const {
  const EditSearch& search = work_->search;
  return {search.tried(), search.waiting(), search.size(), work_->answer.sets.size()};
}

const Answer& WhyNot::answer() const {
  return work_->answer;
}

Answer why_not(const Session& session, Question question, Limits limits) {
  WhyNot search(session, question, limits);
  while (!search.done()) search.step(1000);
  return search.answer();
}

// ---- One click, and another --------------------------------------------------------------------

std::optional<session::Refusal> apply_set(Session& session, const EditSet& set) {
  for (auto each = set.edits.begin(); each != set.edits.end(); ++each) {
    auto refused = session.apply(Command(each->command));
    if (!refused) continue;
    for (auto done = set.edits.begin(); done != each; ++done) session.undo();
    return refused;
  }
  return std::nullopt;
}

bool can_take_back(const Session& session, const EditSet& set) {
  const auto history = session.history();
  if (set.edits.empty() || history.size() < set.edits.size()) return false;
  return std::equal(
      set.edits.begin(), set.edits.end(), history.end() - static_cast<std::ptrdiff_t>(set.edits.size()),
      [](const Edit& edit, const Command& command) { return Command(edit.command) == command; });
}

void take_back(Session& session, const EditSet& set) {
  if (!can_take_back(session, set)) return;
  for (std::size_t n = 0; n < set.edits.size(); ++n) session.undo();
}

// ---- Words -------------------------------------------------------------------------------------

namespace {

std::string titles(const std::vector<Ref<Record>>& records, const policy::World& world) {
  std::vector<std::string> titles;
  titles.reserve(records.size());
  for (const Ref<Record> each : records) titles.push_back(policy::in_quotes(world[each].title));
  return policy::listed(titles, "and");
}

std::string code_of(const std::optional<policy::CheckId>& rule) {
  return rule ? std::string(policy::check(*rule).code) : std::string();
}

}  // namespace

std::string in_words(const Flip& flip, const policy::World& world) {
  if (flip.was && !flip.becomes) return "denied, by " + code_of(flip.rule);
  if (flip.becomes && !flip.was) return "permitted; it was denied, by " + code_of(flip.rule);
  std::string text;
  if (!flip.shown.empty()) {
    text =
        (flip.search ? "shows " : "returns ") + titles(flip.shown, world) + (flip.search ? " too" : " now");
  }
  if (!flip.withheld.empty()) {
    text += (text.empty() ? "" : "; ") +
            std::string(flip.search ? "no longer shows " : "no longer returns ") +
            titles(flip.withheld, world);
  }
  return text;
}

std::string in_words(const Answer& answer) {
  const std::size_t count = answer.sets.size();
  const std::string number = count == 0 ? "No" : std::to_string(count);
  const std::string aim = !answer.question.record ? (answer.was ? "deny it" : "permit it")
                          : answer.was            ? "withhold the record"
                                                  : "show the record";
  return number +
         (count == 1   ? " set"
          : count == 0 ? " set"
                       : " sets") +
         " of edits that you may make would " + aim + '.';
}

std::string standing_in_words(const Answer& answer) {
  const std::string rule = answer.primary ? " by " + code_of(answer.primary) : "";
  if (!answer.question.record) return answer.was ? "It is permitted." : "It is denied" + rule + ".";
  if (answer.was) return "The record is shown.";
  return answer.primary ? "The record is not shown:" + rule + "." : "The record is not among those found.";
}

std::string side_effects_in_words(const EditSet& set) {
  const std::size_t others = set.others_changed();
  if (others == 0) return "Changes no other decision";
  return others == 1 ? "Changes one other decision"
                     : "Changes " + std::to_string(others) + " other decisions";
}

bool grants_least(const EditSet& set, const Answer& answer) {
  return !answer.was && answer.exhaustive &&
         std::none_of(answer.sets.begin(), answer.sets.end(),
                      [&](const EditSet& each) { return is_less(each.granted, set.granted); });
}

std::string granted_in_words(const EditSet& set, const Answer& answer) {
  if (answer.was) return {};
  std::vector<std::string> parts;
  if (set.granted.permits > 0) {
    parts.push_back(std::to_string(set.granted.permits) +
                    (set.granted.permits == 1 ? " permit to read a record" : " permits to read a record"));
  }
  for (const Privilege each : all_privileges) {
    const std::size_t number = set.granted.privileges[static_cast<std::size_t>(each)];
    if (number > 0) parts.push_back(counted(each, number));
  }
  std::string text = parts.empty() ? "Grants nothing more." : "Grants " + policy::listed(parts, "and") + ".";
  if (set.granted.opened == 1) text += " Puts 1 record at a lower level.";
  if (set.granted.opened > 1)
    text += " Puts " + std::to_string(set.granted.opened) + " records at a lower level.";
  return text + (grants_least(set, answer) ? " This is as little as it gets." : "");
}

std::string limits_in_words(const Answer& answer) {
  if (answer.exhaustive) return {};
  const auto& [atoms, evaluations] = answer.limits;
  const std::string sets = std::to_string(evaluations) + " sets";
  if (atoms == Limits::any) return "Not all was tried: after " + sets + " the search is given up.";
  return "Not all was tried: sets of more than " + std::to_string(atoms) +
         (atoms == 1 ? " change" : " changes") + ", or more than " + sets + ", are given up.";
}

}  // namespace ntk::analysis
