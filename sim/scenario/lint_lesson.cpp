// The lint of what is opened to the student, what is asked and what is to be reached, and of things
// that nothing refers to.
#include <algorithm>
#include <utility>

#include "sim/policy/facts.h"
#include "sim/policy/traits.h"
#include "sim/scenario/lint_parts.h"

namespace ntk::scenario {
namespace {

using policy::CheckId;

bool is_judged(const Scenario& scenario, std::size_t request) {
  const bool predicted = std::any_of(scenario.predictions.begin(), scenario.predictions.end(),
                                     [&](const AskedPrediction& each) { return each.request == request; });
  return predicted || std::any_of(scenario.goals.begin(), scenario.goals.end(), [&](const Goal& each) {
           const auto* goal = std::get_if<DecisionGoal>(&each.assertion);
           return goal && goal->request == request;
         });
}

/// Whether check FN-6 fails whatever is assigned.
bool function_never_fits(const Scenario& scenario, const policy::Request& request) {
  if (policy::names_no_function(request.operation)) return false;
  if (policy::is_submitter(scenario.world, scenario.world[request.user].agency)) return false;
  const policy::FunctionScope& scope = policy::scope(request.function);
  if (!scope.operations.contains(policy::operation_judged(request))) return true;
  if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.target)) {
    return !scope.categories.contains(scenario.world[*record].category);
  }
  const auto* search = std::get_if<policy::Search>(&request.target);
  return search && (search->categories | scope.categories) != scope.categories;
}

void lint_choices(LintedScenario& linted, const Assignable& assignable, std::size_t at) {
  if (assignable.open) return;
  const std::string pointer = item_pointer("assignable", at, "choices");
  const AssignedValue start = current_value(linted.world(), assignable);
  if (!allows(assignable, start)) {
    linted.add(Code::start_not_a_choice, pointer,
               "the value that " + in_backticks(field_word(assignable.field).word) + " of " +
                   in_backticks(owner_id(linted.world(), assignable)) +
                   " starts with is not among the choices",
               "once it is changed the student cannot go back to it: add it");
  } else if (!field_word(assignable.field).is_set && assignable.choices.size() == 1) {
    linted.add(Code::nothing_to_choose, pointer, "the only choice is the value that the field starts with",
               "add a choice, or leave the field out of `assignable`");
  }
  const auto legacy =
      std::find(assignable.choices.begin(), assignable.choices.end(), AssignedValue(policy::Level::level_2));
  if (legacy != assignable.choices.end()) {
    linted.add(Code::legacy_level,
               pointer_to(pointer, static_cast<std::size_t>(legacy - assignable.choices.begin())),
               "level 2 is legacy: no record is given it any more", "leave it out of the choices");
  }
}

template <class T>
bool is_ascending(const std::vector<T>& list) {
  return std::is_sorted(list.begin(), list.end());
}

