#include "sim/proving/bots.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <set>

#include "sim/analysis/solution_space.h"
#include "sim/analysis/why_not.h"

namespace ntk::proving {
namespace {

using scenario::Assignable;
using scenario::AssignedValue;
using session::Command;
using session::Session;

void predict_what_is_required(Session& session) {
  for (const scenario::AskedPrediction& each : session.scenario().predictions) {
    if (each.required) {
      session.apply(
          Command(session::PredictCommand{session.scenario().requests[each.request].id, true, std::nullopt}));
    }
  }
}

void run_all(Session& session) {
  session.apply(Command(session::RunAllCommand{}));
}

// ---- Values ------------------------------------------------------------------------------------

constexpr long long endless = std::numeric_limits<int>::max();

long long days_between(policy::Date first, policy::Date last) {
  return (std::chrono::sys_days(last) - std::chrono::sys_days(first)).count();
}

/// How much a value of a field opens, as a number to compare. Called with the alternatives of a value.
struct Openness {
  template <class E>
  long long operator()(policy::EnumSet<E> set) const {
    return set.size();
  }
  template <class T>
  long long operator()(const std::vector<T>& list) const {
    return static_cast<long long>(list.size());
  }
  long long operator()(policy::Level level) const { return -static_cast<long long>(level); }
  long long operator()(policy::Access access) const { return static_cast<long long>(access); }
  long long operator()(bool yes) const { return yes ? 1 : 0; }
  long long operator()(const std::optional<policy::Term>& term) const {
    if (!term) return 0;
    return 1 + (term->last ? days_between(term->first, *term->last) : endless - 1);
  }
  long long operator()(const std::optional<policy::Investigation>& held) const {
    if (!held) return 0;
    const bool approved = held->adjudication == policy::Adjudication::favorable;
    return 1 + (approved ? 2 : 0) + static_cast<long long>(held->type);
  }
  long long operator()(const std::optional<policy::Route>& route) const { return route ? 1 : 0; }
};

long long openness(const AssignedValue& value) {
  return std::visit(Openness(), value);
}

/// Any value that an open field can take, as the solver takes them. Of a set, the largest.
std::vector<AssignedValue> open_choices(const Assignable& field, const scenario::Scenario& scenario) {
  scenario::Scenario alone;
  alone.world = scenario.world;
  alone.requests = scenario.requests;
  alone.assignables = {field};
  const analysis::SolutionSpace space{Session(std::move(alone))};
  analysis::Picks all(space.choices().size(), 1);
  if (field_word(field.field).is_set) return {space.value(0, all)};
  return space.choices().front().values;
}

std::vector<AssignedValue> choices_of(const Assignable& field, const scenario::Scenario& scenario) {
  return field.open ? open_choices(field, scenario) : field.choices;
}

/// A set with nothing in it; of one value, the one that opens least.
AssignedValue least_of(const Assignable& field, const scenario::Scenario& scenario) {
  const auto choices = choices_of(field, scenario);
  if (field_word(field.field).is_set) {
    return std::visit([](const auto& value) { return AssignedValue(std::decay_t<decltype(value)>{}); },
                      choices.front());
  }
  return *std::min_element(choices.begin(), choices.end(),
                           [](const auto& a, const auto& b) { return openness(a) < openness(b); });
}

AssignedValue most_of(const Assignable& field, const scenario::Scenario& scenario) {
  const auto choices = choices_of(field, scenario);
  return *std::max_element(choices.begin(), choices.end(),
                           [](const auto& a, const auto& b) { return openness(a) < openness(b); });
}

/// The last element of a set, alone.
struct LastElement {
  template <class E>
  AssignedValue operator()(policy::EnumSet<E> set) const {
    policy::EnumSet<E> last;
    for (const auto& each : policy::words<E>()) {
      if (set.contains(each.value)) last = policy::EnumSet<E>{each.value};
    }
    return last;
  }
  AssignedValue operator()(const policy::Designation& set) const {
    return set.empty() ? set : policy::Designation{set.back()};
  }
  AssignedValue operator()(const policy::Roles& set) const {
    return set.empty() ? set : policy::Roles{{set.back()}};
  }
  AssignedValue operator()(const auto& value) const { return value; }
};

AssignedValue last_of(const Assignable& field, const scenario::Scenario& scenario) {
  const auto choices = choices_of(field, scenario);
  return std::visit(LastElement(), choices.back());
}

template <class Value>
void assign_everywhere(Session& session, Value value) {
  for (std::uint32_t at = 0; at < session.scenario().assignables.size(); ++at) {
    const Assignable& field = session.scenario().assignables[at];
    if (session.conceals()) {
      session.apply(Command(session::FindCommand{at, true}));
    } else {
      session.apply(Command(session::AssignCommand{at, value(field, session.scenario())}));
    }
  }
}

// ---- The first set -----------------------------------------------------------------------------

/// Whether a set that meets a goal was found and applied: the first, of the first request that has one.
bool take_first_set(Session& session) {
  constexpr std::size_t candidates = 3'000;
  for (std::uint32_t request = 0; request < session.scenario().requests.size(); ++request) {
    const auto answer = analysis::why_not(session, {request, {}}, {analysis::Limits::any, candidates});
    for (const analysis::EditSet& each : answer.sets) {
      if (each.goals_met.empty() || analysis::apply_set(session, each)) continue;
      run_all(session);
      return true;
    }
  }
  return false;
}

/// What is assigned, as text: where a set leads back to what was there, it goes round in circles.
std::string assigned_text(const Session& session) {
  std::string text;
  for (const Assignable& each : session.scenario().assignables)
    text += session::value_text(current_value(session.assigned(), each), each, session.assigned()) + ';';
  return text;
}

void take_first_sets(Session& session) {
  std::set<std::string> known{assigned_text(session)};
  while (!session.conceals() && take_first_set(session) && known.insert(assigned_text(session)).second) {
  }
}

}  // namespace

std::string_view title(Bot bot) {
  static constexpr std::array<std::string_view, all_bots.size()> titles = {
      "does nothing",      "runs all",           "grants everything",
      "closes everything", "takes last choices", "takes first sets"};
  return titles[static_cast<std::size_t>(bot)];
}

std::string_view word(Bot bot) {
  static constexpr std::array<std::string_view, all_bots.size()> words = {
      "nothing", "runs_all", "grants_everything", "closes_everything", "last_choices", "first_sets"};
  return words[static_cast<std::size_t>(bot)];
}

bool can_play(Bot bot, const scenario::Scenario& scenario) {
  return bot != Bot::first_sets || scenario.assist.what_would_change != scenario::Availability::never;
}

Session played(Bot bot, const scenario::Scenario& scenario) {
  Session session(scenario);
  if (bot == Bot::nothing) return session;
  predict_what_is_required(session);
  if (bot == Bot::grants_everything) assign_everywhere(session, most_of);
  if (bot == Bot::closes_everything) assign_everywhere(session, least_of);
  if (bot == Bot::last_choices) assign_everywhere(session, last_of);
  run_all(session);
  if (bot == Bot::first_sets) take_first_sets(session);
  return session;
}

std::vector<BotScore> bot_scores(const scenario::Scenario& scenario) {
  std::vector<BotScore> scores;
  for (const Bot each : all_bots) {
    if (!can_play(each, scenario)) continue;
    const session::Progress progress = played(each, scenario).progress();
    scores.push_back({each, progress.points_met, progress.points});
  }
  return scores;
}

const BotScore& best_of(const std::vector<BotScore>& scores) {
  return *std::max_element(scores.begin(), scores.end(),
                           [](const BotScore& a, const BotScore& b) { return a.points < b.points; });
}

}  // namespace ntk::proving
