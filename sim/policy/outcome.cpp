// What came of a request, in a sentence.
#include <algorithm>

#include "sim/policy/explain.h"
#include "sim/policy/facts.h"
#include "sim/policy/phrases.h"

namespace ntk::policy {
namespace {

/// A permitted request that concerns one record.
struct Done {
  const World& world;
  const Request& request;
  const std::string& user;
  const Record& record;

  std::string what() const { return in_quotes(record.title); }
  Date day() const { return request.moment.day; }
};

std::string through(const std::optional<Date>& last_day) {
  return last_day ? "through " + in_words(*last_day) : "until further notice";
}

// ---- Lookouts ----------------------------------------------------------------------------------

std::string instruction(const Done& act) {
  switch (on_primary(act.record, act.day())) {
    case OnPrimary::not_placed:
      return act.user + " is told nothing: " + act.what() + " is not on Primary.";
    case OnPrimary::not_approved:
      return act.user + " is told nothing: no supervisor has approved that " + act.what() + " is on Primary.";
    case OnPrimary::ended:
      return act.user + " is told nothing: " + act.what() + " was on Primary " +
             through(act.record.primary->last_day) + ", and was not recertified.";
    case OnPrimary::shown:
      break;
  }
  return act.user + " is told: " + std::string(title(act.record.primary->action)) + ".";
}

std::string placed(const Done& act) {
  const PrimaryDesignation primary = act.request.change.primary.value_or(PrimaryDesignation{});
  return act.user + " places " + act.what() + " on Primary " + through(primary.last_day) + " (" +
         in_sentence(title(primary.action)) + "); a supervisor is still to approve it.";
}

std::string kept_on_primary(const Done& act) {
  if (!act.record.primary) return act.what() + " is not on Primary: there is nothing to recertify.";
  const auto& given = act.request.change.primary;
  return act.user + " recertifies " + act.what() + " for Primary, " +
         through(given ? given->last_day : act.record.primary->last_day) + ".";
}

std::string approved(const Done& act) {
  if (!act.record.primary) return act.what() + " is not on Primary: there is nothing to approve.";
  const auto& last_day = act.record.primary->last_day;
  const bool is_over = last_day && *last_day < act.request.moment.day;
  return act.user + " approves " + act.what() + ": it " + (is_over ? "was" : "is") + " on Primary " +
         through(last_day) + (is_over ? ", which is over." : ".");
}

// ---- Content -----------------------------------------------------------------------------------

/// "level 3, name = Vale": what a request gives to a record.
std::string given(const World& world, const Change& change) {
  std::vector<std::string> parts;
  if (change.level) parts.push_back("level " + std::string(word(*change.level)));
  if (change.designation) parts.push_back("designated to " + in_words(world, *change.designation));
  if (change.notify_owner) parts.push_back(*change.notify_owner ? "notices of hits" : "no notices of hits");
  for (const Field& each : change.fields) parts.push_back(each.name + " = " + each.value);
  return listed(parts, "and");
}

std::string updated(const Done& act) {
  const std::string now = given(act.world, act.request.change);
  return act.user + " changes " + act.what() + (now.empty() ? "." : ": " + now + ".");
}

/// What the intake form was pre-populated with, and what the officer corrected (US-3).
std::string taken_in(const Done& act) {
  const auto filled =
      static_cast<std::size_t>(std::count_if(act.record.fields.begin(), act.record.fields.end(),
                                             [](const auto& each) { return !each.origin.empty(); }));
  const std::string form = act.user + " opens the intake form, pre-populated with " +
                           counted(filled, "field", "fields") + " from " +
                           called(act.world[act.record.owner]);
  std::vector<std::string> corrections;
  for (const Field& each : act.request.change.fields) {
    const auto before = std::find_if(act.record.fields.begin(), act.record.fields.end(),
                                     [&](const Field& field) { return field.name == each.name; });
    const std::string was =
        before == act.record.fields.end() ? "" : " (was " + before->value + ", which is kept)";
    corrections.push_back(each.name + " = " + each.value + was);
  }
  return corrections.empty() ? form + "." : form + ", and corrects " + listed(corrections, "and") + ".";
}

// ---- Profiles ----------------------------------------------------------------------------------

std::string administered(const Done& act) {
  const User& whose = act.world[*act.record.profile_of];
  const std::string account = possessive(whose.name) + " account";
  const std::string is_now = account + " is " + in_sentence(title(whose.account));
  const Operation operation = act.request.operation;
  if (operation == Operation::certify) return act.user + " certifies " + account + ".";
  if (operation == Operation::activate) {
    if (whose.account != AccountState::inactive) return is_now + ": there is nothing to activate.";
    return act.user + " activates " + account + ".";
  }
  if (operation == Operation::reinstate) {
    if (whose.account != AccountState::suspended) return is_now + ": there is nothing to reinstate.";
    return act.user + " reinstates " + account + ", and denied attempts count from nothing again.";
  }
  const Change& change = act.request.change;
  std::vector<std::string> given;
  for (const Ref<Role> each : change.roles) given.push_back("the role " + in_quotes(act.world[each].title));
  if (!change.functions.empty()) given.push_back(listed_in_sentence(change.functions));
  return act.user + " assigns " + listed(given, "and") + " to " + whose.name +
         (change.term ? ", " + in_words(*change.term) + "." : ".");
}

// ---- What leaves the Department ----------------------------------------------------------------

std::string recipient(const Done& act) {
  const auto& stated = act.request.disclosure;
  if (!stated) return "nobody";
  return stated->to ? called(act.world[*stated->to]) : stated->recipient;
}

std::string done(const Done& act) {
  switch (act.request.operation) {
    case Operation::print:
      return act.user + " prints " + act.what() + ".";
    case Operation::show_primary_instruction:
      return instruction(act);
    case Operation::disclose:
      return act.user + " discloses " + act.what() + " to " + recipient(act) + ".";
    case Operation::pass_on:
      return act.user + " passes " + act.what() + " on to " + recipient(act) + ".";
    case Operation::update:
      return updated(act);
    case Operation::remove:
      return act.user + " deletes " + act.what() + ".";
    case Operation::withdraw:
      return act.user + " withdraws " + act.what() + ".";
    case Operation::place_on_primary:
      return placed(act);
    case Operation::recertify:
      return kept_on_primary(act);
    case Operation::approve:
      return approved(act);
    case Operation::intake:
      return taken_in(act);
    case Operation::certify:
    case Operation::activate:
    case Operation::assign:
    case Operation::reinstate:
      if (act.record.profile_of) return administered(act);
      break;
    case Operation::search:
    case Operation::display:
    case Operation::report:
    case Operation::vet:
    case Operation::show_linked:
    case Operation::create:
    case Operation::record_result:
    case Operation::use:
    case Operation::logon:
    case Operation::logoff:
      break;
  }
  return act.user + " is shown " + act.what() + ".";
}

// ---- What a search, report or batch finds ------------------------------------------------------

/// "2 lookouts and 1 of subject records": the counts of a report, by category.
std::string counts_by_category(const World& world, const std::vector<Hit>& hits) {
  std::vector<std::string> counts;
  for (const Word<Category>& each : words<Category>()) {
    const auto shown = std::count_if(hits.begin(), hits.end(), [&](const Hit& hit) {
      return !hit.withheld() && world[hit.record].category == each.value;
    });
    if (shown > 0) counts.push_back(in_sentence(each.title) + ": " + std::to_string(shown));
  }
  return counts.empty() ? "nothing to count" : listed(counts, "and");
}

std::string shown_of(const World& world, const Request& request, const Decision& decision,
                     std::size_t shown) {
  const std::string& user = world[request.user].name;
  if (request.operation == Operation::report)
    return user + " gets a report: " + counts_by_category(world, decision.hits) + ".";
  if (request.operation == Operation::vet) {
    return user + (shown == 0 ? " gets the response that nothing matches."
                              : " gets the response of " + counted(shown, "match.", "matches."));
  }
  return shown == 0   ? user + " is told that nothing was found."
         : shown == 1 ? user + " is shown one record."
                      : user + " is shown " + std::to_string(shown) + " records.";
}

std::string found(const World& world, const Request& request, const Decision& decision) {
  const auto withheld = static_cast<std::size_t>(std::count_if(
      decision.hits.begin(), decision.hits.end(), [](const Hit& each) { return each.withheld(); }));
  std::string text = shown_of(world, request, decision, decision.hits.size() - withheld);
  if (withheld == 0) return text;
  return text + (withheld == 1 ? " One more is withheld, which only the audit trail records."
                               : " " + std::to_string(withheld) +
                                     " more are withheld, which only the audit trail records.");
}

}  // namespace

std::string outcome_in_words(const World& world, const Request& request, const Decision& decision) {
  const auto* one = std::get_if<Ref<Record>>(&request.target);
  if (const auto primary = decision.primary()) {
    return explain(world, request, *primary, Verdict::fail, one ? std::optional(*one) : std::nullopt);
  }
  const std::string& user = world[request.user].name;
  const std::string no_check_fails = "No check fails: ";
  if (request.operation == Operation::logon) return no_check_fails + user + " is logged on.";
  if (request.operation == Operation::logoff) return user + " is logged off.";
  if (request.operation == Operation::use)
    return no_check_fails + user + " uses " + in_quotes(title(request.function)) + ".";
  if (one != nullptr && world[*one].absent) {
    return "No check fails, but " + in_quotes(world[*one].title) +
           " is not on the platform: nothing is found.";
  }
  if (finds_records(request.operation)) return found(world, request, decision);
  if (one == nullptr)
    return no_check_fails + user + " enters " + in_quotes(in_words(world, request.target)) + ".";
  return no_check_fails + done({world, request, user, world[*one]});
}

}  // namespace ntk::policy