/// Whether records come in the order in which the request finds them: that of the scenario; by record linking, the record
/// itself and then its links.
bool is_in_order(const Scenario& scenario, const policy::Request& request,
                 const std::vector<policy::Ref<policy::Record>>& list) {
  const auto* one = std::get_if<policy::Ref<policy::Record>>(&request.target);
  if (one == nullptr || request.operation != policy::Operation::show_linked) return is_ascending(list);
  const auto& links = scenario.world[*one].links;
  const auto place = [&](policy::Ref<policy::Record> record) {
    return record == *one ? 0 : 1 + (std::find(links.begin(), links.end(), record) - links.begin());
  };
  return std::is_sorted(list.begin(), list.end(),
                        [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

bool is_nonempty(const auto& list) {
  return list && !list->empty();
}

/// Whether a request of the script may return or withhold the record. What the script changes and links is
/// not followed.
bool may_find(const Scenario& scenario, const policy::Request& request, policy::Ref<policy::Record> record) {
  if (const auto* search = std::get_if<policy::Search>(&request.target)) {
    const bool changes =
        std::any_of(scenario.requests.begin(), scenario.requests.end(),
                    [](const ScriptedRequest& each) { return !policy::is_reading(each.request.operation); });
    return changes || policy::matches(scenario.world[record], *search, request.function);
  }
  const auto* one = std::get_if<policy::Ref<policy::Record>>(&request.target);
  return one != nullptr && (*one == record || request.operation == policy::Operation::show_linked);
}

/// Why a goal on a decision cannot be met; empty when it may be.
std::string why_never(const Scenario& scenario, const DecisionGoal& goal) {
  const policy::Request& request = scenario.requests[goal.request].request;
  std::vector<CheckId> stated = goal.failed.value_or(std::vector<CheckId>());
  if (goal.primary) stated.push_back(*goal.primary);

  if (goal.permitted == true && !stated.empty()) return "a permitted request has no failed rule";
  if (goal.permitted == false && goal.failed && goal.failed->empty())
    return "a denied request has a failed rule";
  if (goal.permitted == false && (is_nonempty(goal.returned) || is_nonempty(goal.withheld))) {
    return "a denied request returns and withholds nothing";
  }
  if (goal.failed && !is_ascending(*goal.failed)) return "`failed` is not in the order of the rules";
  if (goal.failed && goal.primary && (goal.failed->empty() || goal.failed->front() != *goal.primary)) {
    return "the primary reason is the first of the failed rules";
  }
  if (goal.returned && !is_in_order(scenario, request, *goal.returned))
    return "`returned` is not in the order in which the records are found";
  if (goal.withheld && !is_in_order(scenario, request, *goal.withheld))
    return "`withheld` is not in the order in which the records are found";

  const auto* search = std::get_if<policy::Search>(&request.target);
  if (!policy::finds_records(request.operation) && is_nonempty(goal.withheld))
    return "only searches withhold records";
  for (const CheckId each : stated) {
    if (policy::traits(each).granter == policy::Granter::never_needed)
      return "rule " + in_backticks(policy::check(each).code) + " never fails";
    if (search && policy::check(each).scope == policy::Scope::record) {
      return "rule " + in_backticks(policy::check(each).code) + " is asked of each hit, not of the search";
    }
  }
  for (const auto* list : {&goal.returned, &goal.withheld}) {
    for (const auto record : list->value_or(std::vector<policy::Ref<policy::Record>>())) {
      if (!may_find(scenario, request, record))
        return "the request does not look for record " + in_backticks(scenario.world[record].id);
    }
  }
  return {};
}

std::string why_never(const TrailGoal& goal) {
  if (goal.at_least && goal.at_most && *goal.at_least > *goal.at_most)
    return "`at_least` is more than `at_most`";
  if (goal.outcome == AuditOutcome::permitted && !goal.failed.empty())
    return "a permitted event has no failed rule";
  return {};
}

/// A goal on the student's marks: something has to be there to find.
void lint_review(LintedScenario& linted, const Goal& goal, std::size_t at) {
  const auto* review = std::get_if<ReviewGoal>(&goal.assertion);
  if (!review) return;
  const auto& requests = linted.scenario().requests;
  const bool planted = std::any_of(requests.begin(), requests.end(),
                                   [](const ScriptedRequest& each) { return !each.misuse.empty(); });
  if (!planted) {
    linted.add(Code::goal_never_met, item_pointer("goals", at, "review"),
               "goal " + in_backticks(goal.id) + " cannot be met", "no request of the script says `misuse`");
  } else if (review->precision == 0 && review->recall == 0) {
    linted.add(Code::goal_always_met, item_pointer("goals", at, "review"),
               "goal " + in_backticks(goal.id) + " is met by any mark",
               "state `precision` and `recall`, in per cent");
  }
}

/// A goal on what is misconfigured: the values have to be hidden, and each field is found once.
void lint_find(LintedScenario& linted, const FindGoal& goal, std::size_t at) {
  const Scenario& scenario = linted.scenario();
  const std::string pointer = item_pointer("goals", at, "find");
  const std::string what = "goal " + in_backticks(scenario.goals[at].id) + " cannot be met";
  if (!scenario.forensics)
    return linted.add(Code::goal_never_met, pointer, what, "nothing is hidden: add `\"forensics\": true`");
  for (std::size_t earlier = 0; earlier < at; ++earlier) {
    const auto* other = std::get_if<FindGoal>(&scenario.goals[earlier].assertion);
    if (!other || *other != goal) continue;
    linted.add(Code::goal_never_met, pointer, what,
               "an earlier goal is on the same field, and as many fields are named as there are such goals");
  }
}

/// What a lesson needs that gives only the trail.
void lint_forensics(LintedScenario& linted) {
  const Scenario& scenario = linted.scenario();
  if (!scenario.forensics) return;
  const bool finds = std::any_of(scenario.goals.begin(), scenario.goals.end(), [](const Goal& each) {
    return std::holds_alternative<FindGoal>(each.assertion);
  });
  if (!finds) {
    linted.add(Code::only_the_trail, "/forensics", "only the trail is given, and no goal asks what is wrong",
               "add goals of `find`; without them everything is open from the start");
  }
  if (!scenario.predictions.empty()) {
    linted.add(Code::only_the_trail, "/predictions", "only the trail is given: everything has been run",
               "what has been run cannot be predicted; leave `predictions` out");
  }
}

/// A goal on what is assigned: the student has to be able to bring it about.
void lint_assigned(LintedScenario& linted, const AssignedGoal& goal, std::size_t at) {
  const Assignable& field = linted.scenario().assignables[goal.assignable];
  if (!goal.is || allows(field, *goal.is) || same_value(*goal.is, current_value(linted.world(), field)))
    return;
  linted.add(Code::goal_never_met, item_pointer("goals", at, "assigned"),
             "goal " + in_backticks(linted.scenario().goals[at].id) + " cannot be met",
             "the field's `choices` do not allow the value that `is` states");
}

void lint_prediction(LintedScenario& linted, std::size_t at) {
  if (!linted.scenario().forensics) return;
  linted.add(Code::goal_never_met, item_pointer("goals", at, "prediction"),
             "goal " + in_backticks(linted.scenario().goals[at].id) + " cannot be met",
             "only the trail is given: what has been run cannot be predicted");
}

void lint_goal(LintedScenario& linted, const Goal& goal, std::size_t at) {
  if (const auto* assigned = std::get_if<AssignedGoal>(&goal.assertion))
    return lint_assigned(linted, *assigned, at);
  if (std::holds_alternative<PredictionGoal>(goal.assertion)) return lint_prediction(linted, at);
  if (const auto* find = std::get_if<FindGoal>(&goal.assertion)) return lint_find(linted, *find, at);
  const auto* decision = std::get_if<DecisionGoal>(&goal.assertion);
  const auto* trail = std::get_if<TrailGoal>(&goal.assertion);
  if (!decision && !trail) return lint_review(linted, goal, at);
  const std::string pointer = item_pointer("goals", at, decision ? "decision" : "trail");
  const std::string why = decision ? why_never(linted.scenario(), *decision) : why_never(*trail);
  if (!why.empty()) {
    linted.add(Code::goal_never_met, pointer, "goal " + in_backticks(goal.id) + " cannot be met", why);
  }
  if (trail && trail->at_least.value_or(0) == 0 && !trail->at_most) {
    linted.add(Code::goal_always_met, pointer, "goal " + in_backticks(goal.id) + " is met whatever happens",
               "every count is at least 0");
  }
}

/// What of the world something else refers to.
class Uses {
 public:
  explicit Uses(const Scenario& scenario)
      : agencies_(scenario.world.agencies.size()),
        purposes_(scenario.world.purposes.size()),
        roles_(scenario.world.roles.size()),
        users_(scenario.world.users.size()),
        records_(scenario.world.records.size()) {
    const policy::World& world = scenario.world;
    use(world.host);
    for (const policy::User& each : world.users) {
      use(each.agency);
      for (const auto duty : each.duties) use(duty);
      for (const auto role : each.roles) use(role);
      for (const auto role : each.may_assign_roles) use(role);
    }
    for (const policy::Agreement& each : world.agreements) use(each.agency);
    for (const policy::OwnerMemo& each : world.memos) {
      use(each.owner);
      use(each.to);
    }
    for (const policy::Interface& each : world.interfaces) {
      for (const auto agency : each.agencies) use(agency);
    }
    for (const policy::PassingApproval& each : world.approvals) {
      use(each.record);
      use(each.from);
      use(each.to);
    }
    for (std::size_t at = 0; at < world.records.size(); ++at) {
      const policy::Record& each = world.records[at];
      if (each.absent || each.profile_of) records_[at] = true;  // they stand in the requests
      if (each.parent) use(*each.parent);
      for (const auto linked : each.links) use(linked);
      use(each.owner);
      if (each.creator) use(*each.creator);
      use(each.designation);
    }
    use_lesson(scenario);
  }

  bool uses(policy::Ref<policy::Agency> ref) const { return agencies_[ref.at]; }
  bool uses(policy::Ref<policy::Purpose> ref) const { return purposes_[ref.at]; }
  bool uses(policy::Ref<policy::Role> ref) const { return roles_[ref.at]; }
  bool uses(policy::Ref<policy::User> ref) const { return users_[ref.at]; }
  bool uses(policy::Ref<policy::Record> ref) const { return records_[ref.at]; }

 private:
  void use(policy::Ref<policy::Agency> ref) { agencies_[ref.at] = true; }
  void use(policy::Ref<policy::Purpose> ref) { purposes_[ref.at] = true; }
  void use(policy::Ref<policy::Role> ref) { roles_[ref.at] = true; }
  void use(policy::Ref<policy::User> ref) { users_[ref.at] = true; }
  void use(policy::Ref<policy::Record> ref) { records_[ref.at] = true; }
  void use(const policy::Designation& designation) {
    for (const policy::DesignationClass& each : designation) {
      for (const auto agency : each.agencies) use(agency);
      for (const auto user : each.users) use(user);
    }
  }

  void use_lesson(const Scenario& scenario) {
    for (const Assignable& each : scenario.assignables) {
      if (field_word(each.field).kind == AssignableKind::record) records_[each.at] = true;
      if (field_word(each.field).kind == AssignableKind::user) users_[each.at] = true;
      for (const AssignedValue& choice : each.choices) {
        if (const auto* designation = std::get_if<policy::Designation>(&choice)) use(*designation);
        if (const auto* roles = std::get_if<policy::Roles>(&choice)) {
          for (const auto role : *roles) use(role);
        }
      }
    }
    for (const ScriptedRequest& each : scenario.requests) {
      use(each.request.user);
      use(each.request.purpose);
      for (const auto role : each.request.change.roles) use(role);
      if (each.request.disclosure && each.request.disclosure->to) use(*each.request.disclosure->to);
      if (const auto* record = std::get_if<policy::Ref<policy::Record>>(&each.request.target)) {
        use(*record);
        if (const auto user = scenario.world[*record].profile_of) use(*user);
        continue;
      }
      const auto* search = std::get_if<policy::Search>(&each.request.target);
      for (std::size_t at = 0; search && at < records_.size(); ++at) {
        if (policy::matches(scenario.world.records[at], *search, each.request.function)) records_[at] = true;
      }
    }
  }

  std::vector<bool> agencies_, purposes_, roles_, users_, records_;
};

template <class List>
void lint_unused_things(LintedScenario& linted, const Uses& uses, const List& things, std::string_view list,
                        std::string_view noun, std::string_view how) {
  for (std::size_t at = 0; at < things.size(); ++at) {
    if (uses.uses(policy::Ref<typename List::value_type>{static_cast<std::uint32_t>(at)})) continue;
    linted.add(Code::unused, item_pointer(list, at, "id"),
               std::string(noun) + ' ' + in_backticks(things[at].id) + ' ' + std::string(how),
               "leave it out, unless it is there for the student's own requests");
  }
}

}  // namespace

void lint_assignables(LintedScenario& linted) {
  const auto& assignables = linted.scenario().assignables;
  for (std::size_t at = 0; at < assignables.size(); ++at) lint_choices(linted, assignables[at], at);
}

void lint_requests(LintedScenario& linted) {
  const Scenario& scenario = linted.scenario();
  policy::Moment before = scenario.clock;
  for (std::size_t at = 0; at < scenario.requests.size(); ++at) {
    const policy::Request& request = scenario.requests[at].request;
    const policy::User& user = linted.world()[request.user];
    if (user.duties.empty() && !policy::names_no_function(policy::operation_judged(request)) &&
        !policy::is_submitter(linted.world(), user.agency)) {
      linted.add(Code::no_duties, item_pointer("requests", at, "user"),
                 user.name + " has no duties: whatever is assigned, rule `DA-9` denies this",
                 "give the user `duties`, the ids of purposes");
    }
    if (function_never_fits(scenario, request) && !is_judged(scenario, at)) {
      linted.add(Code::function_never_fits, item_pointer("requests", at, "function"),
                 in_backticks(policy::word(request.function)) +
                     " does not cover what this asks: rule `FN-6` denies it",
                 "another function, operation or category; or, if that is the lesson, ask for a prediction");
    }
    if (scenario.requests[at].at_clock) continue;
    if (request.moment < before) {
      linted.add(Code::out_of_order, item_pointer("requests", at, "moment"),
                 policy::to_text(request.moment) + " is before " + policy::to_text(before) +
                     ", which the script has reached",
                 "requests are run in the order of the script, from `clock` on");
    }
    before = std::max(before, request.moment);
  }
}

namespace {

/// Whether a text has the word, not as a part of a longer one. `word` is ASCII, or a name as the file has it.
bool has_word(std::string_view text, std::string_view word) {
  const auto is_inner = [&](std::size_t at) {
    if (at >= text.size()) return false;
    const char c = text[at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  for (std::size_t at = text.find(word); !word.empty() && at != text.npos; at = text.find(word, at + 1)) {
    if ((at == 0 || !is_inner(at - 1)) && !is_inner(at + word.size())) return true;
  }
  return false;
}

/// Whether a hint speaks of the request: by its id or title, its user's name or family name, or its record's title.
bool speaks_of(std::string_view hint, const Scenario& scenario, const ScriptedRequest& request) {
  const std::string& name = scenario.world[request.request.user].name;
  const auto* record = std::get_if<policy::Ref<policy::Record>>(&request.request.target);
  return has_word(hint, request.id) || has_word(hint, request.title) ||
         has_word(hint, std::string_view(name).substr(name.rfind(' ') + 1)) ||
         (record && has_word(hint, scenario.world[*record].title));
}

bool tells_an_outcome(std::string_view hint) {
  constexpr std::string_view words[] = {"permit", "permits", "permitted", "deny",      "denies", "denied",
                                        "denial", "refused", "allowed",   "Permitted", "Denied"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view each) { return has_word(hint, each); });
}

void lint_hints(LintedScenario& linted) {
  const Scenario& scenario = linted.scenario();
  const bool any_required = std::any_of(scenario.predictions.begin(), scenario.predictions.end(),
                                        [](const AskedPrediction& each) { return each.required; });
  if (!any_required) return;
  for (std::size_t at = 0; at < scenario.hints.size(); ++at) {
    const Hint& hint = scenario.hints[at];
    if (hint.states_reveals) continue;
    const auto rule = std::find_if(policy::checks().begin(), policy::checks().end(),
                                   [&](const policy::Check& each) { return has_word(hint.text, each.code); });
    const auto told = std::find_if(scenario.predictions.begin(), scenario.predictions.end(),
                                   [&](const AskedPrediction& each) {
                                     return tells_an_outcome(hint.text) &&
                                            speaks_of(hint.text, scenario, scenario.requests[each.request]);
                                   });
    const std::string help =
        "list in `reveals` the requests that it gives away: it then waits for their "
        "predictions. An empty list says that it gives nothing away";
    if (rule != policy::checks().end()) {
      linted.add(Code::hint_reveals, item_pointer("hints", at, "text"),
                 "the hint names rule " + in_backticks(rule->code) + ", and requests are to be predicted",
                 help);
    } else if (told != scenario.predictions.end()) {
      linted.add(Code::hint_reveals, item_pointer("hints", at, "text"),
                 "the hint seems to tell how " + in_backticks(scenario.requests[told->request].id) +
                     " ends, which is to be predicted",
                 help);
    }
  }
}

}  // namespace

void lint_goals(LintedScenario& linted) {
  const Scenario& scenario = linted.scenario();
  lint_forensics(linted);
  lint_hints(linted);
  for (std::size_t at = 0; at < scenario.goals.size(); ++at) lint_goal(linted, scenario.goals[at], at);
  if (scenario.goals.empty()) {
    linted.add(Code::no_goals, "/goals", "the scenario has no goals",
               "without goals nothing is graded, and the student is not told when it is done");
    return;
  }
  const bool worth_nothing = std::all_of(scenario.goals.begin(), scenario.goals.end(),
                                         [](const Goal& each) { return each.points == 0; });
  if (worth_nothing) {
    linted.add(Code::no_points, "/goals", "the goals are worth no points",
               "`points` is 1 when it is left out");
  }
  if (scenario.hints.empty()) {
    linted.add(Code::no_hints, "/goals", "there are goals, and no hints that lead to them",
               "add `hints`: the student reveals them one by one");
  }
  if (scenario.assignables.empty()) {
    linted.add(Code::nothing_to_assign, "/goals", "there are goals, but the student can assign nothing",
               "open fields in `assignable`");
  }
}

void lint_unused(LintedScenario& linted) {
  const policy::World& world = linted.world();
  const Uses uses(linted.scenario());
  lint_unused_things(linted, uses, world.agencies, "agencies", "agency",
                     "has no users, records, agreements or memos");
  lint_unused_things(linted, uses, world.purposes, "purposes", "purpose",
                     "is nobody's duty and no request's purpose");
  lint_unused_things(linted, uses, world.roles, "roles", "role", "is given to nobody");
  lint_unused_things(linted, uses, world.users, "users", "user",
                     "asks nothing, entered nothing and is not designated");
  lint_unused_things(linted, uses, world.records, "records", "record",
                     "is not asked for or found by any request");
}

}  // namespace ntk::scenario
